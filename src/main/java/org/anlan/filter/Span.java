package org.anlan.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A span of time; a moment is one without length. An open end is {@link Instant#MIN} or {@link Instant#MAX}. */
record Span(Instant from, Instant until) {

    /** A value of a temporal kind as a span. */
    static Span of(Object value) {
        if (value instanceof Span span) {
            return span;
        }
        Instant moment = moment(value);
        return new Span(moment, moment);
    }

    /** A day is its first moment, UTC. */
    static Instant moment(Object value) {
        return value instanceof LocalDate day ? day.atStartOfDay().toInstant(ZoneOffset.UTC) : (Instant) value;
    }

    /** Allen's relations, as 21-065r2 §7.9 names them. */
    boolean stands(Operator relation, Span other) {
        int begins = from.compareTo(other.from);
        int ends = until.compareTo(other.until);
        boolean after = from.isAfter(other.until);
        boolean before = until.isBefore(other.from);
        return switch (relation) {
            case T_AFTER -> after;
            case T_BEFORE -> before;
            case T_CONTAINS -> begins < 0 && ends > 0;
            case T_DISJOINT -> after || before;
            case T_DURING -> begins > 0 && ends < 0;
            case T_EQUALS -> begins == 0 && ends == 0;
            case T_FINISHEDBY -> begins < 0 && ends == 0;
            case T_FINISHES -> begins > 0 && ends == 0;
            case T_INTERSECTS -> !after && !before;
            case T_MEETS -> until.equals(other.from);
            case T_METBY -> from.equals(other.until);
            case T_OVERLAPPEDBY -> begins > 0 && from.isBefore(other.until) && ends > 0;
            case T_OVERLAPS -> begins < 0 && until.isAfter(other.from) && ends < 0;
            case T_STARTEDBY -> begins == 0 && ends > 0;
            case T_STARTS -> begins == 0 && ends < 0;
            default -> throw new IllegalArgumentException(relation + " is no temporal relation");
        };
    }
}
