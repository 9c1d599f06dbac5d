package org.anlan.geo;

import org.locationtech.jts.geom.Geometry;

/**
 * What two features of one layer both cover.
 *
 * @param first number of the feature that came first
 * @param second number of the other
 * @param shape the area in common
 * @param areaM2 its geodesic area, square metres
 */
public record AreaOverlap(int first, int second, Geometry shape, double areaM2) {}
