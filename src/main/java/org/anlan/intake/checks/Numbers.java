package org.anlan.intake.checks;

import java.util.Locale;

/** How numbers are written in findings. */
final class Numbers {

    private Numbers() {}

    /** To the millimetre. */
    static String fine(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** To one decimal. */
    static String rough(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
