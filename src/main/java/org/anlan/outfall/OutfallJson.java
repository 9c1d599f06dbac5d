package org.anlan.outfall;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.anlan.base.Refusal;

/** Records of the ledger as JSON: properties are called as in the record, days are written 2020-12-31, what is not there is left out. */
public final class OutfallJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private OutfallJson() {}

    /** A record as a tree. */
    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A list of records as a tree. */
    public static JsonNode list(Iterable<?> values) {
        return MAPPER.valueToTree(values);
    }

    /** A record as text. */
    public static String text(Object value) {
        return tree(value).toString();
    }

    /** A record from text that this class wrote; refused ({@code ledger-damaged}). */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw Refusal.conflict(
                    "ledger-damaged",
                    "排污口台账中有一条记录无法读取；请从备份恢复：%s",
                    "An entry in the ledger of outfalls cannot be read; restore a backup: %s",
                    e.getOriginalMessage());
        }
    }
}
