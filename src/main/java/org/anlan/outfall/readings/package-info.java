/** Readings at outfalls: parameters, limits, what is kept in memory of millions of them. */
package org.anlan.outfall.readings;
