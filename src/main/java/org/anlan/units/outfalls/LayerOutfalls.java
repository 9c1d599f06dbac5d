package org.anlan.units.outfalls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.casework.CasePlace;
import org.anlan.casework.FieldPlaces;
import org.anlan.casework.Readings;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.anlan.units.UnitOutfalls;

/** Outfalls as the layers outfalls, outfall-readings and outfall-limits tell them; read anew when one of these has a new revision. */
public final class LayerOutfalls implements UnitOutfalls {

    private static final String SEA = "sea";

    private final Catalog catalog;
    private final Store store;
    private final Readings readings;
    private final FieldPlaces places;
    private SortedMap<String, Long> revisions = new TreeMap<>();
    private State known = new State(List.of(), revisions);

    /** The outfalls of this store. */
    public LayerOutfalls(Catalog catalog, Store store, FieldPlaces places) {
        this.catalog = catalog;
        this.store = store;
        this.readings = new Readings(catalog, store);
        this.places = places;
    }

    private static final class Tally {
        private long readings;
        private long exceedances;
    }

    @Override
    public synchronized State now() {
        SortedMap<String, Long> newest = new TreeMap<>();
        for (String layer : List.of(Readings.OUTFALLS, Readings.READINGS, Readings.LIMITS)) {
            newest.put(layer, readings.newest(layer));
        }
        if (!newest.equals(revisions)) {
            known = read(newest);
            revisions = newest;
        }
        return known;
    }

    private State read(SortedMap<String, Long> at) {
        if (at.get(Readings.OUTFALLS) == 0) {
            return new State(List.of(), at);
        }
        LayerDefinition layer = catalog.layer(Readings.OUTFALLS);
        int standard = layer.indexOf("standard");
        Map<String, String> standards = new HashMap<>();
        store.features().read(FeatureQuery.all(layer, at.get(Readings.OUTFALLS)), row -> {
            standards.put(row.id(), text(row, standard));
            return true;
        });
        Map<String, Tally> tallies = tallies(at, standards);
        List<Outfall> outfalls = new ArrayList<>();
        store.features().read(FeatureQuery.all(layer, at.get(Readings.OUTFALLS)).in(FeatureQuery.Order.ID), row -> {
            outfalls.add(outfall(layer, row, tallies.getOrDefault(row.id(), new Tally())));
            return true;
        });
        return new State(List.copyOf(outfalls), at);
    }

    private Map<String, Tally> tallies(SortedMap<String, Long> at, Map<String, String> standards) {
        Map<String, Tally> tallies = new HashMap<>();
        if (at.get(Readings.READINGS) == 0) {
            return tallies;
        }
        Map<String, Map<String, Double>> limits = readings.limits(at.get(Readings.LIMITS));
        LayerDefinition layer = catalog.layer(Readings.READINGS);
        int code = layer.indexOf("outfall_code");
        store.features().read(FeatureQuery.all(layer, at.get(Readings.READINGS)), row -> {
            String outfall = text(row, code);
            Tally tally = tallies.computeIfAbsent(outfall, one -> new Tally());
            tally.readings++;
            Map<String, Double> limit = limits.getOrDefault(standards.getOrDefault(outfall, ""), Map.of());
            for (Readings.Parameter parameter : readings.parameters()) {
                Double most = limit.get(parameter.word());
                if (most != null
                        && row.value(parameter.readingAt()) instanceof Number value
                        && value.doubleValue() > most) {
                    tally.exceedances++;
                }
            }
            return true;
        });
        return tallies;
    }

    /** Town and bay as the layer names them, else by place: a river's outfall is in no bay. */
    private Outfall outfall(LayerDefinition layer, Row row, Tally tally) {
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
                tally.readings,
                tally.exceedances);
    }

    private static String code(Optional<CasePlace.Unit> unit) {
        return unit.map(CasePlace.Unit::code).orElse("");
    }

    private static String text(Row row, int field) {
        Object value = row.value(field);
        return value == null ? "" : value.toString();
    }
}
