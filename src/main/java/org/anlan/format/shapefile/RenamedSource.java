package org.anlan.format.shapefile;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Finding;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;

/**
 * A layer with other names for its fields.
 *
 * @param layer the layer itself
 * @param fields its fields under the other names
 */
record RenamedSource(FeatureSource layer, List<SourceField> fields) implements FeatureSource {

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
    public String name() {
        return layer.name();
    }

    @Override
    public String format() {
        return layer.format();
    }

    @Override
    public Optional<Integer> count() {
        return layer.count();
    }

    @Override
    public Optional<String> declaredCrs() {
        return layer.declaredCrs();
    }

    @Override
    public SourceEncoding encoding() {
        return layer.encoding();
    }

    @Override
    public List<Finding> findings() {
        return layer.findings();
    }

    @Override
    public FeatureReader read() throws IOException {
        return layer.read();
    }
}
