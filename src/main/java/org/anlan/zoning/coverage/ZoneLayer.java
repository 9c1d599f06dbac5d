package org.anlan.zoning.coverage;

import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Geometry;

/**
 * A polygon layer in one state, read for overlays.
 *
 * @param definition the layer
 * @param revision its state
 * @param zones its features that have an area, in the order of their ids
 */
public record ZoneLayer(LayerDefinition definition, Revision revision, List<Zone> zones) {

    /** More positions than the polygons of a country have; they are all held in memory. */
    private static final long MOST_POSITIONS = 5_000_000;

    /** Classes of a layer: the fields that have a code list. */
    public static List<FieldDefinition> classFields(LayerDefinition layer) {
        return layer.fields().stream()
                .filter(field ->
                        field.type() == FieldType.TEXT && field.codeList().isPresent())
                .toList();
    }

    /** Refuses ({@code not-an-area-layer}) a layer that has no areas. */
    public static void mustHaveAreas(LayerDefinition layer) {
        if (layer.geometry() != GeometryKind.POLYGON) {
            throw Refusal.invalid(
                    "not-an-area-layer",
                    "图层 %s 不是面图层，没有面积可统计",
                    "Layer %s is not one of areas: there is nothing to add up",
                    layer.id());
        }
    }

    /**
     * Reads the state of a layer. Refused: {@code too-much-to-dissolve} for more than some million positions, {@code shape-leaves-the-plane} for shapes over
     * the date line or a pole.
     */
    public static ZoneLayer read(Store store, LayerDefinition layer, Revision revision) {
        List<Integer> classes =
                classFields(layer).stream().map(f -> layer.indexOf(f.name())).toList();
        int nameAt = layer.nameField().map(layer::indexOf).orElse(-1);
        List<Zone> zones = new ArrayList<>();
        long[] positions = {0};
        store.features().read(FeatureQuery.all(layer, revision.id()).in(FeatureQuery.Order.ID), row -> {
            row.geometry().filter(shape -> shape.getDimension() == 2).ifPresent(shape -> {
                positions[0] += shape.getNumPoints();
                mustNotExceed(layer, positions[0]);
                Plane.mustHold(layer.id(), row.id(), shape);
                zones.add(zone(layer, row, shape, nameAt, classes));
            });
            return true;
        });
        return new ZoneLayer(layer, revision, List.copyOf(zones));
    }

    /** Its zones to be counted. */
    public Dissolved dissolved() {
        return Dissolved.all(zones.stream()
                .map(zone -> new Piece(zone.shape(), zone.areaM2()))
                .toList());
    }

    private static Zone zone(LayerDefinition layer, Row row, Geometry shape, int nameAt, List<Integer> classes) {
        String name = nameAt < 0 ? "" : text(row.value(nameAt));
        return new Zone(
                layer.id(),
                row.id(),
                name.isEmpty() ? row.id() : name,
                classes.stream().map(at -> text(row.value(at))).toList(),
                shape,
                row.areaM2());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static void mustNotExceed(LayerDefinition layer, long positions) {
        if (positions > MOST_POSITIONS) {
            throw Refusal.unprocessable(
                    "too-much-to-dissolve",
                    "图层 %s 的顶点超过 %d 个，无法一次去重统计",
                    "Layer %s has more than %d positions: too many to dissolve at once",
                    layer.id(),
                    MOST_POSITIONS);
        }
    }
}
