package org.anlan.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anlan.base.Text;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.OutField;
import org.anlan.format.SourceField;
import org.anlan.store.Row;

/**
 * The columns of an exported layer: the catalogue's fields with the values that are kept (codes, not labels, so that nothing is lost), then length and area
 * where there are shapes, then {@code extra}: what hand-ins carried beyond the catalogue, as JSON text, for whoever is shown all fields of the layer.
 */
final class OutFields {

    private final List<OutField> fields = new ArrayList<>();
    private final List<Function<Row, Object>> values = new ArrayList<>();

    OutFields(LayerDefinition layer) {
        for (int i = 0; i < layer.fields().size(); i++) {
            FieldDefinition field = layer.fields().get(i);
            int at = i;
            add(field.name(), label(field), type(field.type()), row -> row.value(at));
        }
        if (layer.geometry() != GeometryKind.NONE) {
            addOurs(layer, "length_m", Text.of("长度（米）", "Length (m)"), SourceField.Type.NUMBER, row ->
                    (Double) row.lengthM());
            addOurs(layer, "area_m2", Text.of("面积（平方米）", "Area (m²)"), SourceField.Type.NUMBER, row ->
                    (Double) row.areaM2());
        }
        if (layer.whole()) {
            addOurs(
                    layer,
                    "extra",
                    Text.of("其他内容（JSON）", "Other content (JSON)"),
                    SourceField.Type.TEXT,
                    row -> row.extra().orElse(null));
        }
    }

    /** A field of the catalogue that has one of our names stays what it is. */
    private void addOurs(
            LayerDefinition layer, String name, Text label, SourceField.Type type, Function<Row, Object> value) {
        if (layer.field(name).isEmpty()) {
            add(name, label, type, value);
        }
    }

    private void add(String name, Text label, SourceField.Type type, Function<Row, Object> value) {
        fields.add(new OutField(name, label, type));
        values.add(value);
    }

    private static Text label(FieldDefinition field) {
        Optional<String> unit = field.unit();
        return unit.isEmpty()
                ? field.label()
                : new Text(
                        field.label().zh() + "（" + unit.get() + "）",
                        field.label().en() + " (" + unit.get() + ")");
    }

    private static SourceField.Type type(FieldType type) {
        return switch (type) {
            case TEXT -> SourceField.Type.TEXT;
            case INTEGER -> SourceField.Type.INTEGER;
            case NUMBER -> SourceField.Type.NUMBER;
            case BOOLEAN -> SourceField.Type.BOOLEAN;
            case DATE -> SourceField.Type.DATE;
        };
    }

    List<OutField> list() {
        return List.copyOf(fields);
    }

    Object[] values(Row row) {
        Object[] all = new Object[values.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = values.get(i).apply(row);
        }
        return all;
    }
}
