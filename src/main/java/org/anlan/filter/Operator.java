package org.anlan.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operators and functions of CQL2, by the words of its JSON, and what they take. */
enum Operator {
    AND("and", Takes.BOOLEANS, 2, 10_000),
    OR("or", Takes.BOOLEANS, 2, 10_000),
    NOT("not", Takes.BOOLEANS, 1, 1),
    EQ("=", Takes.ALIKE, 2, 2),
    NE("<>", Takes.ALIKE, 2, 2),
    LT("<", Takes.ORDERED, 2, 2),
    GT(">", Takes.ORDERED, 2, 2),
    LE("<=", Takes.ORDERED, 2, 2),
    GE(">=", Takes.ORDERED, 2, 2),
    LIKE("like", Takes.TEXTS, 2, 2),
    BETWEEN("between", Takes.ORDERED, 3, 3),
    IN("in", Takes.ALIKE, 2, 1_001),
    IS_NULL("isNull", Takes.ANYTHING, 1, 1),
    CASEI("casei", Takes.TEXT, 1, 1),
    ACCENTI("accenti", Takes.TEXT, 1, 1),
    UPPER("upper", Takes.TEXT, 1, 1),
    LOWER("lower", Takes.TEXT, 1, 1),
    LENGTH("length", Takes.MEASURE, 1, 1),
    AREA("area", Takes.MEASURE, 1, 1),
    PLUS("+", Takes.NUMBERS, 2, 2),
    MINUS("-", Takes.NUMBERS, 2, 2),
    TIMES("*", Takes.NUMBERS, 2, 2),
    DIVIDE("/", Takes.NUMBERS, 2, 2),
    MODULO("%", Takes.NUMBERS, 2, 2),
    DIV("div", Takes.NUMBERS, 2, 2),
    POWER("^", Takes.NUMBERS, 2, 2),
    INTERVAL("interval", Takes.ENDS, 2, 2),
    S_INTERSECTS,
    S_DISJOINT,
    S_EQUALS,
    S_TOUCHES,
    S_CROSSES,
    S_WITHIN,
    S_CONTAINS,
    S_OVERLAPS,
    T_AFTER,
    T_BEFORE,
    T_CONTAINS,
    T_DISJOINT,
    T_DURING,
    T_EQUALS,
    T_FINISHEDBY,
    T_FINISHES,
    T_INTERSECTS,
    T_MEETS,
    T_METBY,
    T_OVERLAPPEDBY,
    T_OVERLAPS,
    T_STARTEDBY,
    T_STARTS;

    /** What an operator takes and gives. */
    enum Takes {
        BOOLEANS(Kind.BOOLEAN),
        ALIKE(Kind.BOOLEAN),
        ORDERED(Kind.BOOLEAN),
        TEXTS(Kind.BOOLEAN),
        ANYTHING(Kind.BOOLEAN),
        SHAPES(Kind.BOOLEAN),
        TIMES(Kind.BOOLEAN),
        TEXT(Kind.TEXT),
        MEASURE(Kind.NUMBER),
        NUMBERS(Kind.NUMBER),
        ENDS(Kind.INTERVAL);

        private final Kind gives;

        Takes(Kind gives) {
            this.gives = gives;
        }

        Kind gives() {
            return gives;
        }
    }

    private static final Map<String, Operator> BY_WORD = Arrays.stream(values())
            .collect(Collectors.toMap(o -> o.word.toLowerCase(Locale.ROOT), Function.identity()));

    private final String word;
    private final Takes takes;
    private final int least;
    private final int most;

    /** A relation of two shapes or two times. */
    Operator() {
        this.word = name().toLowerCase(Locale.ROOT);
        this.takes = name().startsWith("S_") ? Takes.SHAPES : Takes.TIMES;
        this.least = 2;
        this.most = 2;
    }

    Operator(String word, Takes takes, int least, int most) {
        this.word = word;
        this.takes = takes;
        this.least = least;
        this.most = most;
    }

    static Optional<Operator> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
    }

    String word() {
        return word;
    }

    Takes takes() {
        return takes;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** The relation seen from the other shape. */
    Operator seenFromTheOther() {
        return this == S_WITHIN ? S_CONTAINS : this == S_CONTAINS ? S_WITHIN : this;
    }
}
