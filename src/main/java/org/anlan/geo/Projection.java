package org.anlan.geo;

/** The formulas of one coordinate system; coordinates are changed in place. Implementations hold no state that changes. */
interface Projection {

    /**
     * Longitude and latitude in degrees to x and y of the system.
     *
     * @return false when the place cannot be shown in the system; the coordinate is then unchanged
     */
    boolean forward(double[] xy, int at);

    /**
     * x and y of the system to longitude and latitude in degrees.
     *
     * @return false when there is no such place; the coordinate is then unchanged
     */
    boolean inverse(double[] xy, int at);

    /** The formulas of a listed system. */
    static Projection of(Crs crs) {
        return switch (crs.kind()) {
            case GEOGRAPHIC -> new Degrees();
            case WEB_MERCATOR -> new WebMercator();
            case GAUSS_KRUGER_3, GAUSS_KRUGER_6, UTM -> new TransverseMercator(crs);
        };
    }

    /** Longitude and latitude as they are. */
    final class Degrees implements Projection {
        @Override
        public boolean forward(double[] xy, int at) {
            return Math.abs(xy[at]) <= 180 && Math.abs(xy[at + 1]) <= 90;
        }

        @Override
        public boolean inverse(double[] xy, int at) {
            return forward(xy, at);
        }
    }

    /** Spherical Mercator with the radius 6378137 m (EPSG method 1024); latitudes within 85.06°. */
    final class WebMercator implements Projection {
        private static final double RADIUS = 6378137;
        private static final double EDGE = Math.PI * RADIUS + 0.01;

        @Override
        public boolean forward(double[] xy, int at) {
            double latitude = Math.toRadians(xy[at + 1]);
            double x = Math.toRadians(xy[at]) * RADIUS;
            double y = TransverseMercator.asinh(Math.tan(latitude)) * RADIUS;
            if (!(Math.abs(x) <= EDGE && Math.abs(y) <= EDGE && Math.abs(xy[at + 1]) < 86)) {
                return false;
            }
            xy[at] = x;
            xy[at + 1] = y;
            return true;
        }

        @Override
        public boolean inverse(double[] xy, int at) {
            if (!(Math.abs(xy[at]) <= EDGE && Math.abs(xy[at + 1]) <= EDGE)) {
                return false;
            }
            xy[at] = Math.toDegrees(xy[at] / RADIUS);
            xy[at + 1] = Math.toDegrees(Math.atan(Math.sinh(xy[at + 1] / RADIUS)));
            return true;
        }
    }
}
