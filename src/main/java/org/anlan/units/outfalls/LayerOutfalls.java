package org.anlan.units.outfalls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.anlan.casework.CasePlace;
import org.anlan.casework.FieldPlaces;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.outfall.OutfallReadings;
import org.anlan.outfall.ReadingCounts;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.anlan.units.UnitOutfalls;

/**
 * Outfalls as their layer tells them, read anew when it or the regions have a new revision; how often they were sampled and exceeded a limit is asked of the readings, which know it anyway.
 */
public final class LayerOutfalls implements UnitOutfalls {

    private static final String LAYER = "outfalls";
    private static final String REGIONS = "regions";
    private static final String SEA = "sea";

    private final Catalog catalog;
    private final Store store;
    private final OutfallReadings readings;
    private final FieldPlaces places;
    private List<Long> readAt = List.of(0L, 0L);
    private List<Outfall> outfalls = List.of();
    private State known = new State(List.of(), new TreeMap<>());

    /** The outfalls of this store. */
    public LayerOutfalls(Catalog catalog, Store store, OutfallReadings readings, FieldPlaces places) {
        this.catalog = catalog;
        this.store = store;
        this.readings = readings;
        this.places = places;
    }

    @Override
    public synchronized State now() {
        long regions = newest(REGIONS);
        if (!readings.revisions().equals(known.revisions()) || !readAt.get(0).equals(regions)) {
            ReadingCounts counts = readings.counts();
            List<Long> wanted = List.of(regions, counts.revisions().get(LAYER));
            if (!wanted.equals(readAt)) {
                outfalls = read(counts.revisions().get(LAYER));
                readAt = wanted;
            }
            known = new State(
                    outfalls.stream()
                            .map(one -> counted(one, counts.of(one.code())))
                            .toList(),
                    new TreeMap<>(counts.revisions()));
        }
        return known;
    }

    private long newest(String layer) {
        return store.revisions().newest(layer).map(Revision::id).orElse(0L);
    }

    private static Outfall counted(Outfall one, ReadingCounts.Count count) {
        return new Outfall(
                one.code(),
                one.kind(),
                one.town(),
                one.bay(),
                one.receiving(),
                one.state(),
                count.samples(),
                count.exceedances());
    }

    private List<Outfall> read(long at) {
        LayerDefinition layer = catalog.layer(LAYER);
        List<Outfall> read = new ArrayList<>();
        if (at == 0) {
            return read;
        }
        store.features().read(FeatureQuery.all(layer, at).in(FeatureQuery.Order.ID), row -> {
            read.add(outfall(layer, row));
            return true;
        });
        return read;
    }

    /** Town and bay as the layer names them, else by place: a river's outfall is in no bay. */
    private Outfall outfall(LayerDefinition layer, Row row) {
        String kind = text(row, layer.indexOf("kind"));
        String town = text(row, layer.indexOf("town_code"));
        String bay = text(row, layer.indexOf("bay_code"));
        boolean placed = !town.isEmpty() && (!bay.isEmpty() || !kind.equals(SEA));
        Optional<CasePlace> place = placed ? Optional.empty() : row.geometry().map(places::of);
        return new Outfall(
                row.id(),
                kind,
                town.isEmpty() ? code(place.flatMap(CasePlace::town)) : town,
                bay.isEmpty() && kind.equals(SEA) ? code(place.flatMap(CasePlace::bay)) : bay,
                text(row, layer.indexOf("receiving")),
                text(row, layer.indexOf("state")),
                0,
                0);
    }

    private static String code(Optional<CasePlace.Unit> unit) {
        return unit.map(CasePlace.Unit::code).orElse("");
    }

    private static String text(Row row, int field) {
        Object value = row.value(field);
        return value == null ? "" : value.toString();
    }
}
