package org.anlan.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.store.Extent;
import org.anlan.store.LayerState;

/** Writes a layer's state down in the revision table, and reads it back. */
public final class StateJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StateJson() {}

    /** The state as JSON. */
    public static String write(LayerState state) {
        ObjectNode node = JSON.createObjectNode();
        node.put("count", state.count());
        ObjectNode years = node.putObject("surveyYears");
        state.surveyYears().forEach((year, count) -> years.put(Integer.toString(year), count));
        state.extent().ifPresent(e -> node.putArray("extent")
                .add(e.west())
                .add(e.south())
                .add(e.east())
                .add(e.north()));
        return node.toString();
    }

    /** The state that {@link #write} wrote. */
    public static LayerState read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            SortedMap<Integer, Long> years = new TreeMap<>();
            node.path("surveyYears")
                    .properties()
                    .forEach(e ->
                            years.put(Integer.valueOf(e.getKey()), e.getValue().asLong()));
            JsonNode e = node.path("extent");
            Optional<Extent> extent = e.size() == 4
                    ? Optional.of(new Extent(
                            e.get(0).asDouble(),
                            e.get(1).asDouble(),
                            e.get(2).asDouble(),
                            e.get(3).asDouble()))
                    : Optional.empty();
            return new LayerState(node.path("count").asLong(), years, extent);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds a state that is not JSON: " + json, e);
        }
    }
}
