package org.anlan.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * How much area may lie between the edges of a shape as drawn (straight in longitude and latitude, which overlays cut) and as measured (geodesics).
 *
 * <p>On a sphere of radius R the straight line of azimuth α at latitude φ has the geodesic curvature κ = sin α (1 + cos² α) tan φ / R: along it
 * tan α = cos φ · dλ/dφ, so dα/ds = −sin α cos² α tan φ / R, where a geodesic has +sin α tan φ / R. κ is largest at sin² α = 2/3, 4/3 · √(2/3) tan φ / R. Between
 * an edge of length L and its chord then lie at most κ L³ / 12. An edge of 55 m at 24.7° N makes 0.001 m², one of 1 km 6.6 m².
 */
public final class EdgeBend {

    private static final double STEEPEST = 4.0 / 3 * Math.sqrt(2.0 / 3);

    /** The smallest and the largest radius of curvature of the ellipsoid: in the meridian at the equator, and at the poles. */
    private static final double LEAST_RADIUS_M =
            Geodesy.SEMI_MAJOR_M * (1 - Geodesy.FLATTENING) * (1 - Geodesy.FLATTENING);

    private static final double MOST_RADIUS_M = Geodesy.SEMI_MAJOR_M / (1 - Geodesy.FLATTENING);

    private EdgeBend() {}

    /** At most so many square metres lie between the edges of a shape as drawn and as geodesics, all edges added up; for edges up to some tens of km. */
    public static double mostM2(Geometry shape) {
        if (shape instanceof Polygon polygon) {
            double sum = mostM2(polygon.getExteriorRing().getCoordinateSequence());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                sum += mostM2(polygon.getInteriorRingN(i).getCoordinateSequence());
            }
            return sum;
        }
        if (shape instanceof LineString line) {
            return mostM2(line.getCoordinateSequence());
        }
        double sum = 0;
        if (shape instanceof GeometryCollection parts) {
            for (int i = 0; i < parts.getNumGeometries(); i++) {
                sum += mostM2(parts.getGeometryN(i));
            }
        }
        return sum;
    }

    private static double mostM2(CoordinateSequence line) {
        double sum = 0;
        for (int i = 1; i < line.size(); i++) {
            double low = Math.toRadians(Math.min(Math.abs(line.getY(i - 1)), Math.abs(line.getY(i))));
            double high = Math.toRadians(Math.max(Math.abs(line.getY(i - 1)), Math.abs(line.getY(i))));
            boolean overTheEquator = line.getY(i - 1) < 0 != line.getY(i) < 0;
            double x = Math.toRadians(line.getX(i) - line.getX(i - 1)) * (overTheEquator ? 1 : Math.cos(low));
            double y = Math.toRadians(line.getY(i) - line.getY(i - 1));
            double length = Math.hypot(x, y) * MOST_RADIUS_M;
            sum += STEEPEST * Math.tan(high) / LEAST_RADIUS_M * length * length * length / 12;
        }
        return sum;
    }
}
