package org.anlan.coast.rates;

/**
 * Student's t distribution for whole degrees of freedom. The probability is the finite sum of Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964),
 * 26.7.3 and 26.7.4; the quantile is found by halving.
 */
public final class StudentT {

    private static final int HALVINGS = 60;

    private StudentT() {}

    /**
     * Probability that |t| is at most a value.
     *
     * @param t the value, not negative
     * @param degrees degrees of freedom, at least 1
     */
    public static double within(double t, int degrees) {
        return ofAngle(Math.atan(t / Math.sqrt(degrees)), degrees);
    }

    /**
     * The value that |t| does not exceed with a probability: the factor of a two-sided confidence band (12.7062 for 0.95 and one degree of freedom).
     *
     * @param probability more than 0, less than 1
     * @param degrees degrees of freedom, at least 1
     */
    public static double twoSided(double probability, int degrees) {
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (ofAngle(middle, degrees) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(degrees) * Math.tan((low + high) / 2);
    }

    /** The probability for the angle θ = arctan(t / √ν). */
    private static double ofAngle(double angle, int degrees) {
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        boolean odd = degrees % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int k = odd ? 1 : 0; k <= degrees - 2; k += 2) {
            sum += term;
            term *= cosine * cosine * (k + 1) / (k + 2);
        }
        return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }
}
