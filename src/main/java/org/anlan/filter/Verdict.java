package org.anlan.filter;

/** What a condition comes to, in the three-valued logic of SQL (21-065r2, truth table of clause 6.2). Only what is true passes. */
enum Verdict {
    /** It holds. */
    TRUE,
    /** It does not hold. */
    FALSE,
    /** There is no value to tell by. */
    UNKNOWN;

    static Verdict of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Verdict not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
