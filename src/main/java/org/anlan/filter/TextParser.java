package org.anlan.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.base.Refusal;

/**
 * Reads a filter in CQL2 text (21-065r2, Annex B). Where the grammar leaves parentheses open between a condition and a number, both are read as one and
 * the types decide. Recursion is bounded by {@link Limits#DEPTH}.
 */
final class TextParser {

    private static final Map<String, CompareOp> COMPARISONS =
            Stream.of(CompareOp.values()).collect(Collectors.toMap(CompareOp::sign, op -> op));

    private final Tokens tokens;
    private final Assembly assembly;
    private final TextCalls calls;

    private TextParser(String text, Queryables queryables) {
        this.tokens = new Tokens(text);
        this.assembly = new Assembly(queryables);
        this.calls = new TextCalls(tokens, assembly, this::condition);
    }

    static Expression parse(String text, Queryables queryables) {
        if (text.length() > Limits.LENGTH) {
            throw Spot.character(text, Limits.LENGTH)
                    .refusal("过滤条件过长，最多 %d 个字符", "the filter is too long: at most %d characters", Limits.LENGTH);
        }
        TextParser parser = new TextParser(text, queryables);
        Token first = parser.tokens.here();
        Expression whole = parser.condition();
        if (parser.tokens.here().kind() != Token.Kind.END) {
            throw parser.tokens.expected("AND、OR 或结尾", "AND, OR or the end");
        }
        return parser.assembly.filter(whole, parser.tokens.spot(first));
    }

    /** Any expression, with OR as what binds least. */
    private Expression condition() {
        tokens.enter();
        Spot spot = tokens.spot(tokens.here());
        List<Expression> any = new ArrayList<>(List.of(conjunction()));
        while (tokens.skipWord("OR")) {
            any.add(conjunction());
        }
        tokens.leave();
        return any.size() == 1 ? any.get(0) : assembly.or(any, spot);
    }

    private Expression conjunction() {
        Spot spot = tokens.spot(tokens.here());
        List<Expression> all = new ArrayList<>(List.of(negation()));
        while (tokens.skipWord("AND")) {
            all.add(negation());
        }
        return all.size() == 1 ? all.get(0) : assembly.and(all, spot);
    }

    private Expression negation() {
        Token start = tokens.here();
        if (!tokens.skipWord("NOT")) {
            return predicate();
        }
        tokens.enter();
        Expression of = negation();
        tokens.leave();
        return assembly.not(of, tokens.spot(start));
    }

    private Expression predicate() {
        Expression left = sum();
        Token operator = tokens.here();
        Spot spot = tokens.spot(operator);
        CompareOp op = operator.kind() == Token.Kind.SIGN ? COMPARISONS.get(operator.text()) : null;
        if (op != null) {
            tokens.take();
            return assembly.compare(op, left, sum(), spot);
        }
        if (tokens.skipWord("IS")) {
            boolean not = tokens.skipWord("NOT");
            if (!tokens.skipWord("NULL")) {
                throw tokens.expected("NULL", "NULL");
            }
            return negatedIf(not, assembly.isNull(left, spot), spot);
        }
        boolean not = tokens.skipWord("NOT");
        if (tokens.skipWord("LIKE")) {
            return negatedIf(not, assembly.like(left, sum(), spot), spot);
        }
        if (tokens.skipWord("BETWEEN")) {
            return negatedIf(not, between(left, spot), spot);
        }
        if (tokens.skipWord("IN")) {
            return negatedIf(not, assembly.in(left, list(), spot), spot);
        }
        if (not) {
            throw tokens.expected("LIKE、BETWEEN 或 IN", "LIKE, BETWEEN or IN");
        }
        return left;
    }

    private Expression negatedIf(boolean not, Expression of, Spot spot) {
        return not ? assembly.not(of, spot) : of;
    }

    private Expression between(Expression value, Spot spot) {
        Expression low = sum();
        if (!tokens.skipWord("AND")) {
            throw tokens.expected("AND", "AND");
        }
        return assembly.between(value, low, sum(), spot);
    }

    private List<Expression> list() {
        tokens.need("(");
        List<Expression> list = new ArrayList<>();
        do {
            list.add(sum());
        } while (list.size() <= Limits.LIST && tokens.skip(","));
        if (list.size() <= Limits.LIST) {
            tokens.need(")");
        }
        return list;
    }

    private Expression sum() {
        Expression left = product();
        while (tokens.here().sign("+") || tokens.here().sign("-")) {
            Token sign = tokens.take();
            ArithmeticOp op = sign.text().equals("+") ? ArithmeticOp.PLUS : ArithmeticOp.MINUS;
            left = assembly.arithmetic(op, left, product(), tokens.spot(sign));
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        while (true) {
            Token sign = tokens.here();
            ArithmeticOp op;
            if (sign.sign("*")) {
                op = ArithmeticOp.TIMES;
            } else if (sign.sign("/")) {
                op = ArithmeticOp.DIVIDE;
            } else if (sign.sign("%")) {
                op = ArithmeticOp.MODULO;
            } else if (sign.word("div")) {
                op = ArithmeticOp.DIV;
            } else {
                return left;
            }
            tokens.take();
            left = assembly.arithmetic(op, left, power(), tokens.spot(sign));
        }
    }

    /** By the grammar the sign binds before the power, and powers do not chain. */
    private Expression power() {
        Expression base = factor();
        Token sign = tokens.here();
        return tokens.skip("^") ? assembly.arithmetic(ArithmeticOp.POWER, base, factor(), tokens.spot(sign)) : base;
    }

    private Expression factor() {
        Token start = tokens.here();
        if (start.sign("-") || start.sign("+")) {
            tokens.take();
            Token number = tokens.here();
            if (number.kind() == Token.Kind.NUMBER) {
                tokens.take();
                return number(start.text() + number.text(), start);
            }
            if (start.sign("+")) {
                throw tokens.expected("数值", "a number");
            }
            return assembly.minus(operand(), tokens.spot(start));
        }
        return operand();
    }

    private Expression operand() {
        Token start = tokens.here();
        return switch (start.kind()) {
            case NUMBER -> number(tokens.take().text(), start);
            case WORDS -> {
                tokens.take();
                Spot spot = tokens.spot(start);
                yield assembly.literal(assembly.literals().words(start.text(), spot), spot);
            }
            case NAME -> assembly.property(tokens.take().text(), tokens.spot(start));
            case WORD -> word();
            case SIGN -> {
                if (!tokens.skip("(")) {
                    throw value();
                }
                Expression inner = condition();
                tokens.need(")");
                yield inner;
            }
            case END -> throw value();
        };
    }

    private Expression word() {
        Token word = tokens.here();
        if (word.word("TRUE") || word.word("FALSE")) {
            tokens.take();
            return assembly.literal(new Expression.Truth(word.word("TRUE")), tokens.spot(word));
        }
        if (calls.begin()) {
            return calls.read();
        }
        if (Keywords.RESERVED.contains(word.upper())) {
            throw value();
        }
        return assembly.property(tokens.take().text(), tokens.spot(word));
    }

    private Expression number(String digits, Token start) {
        Spot spot = tokens.spot(start);
        return assembly.literal(assembly.literals().number(digits, spot), spot);
    }

    private Refusal value() {
        return tokens.expected("属性名、值或函数", "a property, a value or a function");
    }
}
