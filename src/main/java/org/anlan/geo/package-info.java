/**
 * Floor 1: geometry and coordinates as pure functions on JTS: coordinate systems, geodesic length and area, checks and repair, the
 * topology of lines, and what region a line belongs to. Coordinates are CGCS2000 longitude/latitude in degrees, x = longitude, unless
 * a name says otherwise; lengths are metres, areas square metres.
 */
package org.anlan.geo;
