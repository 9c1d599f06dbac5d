package org.anlan.coast.rates;

import org.anlan.base.Refusal;

/**
 * How transects are cast from a baseline.
 *
 * @param spacingM metres along the baseline from one transect to the next; each stands in the middle of its stretch
 * @param halfLengthM how far a transect reaches to either side of the baseline, metres
 * @param smoothingM length of the chord of the baseline that a transect is perpendicular to, metres, centred on its foot (the smoothing distance of DSAS 5)
 * @param pick which intersection counts where there are several
 */
public record Casting(double spacingM, double halfLengthM, double smoothingM, Pick pick) {

    /** Metres between transects unless said otherwise. [cfg] */
    public static final double DEFAULT_SPACING_M = 50;

    /** Reach to either side unless said otherwise, metres. [cfg] */
    public static final double DEFAULT_HALF_LENGTH_M = 200;

    /** Smoothing unless said otherwise, metres. [cfg] */
    public static final double DEFAULT_SMOOTHING_M = 500;

    /** The most that spacing, reach and smoothing may be, metres: the straight transects stay within centimetres of geodesics. */
    public static final double MOST_M = 10_000;

    /** The least that they may be, metres. */
    public static final double LEAST_M = 0.1;

    /** The most transects of one figure. */
    public static final int MOST_TRANSECTS = 100_000;

    /** Refused ({@code bad-parameter}) when a length is out of bounds or no number. */
    public Casting {
        check("间距", "spacing", spacingM);
        check("半长", "half-length", halfLengthM);
        check("平滑长度", "smoothing", smoothingM);
    }

    private static void check(String zh, String en, double metres) {
        if (!(metres >= LEAST_M && metres <= MOST_M)) {
            throw Refusal.invalid(
                    "bad-parameter",
                    "%1$s（%2$s）%3$s 应为 %4$s 到 %5$s 米",
                    "The %2$s %3$s should be from %4$s to %5$s m",
                    zh,
                    en,
                    Double.toString(metres),
                    Double.toString(LEAST_M),
                    Double.toString(MOST_M));
        }
    }
}
