package org.anlan.coast.rates;

import org.anlan.geo.Geodesy;

/**
 * A place on a baseline and the direction to its left, which is seaward once the baseline is turned that way.
 *
 * @param lon longitude in degrees
 * @param lat latitude in degrees
 * @param leftLon degrees of longitude in one metre to the left
 * @param leftLat degrees of latitude in one metre to the left
 */
public record Foot(double lon, double lat, double leftLon, double leftLat) {

    /** The longitude so many metres to the left, negative to the right. */
    public double lonAt(double metres) {
        return lon + metres * leftLon;
    }

    /** The latitude so many metres to the left, negative to the right. */
    public double latAt(double metres) {
        return lat + metres * leftLat;
    }

    /** The geodesic distance to the place so many metres to the left by the local scale; negative to the right. */
    public double distanceM(double metres) {
        double geodesic = Geodesy.distanceM(lon, lat, lonAt(metres), latAt(metres));
        return metres < 0 ? -geodesic : geodesic;
    }
}
