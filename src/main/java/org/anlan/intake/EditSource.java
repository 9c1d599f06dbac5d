package org.anlan.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceEncoding;
import org.anlan.format.SourceField;

/** A layer of the catalogue as the place where edited features come from: its own fields, CGCS2000 degrees. Edits are not read from it, they are made. */
record EditSource(LayerDefinition layer) implements FeatureSource {

    @Override
    public String name() {
        return layer.id();
    }

    @Override
    public String format() {
        return "edit";
    }

    @Override
    public List<SourceField> fields() {
        return layer.fields().stream().map(EditSource::field).toList();
    }

    private static SourceField field(FieldDefinition field) {
        return new SourceField(
                field.name(), SourceField.Type.valueOf(field.type().name()), 0, 0);
    }

    @Override
    public Optional<Integer> count() {
        return Optional.empty();
    }

    @Override
    public Optional<String> declaredCrs() {
        return Optional.of("EPSG:4490");
    }

    @Override
    public SourceEncoding encoding() {
        return new SourceEncoding(StandardCharsets.UTF_8, SourceEncoding.Reason.DECLARED);
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public FeatureReader read() {
        throw new UnsupportedOperationException("edited features are made one by one");
    }
}
