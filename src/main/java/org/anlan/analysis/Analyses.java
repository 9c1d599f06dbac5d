package org.anlan.analysis;

import java.nio.file.Path;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.coast.Change;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.report.Backdrop;
import org.anlan.store.Store;
import org.anlan.zoning.Adjustment;
import org.anlan.zoning.Coverage;
import org.anlan.zoning.Impact;
import org.anlan.zoning.Indicators;
import org.anlan.zoning.ZoningRuleSets;

/**
 * What is computed from the layers of an installation.
 *
 * @param rules the counting rule sets
 * @param retention the retention ratio
 * @param change how the coast changed between surveys
 * @param impact the impact check of sites
 * @param coverage how much protected areas and red lines cover
 * @param adjustment what an adjustment of ranges did
 * @param indicators the plan's indicators and how far each has come
 * @param backdrop what lies under the maps of reports
 */
public record Analyses(
        CountingRuleSets rules,
        Retention retention,
        Change change,
        Impact impact,
        Coverage coverage,
        Adjustment adjustment,
        Indicators indicators,
        Backdrop backdrop) {

    /**
     * The analyses over a store.
     *
     * @param catalog the layers
     * @param store what they are computed from
     * @param ownFolder the installation's own catalogue folder, with rules of its own
     */
    public static Analyses over(Catalog catalog, Store store, Optional<Path> ownFolder) {
        CountingRuleSets rules = CountingRuleSets.load(ownFolder, catalog);
        Retention retention = new Retention(catalog, store, rules);
        Coverage coverage = new Coverage(catalog, store);
        return new Analyses(
                rules,
                retention,
                new Change(catalog, store, rules),
                new Impact(catalog, store, ZoningRuleSets.load(ownFolder, catalog), retention, rules),
                coverage,
                new Adjustment(catalog, store),
                Indicators.over(catalog, store, retention, coverage, ownFolder),
                new Backdrop(catalog, store));
    }
}
