package org.anlan.coast.rates;

import java.util.OptionalDouble;

/**
 * The straight line d = intercept + slope · t through points with weights w, by least squares of Σ w (d − intercept − slope · t)². With n points, weighted means t̄ and
 * d̄ and residuals e: slope = Σ w (t − t̄)(d − d̄) / Σ w (t − t̄)²; R² = 1 − Σ w e² / Σ w (d − d̄)²; standard error s = √(Σ w e² / (n − 2)); standard error of the slope =
 * s / √(Σ w (t − t̄)²); the 95 % band of the slope is that times Student's t with n − 2 degrees of freedom. Source: USGS DSAS 5.0 user guide (Himmelstoss et al., 2018,
 * Open-File Report 2018-1179): LRR, LR2, LSE, LCI95 with w = 1, WLR, WR2, WSE, WCI95 with w = 1/u².
 *
 * @param slope units of d for one of t
 * @param determination R²; empty where all d are the same, and for two points, which every line fits
 * @param standardError s, in units of d (with w = 1); empty for two points
 * @param slopeBand half the width of the 95 % band of the slope; empty for two points
 */
public record Regression(
        double slope, OptionalDouble determination, OptionalDouble standardError, OptionalDouble slopeBand) {

    /** The probability that the band stands for, percent. */
    public static final int CONFIDENCE_PERCENT = 95;

    /**
     * Fits the line.
     *
     * @param t two times at least, not all the same
     * @param d as many distances
     * @param w as many weights, positive
     */
    public static Regression fit(double[] t, double[] d, double[] w) {
        double sum = 0;
        double meanT = 0;
        double meanD = 0;
        for (int i = 0; i < t.length; i++) {
            sum += w[i];
            meanT += w[i] * (t[i] - t[0]);
            meanD += w[i] * (d[i] - d[0]);
        }
        meanT = t[0] + meanT / sum;
        meanD = d[0] + meanD / sum;
        double tt = 0;
        double td = 0;
        double dd = 0;
        for (int i = 0; i < t.length; i++) {
            tt += w[i] * (t[i] - meanT) * (t[i] - meanT);
            td += w[i] * (t[i] - meanT) * (d[i] - meanD);
            dd += w[i] * (d[i] - meanD) * (d[i] - meanD);
        }
        double slope = td / tt;
        double residual = 0;
        for (int i = 0; i < t.length; i++) {
            double e = d[i] - meanD - slope * (t[i] - meanT);
            residual += w[i] * e * e;
        }
        int degrees = t.length - 2;
        if (degrees == 0) {
            return new Regression(slope, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
        OptionalDouble determination = dd > 0 ? OptionalDouble.of(1 - residual / dd) : OptionalDouble.empty();
        double error = Math.sqrt(residual / degrees);
        double band = StudentT.twoSided(CONFIDENCE_PERCENT / 100.0, degrees) * error / Math.sqrt(tt);
        return new Regression(slope, determination, OptionalDouble.of(error), OptionalDouble.of(band));
    }
}
