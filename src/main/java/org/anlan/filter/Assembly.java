package org.anlan.filter;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * Puts the expressions of one filter together and checks them, whichever encoding they come in: names, types, sizes. What is refused is
 * refused at the place it stands.
 */
final class Assembly {

    private final Queryables queryables;
    private final IdentityHashMap<Expression, Integer> depths = new IdentityHashMap<>();
    private final Literals literals = new Literals();
    private int nodes;

    Assembly(Queryables queryables) {
        this.queryables = queryables;
    }

    /** Literals that need no other expression. */
    Literals literals() {
        return literals;
    }

    /** A filter as a whole: it is true or false. */
    Expression filter(Expression whole, Spot spot) {
        return need(whole, ValueType.BOOLEAN, spot);
    }

    Expression property(String word, Spot spot) {
        return kept(
                new Expression.Property(
                        queryables.find(word).orElseThrow(() -> Complaints.unknownProperty(word, queryables, spot))),
                spot,
                List.of());
    }

    Expression literal(Expression literal, Spot spot) {
        return kept(literal, spot, List.of());
    }

    Expression and(List<Expression> all, Spot spot) {
        List<Expression> flat = new ArrayList<>();
        for (Expression one : all) {
            need(one, ValueType.BOOLEAN, spot);
            flat.addAll(one instanceof Expression.And and ? and.all() : List.of(one));
        }
        return kept(new Expression.And(List.copyOf(flat)), spot, flat);
    }

    Expression or(List<Expression> any, Spot spot) {
        List<Expression> flat = new ArrayList<>();
        for (Expression one : any) {
            need(one, ValueType.BOOLEAN, spot);
            flat.addAll(one instanceof Expression.Or or ? or.any() : List.of(one));
        }
        return kept(new Expression.Or(List.copyOf(flat)), spot, flat);
    }

    Expression not(Expression of, Spot spot) {
        return kept(new Expression.Not(need(of, ValueType.BOOLEAN, spot)), spot, List.of(of));
    }

    Expression compare(CompareOp op, Expression left, Expression right, Spot spot) {
        comparable(left, right, spot);
        boolean codes = op == CompareOp.EQUAL || op == CompareOp.NOT_EQUAL;
        Expression first = codes ? CodeWords.coded(left, right) : left;
        Expression second = codes ? CodeWords.coded(right, left) : right;
        return kept(new Expression.Comparison(op, first, second), spot, List.of(left, right));
    }

    Expression like(Expression value, Expression pattern, Spot spot) {
        need(value, ValueType.TEXT, spot);
        LikePattern.check(pattern, spot);
        return kept(new Expression.Like(value, pattern), spot, List.of(value, pattern));
    }

    Expression between(Expression value, Expression low, Expression high, Spot spot) {
        comparable(value, low, spot);
        comparable(value, high, spot);
        return kept(new Expression.Between(value, low, high), spot, List.of(value, low, high));
    }

    Expression in(Expression value, List<Expression> list, Spot spot) {
        if (list.isEmpty() || list.size() > Limits.LIST) {
            throw spot.refusal("IN 的列表应有 1 至 %d 个值", "a list of IN has 1 to %d values", Limits.LIST);
        }
        List<Expression> coded = new ArrayList<>();
        for (Expression one : list) {
            comparable(value, one, spot);
            coded.add(CodeWords.coded(one, value));
        }
        List<Expression> parts = new ArrayList<>(list);
        parts.add(value);
        return kept(new Expression.In(value, List.copyOf(coded)), spot, parts);
    }

    Expression isNull(Expression of, Spot spot) {
        return kept(new Expression.IsNull(of), spot, List.of(of));
    }

    Expression spatial(SpatialRelation relation, Expression left, Expression right, Spot spot) {
        need(left, ValueType.GEOMETRY, spot);
        need(right, ValueType.GEOMETRY, spot);
        return kept(new Expression.Spatial(relation, left, right), spot, List.of(left, right));
    }

    Expression temporal(TemporalRelation relation, Expression left, Expression right, Spot spot) {
        for (Expression side : List.of(left, right)) {
            if (!side.type().temporal()) {
                throw Complaints.wanted(new Text("日期、时刻或时间段", "a date, a timestamp or an interval"), side.type(), spot);
            }
            if (relation.ofIntervals() && side.type() != ValueType.INTERVAL) {
                throw spot.refusal(
                        "%s 只比较时间段 INTERVAL(…, …)，这里是%s",
                        "%s compares intervals, INTERVAL(…, …); here is %3$s",
                        relation.word(),
                        side.type().label().zh(),
                        side.type().label().en());
            }
        }
        return kept(new Expression.Temporal(relation, left, right), spot, List.of(left, right));
    }

    Expression arithmetic(ArithmeticOp op, Expression left, Expression right, Spot spot) {
        for (Expression side : List.of(left, right)) {
            if (!side.type().numeric()) {
                throw Complaints.wanted(ValueType.NUMBER.label(), side.type(), spot);
            }
        }
        return kept(new Expression.Arithmetic(op, left, right), spot, List.of(left, right));
    }

    /** A number with its sign turned. */
    Expression minus(Expression of, Spot spot) {
        return arithmetic(ArithmeticOp.TIMES, literal(new Expression.Figure(-1L), spot), of, spot);
    }

    Expression call(Function function, Expression argument, Spot spot) {
        return kept(new Expression.Call(function, need(argument, function.argument(), spot)), spot, List.of(argument));
    }

    Expression interval(Optional<Expression> start, Optional<Expression> end, Spot spot) {
        List<Expression> ends = new ArrayList<>();
        start.ifPresent(ends::add);
        end.ifPresent(ends::add);
        for (Expression one : ends) {
            if (!one.type().instant()) {
                throw Complaints.wanted(new Text("日期或时刻", "a date or a timestamp"), one.type(), spot);
            }
        }
        if (start.isPresent() && end.isPresent() && Times.backwards(start.get(), end.get())) {
            throw spot.refusal("时间段的结束早于开始", "the interval ends before it starts");
        }
        return kept(new Expression.Interval(start, end), spot, ends);
    }

    private static Expression need(Expression expression, ValueType type, Spot spot) {
        if (expression.type() != type) {
            throw Complaints.wanted(type.label(), expression.type(), spot);
        }
        return expression;
    }

    private static void comparable(Expression left, Expression right, Spot spot) {
        if (!left.type().comparableWith(right.type())) {
            throw Complaints.incomparable(left, right, spot);
        }
    }

    /** Counts an expression and how deep it goes, so that whoever walks it later may do so by recursion. */
    private Expression kept(Expression expression, Spot spot, List<Expression> parts) {
        int depth = 1;
        for (Expression part : parts) {
            depth = Math.max(depth, depths.getOrDefault(part, 0) + 1);
        }
        if (depth > Limits.DEPTH) {
            throw Complaints.tooDeep(spot);
        }
        if (++nodes > Limits.NODES) {
            throw spot.refusal("过滤条件过大，最多 %d 个部分", "the filter is too large: at most %d parts", Limits.NODES);
        }
        depths.put(expression, depth);
        return expression;
    }
}
