package org.anlan.geo;

import org.locationtech.jts.geom.Polygon;

/**
 * A small hole that the features of a layer leave between them.
 *
 * @param shape the hole
 * @param areaM2 its geodesic area, square metres
 */
public record AreaGap(Polygon shape, double areaM2) {}
