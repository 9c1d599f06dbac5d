package org.anlan.report;

import java.util.Locale;
import org.anlan.base.Text;

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
    MU("亩", "mu", 2),
    /** Percent. */
    PERCENT("%", 2),
    /** Metres a year. */
    METRES_PER_YEAR("m/a", 3),
    /** Degrees. */
    DEGREES("°", 6),
    /** A number without a unit. */
    NUMBER("", 3);

    private final String zh;
    private final String en;
    private final int decimals;

    Unit(String sign, int decimals) {
        this(sign, sign, decimals);
    }

    Unit(String zh, String en, int decimals) {
        this.zh = zh;
        this.en = en;
        this.decimals = decimals;
    }

    /** The sign that stands in the heading of a column ("m²"); blank for none. */
    public Text sign() {
        return new Text(zh, en);
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
