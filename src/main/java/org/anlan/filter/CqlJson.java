package org.anlan.filter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Reads CQL2 JSON (21-065r2 annex C). */
final class CqlJson {

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4 * Builder.MOST_DEPTH)
                            .maxNumberLength(400)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Builder builder;

    private CqlJson(Queryables queryables) {
        this.builder = new Builder(queryables);
    }

    static Expression read(String text, Queryables queryables) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            int character = e.getLocation() == null
                    ? 0
                    : (int) Math.max(0, e.getLocation().getCharOffset());
            throw Where.character(character).wrong("不是 JSON：%s", "this is no JSON: %s", e.getOriginalMessage());
        }
        return new CqlJson(queryables).expression(root, "$", 0);
    }

    private Expression expression(JsonNode node, String path, int depth) {
        Where where = Where.path(path);
        if (depth > Builder.MOST_DEPTH) {
            throw where.wrong("嵌套超过 %d 层", "more than %d levels deep", Builder.MOST_DEPTH);
        }
        return switch (node.getNodeType()) {
            case STRING -> builder.text(node.textValue(), where);
            case BOOLEAN -> builder.bool(node.booleanValue(), where);
            case NUMBER -> builder.number(node.asText(), where);
            case OBJECT -> object(node, path, depth, where);
            case ARRAY, BINARY, MISSING, NULL, POJO ->
                throw where.wrong("这里应为值、属性或运算", "here should be a value, a property or an operation");
        };
    }

    private Expression object(JsonNode node, String path, int depth, Where where) {
        if (node.has("op")) {
            return operation(node, path, depth, where);
        }
        if (node.has("property")) {
            return builder.property(text(node, "property", path), where);
        }
        if (node.has("date")) {
            return builder.date(text(node, "date", path), where);
        }
        if (node.has("timestamp")) {
            return builder.timestamp(text(node, "timestamp", path), where);
        }
        if (node.has("interval")) {
            return interval(node.get("interval"), path + ".interval", depth);
        }
        if (node.has("bbox")) {
            return builder.shape(box(node.get("bbox"), where), where);
        }
        if (node.has("type")) {
            return builder.shape(Shapes.json(node, where), where);
        }
        throw where.wrong(
                "对象里应有 op、property、date、timestamp、interval、bbox 或几何的 type",
                "the object should have op, property, date, timestamp, interval, bbox or a geometry's type");
    }

    private static String text(JsonNode node, String member, String path) {
        JsonNode value = node.get(member);
        if (!value.isTextual()) {
            throw Where.path(path + "." + member).wrong("这里应为文本", "here should be a text");
        }
        return value.textValue();
    }

    private static Geometry box(JsonNode array, Where where) {
        double[] numbers = new double[array.isArray() && array.size() <= 6 ? array.size() : 0];
        for (int i = 0; i < numbers.length; i++) {
            if (!array.get(i).isNumber()) {
                throw where.wrong("BBOX 里应为数", "a BBOX has numbers");
            }
            numbers[i] = array.get(i).asDouble();
        }
        return Shapes.box(numbers, where);
    }

    private Expression interval(JsonNode ends, String path, int depth) {
        Where where = Where.path(path);
        if (!ends.isArray() || ends.size() != 2) {
            throw where.wrong("时段应有两端", "an interval has two ends");
        }
        List<Expression> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String at = path + "[" + i + "]";
            both.add(
                    ends.get(i).isTextual()
                            ? builder.end(ends.get(i).textValue(), i == 0, Where.path(at))
                            : expression(ends.get(i), at, depth + 1));
        }
        return builder.call(Operator.INTERVAL, both, where);
    }

    private Expression operation(JsonNode node, String path, int depth, Where where) {
        String word = text(node, "op", path);
        Optional<Operator> operator = Operator.named(word);
        if (operator.isEmpty()) {
            throw Where.path(path + ".op")
                    .wrong(
                            word.toLowerCase(Locale.ROOT).startsWith("a_") ? "没有数组属性，不能用“%s”" : "没有运算“%s”",
                            word.toLowerCase(Locale.ROOT).startsWith("a_")
                                    ? "no property has several values: \"%s\" has nothing to work on"
                                    : "there is no operation \"%s\"",
                            Builder.clipped(word));
        }
        JsonNode args = node.path("args");
        if (!args.isArray()) {
            throw Where.path(path + ".args").wrong("这里应为数组", "here should be an array");
        }
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            JsonNode argument = args.get(i);
            String at = path + ".args[" + i + "]";
            if (operator.get() == Operator.IN && i == 1 && argument.isArray()) {
                for (int j = 0; j < argument.size(); j++) {
                    arguments.add(expression(argument.get(j), at + "[" + j + "]", depth + 1));
                }
            } else {
                arguments.add(expression(argument, at, depth + 1));
            }
        }
        boolean minus = operator.get() == Operator.MINUS && arguments.size() == 1;
        if (minus) {
            arguments.add(0, builder.number("0", where));
        }
        return builder.call(operator.get(), arguments, where);
    }
}
