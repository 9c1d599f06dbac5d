/** How coverage is computed: areas read, clipped to regions, dissolved where they overlap. */
package org.anlan.zoning.coverage;
