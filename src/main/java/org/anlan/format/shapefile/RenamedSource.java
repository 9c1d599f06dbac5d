package org.anlan.format.shapefile;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anlan.format.FeatureSource;
import org.anlan.format.LayerOver;
import org.anlan.format.SourceField;

/**
 * A layer with other names for its fields.
 *
 * @param layer the layer itself
 * @param fields its fields under the other names
 */
record RenamedSource(FeatureSource layer, List<SourceField> fields) implements LayerOver {

    /** The layer with these names by those in the file; as it is when two fields would have the same. */
    static FeatureSource of(FeatureSource layer, Map<String, String> names) {
        List<SourceField> fields = layer.fields().stream()
                .map(field -> new SourceField(
                        names.getOrDefault(field.name(), field.name()), field.type(), field.width(), field.decimals()))
                .toList();
        Set<String> different = new HashSet<>();
        boolean clear = fields.stream().allMatch(field -> different.add(field.name()));
        return clear ? new RenamedSource(layer, fields) : layer;
    }

    @Override
    public FeatureSource over(FeatureSource other) {
        return new RenamedSource(other, fields);
    }
}
