package org.anlan.analysis;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.coast.Change;
import org.anlan.coast.CoastMaps;
import org.anlan.coast.CoastSurveys;
import org.anlan.coast.CoastTargets;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Declared;
import org.anlan.coast.FrozenFigures;
import org.anlan.coast.Rates;
import org.anlan.coast.Retention;
import org.anlan.coast.SavedScenarios;
import org.anlan.coast.Scenarios;
import org.anlan.coast.Sensitivity;
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
 * @param targets the targets that ratios are held against
 * @param retention the retention ratio
 * @param frozen retention figures that were frozen
 * @param sensitivity what the ratio would be under other rules and at other scales
 * @param declared declared lengths of segments against computed ones
 * @param scenarios what footprints and restorations would do
 * @param savedScenarios scenarios that are kept under a link
 * @param change how the coast changed between surveys
 * @param rates how fast the coast moves
 * @param impact the impact check of sites
 * @param coverage how much protected areas and red lines cover
 * @param adjustment what an adjustment of ranges did
 * @param indicators the plan's indicators and how far each has come
 * @param backdrop what lies under the maps of reports
 * @param coastMaps maps of surveys and scenarios
 */
public record Analyses(
        CountingRuleSets rules,
        CoastTargets targets,
        Retention retention,
        FrozenFigures frozen,
        Sensitivity sensitivity,
        Declared declared,
        Scenarios scenarios,
        SavedScenarios savedScenarios,
        Change change,
        Rates rates,
        Impact impact,
        Coverage coverage,
        Adjustment adjustment,
        Indicators indicators,
        Backdrop backdrop,
        CoastMaps coastMaps) {

    /**
     * The analyses over a store.
     *
     * @param catalog the layers
     * @param store what they are computed from
     * @param ownFolder the installation's own catalogue folder, with rules of its own
     */
    public static Analyses over(Catalog catalog, Store store, Optional<Path> ownFolder) {
        CountingRuleSets rules = CountingRuleSets.load(ownFolder, catalog);
        CoastTargets targets = CoastTargets.load(ownFolder);
        CoastSurveys surveys = new CoastSurveys(catalog, store);
        Retention retention = new Retention(catalog, store, rules, targets, surveys);
        Scenarios scenarios = new Scenarios(store, rules, targets, surveys);
        Coverage coverage = new Coverage(catalog, store);
        Backdrop backdrop = new Backdrop(catalog, store);
        return new Analyses(
                rules,
                targets,
                retention,
                new FrozenFigures(retention, rules, store.documents(), Clock.systemUTC()),
                new Sensitivity(store, rules, surveys),
                new Declared(catalog, store),
                scenarios,
                new SavedScenarios(catalog, store, scenarios, Clock.systemUTC()),
                new Change(catalog, store, rules),
                new Rates(catalog, store),
                new Impact(catalog, store, ZoningRuleSets.load(ownFolder, catalog), retention, rules),
                coverage,
                new Adjustment(catalog, store),
                Indicators.over(catalog, store, retention, coverage, ownFolder),
                backdrop,
                new CoastMaps(surveys, rules, backdrop));
    }
}
