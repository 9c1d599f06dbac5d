package org.anlan.units;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.anlan.casework.FieldPlaces;
import org.anlan.catalog.Catalog;
import org.anlan.outfall.OutfallReadings;
import org.anlan.store.Store;
import org.anlan.units.outfalls.LayerOutfalls;

/** What units are told of outfalls: where each belongs, how far it has come, and how often its readings were above a limit. */
@FunctionalInterface
public interface UnitOutfalls {

    /** The outfalls as they are now. */
    State now();

    /** Outfalls as their layer in a store tells them, with the readings of their ledger. */
    static UnitOutfalls ofLayers(Catalog catalog, Store store, OutfallReadings readings, FieldPlaces places) {
        return new LayerOutfalls(catalog, store, readings, places);
    }

    /**
     * The outfalls, and what they were read from.
     *
     * @param outfalls the outfalls
     * @param revisions the states of the layers, by id
     */
    record State(List<Outfall> outfalls, SortedMap<String, Long> revisions) {

        /** The same outfalls in these states, by code; one that is not among them stays as it is. */
        public State inStates(Map<String, String> states) {
            return new State(
                    outfalls.stream()
                            .map(one -> new Outfall(
                                    one.code(),
                                    one.kind(),
                                    one.town(),
                                    one.bay(),
                                    one.receiving(),
                                    states.getOrDefault(one.code(), one.state()),
                                    one.readings(),
                                    one.exceedances()))
                            .toList(),
                    revisions);
        }
    }

    /**
     * An outfall.
     *
     * @param code its code
     * @param kind code of its kind: {@code sea} (入海) or {@code river} (入河)
     * @param town code of its town; blank when unknown
     * @param bay code of its bay; blank when unknown
     * @param receiving the receiving water, as the layer names it
     * @param state code of its state (code list outfall-state); blank when unknown
     * @param readings how many readings it has
     * @param exceedances how many values of them are above their limit
     */
    record Outfall(
            String code,
            String kind,
            String town,
            String bay,
            String receiving,
            String state,
            long readings,
            long exceedances) {}
}
