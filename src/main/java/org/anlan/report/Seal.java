package org.anlan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.anlan.base.Sha256;

/** The seal of a result: SHA-256 of its JSON with the members of every object in the order of their names and no blanks. The same result has the same seal. */
public final class Seal {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Seal() {}

    /** The seal of this result, 64 hexadecimal digits. */
    public static String of(JsonNode result) {
        return of(text(result));
    }

    /** The text that is sealed: members in the order of their names, no blanks. */
    public static String text(JsonNode result) {
        try {
            return SORTED.writeValueAsString(SORTED.treeToValue(result, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is no JSON", e);
        }
    }

    /** The seal of a text as it is. */
    public static String of(String text) {
        return Sha256.of(text);
    }
}
