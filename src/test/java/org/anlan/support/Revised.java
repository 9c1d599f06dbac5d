package org.anlan.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.Geodesy;
import org.anlan.store.FeatureQuery;
import org.anlan.store.NewFeature;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Later revisions of the demonstration's layers. */
public final class Revised {

    private Revised() {}

    /**
     * A revision in which a feature is another.
     *
     * @param before the layer's revision before
     * @param after the revision
     * @param feature the feature as it was
     */
    public record Made(long before, long after, Rows.Kept feature) {}

    /** So many outfalls more, near those that there are and otherwise like them; gives the revision before, to go back to. */
    public static long moreOutfalls(Catalog catalog, Store store, int more) {
        LayerDefinition layer = catalog.layer("outfalls");
        long before = store.revisions().newest(layer.id()).map(Revision::id).orElseThrow();
        List<Rows.Kept> known = Rows.read(store, FeatureQuery.all(layer, before));
        List<NewFeature> added = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            Rows.Kept like = known.get(i % known.size());
            String code = String.format(Locale.ROOT, "FJ-350581-%04d-QT-00", 5_000 + i);
            Object[] values = like.values().toArray();
            values[layer.indexOf("outfall_code")] = code;
            values[layer.indexOf("name")] = "新查排口" + i;
            Geometry at = Rows.shape(like.wkt()).orElseThrow();
            at.apply((CoordinateFilter) place -> place.x += 0.002);
            at.geometryChanged();
            added.add(new NewFeature(code, Optional.of(at), 0, 0, values, like.extra()));
        }
        Rows.commit(store, layer, List.of(), added);
        return before;
    }

    /** The longest segment of sandy coast of a survey year becomes a sea dyke. */
    public static Made sandBecomesADyke(Catalog catalog, Store store, int year) {
        LayerDefinition layer = catalog.layer("coastline");
        long before = store.revisions().newest(layer.id()).map(Revision::id).orElseThrow();
        int type1 = layer.indexOf("type1");
        int type2 = layer.indexOf("type2");
        Rows.Kept longest = null;
        for (Rows.Kept row : Rows.read(store, FeatureQuery.all(layer, before).ofYear(year))) {
            boolean sandy = "sandy".equals(row.values().get(type2))
                    && Boolean.TRUE.equals(row.values().get(layer.indexOf("mainland")));
            if (sandy && (longest == null || row.lengthM() > longest.lengthM())) {
                longest = row;
            }
        }
        Object[] values = longest.values().toArray();
        values[type1] = "artificial";
        values[type2] = "dyke";
        NewFeature dyke =
                new NewFeature(longest.id(), Rows.shape(longest.wkt()), longest.lengthM(), 0, values, longest.extra());
        return new Made(
                before, Rows.commit(store, layer, List.of(), List.of(dyke)).id(), longest);
    }

    /** The western half of a red line stays; the eastern half is a feature of its own, or gone. */
    public static Made redLineIsCut(Catalog catalog, Store store, String code, boolean eastStays) {
        LayerDefinition layer = catalog.layer("red-lines");
        long before = store.revisions().newest(layer.id()).map(Revision::id).orElseThrow();
        Rows.Kept whole = Rows.at(store, layer, before).get(code);
        Geometry shape = Rows.shape(whole.wkt()).orElseThrow();
        Envelope box = shape.getEnvelopeInternal();
        double middle = box.centre().getX();
        Envelope west = new Envelope(box.getMinX(), middle, box.getMinY(), box.getMaxY());
        List<NewFeature> halves = new ArrayList<>();
        halves.add(half(whole, code, shape.intersection(shape.getFactory().toGeometry(west))));
        if (eastStays) {
            Envelope east = new Envelope(middle, box.getMaxX(), box.getMinY(), box.getMaxY());
            halves.add(half(
                    whole, code + "-E", shape.intersection(shape.getFactory().toGeometry(east))));
        }
        return new Made(before, Rows.commit(store, layer, List.of(), halves).id(), whole);
    }

    private static NewFeature half(Rows.Kept whole, String code, Geometry shape) {
        Object[] values = whole.values().toArray();
        values[0] = code;
        return new NewFeature(code, Optional.of(shape), 0, Geodesy.areaM2(shape), values, Optional.empty());
    }
}
