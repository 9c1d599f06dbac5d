package org.anlan.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;

/**
 * The columns that our own exports have besides the catalogue's: a file that comes back unchanged shall change nothing. {@code extra} becomes
 * extra again, an {@code id} that the feature gets anyway is not kept twice, and beside {@code extra} the measures {@code length_m} and {@code
 * area_m2} are ours, which every commit computes anew, as are the columns of a
 * table that hold the point. A column of these names that is mapped to a field is what the mapping says.
 */
final class OwnColumns {

    static final String ID = "id";

    /** Where a table that we wrote has its points (format/table/OutTable). */
    private static final List<String> PLACE =
            List.of("lon", "lat", "x", "y", "geom_lon", "geom_lat", "geom_x", "geom_y");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern GENERATED = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\\d+)?");

    private final LayerDefinition layer;
    private final int idAt;
    private final int extraAt;
    private final int lengthAt;
    private final int areaAt;
    private final Set<Integer> placeAt = new HashSet<>();

    OwnColumns(LayerDefinition layer, List<SourceField> fields, int[] targets) {
        this.layer = layer;
        this.idAt = position(ID, fields, targets);
        this.extraAt = position("extra", fields, targets);
        this.lengthAt = extraAt < 0 ? -1 : position("length_m", fields, targets);
        this.areaAt = extraAt < 0 ? -1 : position("area_m2", fields, targets);
        if (extraAt >= 0) {
            PLACE.forEach(name -> placeAt.add(position(name, fields, targets)));
        }
    }

    private static int position(String name, List<SourceField> fields, int[] targets) {
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] < 0 && fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a value stands in a column of ours, and is not to be kept as the file's own. */
    boolean isOwn(int column, Object value) {
        return column == idAt
                || column == lengthAt
                || column == areaAt
                || placeAt.contains(column)
                || (column == extraAt && isObject(value));
    }

    /** What the feature carried beyond the catalogue when it was exported. */
    Optional<ObjectNode> extra(SourceFeature feature) {
        return extraAt < 0 ? Optional.empty() : object(feature.values()[extraAt]);
    }

    private static boolean isObject(Object value) {
        return object(value).isPresent();
    }

    private static Optional<ObjectNode> object(Object value) {
        if (!(value instanceof String text) || !text.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(text);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** The id in the file where it is another than the feature gets. */
    Optional<String> otherId(SourceFeature feature, Object[] values) {
        if (idAt < 0 || feature.values()[idAt] == null) {
            return Optional.empty();
        }
        String id = feature.values()[idAt].toString();
        return isKnown(id, values) ? Optional.empty() : Optional.of(id);
    }

    private boolean isKnown(String id, Object[] values) {
        if (layer.idFields().isEmpty()) {
            return GENERATED.matcher(id).matches();
        }
        StringJoiner own = new StringJoiner("@");
        layer.idFields().forEach(field -> own.add(String.valueOf(values[layer.indexOf(field)])));
        return own.toString().equals(id);
    }
}
