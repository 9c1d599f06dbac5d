package org.anlan.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A filter, or a part of one, as it was read: names are resolved, types fit, codes stand in the place of their labels. {@link Cql} makes
 * expressions; two that are equal let the same features pass.
 */
public sealed interface Expression {

    /** The type of its values. */
    default ValueType type() {
        return ValueType.BOOLEAN;
    }

    /** All of them hold; none of them is an "and" itself. */
    record And(List<Expression> all) implements Expression {}

    /** Any of them holds; none of them is an "or" itself. */
    record Or(List<Expression> any) implements Expression {}

    /** It does not hold. */
    record Not(Expression of) implements Expression {}

    /** Two scalar values compare so. */
    record Comparison(CompareOp op, Expression left, Expression right) implements Expression {}

    /**
     * A text is of a pattern.
     *
     * @param value the text
     * @param pattern a text in which % stands for any characters, _ for one, and a backslash takes the next as it is; perhaps within CASEI or ACCENTI
     */
    record Like(Expression value, Expression pattern) implements Expression {}

    /** A value lies between two others, both included. */
    record Between(Expression value, Expression low, Expression high) implements Expression {}

    /** A value equals one of a list. */
    record In(Expression value, List<Expression> list) implements Expression {}

    /** There is no value. */
    record IsNull(Expression of) implements Expression {}

    /** Two shapes lie so to each other. */
    record Spatial(SpatialRelation relation, Expression left, Expression right) implements Expression {}

    /** Two times lie so to each other. */
    record Temporal(TemporalRelation relation, Expression left, Expression right) implements Expression {}

    /** A number made of two. */
    record Arithmetic(ArithmeticOp op, Expression left, Expression right) implements Expression {
        @Override
        public ValueType type() {
            boolean whole = left.type() == ValueType.INTEGER && right.type() == ValueType.INTEGER;
            return whole && op != ArithmeticOp.DIVIDE && op != ArithmeticOp.POWER
                    ? ValueType.INTEGER
                    : ValueType.NUMBER;
        }
    }

    /** The value of a function. */
    record Call(Function function, Expression argument) implements Expression {
        @Override
        public ValueType type() {
            return function.result();
        }
    }

    /** A property of the feature. */
    record Property(Queryable of) implements Expression {
        @Override
        public ValueType type() {
            return of.type();
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Expression {}

    /** A text. */
    record Words(String value) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }
    }

    /** A number: a {@link Long} where it is whole and fits, else a finite {@link Double}. */
    record Figure(Number value) implements Expression {
        @Override
        public ValueType type() {
            return value instanceof Long ? ValueType.INTEGER : ValueType.NUMBER;
        }
    }

    /** A day. */
    record Day(LocalDate value) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.DATE;
        }
    }

    /** A moment. */
    record Moment(Instant value) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.TIMESTAMP;
        }
    }

    /**
     * The time between two instants, both included.
     *
     * @param start the first day or moment; empty = since ever
     * @param end the last day or moment; empty = for ever
     */
    record Interval(Optional<Expression> start, Optional<Expression> end) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.INTERVAL;
        }
    }

    /** A shape in the filter's coordinate system, axes in the order they were written. */
    record Shape(Geometry value) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.GEOMETRY;
        }
    }

    /** A rectangle in the filter's coordinate system, axes in the order they were written; across the antimeridian the first is the larger. */
    record Box(double lower1, double lower2, double upper1, double upper2) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.GEOMETRY;
        }
    }
}
