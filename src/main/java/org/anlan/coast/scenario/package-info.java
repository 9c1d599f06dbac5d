/** One scenario: read from a form, and carried out on a survey. */
package org.anlan.coast.scenario;
