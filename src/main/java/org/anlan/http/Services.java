package org.anlan.http;

import java.util.Optional;
import org.anlan.access.Access;
import org.anlan.analysis.Analyses;
import org.anlan.analysis.Fieldwork;
import org.anlan.catalog.Catalog;
import org.anlan.frozen.FrozenFeatures;
import org.anlan.intake.Intake;
import org.anlan.intake.Jobs;
import org.anlan.outfall.Outfalls;
import org.anlan.store.Store;
import org.anlan.tiles.Tiles;

/**
 * What the endpoints call.
 *
 * @param catalog the layers
 * @param store what is kept
 * @param features reads the features of the store, from frozen layers where there are any
 * @param tiles makes vector tiles and keeps them
 * @param intake takes hand-ins in
 * @param jobs checks and commits under way
 * @param analyses what is computed from the layers
 * @param outfalls the ledger of outfalls
 * @param fieldwork problem sites, boundary markers, units, photos
 * @param access who somebody is and what they may do
 * @param publicAddress where clients find the service ("https://gis.example.cn/anlan", no slash at the end), where links must say it; empty = where the
 *     request says it came to
 * @param baseMaps pictures of other services that the page may show
 */
public record Services(
        Catalog catalog,
        Store store,
        FrozenFeatures features,
        Tiles tiles,
        Intake intake,
        Jobs jobs,
        Analyses analyses,
        Outfalls outfalls,
        Fieldwork fieldwork,
        Access access,
        Optional<String> publicAddress,
        BaseMaps baseMaps) {}
