package org.anlan.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.anlan.filter.Expression.Literal;

/**
 * Reads CQL2 text (21-065r2 annex B). Binding, from loose to tight: OR, AND, NOT, comparisons, + and −, * / % div, ^. One grammar reads logic and
 * arithmetic; what does not fit together is found when it is put together ({@link Builder}).
 */
final class CqlText {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
    private static final Set<String> SHAPES = Set.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");
    private static final Set<String> RESERVED =
            Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV");

    private final Tokens tokens;
    private final Builder builder;
    private int depth;

    private CqlText(String text, Queryables queryables) {
        this.tokens = new Tokens(text);
        this.builder = new Builder(queryables);
    }

    static Expression read(String text, Queryables queryables) {
        CqlText reading = new CqlText(text, queryables);
        Expression all = reading.or();
        if (reading.tokens.type() != Tokens.Type.END) {
            throw reading.tokens
                    .where()
                    .wrong("这里应为运算符或结尾，却是%s", "here should be an operator or the end, not %s", reading.tokens.shown());
        }
        return all;
    }

    private Expression or() {
        if (++depth > Builder.MOST_DEPTH) {
            throw tokens.where().wrong("嵌套超过 %d 层", "more than %d levels deep", Builder.MOST_DEPTH);
        }
        Expression all = chain("OR", Operator.OR);
        depth--;
        return all;
    }

