package org.anlan.filter;

/** An operation on two numbers (21-065r2, rule {@code arithmeticExpression}). */
public enum ArithmeticOp {
    /** Sum. */
    PLUS("+"),
    /** Difference. */
    MINUS("-"),
    /** Product. */
    TIMES("*"),
    /** Quotient of real numbers: 7 / 2 = 3.5. */
    DIVIDE("/"),
    /** What is left of a division cut towards zero: -7 % 2 = -1. */
    MODULO("%"),
    /** Quotient cut towards zero: -7 div 2 = -3. */
    DIV("div"),
    /** Power. */
    POWER("^");

    private final String sign;

    ArithmeticOp(String sign) {
        this.sign = sign;
    }

    /** How it is written, in text and in JSON. */
    public String sign() {
        return sign;
    }
}
