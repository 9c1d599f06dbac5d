/** Lengths added up: by type, region and year, and from type to type. */
package org.anlan.coast.tally;
