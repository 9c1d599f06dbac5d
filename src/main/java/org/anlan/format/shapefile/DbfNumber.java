package org.anlan.format.shapefile;

import java.nio.charset.StandardCharsets;

/** Reads numbers straight from the bytes of a row, without making a string of each. */
final class DbfNumber {

    private static final int EXACT_DIGITS = 18;
    private static final long EXACT_MANTISSA = 1L << 53;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DbfNumber() {}

    /** A whole number of {@code bytes[from..to)}, which is trimmed; {@link DbfValue#BAD} when it is none. */
    static Object whole(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        int at = negative || bytes[from] == '+' ? from + 1 : from;
        if (at == to || to - at > EXACT_DIGITS) {
            return DbfValue.BAD;
        }
        long value = 0;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return wholeWithPoint(bytes, from, to);
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    /** A decimal number of {@code bytes[from..to)}, which is trimmed; {@link DbfValue#BAD} when it is none. */
    static Object decimal(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        int at = negative || bytes[from] == '+' ? from + 1 : from;
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean point = false;
        for (; at < to; at++) {
            byte b = bytes[at];
            if (b == '.' && !point) {
                point = true;
                continue;
            }
            if (b < '0' || b > '9' || ++digits > EXACT_DIGITS) {
                return byLibrary(bytes, from, to);
            }
            mantissa = mantissa * 10 + (b - '0');
            scale += point ? 1 : 0;
        }
        if (digits == 0) {
            return DbfValue.BAD;
        }
        if (mantissa > EXACT_MANTISSA) {
            return byLibrary(bytes, from, to);
        }
        // both are exact doubles, so the quotient is correctly rounded (Clinger 1990)
        double value = mantissa / POWERS[scale];
        return negative ? -value : value;
    }

    /** "12." or "12.000" in a field without decimals, as some writers leave it. */
    private static Object wholeWithPoint(byte[] bytes, int from, int to) {
        Object value = decimal(bytes, from, to);
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < EXACT_MANTISSA
                ? (Object) number.longValue()
                : DbfValue.BAD;
    }

    private static Object byLibrary(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("0123456789+-.eE".indexOf(bytes[i]) < 0) {
                return DbfValue.BAD;
            }
        }
        try {
            double value = Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
            return Double.isFinite(value) ? value : DbfValue.BAD;
        } catch (NumberFormatException notANumber) {
            return DbfValue.BAD;
        }
    }
}
