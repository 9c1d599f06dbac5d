/** The figures of the coast in the forms they are handed out in: JSON, CSV, lines to read, reports to print. */
package org.anlan.coast.forms;
