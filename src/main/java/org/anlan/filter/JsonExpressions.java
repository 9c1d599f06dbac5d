package org.anlan.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the JSON of a filter says (21-065r2, Annex "JSON Schema for CQL2"). Recursion is bounded by {@link Limits#DEPTH}. */
final class JsonExpressions {

    private static final Map<String, CompareOp> COMPARISONS = byWord(CompareOp.values(), CompareOp::sign);
    private static final Map<String, ArithmeticOp> ARITHMETIC = byWord(ArithmeticOp.values(), ArithmeticOp::sign);
    private static final Map<String, SpatialRelation> SPATIAL = byWord(SpatialRelation.values(), SpatialRelation::op);
    private static final Map<String, TemporalRelation> TEMPORAL =
            byWord(TemporalRelation.values(), TemporalRelation::op);
    private static final Map<String, Function> FUNCTIONS = byWord(Function.values(), Function::op);

    private final Assembly assembly;
    private final GeoJsonShapes shapes;

    JsonExpressions(Assembly assembly) {
        this.assembly = assembly;
        this.shapes = new GeoJsonShapes(assembly.literals().shapes());
    }

    Expression read(JsonPlace at, int depth) {
        if (depth > Limits.DEPTH) {
            throw Complaints.tooDeep(at);
        }
        JsonNode node = at.node();
        if (node.isBoolean()) {
            return assembly.literal(new Expression.Truth(node.booleanValue()), at);
        }
        if (node.isTextual()) {
            return assembly.literal(assembly.literals().words(node.textValue(), at), at);
        }
        if (node.isNumber()) {
            return assembly.literal(assembly.literals().number(node.asText(), at), at);
        }
        if (!node.isObject()) {
            throw at.refusal(
                    "这里应为表达式：对象、文本、数值或 true/false",
                    "expected an expression: an object, a string, a number or a boolean");
        }
        return at.has("op") ? operation(at, depth) : instance(at, depth);
    }

    private Expression instance(JsonPlace at, int depth) {
        if (at.has("property")) {
            at.only(Set.of("property"));
            return assembly.property(at.member("property").text(), at.member("property"));
        }
        if (at.has("date")) {
            at.only(Set.of("date"));
            return assembly.literal(assembly.literals().day(at.member("date").text(), at.member("date")), at);
        }
        if (at.has("timestamp")) {
            at.only(Set.of("timestamp"));
            return assembly.literal(
                    assembly.literals().moment(at.member("timestamp").text(), at.member("timestamp")), at);
        }
        if (at.has("interval")) {
            at.only(Set.of("interval"));
            List<JsonPlace> ends = at.member("interval").list(2, 2);
            return assembly.interval(end(ends.get(0), depth), end(ends.get(1), depth), at);
        }
        if (at.has("type")) {
            return assembly.literal(shapes.read(at), at);
        }
        if (at.has("bbox")) {
            at.only(Set.of("bbox"));
            JsonPlace box = at.member("bbox");
            return assembly.literal(assembly.literals().box(box.numbers(), box), at);
        }
        throw at.refusal(
                "对象应有 op、property、date、timestamp、interval、bbox 或 type",
                "an object has one of op, property, date, timestamp, interval, bbox, type");
    }

    private Optional<Expression> end(JsonPlace at, int depth) {
        if (!at.node().isTextual()) {
            return Optional.of(read(at, depth + 1));
        }
        return at.text().equals("..")
                ? Optional.empty()
                : Optional.of(assembly.literal(assembly.literals().instant(at.text(), at), at));
    }

    private Expression operation(JsonPlace at, int depth) {
        at.only(Set.of("op", "args"));
        JsonPlace op = at.member("op");
        String word = op.text().toLowerCase(Locale.ROOT);
        JsonPlace args = at.member("args");
        if (COMPARISONS.containsKey(word)) {
            List<Expression> two = all(args.list(2, 2), depth);
            return assembly.compare(COMPARISONS.get(word), two.get(0), two.get(1), at);
        }
        if (ARITHMETIC.containsKey(word)) {
            List<Expression> two = all(args.list(2, 2), depth);
            return assembly.arithmetic(ARITHMETIC.get(word), two.get(0), two.get(1), at);
        }
        if (SPATIAL.containsKey(word)) {
            List<Expression> two = all(args.list(2, 2), depth);
            return assembly.spatial(SPATIAL.get(word), two.get(0), two.get(1), at);
        }
        if (TEMPORAL.containsKey(word)) {
            List<Expression> two = all(args.list(2, 2), depth);
            return assembly.temporal(TEMPORAL.get(word), two.get(0), two.get(1), at);
        }
        if (FUNCTIONS.containsKey(word)) {
            return assembly.call(FUNCTIONS.get(word), read(args.list(1, 1).get(0), depth + 1), at);
        }
        return logical(word, op, args, at, depth);
    }

    private Expression logical(String word, JsonPlace op, JsonPlace args, JsonPlace at, int depth) {
        return switch (word) {
            case "and" -> assembly.and(all(args.list(2, Limits.NODES), depth), at);
            case "or" -> assembly.or(all(args.list(2, Limits.NODES), depth), at);
            case "not" -> assembly.not(read(args.list(1, 1).get(0), depth + 1), at);
            case "isnull" -> assembly.isNull(read(args.list(1, 1).get(0), depth + 1), at);
            case "like" -> {
                List<Expression> two = all(args.list(2, 2), depth);
                yield assembly.like(two.get(0), two.get(1), at);
            }
            case "between" -> {
                List<Expression> three = all(args.list(3, 3), depth);
                yield assembly.between(three.get(0), three.get(1), three.get(2), at);
            }
            case "in" -> in(args.list(2, 2), depth);
            case "a_equals", "a_contains", "a_containedby", "a_overlaps" -> throw TextCalls.noArrays(op);
            default ->
                throw op.refusal("没有运算或函数“%s”", "there is no operator or function \"%s\"", Spot.shown(op.text()));
        };
    }

    private Expression in(List<JsonPlace> args, int depth) {
        Expression value = read(args.get(0), depth + 1);
        List<JsonPlace> list = args.get(1).list();
        List<JsonPlace> bounded = list.subList(0, Math.min(list.size(), Limits.LIST + 1));
        return assembly.in(value, all(bounded, depth), args.get(1));
    }

    private List<Expression> all(List<JsonPlace> places, int depth) {
        return places.stream().map(place -> read(place, depth + 1)).toList();
    }

    private static <T> Map<String, T> byWord(T[] values, java.util.function.Function<T, String> word) {
        return Stream.of(values)
                .collect(Collectors.toMap(value -> word.apply(value).toLowerCase(Locale.ROOT), value -> value));
    }
}
