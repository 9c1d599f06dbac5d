package org.anlan.frozen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Row;

/**
 * The properties that a feature of a layer is published with: the catalogue's fields, beside a coded field its Chinese label ({@code type2},
 * {@code type2_zh}), then {@code length_m} and {@code area_m2}. The views of the store have the same names.
 */
public final class FeatureProperties {

    /** The name of a coded field's label. */
    public static final String LABEL = "_zh";

    private final List<Property> properties;

    /**
     * What one property shows.
     *
     * @param name its name
     * @param field the field it comes from; empty for the measures
     * @param label whether it is the label of the field's code
     */
    public record Property(String name, Optional<FieldDefinition> field, boolean label, Getter getter) {}

    /** Gets the value of a property from a row: a string, number, boolean, date or {@code null}. */
    public interface Getter {
        /** The value. */
        Object of(Row row);
    }

    private FeatureProperties(List<Property> properties) {
        this.properties = List.copyOf(properties);
    }

    /** All properties of a layer's features. */
    public static FeatureProperties of(LayerDefinition layer, Catalog catalog) {
        List<Property> all = new ArrayList<>();
        for (int i = 0; i < layer.fields().size(); i++) {
            FieldDefinition field = layer.fields().get(i);
            int at = i;
            all.add(new Property(field.name(), Optional.of(field), false, row -> row.value(at)));
            field.codeList().map(catalog::codeList).ifPresent(list -> {
                Map<String, String> labels = labels(list);
                all.add(new Property(field.name() + LABEL, Optional.of(field), true, row -> {
                    Object code = row.value(at);
                    return code == null ? null : labels.get(code.toString());
                }));
            });
        }
        all.add(new Property("length_m", Optional.empty(), false, Row::lengthM));
        all.add(new Property("area_m2", Optional.empty(), false, Row::areaM2));
        return new FeatureProperties(all);
    }

    private static Map<String, String> labels(CodeList list) {
        Map<String, String> labels = new HashMap<>();
        list.entries().forEach(entry -> labels.put(entry.code(), entry.label().zh()));
        return labels;
    }

    /** The properties, in their order. */
    public List<Property> list() {
        return properties;
    }

    /** Their names. */
    public List<String> names() {
        return properties.stream().map(Property::name).toList();
    }

    /** Only the properties of these names, in the order of the layer. */
    public FeatureProperties only(Collection<String> names) {
        return new FeatureProperties(
                properties.stream().filter(p -> names.contains(p.name())).toList());
    }

    /** The value of the property at a position. */
    public Object value(Row row, int property) {
        return properties.get(property).getter().of(row);
    }
}
