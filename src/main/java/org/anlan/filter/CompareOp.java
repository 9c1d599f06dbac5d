package org.anlan.filter;

/** A comparison of two scalar values (21-065r2, rule {@code comparisonOperator}). */
public enum CompareOp {
    /** Equal. */
    EQUAL("="),
    /** Not equal. */
    NOT_EQUAL("<>"),
    /** Less than. */
    LESS("<"),
    /** Greater than. */
    GREATER(">"),
    /** Less than or equal. */
    AT_MOST("<="),
    /** Greater than or equal. */
    AT_LEAST(">=");

    private final String sign;

    CompareOp(String sign) {
        this.sign = sign;
    }

    /** How it is written, in text and in JSON. */
    public String sign() {
        return sign;
    }

    /** Whether it holds of two values that compare so (negative, zero, positive). */
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** The same with its operands exchanged. */
    CompareOp turned() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case GREATER -> LESS;
            case AT_MOST -> AT_LEAST;
            case AT_LEAST -> AT_MOST;
        };
    }
}
