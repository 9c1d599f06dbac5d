package org.anlan.format.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.JulianFields;

/** Reads the value of one field in a row; {@code null} for a blank one. */
@FunctionalInterface
interface DbfValue {

    /** A value that is there and cannot be read. */
    Flaw BAD = new Flaw(Trouble.UNREADABLE, null);

    /** What may be wrong with a value. */
    enum Trouble {
        /** It is not what its field says. */
        UNREADABLE,
        /** Some bytes are no characters of the encoding. */
        UNDECODABLE,
        /** Its last character is cut in half, as clipping to the field's bytes does; the half was left out. */
        CLIPPED
    }

    /**
     * A value with something wrong.
     *
     * @param trouble what is wrong
     * @param value what can be used of it; {@code null} when nothing can
     */
    record Flaw(Trouble trouble, Object value) {}

    /** The value of {@code bytes[from..to)}: {@code null} when blank, a {@link Flaw} when something is wrong with it. */
    Object read(byte[] bytes, int from, int to);

    /** A number in digits; blank, or all asterisks (a number too wide for its field), is none. */
    static DbfValue digits(boolean whole) {
        return (bytes, from, to) -> {
            int begin = from;
            int end = to;
            while (begin < end && isBlank(bytes[begin])) {
                begin++;
            }
            while (end > begin && isBlank(bytes[end - 1])) {
                end--;
            }
            if (begin == end || bytes[begin] == '*') {
                return null;
            }
            return whole ? DbfNumber.whole(bytes, begin, end) : DbfNumber.decimal(bytes, begin, end);
        };
    }

    /** A date as yyyyMMdd; zeros are a blank. */
    static Object date(byte[] bytes, int from, int to) {
        int number = 0;
        boolean blank = true;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            blank &= isBlank(bytes[i]) || digit == 0;
            number = digit < 0 || digit > 9 || number < 0 ? -1 : number * 10 + digit;
        }
        if (blank) {
            return null;
        }
        try {
            return number < 0 ? BAD : LocalDate.of(number / 10000, number / 100 % 100, number % 100);
        } catch (DateTimeException noSuchDay) {
            return BAD;
        }
    }

    /** T, Y or F, N; a question mark or blank is none. */
    static Object logical(byte[] bytes, int from, int to) {
        return switch (bytes[from]) {
            case 'T', 't', 'Y', 'y', '1' -> true;
            case 'F', 'f', 'N', 'n', '0' -> false;
            case '?', ' ', 0 -> null;
            default -> BAD;
        };
    }

    /** A 32-bit whole number (FoxPro). */
    static Object binaryWhole(byte[] bytes, int from, int to) {
        return (long) binary(bytes, to).getInt(from);
    }

    /** A 64-bit floating-point number (FoxPro). */
    static Object binaryDecimal(byte[] bytes, int from, int to) {
        double value = binary(bytes, to).getDouble(from);
        return Double.isFinite(value) ? value : BAD;
    }

    /** The day of a time stamp: Julian day number and milliseconds (FoxPro). */
    static Object binaryDay(byte[] bytes, int from, int to) {
        int day = binary(bytes, to).getInt(from);
        if (day == 0 || bytes[from] == ' ') {
            return null;
        }
        try {
            return LocalDate.MIN.with(JulianFields.JULIAN_DAY, day);
        } catch (DateTimeException noSuchDay) {
            return BAD;
        }
    }

    private static ByteBuffer binary(byte[] bytes, int to) {
        return ByteBuffer.wrap(bytes, 0, to).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == 0 || b == '\t';
    }
}
