package org.anlan.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;

/** The properties of a layer that a filter may name: by name, or by a title that no other property has. */
public final class Queryables {

    private final LayerDefinition layer;
    private final List<Queryable> all;
    private final Map<String, Queryable> byName = new HashMap<>();

    private Queryables(LayerDefinition layer, List<Queryable> all) {
        this.layer = layer;
        this.all = List.copyOf(all);
        Set<String> twice = new HashSet<>();
        for (Queryable one : all) {
            for (String title : Set.of(one.title().zh(), one.title().en())) {
                if (byName.put(title, one) != null) {
                    twice.add(title);
                }
            }
        }
        byName.keySet().removeAll(twice);
        all.forEach(one -> byName.put(one.name(), one));
    }

    /** Those of a layer: its fields, then what every feature has. */
    public static Queryables of(LayerDefinition layer, Catalog catalog) {
        List<Queryable> all = new ArrayList<>();
        all.add(common("id", Kind.TEXT, "要素编号", "Feature id", Queryable.Reads.ID));
        if (layer.geometry() != GeometryKind.NONE) {
            all.add(common("geometry", Kind.GEOMETRY, "几何", "Geometry", Queryable.Reads.SHAPE));
        }
        for (FieldDefinition field : layer.fields()) {
            all.add(new Queryable(
                    field.name(),
                    kind(field.type()),
                    field.label(),
                    Optional.of(field),
                    field.codeList().map(catalog::codeList),
                    Queryable.Reads.FIELD));
        }
        all.add(common("length_m", Kind.NUMBER, "长度（米）", "Length (m)", Queryable.Reads.LENGTH_M));
        all.add(common("area_m2", Kind.NUMBER, "面积（平方米）", "Area (m²)", Queryable.Reads.AREA_M2));
        all.add(common("recorded", Kind.TIMESTAMP, "入库时间", "Recorded", Queryable.Reads.RECORDED));
        return new Queryables(layer, all);
    }

    private static Queryable common(String name, Kind kind, String zh, String en, Queryable.Reads reads) {
        return new Queryable(name, kind, new Text(zh, en), Optional.empty(), Optional.empty(), reads);
    }

    private static Kind kind(FieldType type) {
        return switch (type) {
            case TEXT -> Kind.TEXT;
            case INTEGER, NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.BOOLEAN;
            case DATE -> Kind.DATE;
        };
    }

    /** The layer. */
    public LayerDefinition layer() {
        return layer;
    }

    /** All of them, in the order of the catalogue. */
    public List<Queryable> list() {
        return all;
    }

    /** The one of this name or title. */
    public Optional<Queryable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
