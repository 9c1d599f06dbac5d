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

/**
 * What is computed from the layers of an installation.
 *
 * @param rules the counting rule sets
 * @param retention the retention ratio
 * @param change how the coast changed between surveys
 * @param coverage how much protected areas and red lines cover
 * @param adjustment what an adjustment of ranges did
 * @param backdrop what lies under the maps of reports
 */
public record Analyses(
        CountingRuleSets rules,
        Retention retention,
        Change change,
        Coverage coverage,
        Adjustment adjustment,
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
        return new Analyses(
                rules,
                new Retention(catalog, store, rules),
                new Change(catalog, store, rules),
                new Coverage(catalog, store),
                new Adjustment(catalog, store),
                new Backdrop(catalog, store));
    }
}
