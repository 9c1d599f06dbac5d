package org.anlan.filter;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** A part of a filter whose names and kinds have been checked. */
sealed interface Expression {

    /** What kind of value it has. */
    Kind kind();

    /** Where it stands. */
    Where where();

    /** How many levels it has. */
    default int depth() {
        return 1;
    }

    /** A property of the feature. */
    record Property(Queryable queryable, Where where) implements Expression {
        @Override
        public Kind kind() {
            return queryable.kind();
        }
    }

    /** A value: Boolean, Long, Double, String, LocalDate, Instant or {@link Span}. */
    record Literal(Object value, Kind kind, Where where) implements Expression {}

    /** A shape, as it was written: in the system and axis order of the filter. */
    record Shape(Geometry geometry, Where where) implements Expression {
        @Override
        public Kind kind() {
            return Kind.GEOMETRY;
        }
    }

    /** An operator or function with what it works on. */
    record Call(Operator operator, List<Expression> arguments, Kind kind, Where where, int depth)
            implements Expression {}
}
