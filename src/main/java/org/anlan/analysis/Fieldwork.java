package org.anlan.analysis;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.access.Right;
import org.anlan.attachments.AttachmentFiles;
import org.anlan.attachments.AttachmentSubjects;
import org.anlan.casework.CaseComparisons;
import org.anlan.casework.CaseExceedances;
import org.anlan.casework.CaseFigures;
import org.anlan.casework.CaseOpenings;
import org.anlan.casework.CaseRevisions;
import org.anlan.casework.Cases;
import org.anlan.casework.FieldPlaces;
import org.anlan.casework.Markers;
import org.anlan.casework.Readings;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Visibility;
import org.anlan.coast.SurveyRevisions;
import org.anlan.outfall.Outfalls;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.units.UnitOutfalls;
import org.anlan.units.Units;

/**
 * What an installation keeps of the work in the field.
 *
 * @param cases problem sites
 * @param openings opens problem sites by hand and from impact checks
 * @param exceedances proposes problem sites for readings above their limits
 * @param comparisons proposes problem sites where natural coast was lost
 * @param revisions proposes problem sites where two revisions of a layer differ
 * @param caseFigures lists and statistics of problem sites
 * @param markers boundary markers
 * @param units bays, rivers and towns as units of responsibility
 * @param attachments photos and documents of the ledgers
 */
public record Fieldwork(
        Cases cases,
        CaseOpenings openings,
        CaseExceedances exceedances,
        CaseComparisons comparisons,
        CaseRevisions revisions,
        CaseFigures caseFigures,
        Markers markers,
        Units units,
        AttachmentFiles attachments) {

    /** The field work over a store, with outfalls where their layer has them and in the state that their ledger gives them. */
    public static Fieldwork over(Catalog catalog, Store store, Analyses analyses, Outfalls ledger) {
        FieldPlaces places = new FieldPlaces(catalog, store);
        UnitOutfalls layers = UnitOutfalls.ofLayers(catalog, store, ledger.readings(), places);
        UnitOutfalls outfalls = () -> layers.now().inStates(ledger.archives().states());
        Clock clock = Clock.systemUTC();
        Cases cases = new Cases(store.ledgers(), store.attachments(), clock);
        Markers markers = new Markers(catalog, store, places, clock);
        return new Fieldwork(
                cases,
                new CaseOpenings(catalog, store, cases, analyses.impact(), places),
                new CaseExceedances(catalog, store, cases, ledger.readings(), places),
                new CaseComparisons(catalog, cases, analyses.change(), analyses.rules(), places),
                new CaseRevisions(catalog, store, cases, new SurveyRevisions(catalog, store, analyses.rules()), places),
                new CaseFigures(catalog, cases),
                markers,
                new Units(catalog, store, analyses.retention(), analyses.coverage(), cases, places, outfalls, clock),
                new AttachmentFiles(
                        store.attachments(),
                        store.archive(),
                        Map.of(
                                Cases.LEDGER,
                                new AttachmentFiles.Ledger(
                                        Right.WORK_CASES, Visibility.INTERNAL, number -> Optional.ofNullable(
                                                        cases.all().get(number))
                                                .map(one ->
                                                        one.opening().place().regionCodes())),
                                Markers.LEDGER,
                                new AttachmentFiles.Ledger(
                                        Right.KEEP_LEDGERS, Visibility.INTERNAL, code -> markers.look(code)
                                                .map(one -> one.place().regionCodes())),
                                "outfall",
                                new AttachmentFiles.Ledger(
                                        Right.KEEP_LEDGERS,
                                        catalog.layer(Readings.OUTFALLS).shownTo(),
                                        outfalls(catalog, store))),
                        clock));
    }

    /** Outfalls by code, in the regions that the layer names. */
    private static AttachmentSubjects outfalls(Catalog catalog, Store store) {
        LayerDefinition layer = catalog.layer(Readings.OUTFALLS);
        List<Integer> regions = List.of(layer.indexOf("town_code"), layer.indexOf("bay_code"));
        return code -> {
            List<List<String>> found = new ArrayList<>();
            store.revisions().newest(layer.id()).map(Revision::id).ifPresent(at -> store.features()
                    .read(FeatureQuery.all(layer, at).withIds(Set.of(code)), row -> {
                        found.add(regions.stream()
                                .map(row::value)
                                .filter(value -> value != null)
                                .map(Object::toString)
                                .toList());
                        return true;
                    }));
            return found.stream().findFirst();
        };
    }
}
