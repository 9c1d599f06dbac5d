package org.anlan.zoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.EdgeBend;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.zoning.coverage.Dissolved;
import org.anlan.zoning.coverage.Ground;
import org.anlan.zoning.coverage.Piece;
import org.anlan.zoning.coverage.Zone;
import org.anlan.zoning.coverage.ZoneLayer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** What an adjustment of ranges and zones (范围和功能区调整, plan §4.5.1) did: areas before and after, what fell out and what came in. */
public final class Adjustment {

    private final Catalog catalog;
    private final Store store;

    /** Compares states of layers in this store. */
    public Adjustment(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /**
     * What is asked.
     *
     * @param layer id of a polygon layer
     * @param from the state before: the layer at this revision
     * @param to the state after
     */
    public record Question(String layer, long from, long to) {}

    /**
     * The figure. Refused: {@code unknown-layer}, {@code not-an-area-layer}, {@code revisions-in-order}, {@code unknown-revision}, {@code too-many-overlaps},
     * {@code too-much-to-dissolve}, {@code shape-leaves-the-plane}.
     */
    public AdjustmentFigure figure(Question question) {
        LayerDefinition layer = catalog.layer(question.layer());
        ZoneLayer.mustHaveAreas(layer);
        if (question.from() >= question.to()) {
            throw Refusal.invalid(
                    "revisions-in-order",
                    "起始修订 %d 应早于终止修订 %d",
                    "The first revision, %d, should be before the second, %d",
                    question.from(),
                    question.to());
        }
        Revision from = store.revisions().at(layer.id(), question.from());
        Revision to = store.revisions().at(layer.id(), question.to());
        return compare(ZoneLayer.read(store, layer, from), ZoneLayer.read(store, layer, to));
    }

    private static AdjustmentFigure compare(ZoneLayer before, ZoneLayer after) {
        SortedMap<String, Zone> then = byId(before);
        SortedMap<String, Zone> now = byId(after);
        List<AdjustmentFigure.Change> changes = new ArrayList<>();
        List<Geometry> left = new ArrayList<>();
        List<Geometry> reached = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(then.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            Optional<Zone> old = Optional.ofNullable(then.get(id));
            Optional<Zone> next = Optional.ofNullable(now.get(id));
            if (old.isEmpty() || next.isEmpty() || !same(old.get(), next.get())) {
                changes.add(change(old, next));
                old.map(Zone::shape).ifPresent(left::add);
                next.map(Zone::shape).ifPresent(reached::add);
            }
        }
        return new AdjustmentFigure(
                before.definition().id(),
                before.definition().title(),
                before.revision(),
                after.revision(),
                extent(before),
                extent(after),
                List.copyOf(changes),
                ids.size() - changes.size(),
                rest(left, after),
                rest(reached, before),
                edgeErrorM2(left) + edgeErrorM2(reached));
    }

    private static SortedMap<String, Zone> byId(ZoneLayer layer) {
        SortedMap<String, Zone> byId = new TreeMap<>();
        layer.zones().forEach(zone -> byId.put(zone.id(), zone));
        return byId;
    }

    /** The same range, wherever its rings begin and whichever way they run. */
    private static boolean same(Zone one, Zone other) {
        return one.shape().equalsExact(other.shape()) || one.shape().equalsNorm(other.shape());
    }

    private static AdjustmentFigure.Change change(Optional<Zone> before, Optional<Zone> after) {
        Zone known = after.or(() -> before).orElseThrow();
        AdjustmentFigure.Kind kind = before.isEmpty()
                ? AdjustmentFigure.Kind.ADDED
                : after.isEmpty() ? AdjustmentFigure.Kind.REMOVED : AdjustmentFigure.Kind.CHANGED;
        return new AdjustmentFigure.Change(
                kind,
                known.id(),
                known.name(),
                before.map(Zone::areaM2).orElse(0.0),
                after.map(Zone::areaM2).orElse(0.0),
                without(before, after),
                without(after, before));
    }

    private static AdjustmentFigure.Ground without(Optional<Zone> one, Optional<Zone> other) {
        return ground(
                one.flatMap(zone -> new Ground(other.stream().map(Zone::shape).toList()).outside(zone.shape())).stream()
                        .toList());
    }

    /** What of these shapes no zone of a layer covers. */
    private static AdjustmentFigure.Ground rest(List<Geometry> shapes, ZoneLayer layer) {
        Ground covered = new Ground(layer.zones().stream().map(Zone::shape).toList());
        return ground(shapes.stream()
                .flatMap(shape -> covered.outside(shape).stream())
                .toList());
    }

    private static AdjustmentFigure.Ground ground(List<Geometry> shapes) {
        Dissolved dissolved = Dissolved.all(shapes.stream().map(Piece::of).toList());
        List<?> polygons = dissolved.shapes().stream()
                .flatMap(shape -> ((List<?>) PolygonExtracter.getPolygons(shape)).stream())
                .toList();
        return new AdjustmentFigure.Ground(
                dissolved.unionM2(), shapes.stream().findFirst().map(shape -> shape.getFactory()
                        .createMultiPolygon(polygons.toArray(Polygon[]::new))));
    }

    private static AdjustmentFigure.Extent extent(ZoneLayer layer) {
        Dissolved all = layer.dissolved();
        return new AdjustmentFigure.Extent(
                layer.zones().size(), all.sumM2(all.pieces().keySet()), all.unionM2());
    }

    private static double edgeErrorM2(List<Geometry> shapes) {
        return shapes.stream().mapToDouble(EdgeBend::mostM2).sum();
    }
}
