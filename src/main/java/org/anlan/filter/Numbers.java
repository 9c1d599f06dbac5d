package org.anlan.filter;

import java.math.BigDecimal;

/** Whole and decimal numbers together. Whole ones stay whole and exact as long as 64 bits hold them. */
final class Numbers {

    private static final long EXACT = 1L << 53;

    private Numbers() {}

    static int compare(Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x < y ? -1 : x > y ? 1 : 0; // 0 and −0 are one number
        }
        boolean exact = small(a) && small(b);
        return exact
                ? compare(Double.valueOf(a.doubleValue()), Double.valueOf(b.doubleValue()))
                : decimal(a).compareTo(decimal(b));
    }

    private static boolean small(Number number) {
        return number instanceof Double d ? Double.isInfinite(d) : Math.abs(number.longValue()) <= EXACT;
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(number.doubleValue());
    }

    /** {@code null} where there is no result: a division by zero, a number beyond all bounds. */
    static Number calculate(Operator operator, Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            return whole(operator, x, y);
        }
        return decimal(operator, a.doubleValue(), b.doubleValue());
    }

    private static Number whole(Operator operator, long x, long y) {
        return switch (operator) {
            case PLUS -> exactly(x + y, ((x ^ (x + y)) & (y ^ (x + y))) >= 0, operator, x, y);
            case MINUS -> exactly(x - y, ((x ^ y) & (x ^ (x - y))) >= 0, operator, x, y);
            case TIMES -> exactly(x * y, Math.multiplyHigh(x, y) == (x * y) >> 63, operator, x, y);
            case DIV -> y == 0 ? null : (Number) (x / y);
            case MODULO -> y == 0 ? null : (Number) (x % y);
            default -> decimal(operator, (double) x, (double) y);
        };
    }

    private static Number exactly(long result, boolean fits, Operator operator, long x, long y) {
        return fits ? (Number) result : decimal(operator, (double) x, (double) y);
    }

    private static Number decimal(Operator operator, double x, double y) {
        double result =
                switch (operator) {
                    case PLUS -> x + y;
                    case MINUS -> x - y;
                    case TIMES -> x * y;
                    case DIVIDE -> x / y;
                    case MODULO -> x % y;
                    case DIV -> x / y < 0 ? Math.ceil(x / y) : Math.floor(x / y);
                    case POWER -> Math.pow(x, y);
                    default -> throw new IllegalArgumentException(operator + " does not calculate");
                };
        return Double.isFinite(result) ? (Number) result : null;
    }
}
