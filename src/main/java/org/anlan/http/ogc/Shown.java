package org.anlan.http.ogc;

import java.util.Locale;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.frozen.FeatureProperties;
import org.anlan.store.Row;

/** Values of features as pages show them: labels of codes in the reader's language, yes and no in words, measures to the centimetre. */
final class Shown {

    private final LayerDefinition layer;
    private final Catalog catalog;
    private final Asked asked;

    Shown(LayerDefinition layer, Catalog catalog, Asked asked) {
        this.layer = layer;
        this.catalog = catalog;
        this.asked = asked;
    }

    /** The value of a property; blank where there is none. */
    String of(FeatureProperties.Property property, Row row) {
        Object value = property.getter().of(row);
        if (value == null) {
            return "";
        }
        if (property.label()) {
            return label(property.field().orElseThrow(), row, value.toString());
        }
        if (value instanceof Boolean yes) {
            return asked.words(yes ? new Text("是", "yes") : new Text("否", "no"));
        }
        return property.field().isEmpty() && value instanceof Double measure
                ? String.format(Locale.ROOT, "%.2f", measure)
                : value.toString();
    }

    private String label(FieldDefinition field, Row row, String otherwise) {
        Object code = row.value(layer.indexOf(field.name()));
        return field.codeList()
                .map(catalog::codeList)
                .flatMap(list -> list.entry(String.valueOf(code)))
                .map(entry -> asked.words(entry.label()))
                .orElse(otherwise);
    }

    /** The title of a property. */
    String title(FeatureProperties.Property property) {
        return property.field()
                .map(field -> asked.words(field.label()))
                .orElseGet(() -> asked.words(
                        property.name().equals("length_m")
                                ? new Text("测地长度", "Geodesic length")
                                : new Text("测地面积", "Geodesic area")));
    }

    /** The unit of a property, with a blank before it; blank where it has none. */
    String unit(FeatureProperties.Property property) {
        if (property.field().isEmpty()) {
            return property.name().equals("length_m") ? " m" : " m²";
        }
        return property.field()
                .flatMap(FieldDefinition::unit)
                .map(unit -> " " + unit)
                .orElse("");
    }
}