    private Expression chain(String keyword, Operator operator) {
        Where where = tokens.where();
        Expression first = operator == Operator.OR ? chain("AND", Operator.AND) : not();
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.isWord(keyword)) {
            tokens.next();
            parts.add(operator == Operator.OR ? chain("AND", Operator.AND) : not());
        }
        return parts.size() == 1 ? first : builder.call(operator, parts, where);
    }

    private Expression not() {
        Where where = tokens.where();
        boolean negated = false;
        while (tokens.isWord("NOT")) {
            tokens.next();
            negated = !negated;
        }
        Expression predicate = predicate();
        return negated ? builder.call(Operator.NOT, List.of(predicate), where) : predicate;
    }

    private Expression predicate() {
        Expression left = sum();
        Where where = tokens.where();
        if (tokens.type() == Tokens.Type.SIGN && COMPARISONS.contains(tokens.value())) {
            Operator operator = Operator.named(tokens.value()).orElseThrow();
            tokens.next();
            return builder.call(operator, List.of(left, sum()), where);
        }
        if (tokens.isWord("IS")) {
            tokens.next();
            boolean negated = skip("NOT");
            tokens.takeWord("NULL");
            return negated(negated, builder.call(Operator.IS_NULL, List.of(left), where), where);
        }
        boolean negated = tokens.isWord("NOT") && skip("NOT");
        if (tokens.isWord("LIKE")) {
            tokens.next();
            return negated(negated, builder.call(Operator.LIKE, List.of(left, sum()), where), where);
        }
        if (tokens.isWord("BETWEEN")) {
            tokens.next();
            Expression low = sum();
            tokens.takeWord("AND");
            return negated(negated, builder.call(Operator.BETWEEN, List.of(left, low, sum()), where), where);
        }
        if (tokens.isWord("IN")) {
            tokens.next();
            List<Expression> arguments = new ArrayList<>(List.of(left));
            arguments.addAll(list());
            return negated(negated, builder.call(Operator.IN, arguments, where), where);
        }
        if (negated) {
            throw tokens.where()
                    .wrong(
                            "NOT 之后应为 LIKE、BETWEEN 或 IN，却是%s",
                            "behind NOT should be LIKE, BETWEEN or IN, not %s", tokens.shown());
        }
        return left;
    }

    private Expression negated(boolean negated, Expression predicate, Where where) {
        return negated ? builder.call(Operator.NOT, List.of(predicate), where) : predicate;
    }

    private boolean skip(String keyword) {
        boolean there = tokens.isWord(keyword);
        if (there) {
            tokens.next();
        }
        return there;
    }

    private List<Expression> list() {
        tokens.take("(");
        List<Expression> list = new ArrayList<>(List.of(or()));
        while (tokens.is(",")) {
            tokens.next();
            list.add(or());
        }
        tokens.take(")");
        return list;
    }

    private Expression sum() {
        Expression sum = product();
        while (tokens.is("+") || tokens.is("-")) {
            sum = operation(sum, this::product);
        }
        return sum;
    }

    private Expression product() {
        Expression product = power();
        while (tokens.is("*") || tokens.is("/") || tokens.is("%") || tokens.isWord("DIV")) {
            product = operation(product, this::power);
        }
        return product;
    }

    private Expression power() {
        Expression base = value();
        return tokens.is("^") ? operation(base, this::value) : base;
    }

    private Expression operation(Expression left, Supplier<Expression> right) {
        Where where = tokens.where();
        Operator operator = Operator.named(tokens.value()).orElseThrow();
        tokens.next();
        return builder.call(operator, List.of(left, right.get()), where);
    }

    private Expression value() {
        Where where = tokens.where();
        String value = tokens.value();
        return switch (tokens.type()) {
            case TEXT -> {
                tokens.next();
                yield builder.text(value, where);
            }
            case NUMBER -> {
                tokens.next();
                yield builder.number(value, where);
            }
            case NAME -> {
                tokens.next();
                yield builder.property(value, where);
            }
            case WORD -> word(value, where);
            case SIGN -> signed(where);
            case END -> throw where.wrong("条件不完整", "the filter ends too early");
        };
    }

    private Expression signed(Where where) {
        if (tokens.is("(")) {
            tokens.next();
            Expression inside = or();
            tokens.take(")");
            return inside;
        }
        if (tokens.is("-") || tokens.is("+")) {
            String sign = tokens.value();
            tokens.next();
            if (tokens.type() == Tokens.Type.NUMBER) {
                String digits = tokens.value();
                tokens.next();
                return builder.number(sign.equals("-") ? "-" + digits : digits, where);
            }
            if (++depth > Builder.MOST_DEPTH) {
                throw where.wrong("嵌套超过 %d 层", "more than %d levels deep", Builder.MOST_DEPTH);
            }
            Expression operand = value();
            depth--;
            return builder.call(
                    sign.equals("-") ? Operator.MINUS : Operator.PLUS,
                    List.of(builder.number("0", where), operand),
                    where);
        }
        throw where.wrong("这里应为值或属性，却是%s", "here should be a value or a property, not %s", tokens.shown());
    }

    private Expression word(String word, Where where) {
        String upper = word.toUpperCase(Locale.ROOT);
        boolean opens = tokens.opens();
        if (SHAPES.contains(upper) && opens) {
            return builder.shape(Shapes.wkt(tokens.untilClosed(), where), where);
        }
        if (opens) {
            return function(word, upper, where);
        }
        if (upper.equals("TRUE") || upper.equals("FALSE")) {
            tokens.next();
            return builder.bool(upper.equals("TRUE"), where);
        }
        if (RESERVED.contains(upper)) {
            throw where.wrong("这里应为值或属性，却是%s", "here should be a value or a property, not %s", tokens.shown());
        }
        return name(word, where);
    }

    private Expression name(String word, Where where) {
        tokens.next();
        return builder.property(word, where);
    }

    private Expression function(String word, String upper, Where where) {
        switch (upper) {
            case "DATE", "TIMESTAMP" -> {
                String text = quoted();
                return upper.equals("DATE") ? builder.date(text, where) : builder.timestamp(text, where);
            }
            case "INTERVAL" -> {
                return interval(where);
            }
            case "BBOX" -> {
                tokens.next();
                return builder.shape(Shapes.box(list(), where), where);
            }
            default -> {
                Optional<Operator> operator = functionNamed(upper, word);
                if (operator.isEmpty()) {
                    throw unknown(word, upper, where);
                }
                tokens.next();
                return builder.call(operator.get(), list(), where);
            }
        }
    }

    private static Optional<Operator> functionNamed(String upper, String word) {
        boolean function = upper.matches("CASEI|ACCENTI|UPPER|LOWER|LENGTH|AREA|[ST]_[A-Z]+");
        return function ? Operator.named(word) : Optional.empty();
    }

    private static RuntimeException unknown(String word, String upper, Where where) {
        if (upper.startsWith("A_")) {
            return where.wrong("没有数组属性，不能用 %s", "no property has several values: %s has nothing to work on", word);
        }
        return where.wrong(
                "没有函数“%s”；可用：casei, accenti, upper, lower, length, area, S_…, T_…",
                "there is no function \"%s\"; there are: casei, accenti, upper, lower, length, area, S_…, T_…",
                Builder.clipped(word));
    }

    private String quoted() {
        tokens.next();
        tokens.take("(");
        if (tokens.type() != Tokens.Type.TEXT) {
            throw tokens.where().wrong("这里应为单引号里的文本", "here should be a text in single quotes");
        }
        String text = tokens.value();
        tokens.next();
        tokens.take(")");
        return text;
    }

    private Expression interval(Where where) {
        tokens.next();
        tokens.take("(");
        Expression from = end(true);
        tokens.take(",");
        Expression until = end(false);
        tokens.take(")");
        return builder.call(Operator.INTERVAL, List.of(from, until), where);
    }

    private Expression end(boolean first) {
        Where where = tokens.where();
        if (tokens.type() == Tokens.Type.TEXT) {
            String text = tokens.value();
            tokens.next();
            return builder.end(text, first, where);
        }
        Expression end = value();
        if (end instanceof Literal literal && literal.kind() == Kind.TEXT) {
            throw where.wrong("这里应为日期或时刻", "here should be a date or a timestamp");
        }
        return end;
    }
}
