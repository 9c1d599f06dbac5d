/** Checks on the features of a hand-in; which of them run on a layer stands in the catalogue. */
package org.anlan.intake.checks;
