package org.anlan.outfall;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.readings.Gauge;
import org.anlan.store.Store;

/**
 * The ledger of outfalls (一口一档). Where outfalls lie and what they are is in the layer {@code outfalls}, what was measured in {@code outfall-readings}; what happened to them
 * are entries that are never changed.
 *
 * @param lists lists of outfalls, and where they lie
 * @param archives single archives
 * @param work enters things
 * @param readings what was measured
 * @param figures how far the remediation has come
 * @param places checks by place
 */
public record Outfalls(
        OutfallLists lists,
        OutfallArchives archives,
        OutfallWork work,
        OutfallReadings readings,
        OutfallFigures figures,
        OutfallPlaces places) {

    /**
     * The ledger of a store.
     *
     * @param ownFolder the installation's own catalogue folder, with rules of its own; broken ones are refused ({@code rules-broken})
     * @param clock tells the day
     */
    public static Outfalls over(Catalog catalog, Store store, Optional<Path> ownFolder, Clock clock) {
        Desk desk = new Desk(catalog, store, OutfallRules.load(ownFolder, catalog), clock);
        Gauge gauge = new Gauge(desk);
        OutfallReadings readings = new OutfallReadings(desk, gauge);
        OutfallPlaces places = new OutfallPlaces(desk);
        return new Outfalls(
                new OutfallLists(desk, gauge),
                new OutfallArchives(desk, gauge, readings, places),
                new OutfallWork(desk),
                readings,
                new OutfallFigures(desk),
                places);
    }
}
