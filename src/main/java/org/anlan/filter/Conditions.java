package org.anlan.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anlan.filter.Expression.Between;
import org.anlan.filter.Expression.Call;
import org.anlan.filter.Expression.In;
import org.anlan.filter.Expression.Like;
import org.anlan.filter.Expression.Words;
import org.anlan.store.EncodedText;

/** Makes conditions that are ready to be asked of features out of boolean expressions. Positions of fields are settled here, once. */
final class Conditions {

    /** A list of texts that is longer is looked up rather than compared one by one. */
    private static final int FEW = 4;

    private final Values values;
    private final TemporalConditions times;
    private final SpatialConditions shapes;

    Conditions(Values values, FilterShapes shapes) {
        this.values = values;
        this.times = new TemporalConditions(values);
        this.shapes = new SpatialConditions(shapes);
    }

    /** The condition of a boolean expression. */
    Condition of(Expression expression) {
        if (expression instanceof Expression.And and) {
            return Condition.all(and.all().stream().map(this::of).toList());
        } else if (expression instanceof Expression.Or or) {
            return Condition.any(or.any().stream().map(this::of).toList());
        } else if (expression instanceof Expression.Not not) {
            Condition inner = of(not.of());
            return row -> inner.of(row).not();
        } else if (expression instanceof Expression.Truth truth) {
            Verdict verdict = Verdict.of(truth.value());
            return row -> verdict;
        } else if (expression instanceof Expression.Property property) {
            return flag(property.of());
        }
        return predicate(expression);
    }

    private Condition predicate(Expression expression) {
        if (expression instanceof Expression.Comparison comparison) {
            return comparison(comparison.op(), comparison.left(), comparison.right());
        } else if (expression instanceof Like like) {
            return like(like);
        } else if (expression instanceof Between between) {
            return Condition.all(List.of(
                    comparison(CompareOp.AT_LEAST, between.value(), between.low()),
                    comparison(CompareOp.AT_MOST, between.value(), between.high())));
        } else if (expression instanceof In in) {
            return in(in);
        } else if (expression instanceof Expression.IsNull isNull) {
            return isNull(isNull.of());
        } else if (expression instanceof Expression.Spatial spatial) {
            return shapes.of(spatial);
        } else if (expression instanceof Expression.Temporal temporal) {
            return times.relation(temporal);
        }
        throw new IllegalArgumentException("no condition: " + expression);
    }

    private static Condition flag(Queryable property) {
        int field = property.field();
        return row -> {
            Object value = row.value(field);
            return value == null ? Verdict.UNKNOWN : Verdict.of((Boolean) value);
        };
    }

    private Condition comparison(CompareOp op, Expression left, Expression right) {
        return switch (left.type()) {
            case TEXT -> text(op, left, right);
            case INTEGER, NUMBER -> number(op, left, right);
            case DATE, TIMESTAMP -> times.comparison(op, left, right);
            case BOOLEAN -> truth(op, of(left), of(right));
            case INTERVAL, GEOMETRY -> throw new IllegalArgumentException("not compared: " + left.type());
        };
    }

    private Condition text(CompareOp op, Expression left, Expression right) {
        if (op == CompareOp.EQUAL || op == CompareOp.NOT_EQUAL) {
            if (left instanceof Words words && isField(right)) {
                return fieldIs(right, words, op == CompareOp.EQUAL);
            } else if (right instanceof Words words && isField(left)) {
                return fieldIs(left, words, op == CompareOp.EQUAL);
            }
        }
        Value<String> one = values.text(left);
        Value<String> other = values.text(right);
        boolean equality = op == CompareOp.EQUAL || op == CompareOp.NOT_EQUAL;
        return row -> {
            String a = one.of(row);
            String b = a == null ? null : other.of(row);
            if (b == null) {
                return Verdict.UNKNOWN;
            }
            return Verdict.of(equality ? a.equals(b) == (op == CompareOp.EQUAL) : op.holds(TextOrder.compare(a, b)));
        };
    }

    private static boolean isField(Expression expression) {
        return expression instanceof Expression.Property property
                && property.of().role() == Queryable.Role.FIELD;
    }

    /** The usual condition, without making a string of each feature's text. */
    private static Condition fieldIs(Expression property, Words words, boolean equal) {
        int field = ((Expression.Property) property).of().field();
        EncodedText wanted = EncodedText.of(words.value());
        return row -> {
            Boolean same = row.isText(field, wanted);
            return same == null ? Verdict.UNKNOWN : Verdict.of(same == equal);
        };
    }

    private Condition number(CompareOp op, Expression left, Expression right) {
        Value<Number> one = values.number(left);
        Value<Number> other = values.number(right);
        return row -> {
            Number a = one.of(row);
            Number b = a == null ? null : other.of(row);
            return b == null ? Verdict.UNKNOWN : Verdict.of(op.holds(NumberOrder.compare(a, b)));
        };
    }

    /** False comes before true. */
    private static Condition truth(CompareOp op, Condition left, Condition right) {
        return row -> {
            Verdict a = left.of(row);
            Verdict b = right.of(row);
            return a == Verdict.UNKNOWN || b == Verdict.UNKNOWN
                    ? Verdict.UNKNOWN
                    : Verdict.of(op.holds(Boolean.compare(a == Verdict.TRUE, b == Verdict.TRUE)));
        };
    }

    private Condition like(Like like) {
        Value<String> value = values.text(like.value());
        LikePattern pattern = pattern(like.pattern());
        return row -> {
            String text = value.of(row);
            return text == null ? Verdict.UNKNOWN : Verdict.of(pattern.matches(text));
        };
    }

    private static LikePattern pattern(Expression pattern) {
        List<Function> foldings = new ArrayList<>();
        Expression inner = pattern;
        while (inner instanceof Call call) {
            foldings.add(0, call.function());
            inner = call.argument();
        }
        return LikePattern.of(((Words) inner).value(), text -> {
            String folded = text;
            for (Function function : foldings) {
                folded = Folding.apply(function, folded);
            }
            return folded;
        });
    }

    /** Equal to one of the list; where none is equal and one has no value, unknown. */
    private Condition in(In in) {
        if (in.list().size() > FEW && in.list().stream().allMatch(one -> one instanceof Words)) {
            Value<String> value = values.text(in.value());
            Set<String> words = new HashSet<>();
            in.list().forEach(one -> words.add(((Words) one).value()));
            return row -> {
                String text = value.of(row);
                return text == null ? Verdict.UNKNOWN : Verdict.of(words.contains(text));
            };
        }
        return Condition.any(in.list().stream()
                .map(one -> comparison(CompareOp.EQUAL, in.value(), one))
                .toList());
    }

    private Condition isNull(Expression of) {
        return switch (of.type()) {
            case TEXT -> isNull(values.text(of));
            case INTEGER, NUMBER -> isNull(values.number(of));
            case DATE, TIMESTAMP -> isNull(values.instant(of));
            case INTERVAL -> times.isNull((Expression.Interval) of);
            case GEOMETRY ->
                of instanceof Expression.Property ? row -> Verdict.of(row.wkb().isEmpty()) : row -> Verdict.FALSE;
            case BOOLEAN -> {
                Condition condition = of(of);
                yield row -> Verdict.of(condition.of(row) == Verdict.UNKNOWN);
            }
        };
    }

    private static <T> Condition isNull(Value<T> value) {
        return row -> Verdict.of(value.of(row) == null);
    }
}
