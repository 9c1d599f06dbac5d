package org.anlan.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.Areas;
import org.anlan.geo.Geodesy;
import org.anlan.geo.LocalScale;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a layer of areas covers less or more in a later revision than in an earlier one, feature by feature. What one feature gave to another of the layer is neither lost nor
 * gained.
 */
final class RevisedAreas {

    /** The most features that may differ. */
    private static final int MOST_CHANGED = 10_000;

    /** What is smaller, as it is drawn, comes of rounding and is no change, square metres. [cfg] */
    private static final double LEAST_M2 = 1;

    private final Store store;
    private final FeatureQuery query;
    private final int name;

    private record Feature(String id, String name, Geometry shape) {}

    /**
     * Compares revisions of a layer.
     *
     * @param year only features of this survey year; empty = all
     */
    RevisedAreas(Store store, LayerDefinition layer, Optional<Integer> year) {
        this.store = store;
        FeatureQuery all = FeatureQuery.all(layer, 0);
        this.query = year.map(all::ofYear).orElse(all);
        this.name = layer.nameField()
                .flatMap(layer::field)
                .map(FieldDefinition::name)
                .map(layer::indexOf)
                .orElse(-1);
    }

    /** The places, what is lost first, each in the order of the features' ids; refused ({@code too-many-changes}). */
    List<RevisedPlace> between(long from, long to) {
        Set<Long> unchanged = new HashSet<>();
        List<Feature> later = new ArrayList<>();
        store.features().read(query.at(to), row -> {
            if (row.since() <= from) {
                unchanged.add(row.fid());
            } else {
                keep(row, later);
            }
            return true;
        });
        List<Feature> earlier = new ArrayList<>();
        store.features().read(query.at(from), row -> {
            if (!unchanged.contains(row.fid())) {
                keep(row, earlier);
            }
            return true;
        });
        List<RevisedPlace> places = new ArrayList<>(places(RevisedPlace.Change.AREA_LOST, earlier, from, to));
        places.addAll(places(RevisedPlace.Change.AREA_GAINED, later, to, from));
        return places;
    }

    private void keep(Row row, List<Feature> kept) {
        if (kept.size() == MOST_CHANGED) {
            throw Refusal.unprocessable(
                    "too-many-changes",
                    "两个修订之间变化的要素超过 %d 个；请比较相隔较近的修订",
                    "More than %d features differ between the two revisions; compare revisions that are closer to each other",
                    MOST_CHANGED);
        }
        Object label = name < 0 ? null : row.value(name);
        row.geometry()
                .ifPresent(
                        shape -> kept.add(new Feature(row.id(), label == null ? row.id() : label.toString(), shape)));
    }

    /** What of these features, which lie so in one revision, another does not cover. */
    private List<RevisedPlace> places(RevisedPlace.Change change, List<Feature> features, long at, long other) {
        List<RevisedPlace> places = new ArrayList<>();
        features.stream().sorted(Comparator.comparing(Feature::id)).forEach(feature -> {
            Geometry rest = without(feature.shape(), other);
            if (drawnM2(rest) >= LEAST_M2) {
                places.add(new RevisedPlace(
                        change,
                        feature.id(),
                        feature.name(),
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Geodesy.areaM2(rest),
                        rest));
            }
        });
        return places;
    }

    /** The area between edges as drawn: a new vertex on an edge of a kilometre leaves square metres between geodesics, and nothing as drawn. */
    private static double drawnM2(Geometry area) {
        LocalScale scale = LocalScale.at(
                area.isEmpty() ? 0 : area.getEnvelopeInternal().centre().getY());
        return area.getArea() * scale.lonM() * scale.latM();
    }

    private Geometry without(Geometry shape, long revision) {
        Envelope box = shape.getEnvelopeInternal();
        List<Geometry> near = new ArrayList<>();
        Extent extent = new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        store.features().read(query.at(revision).within(extent).in(FeatureQuery.Order.ID), row -> {
            row.geometry().ifPresent(near::add);
            return true;
        });
        return near.isEmpty() ? shape : Areas.without(shape, Areas.union(near));
    }
}
