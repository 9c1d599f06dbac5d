package org.anlan.geo;

/**
 * Metres in one degree at a latitude of the CGCS2000 ellipsoid (radii of curvature M and N cos φ). Good for distances of some
 * kilometres around.
 *
 * @param lonM metres in a degree of longitude
 * @param latM metres in a degree of latitude
 */
public record LocalScale(double lonM, double latM) {

    /** The scale at a latitude in degrees. */
    public static LocalScale at(double latitude) {
        double e2 = Geodesy.FLATTENING * (2 - Geodesy.FLATTENING);
        double phi = Math.toRadians(latitude);
        double sin = Math.sin(phi);
        double w2 = 1 - e2 * sin * sin;
        double normal = Geodesy.SEMI_MAJOR_M / Math.sqrt(w2);
        return new LocalScale(Math.toRadians(normal * Math.cos(phi)), Math.toRadians(normal * (1 - e2) / w2));
    }

    /** Metres between two places by the plane at this latitude. */
    public double distanceM(double x1, double y1, double x2, double y2) {
        double dx = (x2 - x1) * lonM;
        double dy = (y2 - y1) * latM;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
