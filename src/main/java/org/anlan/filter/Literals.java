package org.anlan.filter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.anlan.base.Refusal;

/** Reads literals as both encodings have them: texts, numbers, days, moments, rectangles. */
final class Literals {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)", Pattern.CASE_INSENSITIVE);

    private final ShapeCheck shapes = new ShapeCheck();

    /** Looks at the shapes of a filter, and counts their vertices. */
    ShapeCheck shapes() {
        return shapes;
    }

    /** A text; it holds nothing that the grammar has no place for (21-065r2, rule {@code character}). */
    Expression words(String text, Spot spot) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean control = c < 7 || (c > 13 && c < 32);
            if (control || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF) {
                throw spot.refusal("文本中不能有字符 U+%04X", "a text cannot hold the character U+%04X", c);
            }
        }
        return new Expression.Words(text);
    }

    /** A number: exact where it is whole and fits 64 bits, else the nearest 64-bit floating-point number. */
    Expression number(String digits, Spot spot) {
        if (digits.length() > Limits.NUMBER) {
            throw spot.refusal("数值过长，最多 %d 个字符", "the number is too long: at most %d characters", Limits.NUMBER);
        }
        double nearest = Double.parseDouble(digits);
        if (!Double.isFinite(nearest)) {
            throw spot.refusal("数值超出范围", "the number is out of range");
        }
        try {
            return new Expression.Figure(new BigDecimal(digits).longValueExact());
        } catch (ArithmeticException notWholeOrTooLarge) {
            boolean whole = nearest == Math.rint(nearest) && Math.abs(nearest) < 0x1p63;
            return new Expression.Figure(whole ? (Number) (long) nearest : (Number) nearest);
        }
    }

    /** A day, RFC 3339 {@code full-date}. */
    Expression day(String text, Spot spot) {
        if (!DAY.matcher(text).matches()) {
            throw badDay(text, spot);
        }
        try {
            return new Expression.Day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw badDay(text, spot);
        }
    }

    /** A moment, RFC 3339 {@code date-time}. */
    Expression moment(String text, Spot spot) {
        if (!MOMENT.matcher(text).matches()) {
            throw badMoment(text, spot);
        }
        try {
            Instant moment = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year < 0 || year > 9999) {
                throw badMoment(text, spot);
            }
            return new Expression.Moment(moment);
        } catch (DateTimeException e) {
            throw badMoment(text, spot);
        }
    }

    /** A day or a moment, whichever it is written as. */
    Expression instant(String text, Spot spot) {
        return text.length() > 10 ? moment(text, spot) : day(text, spot);
    }

    /** A rectangle of four numbers, or of six, of which the heights count for nothing. */
    Expression box(List<Double> numbers, Spot spot) {
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw spot.refusal("矩形应有 4 个或 6 个数", "a bounding box has 4 or 6 numbers");
        }
        shapes.count(4, spot);
        int axes = numbers.size() / 2;
        double[] lower = corner(numbers, 0, spot);
        double[] upper = corner(numbers, axes, spot);
        if (lower[0] > upper[0] && lower[1] > upper[1]) {
            throw spot.refusal("矩形的角颠倒了", "the corners of the bounding box are the wrong way round");
        }
        return new Expression.Box(lower[0], lower[1], upper[0], upper[1]);
    }

    private static double[] corner(List<Double> numbers, int at, Spot spot) {
        return new double[] {ShapeCheck.sane(numbers.get(at), spot), ShapeCheck.sane(numbers.get(at + 1), spot)};
    }

    private static Refusal badDay(String text, Spot spot) {
        return spot.refusal("“%s”不是日期；应如 2020-12-31", "\"%s\" is no date; write it like 2020-12-31", Spot.shown(text));
    }

    private static Refusal badMoment(String text, Spot spot) {
        return spot.refusal(
                "“%s”不是时刻；应如 2020-12-31T08:30:00Z",
                "\"%s\" is no timestamp; write it like 2020-12-31T08:30:00Z", Spot.shown(text));
    }
}
