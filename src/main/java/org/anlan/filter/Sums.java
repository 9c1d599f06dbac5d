package org.anlan.filter;

/** Arithmetic with whole and floating-point numbers. */
final class Sums {

    private Sums() {}

    /** What comes out; {@code null} for a division by zero, or when it is no finite number. Whole numbers that grow too large go on as floating-point. */
    static Number of(ArithmeticOp op, Number one, Number other) {
        if (one instanceof Long a && other instanceof Long b) {
            Number whole = whole(op, a, b);
            if (whole != null) {
                return whole;
            }
        }
        double result = real(op, one.doubleValue(), other.doubleValue());
        return Double.isFinite(result) ? result : null;
    }

    /** Exactly; {@code null} where it is no whole number of 64 bits. */
    private static Long whole(ArithmeticOp op, long a, long b) {
        try {
            return switch (op) {
                case PLUS -> Math.addExact(a, b);
                case MINUS -> Math.subtractExact(a, b);
                case TIMES -> Math.multiplyExact(a, b);
                case MODULO -> b == 0 ? null : Long.valueOf(a % b);
                case DIV -> b == 0 || (b == -1 && a == Long.MIN_VALUE) ? null : Long.valueOf(a / b);
                case DIVIDE, POWER -> null;
            };
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private static double real(ArithmeticOp op, double a, double b) {
        return switch (op) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDE -> a / b;
            case MODULO -> a % b;
            case DIV -> cut(a / b);
            case POWER -> Math.pow(a, b);
        };
    }

    private static double cut(double quotient) {
        return quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
    }
}
