package org.anlan.report;

import java.util.Locale;

/** What the numbers of a column are, and how many decimals people are shown; a workbook has the number as it is. */
public enum Unit {
    /** No number, or one that is shown as it is (a year, a revision). */
    NONE("", -1),
    /** How many. */
    COUNT("", 0),
    /** Metres. */
    METRES("m", 2),
    /** Kilometres. */
    KILOMETRES("km", 3),
    /** Square metres. */
    SQUARE_METRES("m²", 1),
    /** Hectares. */
    HECTARES("ha", 4),
    /** Mu (亩): 1/15 of a hectare. */
    MU("亩", 2),
    /** Percent. */
    PERCENT("%", 2),
    /** Metres a year. */
    METRES_PER_YEAR("m/a", 3),
    /** Degrees. */
    DEGREES("°", 6),
    /** A number without a unit. */
    NUMBER("", 3);

    private final String sign;
    private final int decimals;

    Unit(String sign, int decimals) {
        this.sign = sign;
        this.decimals = decimals;
    }

    /** The sign that stands in the heading of a column ("m²"); blank for none. */
    public String sign() {
        return sign;
    }

    /** A number as people are shown it, without the sign. */
    public String shown(Number number) {
        if (decimals < 0) {
            return number.toString();
        }
        double value = number.doubleValue();
        String shown = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return shown.matches("-[0.,]+") ? shown.substring(1) : shown; // -0.00 is nothing
    }
}
