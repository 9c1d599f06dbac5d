package org.anlan.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.geo.RepairKind;

/** Writes the repairs of a hand-in down in the revision table, and reads them back. */
public final class RepairsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RepairsJson() {}

    /** Class of repair → number of features, as JSON. */
    public static String write(Map<RepairKind, Long> repairs) {
        ObjectNode node = JSON.createObjectNode();
        new TreeMap<>(repairs).forEach((kind, count) -> node.put(kind.word(), count));
        return node.toString();
    }

    /** The counts that {@link #write} wrote. */
    public static SortedMap<RepairKind, Long> read(String json) {
        try {
            SortedMap<RepairKind, Long> repairs = new TreeMap<>();
            JSON.readTree(json)
                    .properties()
                    .forEach(e ->
                            repairs.put(RepairKind.of(e.getKey()), e.getValue().asLong()));
            return repairs;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds repairs that are not JSON: " + json, e);
        }
    }
}
