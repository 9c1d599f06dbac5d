package org.anlan.format.kml;

import java.util.Arrays;

/**
 * Reads the text of a {@code coordinates} element (OGC 12-007r2, clause 10.9): tuples of longitude, latitude and perhaps height. Blanks part
 * tuples; those beside a comma are forgiven, as hand-made files have them.
 */
final class CoordinateText {

    private static final int MOST_POINTS = 4_000_000;
    private static final int LONGEST = 40;

    private final StringBuilder number = new StringBuilder();
    private double[] xy = new double[16];
    private int points;
    private int ordinate;
    private boolean comma;
    private boolean pending;
    private boolean heights;
    private boolean bad;

    /** Takes the next piece of the text. */
    void add(char[] piece) {
        for (char c : piece) {
            if (c == ',') {
                endNumber();
                bad |= comma || ordinate == 0;
                comma = true;
            } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF') {
                endNumber();
            } else {
                begin(c);
            }
        }
    }

    private void begin(char c) {
        if (!pending) {
            if (!comma) {
                endTuple();
            }
            comma = false;
            pending = true;
        }
        bad |= number.length() >= LONGEST || "0123456789+-.eE".indexOf(c) < 0;
        if (!bad) {
            number.append(c);
        }
    }

    private void endNumber() {
        if (!pending) {
            return;
        }
        pending = false;
        double value = parsed();
        number.setLength(0);
        bad |= !Double.isFinite(value) || ordinate > 2;
        if (ordinate < 2 && !bad) {
            if (2 * points + 1 >= xy.length) {
                xy = Arrays.copyOf(xy, 2 * xy.length);
            }
            xy[2 * points + ordinate] = value;
        } else {
            heights |= value != 0;
        }
        ordinate++;
    }

    private double parsed() {
        try {
            return Double.parseDouble(number.toString());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private void endTuple() {
        bad |= ordinate == 1 || points >= MOST_POINTS;
        if (ordinate > 1 && !bad) {
            points++;
        }
        ordinate = 0;
    }

    /** The points, x before y; fails for text that is not made of tuples. */
    double[] xy() throws BadShape {
        endNumber();
        // a comma behind a tuple that is whole is what some programs end with
        bad |= comma && ordinate < 2;
        endTuple();
        comma = false;
        if (bad) {
            throw new BadShape(
                    "“coordinates”不是“经度,纬度”或“经度,纬度,高程”的列表，含有不是有限数的坐标，或超过四百万个点",
                    "“coordinates” is no list of longitude,latitude or longitude,latitude,height, holds something that is no finite number, or has more than four million points");
        }
        return Arrays.copyOf(xy, 2 * points);
    }

    /** Whether there were heights other than 0. */
    boolean hasHeights() {
        return heights;
    }
}
