package org.anlan.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Conditions on days, moments and intervals. An instant is an interval that ends as it starts; an open end lies at the end of time. Where a day is among what is
 * compared, moments count as their days in UTC. An interval of properties that ends before it starts is no interval: what is asked of it is unknown.
 */
final class TemporalConditions {

    private final Values values;

    TemporalConditions(Values values) {
        this.values = values;
    }

    /** Two instants compare so. */
    Condition comparison(CompareOp op, Expression left, Expression right) {
        Value<Object> one = values.instant(left);
        Value<Object> other = values.instant(right);
        return row -> {
            Object a = one.of(row);
            Object b = a == null ? null : other.of(row);
            return b == null ? Verdict.UNKNOWN : Verdict.of(op.holds(Times.compare(a, b)));
        };
    }

    /** An interval of which an end has no value. */
    Condition isNull(Expression.Interval interval) {
        List<Value<Object>> ends = new ArrayList<>();
        Stream.of(interval.start(), interval.end()).flatMap(Optional::stream).forEach(e -> ends.add(values.instant(e)));
        return row -> Verdict.of(ends.stream().anyMatch(end -> end.of(row) == null));
    }

    /** Two instants or intervals lie so to each other. */
    Condition relation(Expression.Temporal temporal) {
        boolean days = hasDay(temporal.left()) || hasDay(temporal.right());
        Span one = span(temporal.left(), days);
        Span other = span(temporal.right(), days);
        TemporalRelation relation = temporal.relation();
        return row -> {
            Object start1 = one.start.of(row);
            Object end1 = one.end.of(row);
            Object start2 = other.start.of(row);
            Object end2 = other.end.of(row);
            boolean known = start1 != null && end1 != null && start2 != null && end2 != null;
            if (!known || Times.compare(start1, end1) > 0 || Times.compare(start2, end2) > 0) {
                return Verdict.UNKNOWN;
            }
            return Verdict.of(relation.holds(
                    Times.compare(start1, start2),
                    Times.compare(end1, end2),
                    Times.compare(start1, end2),
                    Times.compare(end1, start2)));
        };
    }

    private record Span(Value<Object> start, Value<Object> end) {}

    private Span span(Expression expression, boolean days) {
        if (expression instanceof Expression.Interval interval) {
            return new Span(
                    end(interval.start(), days, days ? LocalDate.MIN : Instant.MIN),
                    end(interval.end(), days, days ? LocalDate.MAX : Instant.MAX));
        }
        Value<Object> instant = end(Optional.of(expression), days, null);
        return new Span(instant, instant);
    }

    private Value<Object> end(Optional<Expression> end, boolean days, Object open) {
        if (end.isEmpty()) {
            return row -> open;
        }
        Value<Object> value = values.instant(end.get());
        if (!days || end.get().type() == ValueType.DATE) {
            return value;
        }
        return row -> {
            Object moment = value.of(row);
            return moment == null ? null : Times.day(moment);
        };
    }

    private static boolean hasDay(Expression expression) {
        return expression instanceof Expression.Interval interval
                ? Stream.of(interval.start(), interval.end())
                        .flatMap(Optional::stream)
                        .anyMatch(end -> end.type() == ValueType.DATE)
                : expression.type() == ValueType.DATE;
    }
}
