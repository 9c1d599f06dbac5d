package org.anlan.filter;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.anlan.filter.Expression.Call;
import org.anlan.filter.Expression.Literal;
import org.anlan.filter.Expression.Property;
import org.anlan.filter.Expression.Shape;
import org.anlan.geo.Geodesy;
import org.locationtech.jts.geom.Geometry;

/** Turns expressions into what works them out, row by row. */
final class Evaluation {

    private final Queryables queryables;
    private final LongFunction<Instant> committedAt;
    private final UnaryOperator<Shape> toStore;

    Evaluation(Queryables queryables, LongFunction<Instant> committedAt, UnaryOperator<Shape> toStore) {
        this.queryables = queryables;
        this.committedAt = committedAt;
        this.toStore = toStore;
    }

    Value of(Expression expression) {
        if (expression instanceof Literal literal) {
            Object value = literal.value();
            return row -> value;
        }
        if (expression instanceof Shape shape) {
            Geometry geometry = toStore.apply(shape).geometry();
            return row -> geometry;
        }
        if (expression instanceof Property property) {
            return property(property.queryable());
        }
        return call((Call) expression);
    }

    private Value property(Queryable queryable) {
        return switch (queryable.reads()) {
            case FIELD -> {
                int at = queryables.layer().indexOf(queryable.name());
                yield row -> row.value(at);
            }
            case ID -> row -> row.id();
            case SHAPE -> row -> row.geometry().orElse(null);
            case LENGTH_M -> row -> row.lengthM();
            case AREA_M2 -> row -> row.areaM2();
            case RECORDED -> row -> committedAt.apply(row.since());
        };
    }

    private Value call(Call call) {
        List<Value> parts = call.arguments().stream().map(this::of).toList();
        return switch (call.operator()) {
            case AND -> and(parts.toArray(new Value[0]));
            case OR -> or(parts.toArray(new Value[0]));
            case NOT -> not(parts.get(0));
            case EQ, NE, LT, GT, LE, GE -> comparison(call, parts.get(0), parts.get(1));
            case LIKE -> like(parts.get(0), parts.get(1), call.arguments().get(1));
            case BETWEEN -> between(parts);
            case IN -> in(call, parts);
            case IS_NULL -> isNull(call, parts.get(0));
            case CASEI -> text(parts.get(0), Texts::caseFolded);
            case ACCENTI -> text(parts.get(0), Texts::plain);
            case UPPER -> text(parts.get(0), text -> text.toUpperCase(Locale.ROOT));
            case LOWER -> text(parts.get(0), text -> text.toLowerCase(Locale.ROOT));
            case LENGTH, AREA -> measure(call, parts.get(0));
            case PLUS, MINUS, TIMES, DIVIDE, MODULO, DIV, POWER ->
                calculation(call.operator(), parts.get(0), parts.get(1));
            case INTERVAL -> interval(parts.get(0), parts.get(1));
            case S_INTERSECTS, S_DISJOINT, S_EQUALS, S_TOUCHES, S_CROSSES, S_WITHIN, S_CONTAINS, S_OVERLAPS ->
                new SpatialRelation(this, toStore).of(call);
            case T_AFTER,
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
                    T_STARTS -> times(call.operator(), parts.get(0), parts.get(1));
        };
    }

    private static Value and(Value[] parts) {
        return row -> {
            Boolean all = true;
            for (Value part : parts) {
                Object one = part.of(row);
                if (Boolean.FALSE.equals(one)) {
                    return false;
                }
                all = one == null ? null : all;
            }
            return all;
        };
    }

    private static Value or(Value[] parts) {
        return row -> {
            Boolean any = false;
            for (Value part : parts) {
                Object one = part.of(row);
                if (Boolean.TRUE.equals(one)) {
                    return true;
                }
                any = one == null ? null : any;
            }
            return any;
        };
    }

    private static Value not(Value part) {
        return row -> part.of(row) instanceof Boolean known ? !known : null;
    }

    private static Value comparison(Call call, Value left, Value right) {
        Operator operator = call.operator();
        return row -> {
            Object a = left.of(row);
            Object b = a == null ? null : right.of(row);
            return b == null ? null : (Object) holds(operator, a, b);
        };
    }

