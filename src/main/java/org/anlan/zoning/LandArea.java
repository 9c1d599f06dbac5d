package org.anlan.zoning;

import java.util.Locale;

/** Areas in the units that people use for land: hectares, and mu (亩), 15 to the hectare. */
final class LandArea {

    private static final double HECTARE_M2 = 10_000;
    private static final double MU_PER_HECTARE = 15;

    private LandArea() {}

    static double ha(double areaM2) {
        return areaM2 / HECTARE_M2;
    }

    static double mu(double areaM2) {
        return ha(areaM2) * MU_PER_HECTARE;
    }

    /** Hectares to the 0.001, which is 10 m². */
    static String haText(double areaM2) {
        return String.format(Locale.ROOT, "%.3f", ha(areaM2));
    }

    /** Mu to the 0.01. */
    static String muText(double areaM2) {
        return String.format(Locale.ROOT, "%.2f", mu(areaM2));
    }
}
