package org.anlan.geo;

import org.locationtech.jts.geom.Envelope;

/** How far two longitude/latitude extents lie apart. */
final class ExtentDistance {

    private ExtentDistance() {}

    /** Metres between the sides that face each other; 0 when they meet, infinite when one is a null envelope. */
    static double metres(Envelope a, Envelope b) {
        if (a.isNull() || b.isNull()) {
            return Double.POSITIVE_INFINITY;
        }
        double[] lon = facing(a.getMinX(), a.getMaxX(), b.getMinX(), b.getMaxX());
        double[] lat = facing(a.getMinY(), a.getMaxY(), b.getMinY(), b.getMaxY());
        return Geodesy.distanceM(lon[0], lat[0], lon[1], lat[1]);
    }

    private static double[] facing(double min1, double max1, double min2, double max2) {
        if (max1 < min2) {
            return new double[] {max1, min2};
        }
        if (max2 < min1) {
            return new double[] {min1, max2};
        }
        double common = Math.max(min1, min2);
        return new double[] {common, common};
    }
}
