package org.anlan.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;

/**
 * The properties of a layer that a filter may name: {@code id}, {@code geometry} (where the layer has shapes), every field of the catalogue,
 * {@code length_m}, {@code area_m2} and {@code recorded}. Each goes by its name, and by its Chinese and its English label where no other
 * property goes by the same word.
 */
public final class Queryables {

    private final List<Queryable> all;
    private final Map<String, Queryable> byWord;

    private Queryables(List<Queryable> all) {
        this.all = Collections.unmodifiableList(all);
        this.byWord = byWord(all);
    }

    /** The properties of a layer. */
    public static Queryables of(LayerDefinition layer, Catalog catalog) {
        List<Queryable> all = new ArrayList<>();
        all.add(own("id", ValueType.TEXT, new Text("标识", "Identifier"), Optional.empty(), Queryable.Role.ID));
        if (layer.geometry() != GeometryKind.NONE) {
            all.add(own(
                    "geometry",
                    ValueType.GEOMETRY,
                    new Text("图形", "Geometry"),
                    Optional.empty(),
                    Queryable.Role.GEOMETRY));
        }
        for (int i = 0; i < layer.fields().size(); i++) {
            all.add(field(layer.fields().get(i), i, layer.surveyYearField(), catalog));
        }
        all.add(own("length_m", ValueType.NUMBER, new Text("测地长度", "Length"), Optional.of("m"), Queryable.Role.LENGTH));
        all.add(own("area_m2", ValueType.NUMBER, new Text("测地面积", "Area"), Optional.of("m2"), Queryable.Role.AREA));
        all.add(own(
                "recorded",
                ValueType.TIMESTAMP,
                new Text("入库时间", "Recorded"),
                Optional.empty(),
                Queryable.Role.RECORDED));
        return new Queryables(all);
    }

    /** All properties: the id, the shape, the fields in the order of the catalogue, the figures, the time. */
    public List<Queryable> all() {
        return all;
    }

    /** The property that goes by this name or label. */
    public Optional<Queryable> find(String word) {
        return Optional.ofNullable(byWord.get(word));
    }

    private static Queryable own(String name, ValueType type, Text title, Optional<String> unit, Queryable.Role role) {
        return new Queryable(name, type, title, Optional.empty(), unit, role, -1, false);
    }

    private static Queryable field(FieldDefinition field, int at, Optional<String> surveyYear, Catalog catalog) {
        ValueType type =
                switch (field.type()) {
                    case TEXT -> ValueType.TEXT;
                    case INTEGER -> ValueType.INTEGER;
                    case NUMBER -> ValueType.NUMBER;
                    case BOOLEAN -> ValueType.BOOLEAN;
                    case DATE -> ValueType.DATE;
                };
        return new Queryable(
                field.name(),
                type,
                field.label(),
                field.codeList().map(catalog::codeList),
                field.unit(),
                Queryable.Role.FIELD,
                at,
                type == ValueType.INTEGER && surveyYear.equals(Optional.of(field.name())));
    }

    /** Names go before labels, the service's own before the catalogue's; a label of two properties names neither. */
    private static Map<String, Queryable> byWord(List<Queryable> all) {
        Map<String, Queryable> words = new LinkedHashMap<>();
        all.stream().filter(q -> q.role() != Queryable.Role.FIELD).forEach(q -> words.put(q.name(), q));
        all.forEach(q -> words.putIfAbsent(q.name(), q));
        Map<String, Queryable> labels = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (Queryable queryable : all) {
            for (String label :
                    List.of(queryable.title().zh(), queryable.title().en())) {
                Queryable other = labels.putIfAbsent(label, queryable);
                if (other != null && !other.equals(queryable)) {
                    twice.add(label);
                }
            }
        }
        twice.forEach(labels::remove);
        labels.forEach(words::putIfAbsent);
        return words;
    }
}
