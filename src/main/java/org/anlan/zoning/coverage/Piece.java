package org.anlan.zoning.coverage;

import org.anlan.geo.Geodesy;
import org.locationtech.jts.geom.Geometry;

/**
 * An area, or the part of one that lies in a region.
 *
 * @param shape where it lies, CGCS2000 degrees
 * @param areaM2 its geodesic area
 */
public record Piece(Geometry shape, double areaM2) {

    /** A shape that was cut just now. */
    public static Piece of(Geometry shape) {
        return new Piece(shape, Geodesy.areaM2(shape));
    }
}
