package org.anlan.format.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.format.SourceField;

/**
 * Guesses the type of a column from all its cells. Codes stay text: digits with a zero in front (a division code, a telephone
 * number), digits too many for a whole number, an exponent without a point ("12E3").
 */
final class CellGuess {

    private static final Pattern WHOLE = Pattern.compile("[+-]?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(0|[1-9]\\d{0,17})\\.\\d{0,30}([eE][+-]?\\d{1,3})?|[+-]?(0|[1-9]\\d{0,17})");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:-(\\d{1,2})-|/(\\d{1,2})/|年(\\d{1,2})月)(\\d{1,2})日?");
    private static final int LONGEST = 64;

    private boolean seen;
    private boolean whole = true;
    private boolean decimal = true;
    private boolean day = true;
    private boolean truth = true;

    /** Takes a cell of a {@link TableRow} into account; it is neither blank nor in trouble. */
    void see(Object cell) {
        seen = true;
        truth &= cell instanceof Boolean;
        if (cell instanceof String text) {
            seeText(text);
        } else if (cell instanceof Double number) {
            whole &= isWhole(number);
            day = false;
        } else {
            day &= cell instanceof LocalDate;
            whole = false;
            decimal = false;
        }
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15;
    }

    boolean isSeen() {
        return seen;
    }

    private void seeText(String cell) {
        boolean isShort = cell.length() <= LONGEST;
        whole = whole && isShort && WHOLE.matcher(cell).matches();
        decimal = decimal && isShort && DECIMAL.matcher(cell).matches();
        day = day && isShort && day(cell).isPresent();
    }

    SourceField.Type type() {
        if (!seen) {
            return SourceField.Type.TEXT;
        }
        if (truth) {
            return SourceField.Type.BOOLEAN;
        }
        if (whole) {
            return SourceField.Type.INTEGER;
        }
        if (decimal) {
            return SourceField.Type.NUMBER;
        }
        return day ? SourceField.Type.DATE : SourceField.Type.TEXT;
    }

    /** The value of a cell in a column of this type; {@code null} for a blank one and one in trouble. */
    static Object value(Object cell, SourceField.Type type) {
        if (cell == null || cell instanceof CellTrouble) {
            return null;
        }
        return switch (type) {
            case INTEGER -> cell instanceof Double d ? (Object) d.longValue() : Long.valueOf(cell.toString());
            case NUMBER -> cell instanceof Double ? cell : Double.valueOf(cell.toString());
            case DATE -> cell instanceof LocalDate ? cell : day(cell.toString()).orElseThrow();
            case BOOLEAN -> cell;
            case TEXT -> TableRow.text(cell);
        };
    }

    private static Optional<LocalDate> day(String cell) {
        Matcher parts = DAY.matcher(cell);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String month =
                parts.group(2) != null ? parts.group(2) : parts.group(3) != null ? parts.group(3) : parts.group(4);
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)), Integer.parseInt(month), Integer.parseInt(parts.group(5))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
