package org.anlan.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Style;

/** A catalogue of a few layers, one for each way in which a layer can be built; small, so that a store for it opens fast. */
public final class SmallCatalog {

    /** Lines by survey year; the id carries the year, so a feature never moves to another scope. */
    public static final LayerDefinition SEGMENTS = layer("segments", GeometryKind.LINE)
            .field("code", FieldType.TEXT)
            .field("survey_year", FieldType.INTEGER)
            .coded("kind", "coast-kind")
            .ids("code", "survey_year")
            .year("survey_year")
            .scope("survey_year")
            .build();

    /** Any shapes by town; the id does not carry the town, so a feature may move from one scope to another. */
    public static final LayerDefinition PLACES = layer("places-of-note", GeometryKind.ANY)
            .field("code", FieldType.TEXT)
            .field("town", FieldType.TEXT)
            .field("name", FieldType.TEXT)
            .ids("code")
            .scope("town")
            .build();

    /** Points without scopes: a hand-in states the whole layer. */
    public static final LayerDefinition MARKERS = layer("markers", GeometryKind.POINT)
            .field("code", FieldType.TEXT)
            .field("note", FieldType.TEXT)
            .ids("code")
            .build();

    /** A table without shapes, with a field of every type. */
    public static final LayerDefinition READINGS = layer("readings", GeometryKind.NONE)
            .field("text", FieldType.TEXT)
            .field("whole", FieldType.INTEGER)
            .field("number", FieldType.NUMBER)
            .field("flag", FieldType.BOOLEAN)
            .field("day", FieldType.DATE)
            .build();

    /** The four layers. */
    public static final Catalog CATALOG = of(SEGMENTS, PLACES, MARKERS, READINGS);

    private SmallCatalog() {}

    /** A catalogue of these layers and the one code list that they may use. */
    public static Catalog of(LayerDefinition... layers) {
        CodeList kinds = new CodeList(
                "coast-kind",
                Text.of("岸线类型", "Kind of coast"),
                false,
                List.of(
                        new CodeList.Entry("natural", Text.of("自然岸线", "Natural"), Optional.empty(), List.of()),
                        new CodeList.Entry("artificial", Text.of("人工岸线", "Artificial"), Optional.empty(), List.of())));
        return new Catalog(List.of(layers), List.of(kinds));
    }

    /** Begins a layer. */
    public static Builder layer(String id, GeometryKind geometry) {
        return new Builder(id, geometry);
    }

    /** Puts a layer together field by field. */
    public static final class Builder {
        private final String id;
        private final GeometryKind geometry;
        private final List<FieldDefinition> fields = new ArrayList<>();
        private List<String> ids = List.of();
        private Optional<String> year = Optional.empty();
        private Optional<String> scope = Optional.empty();

        private Builder(String id, GeometryKind geometry) {
            this.id = id;
            this.geometry = geometry;
        }

        /** A field that takes any value of its type. */
        public Builder field(String name, FieldType type) {
            return field(name, type, Optional.empty());
        }

        /** A text field whose values are codes. */
        public Builder coded(String name, String list) {
            return field(name, FieldType.TEXT, Optional.of(list));
        }

        private Builder field(String name, FieldType type, Optional<String> list) {
            fields.add(
                    new FieldDefinition(name, type, Text.same(name), Optional.empty(), false, false, list, List.of()));
            return this;
        }

        /** The fields of the id. */
        public Builder ids(String... names) {
            ids = List.of(names);
            return this;
        }

        /** The field with the survey year. */
        public Builder year(String name) {
            year = Optional.of(name);
            return this;
        }

        /** The field whose values a hand-in states whole. */
        public Builder scope(String name) {
            scope = Optional.of(name);
            return this;
        }

        /** The layer; its title is Chinese. */
        public LayerDefinition build() {
            return new LayerDefinition(
                    id,
                    Text.of("图层 " + id, "Layer " + id),
                    Text.of("用于测试的“" + id + "”", "For tests: " + id),
                    geometry,
                    false,
                    List.copyOf(fields),
                    ids,
                    Optional.empty(),
                    year,
                    scope,
                    List.of(),
                    List.of(),
                    new Style(Optional.empty(), 0, 0, true, List.of(), List.of()));
        }
    }
}
