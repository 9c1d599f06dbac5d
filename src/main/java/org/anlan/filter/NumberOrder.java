package org.anlan.filter;

/** How whole and floating-point numbers compare: exactly, as the numbers they are (a long above 2^53 too). */
final class NumberOrder {

    private NumberOrder() {}

    /** Negative, zero or positive; neither is NaN. */
    static int compare(Number one, Number other) {
        if (one instanceof Long a) {
            return other instanceof Long b ? Long.compare(a, b) : compare((long) a, other.doubleValue());
        }
        double a = one.doubleValue();
        return other instanceof Long b ? -compare((long) b, a) : compare(a, other.doubleValue());
    }

    private static int compare(double a, double b) {
        return a < b ? -1 : a > b ? 1 : 0;
    }

    /** A double beyond 2^63 lies beyond every long; any other is cut to a whole number, and what was cut off decides a tie. */
    private static int compare(long a, double b) {
        if (b >= 0x1p63) {
            return -1;
        }
        if (b < -0x1p63) {
            return 1;
        }
        long whole = (long) b;
        return a != whole ? Long.compare(a, whole) : compare((double) whole, b);
    }
}
