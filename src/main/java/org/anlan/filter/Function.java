package org.anlan.filter;

import java.util.Locale;

/** A function of one argument that a filter may call. */
public enum Function {
    /** Text as it compares without regard to case (21-065r2, Case-insensitive Comparison). */
    CASEI(ValueType.TEXT, ValueType.TEXT),
    /** Text as it compares without regard to accents (21-065r2, Accent-insensitive Comparison). */
    ACCENTI(ValueType.TEXT, ValueType.TEXT),
    /** Text in upper case, by the rules of no country. */
    UPPER(ValueType.TEXT, ValueType.TEXT),
    /** Text in lower case, by the rules of no country. */
    LOWER(ValueType.TEXT, ValueType.TEXT),
    /** Geodesic length of lines in metres; 0 for points and areas. */
    LENGTH(ValueType.GEOMETRY, ValueType.NUMBER),
    /** Geodesic area of a shape in square metres. */
    AREA(ValueType.GEOMETRY, ValueType.NUMBER);

    private final ValueType argument;
    private final ValueType result;

    Function(ValueType argument, ValueType result) {
        this.argument = argument;
        this.result = result;
    }

    /** Type of the argument. */
    public ValueType argument() {
        return argument;
    }

    /** Type of what comes out. */
    public ValueType result() {
        return result;
    }

    /** The name as it is written: "CASEI" and "ACCENTI" are words of the standard, the others are functions of ours. */
    String word() {
        return folding() ? name() : op();
    }

    /** The name in JSON, and the one that it is published by. */
    public String op() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may stand around the pattern of LIKE. */
    boolean folding() {
        return this == CASEI || this == ACCENTI;
    }
}
