package org.anlan.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.base.Refusal;

/** Reads what in CQL2 text is a word with parentheses behind it: functions, shapes, times. */
final class TextCalls {

    private static final Map<String, SpatialRelation> SPATIAL =
            Stream.of(SpatialRelation.values()).collect(Collectors.toMap(SpatialRelation::word, r -> r));
    private static final Map<String, TemporalRelation> TEMPORAL =
            Stream.of(TemporalRelation.values()).collect(Collectors.toMap(TemporalRelation::word, r -> r));
    private static final Map<String, Function> FUNCTIONS =
            Stream.of(Function.values()).collect(Collectors.toMap(Function::name, f -> f));

    private final Tokens tokens;
    private final Assembly assembly;
    private final Supplier<Expression> condition;
    private final WellKnownText shapes;

    TextCalls(Tokens tokens, Assembly assembly, Supplier<Expression> condition) {
        this.tokens = tokens;
        this.assembly = assembly;
        this.condition = condition;
        this.shapes = new WellKnownText(tokens, assembly.literals().shapes());
    }

    /** Whether the next word is one with parentheses. */
    boolean begin() {
        Token word = tokens.here();
        Token behind = tokens.ahead();
        boolean tagged = behind.word("Z") || behind.word("M") || behind.word("ZM") || behind.word("EMPTY");
        return (behind.sign("(") && !Keywords.RESERVED.contains(word.upper()))
                || (tagged && Keywords.SHAPES.contains(word.upper()));
    }

    Expression read() {
        Token start = tokens.here();
        Spot spot = tokens.spot(start);
        String word = start.upper();
        if (Keywords.SHAPES.contains(word)) {
            return assembly.literal(shapes.read(), spot);
        }
        tokens.take();
        tokens.need("(");
        Expression read = call(word, start, spot);
        tokens.need(")");
        return read;
    }

    private Expression call(String word, Token start, Spot spot) {
        if (SPATIAL.containsKey(word)) {
            Expression left = condition.get();
            tokens.need(",");
            return assembly.spatial(SPATIAL.get(word), left, condition.get(), spot);
        }
        if (TEMPORAL.containsKey(word)) {
            Expression left = condition.get();
            tokens.need(",");
            return assembly.temporal(TEMPORAL.get(word), left, condition.get(), spot);
        }
        if (FUNCTIONS.containsKey(word)) {
            return assembly.call(FUNCTIONS.get(word), condition.get(), spot);
        }
        return switch (word) {
            case "DATE" -> assembly.literal(assembly.literals().day(quoted(), spot), spot);
            case "TIMESTAMP" -> assembly.literal(assembly.literals().moment(quoted(), spot), spot);
            case "INTERVAL" -> interval(spot);
            case "BBOX" -> assembly.literal(assembly.literals().box(numbers(), spot), spot);
            default -> throw unknown(start, spot);
        };
    }

    private Expression interval(Spot spot) {
        Optional<Expression> start = end();
        tokens.need(",");
        return assembly.interval(start, end(), spot);
    }

    private Optional<Expression> end() {
        Token token = tokens.here();
        if (token.kind() != Token.Kind.WORDS) {
            return Optional.of(condition.get());
        }
        tokens.take();
        Spot spot = tokens.spot(token);
        return token.text().equals("..")
                ? Optional.empty()
                : Optional.of(assembly.literal(assembly.literals().instant(token.text(), spot), spot));
    }

    private List<Double> numbers() {
        List<Double> numbers = new ArrayList<>();
        do {
            numbers.add(shapes.number());
        } while (numbers.size() < 7 && tokens.skip(","));
        return numbers;
    }

    private String quoted() {
        return tokens.needWords("单引号中的时间", "a time in single quotes").text();
    }

    private static Refusal unknown(Token word, Spot spot) {
        if (word.upper().matches("A_(EQUALS|CONTAINS|CONTAINEDBY|OVERLAPS)")) {
            return noArrays(spot);
        }
        return spot.refusal(
                "没有函数“%s”；可用：%s、S_…、T_…",
                "there is no function \"%s\"; there are: %s, S_…, T_…",
                Spot.shown(word.text()),
                Stream.of(Function.values())
                        .map(f -> f.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    static Refusal noArrays(Spot spot) {
        return spot.refusal("本服务没有数组属性，不支持数组函数", "no property here is an array, so array functions are not offered");
    }
}
