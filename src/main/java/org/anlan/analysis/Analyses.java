package org.anlan.analysis;

import java.nio.file.Path;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.coast.Change;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Rates;
import org.anlan.coast.Retention;
import org.anlan.report.Backdrop;
import org.anlan.store.Store;
import org.anlan.zoning.Impact;
import org.anlan.zoning.ZoningRuleSets;

/**
 * What is computed from the layers of an installation.
 *
 * @param rules the counting rule sets
 * @param retention the retention ratio
 * @param change how the coast changed between surveys
 * @param rates how fast the coast moves
 * @param impact the impact check of sites
 * @param backdrop what lies under the maps of reports
 */
public record Analyses(
        CountingRuleSets rules, Retention retention, Change change, Rates rates, Impact impact, Backdrop backdrop) {

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
        return new Analyses(
                rules,
                retention,
                new Change(catalog, store, rules),
                new Rates(catalog, store),
                new Impact(catalog, store, ZoningRuleSets.load(ownFolder, catalog), retention, rules),
                new Backdrop(catalog, store));
    }
}
