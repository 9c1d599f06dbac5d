package org.anlan.filter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.anlan.base.Refusal;

/** Reads a filter in CQL2 JSON: first the JSON, within bounds, then what it says. */
final class JsonParsing {

    /** An expression is an object and the list of its arguments; shapes have a few lists more. */
    private static final int NESTING = 2 * Limits.DEPTH + 10;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING)
                            .maxStringLength(Limits.LENGTH)
                            .maxNameLength(1_000)
                            .maxNumberLength(Limits.NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonParsing() {}

    static Expression parse(byte[] json, Queryables queryables) {
        if (json.length > Limits.BYTES) {
            throw Spot.path("$").refusal("过滤条件过长，最多 %d 字节", "the filter is too long: at most %d bytes", Limits.BYTES);
        }
        JsonNode root = read(json);
        JsonPlace whole = new JsonPlace("$", root);
        if (root.isMissingNode()) {
            throw whole.refusal("过滤条件为空", "the filter is empty");
        }
        Assembly assembly = new Assembly(queryables);
        return assembly.filter(new JsonExpressions(assembly).read(whole, 1), whole);
    }

    private static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw notJson(e.getOriginalMessage(), e.getLocation());
        } catch (IOException e) {
            throw notJson(e.getMessage(), JsonLocation.NA);
        }
    }

    private static Refusal notJson(String why, JsonLocation at) {
        String reason = Spot.shown(String.valueOf(why).lines().findFirst().orElse(""));
        if (at == null || at.getLineNr() < 1) {
            return Refusal.invalid(
                    "bad-filter", "过滤条件不是可接受的 JSON：%s", "The filter is no JSON that can be taken: %s", reason);
        }
        return Refusal.invalid(
                "bad-filter",
                "过滤条件第 %d 行第 %d 列不是可接受的 JSON：%s",
                "Filter, line %d, column %d: no JSON that can be taken: %s",
                at.getLineNr(),
                at.getColumnNr(),
                reason);
    }
}
