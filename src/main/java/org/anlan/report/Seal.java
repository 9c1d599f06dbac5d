package org.anlan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The seal of a result: SHA-256 of its JSON with the members of every object in the order of their names and no blanks. The same result has the same seal. */
public final class Seal {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Seal() {}

    /** The seal of this result, 64 hexadecimal digits. */
    public static String of(JsonNode result) {
        try {
            byte[] sorted = SORTED.writeValueAsBytes(SORTED.treeToValue(result, Object.class));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sorted));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is no JSON", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
