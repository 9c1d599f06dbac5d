package org.anlan.geo;

/**
 * Gauss-Krüger and UTM: the transverse Mercator projection by Krüger's series to the sixth order in the third flattening (Karney
 * 2011, "Transverse Mercator with an accuracy of a few nanometers", equations 7-11 and 14-36). Exact to nanometres in the whole
 * range that is let through.
 */
final class TransverseMercator implements Projection {

    /** Eastings with a zone prefix are unambiguous only within their zone's million. */
    private static final double PREFIXED_REACH_M = 500_000;

    private static final double REACH_M = 1_500_000;
    private static final double NORTHING_M = 10_000_000;

    private final double meridian;
    private final double falseEasting;
    private final double radius;
    private final double e;
    private final double reach;
    private final double[] alpha;
    private final double[] beta;
    private final double[] delta;

    TransverseMercator(Crs crs) {
        double f = 1 / crs.datum().inverseFlattening();
        double n = f / (2 - f);
        double n2 = n * n;
        meridian = crs.centralMeridian();
        falseEasting = crs.falseEasting();
        radius = crs.scale() * crs.datum().semiMajorM() / (1 + n) * (1 + n2 * (1 / 4.0 + n2 * (1 / 64.0 + n2 / 256)));
        e = Math.sqrt(f * (2 - f));
        reach = crs.zonePrefix() ? PREFIXED_REACH_M : REACH_M;
        alpha = KruegerSeries.forward(n);
        beta = KruegerSeries.inverse(n);
        delta = KruegerSeries.geographic(n);
    }

    @Override
    public boolean forward(double[] xy, int at) {
        double lonOff = xy[at] - meridian;
        if (!(Math.abs(xy[at + 1]) <= 90 && Math.abs(lonOff) <= 60)) {
            return false;
        }
        double lambda = Math.toRadians(lonOff);
        double tau = Math.tan(Math.toRadians(xy[at + 1]));
        double taup = conformal(tau);
        double cos = Math.cos(lambda);
        double xi = Math.atan2(taup, cos);
        double eta = asinh(Math.sin(lambda) / Math.sqrt(taup * taup + cos * cos));
        double[] sum = new double[2];
        KruegerSeries.sum(alpha, xi, eta, sum);
        double east = radius * (eta + sum[1]);
        if (!(Math.abs(east) <= reach)) {
            return false;
        }
        xy[at] = falseEasting + east;
        xy[at + 1] = radius * (xi + sum[0]);
        return true;
    }

    @Override
    public boolean inverse(double[] xy, int at) {
        double east = xy[at] - falseEasting;
        if (!(Math.abs(east) <= reach && Math.abs(xy[at + 1]) <= NORTHING_M)) {
            return false;
        }
        double xi = xy[at + 1] / radius;
        double eta = east / radius;
        double[] sum = new double[2];
        KruegerSeries.sum(beta, xi, eta, sum);
        double xip = xi - sum[0];
        double etap = eta - sum[1];
        double grow = Math.exp(etap);
        double sinh = Math.abs(etap) < 1e-5 ? etap : 0.5 * (grow - 1 / grow);
        double cos = Math.cos(xip);
        double across = Math.sqrt(sinh * sinh + cos * cos);
        double taup = Math.sin(xip) / across;
        xy[at] = meridian + Math.toDegrees(Math.atan2(sinh, cos));
        xy[at + 1] = Math.toDegrees(Math.atan(taup) + KruegerSeries.sum(delta, taup));
        return true;
    }

    /** Tangent of the conformal latitude from the tangent of the latitude (Karney 2011, eq. 7-9). */
    private double conformal(double tau) {
        double secant = Math.sqrt(1 + tau * tau);
        double sigma = Math.sinh(e * atanh(e * tau / secant));
        return tau * Math.sqrt(1 + sigma * sigma) - sigma * secant;
    }

    static double asinh(double x) {
        double a = Math.abs(x);
        return Math.copySign(Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1))), x);
    }

    private static double atanh(double x) {
        return 0.5 * Math.log1p(2 * x / (1 - x));
    }
}