    private static boolean holds(Operator operator, Object a, Object b) {
        return switch (operator) {
            case EQ -> equal(a, b);
            case NE -> !equal(a, b);
            case LT -> compare(a, b) < 0;
            case GT -> compare(a, b) > 0;
            case LE -> compare(a, b) <= 0;
            case GE -> compare(a, b) >= 0;
            default -> throw new IllegalArgumentException(operator + " does not compare");
        };
    }

    private static boolean equal(Object a, Object b) {
        boolean plain = a instanceof String || a instanceof Boolean;
        return plain ? a.equals(b) : compare(a, b) == 0;
    }

    private static int compare(Object a, Object b) {
        if (a instanceof Number x) {
            return Numbers.compare(x, (Number) b);
        }
        if (a instanceof String x) {
            return Texts.compare(x, (String) b);
        }
        return Span.moment(a).compareTo(Span.moment(b));
    }

    private static Value like(Value text, Value pattern, Expression written) {
        if (written instanceof Literal literal) {
            int[] known = Texts.pattern((String) literal.value());
            return row -> text.of(row) instanceof String s
                    ? (Object) Texts.like(s.codePoints().toArray(), known)
                    : null;
        }
        return row -> text.of(row) instanceof String s && pattern.of(row) instanceof String p
                ? (Object) Texts.like(s.codePoints().toArray(), Texts.pattern(p))
                : null;
    }

    private static Value between(List<Value> parts) {
        Value value = parts.get(0);
        Value low = parts.get(1);
        Value high = parts.get(2);
        Value above = row -> compared(Operator.GE, value.of(row), low.of(row));
        Value below = row -> compared(Operator.LE, value.of(row), high.of(row));
        return and(new Value[] {above, below});
    }

    private static Object compared(Operator operator, Object a, Object b) {
        boolean known = a != null && b != null;
        return known ? (Object) holds(operator, a, b) : null;
    }

    private static Value in(Call call, List<Value> parts) {
        Value value = parts.get(0);
        List<Expression> listed = call.arguments().subList(1, parts.size());
        boolean texts = listed.stream().allMatch(e -> e instanceof Literal && e.kind() == Kind.TEXT);
        if (texts) {
            Set<Object> known = new HashSet<>();
            listed.forEach(e -> known.add(((Literal) e).value()));
            return row -> {
                Object one = value.of(row);
                return one == null ? null : (Object) known.contains(one);
            };
        }
        Value[] equalities = parts.subList(1, parts.size()).stream()
                .map(other -> (Value) row -> compared(Operator.EQ, value.of(row), other.of(row)))
                .toArray(Value[]::new);
        return or(equalities);
    }

    private Value isNull(Call call, Value part) {
        if (call.arguments().get(0) instanceof Property property
                && property.queryable().reads() == Queryable.Reads.SHAPE) {
            return row -> row.wkb().isEmpty();
        }
        return row -> part.of(row) == null;
    }

    private static Value text(Value part, UnaryOperator<String> change) {
        return row -> part.of(row) instanceof String text ? change.apply(text) : null;
    }

    /** Of the feature's own shape the commit has measured it. */
    private Value measure(Call call, Value part) {
        boolean length = call.operator() == Operator.LENGTH;
        if (call.arguments().get(0) instanceof Property) {
            return row -> row.wkb().isEmpty() ? null : (Object) (length ? row.lengthM() : row.areaM2());
        }
        Geometry shape = (Geometry) part.of(null); // a literal: no row is looked at
        double measured = length ? Geodesy.lengthM(shape) : Geodesy.areaM2(shape);
        return row -> measured;
    }

    private static Value calculation(Operator operator, Value left, Value right) {
        return row -> left.of(row) instanceof Number a && right.of(row) instanceof Number b
                ? Numbers.calculate(operator, a, b)
                : null;
    }

    private static Value interval(Value from, Value until) {
        return row -> {
            Object a = from.of(row);
            Object b = until.of(row);
            if (a == null || b == null) {
                return null;
            }
            Instant begin = Span.moment(a);
            Instant end = Span.moment(b);
            return begin.isAfter(end) ? null : new Span(begin, end);
        };
    }

    private static Value times(Operator relation, Value left, Value right) {
        return row -> {
            Object a = left.of(row);
            Object b = a == null ? null : right.of(row);
            return b == null ? null : (Object) Span.of(a).stands(relation, Span.of(b));
        };
    }

    /** Whether none of them looks at a row. */
    static boolean constant(Expression... expressions) {
        return Arrays.stream(expressions).allMatch(e -> e instanceof Literal || e instanceof Shape);
    }
}
