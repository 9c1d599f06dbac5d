/** Outfalls as their layer tells them. */
package org.anlan.units.outfalls;
