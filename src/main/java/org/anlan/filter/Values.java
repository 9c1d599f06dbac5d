package org.anlan.filter;

import java.time.Instant;
import java.util.function.LongFunction;
import org.anlan.geo.Geodesy;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Geometry;

/** Makes values that are ready to be taken from features out of scalar expressions. */
final class Values {

    private final LongFunction<Instant> committedAt;
    private final FilterShapes shapes;

    Values(LongFunction<Instant> committedAt, FilterShapes shapes) {
        this.committedAt = committedAt;
        this.shapes = shapes;
    }

    /** A number; a stored one that is not finite counts as none. */
    Value<Number> number(Expression expression) {
        if (expression instanceof Expression.Figure figure) {
            Number value = figure.value();
            return row -> value;
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            Value<Number> left = number(arithmetic.left());
            Value<Number> right = number(arithmetic.right());
            ArithmeticOp op = arithmetic.op();
            return row -> {
                Number a = left.of(row);
                Number b = a == null ? null : right.of(row);
                return b == null ? null : Sums.of(op, a, b);
            };
        }
        if (expression instanceof Expression.Call call) {
            return measure(call.function(), call.argument());
        }
        Queryable property = ((Expression.Property) expression).of();
        int field = property.field();
        return switch (property.role()) {
            case LENGTH -> Row::lengthM;
            case AREA -> Row::areaM2;
            case FIELD -> row -> finite(row.value(field));
            case ID, GEOMETRY, RECORDED -> throw noValue(expression);
        };
    }

    /** A text. */
    Value<String> text(Expression expression) {
        if (expression instanceof Expression.Words words) {
            String value = words.value();
            return row -> value;
        }
        if (expression instanceof Expression.Call call) {
            Function function = call.function();
            Value<String> argument = text(call.argument());
            if (call.argument() instanceof Expression.Words words) {
                String value = Folding.apply(function, words.value());
                return row -> value;
            }
            return row -> {
                String value = argument.of(row);
                return value == null ? null : Folding.apply(function, value);
            };
        }
        Queryable property = ((Expression.Property) expression).of();
        int field = property.field();
        return property.role() == Queryable.Role.ID ? Row::id : row -> (String) row.value(field);
    }

    /** A day ({@link java.time.LocalDate}) or a moment ({@link Instant}). */
    Value<Object> instant(Expression expression) {
        if (expression instanceof Expression.Day day) {
            return row -> day.value();
        }
        if (expression instanceof Expression.Moment moment) {
            return row -> moment.value();
        }
        Queryable property = ((Expression.Property) expression).of();
        int field = property.field();
        return property.role() == Queryable.Role.RECORDED
                ? row -> committedAt.apply(row.since())
                : row -> row.value(field);
    }

    private Value<Number> measure(Function function, Expression shape) {
        if (shape instanceof Expression.Property) {
            return row -> row.wkb().isEmpty() ? null : function == Function.AREA ? row.areaM2() : row.lengthM();
        }
        Geometry literal = shapes.inDegrees(shape);
        Number measured = function == Function.AREA ? Geodesy.areaM2(literal) : Geodesy.lengthM(literal);
        return row -> measured;
    }

    private static Number finite(Object value) {
        return value instanceof Double real && !Double.isFinite(real) ? null : (Number) value;
    }

    private static IllegalArgumentException noValue(Expression expression) {
        return new IllegalArgumentException("no scalar value: " + expression);
    }
}
