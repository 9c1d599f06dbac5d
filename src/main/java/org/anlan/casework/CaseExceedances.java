package org.anlan.casework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.anlan.access.Caller;
import org.anlan.catalog.Catalog;
import org.anlan.outfall.OutfallReadings;
import org.anlan.store.Store;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Proposes problem sites for readings above their limits that have none yet, and opens those that somebody chooses. */
public final class CaseExceedances {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Cases cases;
    private final OutfallReadings measured;
    private final Readings readings;
    private final FieldPlaces places;

    /** Proposals from the readings of a store, for this ledger. */
    public CaseExceedances(Catalog catalog, Store store, Cases cases, OutfallReadings measured, FieldPlaces places) {
        this.cases = cases;
        this.measured = measured;
        this.readings = new Readings(catalog, store);
        this.places = places;
    }

    /** The readings above their limits that have no problem site yet, the newest first. Refused: {@code unknown-parameter}. */
    public ExceedanceProposals proposals(ExceedanceQuestion question) {
        OutfallReadings.Exceedances found = measured.exceedances(question.parameter(), question.from(), question.to());
        Map<ReadingKey, String> known = known(cases.all());
        Map<String, CasePlace> placeOf = new HashMap<>();
        List<ExceedanceProposals.Proposal> proposals = new ArrayList<>();
        int without = 0;
        int opened = 0;
        for (OutfallReadings.Exceeded one : found.values()) {
            ReadingKey key = ReadingKey.of(one.value());
            Optional<Readings.Parameter> parameter = readings.known(key.parameter());
            if (parameter.isEmpty()) {
                continue; // not in mg/L: no problem site can be opened for it
            }
            if (known.containsKey(key)) {
                opened++;
                continue;
            }
            without++;
            if (proposals.size() < question.limit()) {
                var at = SHAPES.createPoint(
                        new Coordinate(one.outfall().lon(), one.outfall().lat()));
                proposals.add(new ExceedanceProposals.Proposal(
                        key.id(),
                        one,
                        parameter.get().label(),
                        at,
                        placeOf.computeIfAbsent(one.outfall().code(), code -> places.of(at))));
            }
        }
        return new ExceedanceProposals(question, proposals, without, opened, found.whole(), found.revisions());
    }

    /** The problem sites of readings, by reading. */
    private static Map<ReadingKey, String> known(SortedMap<String, Case> cases) {
        Map<ReadingKey, String> known = new HashMap<>();
        cases.values().forEach(one -> ReadingKey.of(one.opening().source())
                .ifPresent(key -> known.putIfAbsent(key, one.number())));
        return known;
    }

    /**
     * Opens problem sites for the readings that are chosen, all or none. Refused as {@link Readings#exceedance} says, and: {@code missing-value} when none is chosen, {@code
     * too-many-cases}, {@code unknown-place}, {@code case-exists}, {@code not-your-region}, {@code day-in-the-future}, {@code deadline-before}.
     *
     * @param chosen ids of proposals
     */
    public List<Case> open(CaseDraft draft, List<String> chosen, Caller caller) {
        return openAll(draft, new ChosenPlaces(chosen).among(ReadingKey::parse), caller);
    }

    /**
     * Opens one for a reading above its limit. Refused as {@link Readings#exceedance} says, and: {@code case-exists} when there is one for this reading, {@code
     * not-your-region}, {@code day-in-the-future}, {@code deadline-before}.
     */
    public Case open(CaseDraft draft, ReadingKey reading, Caller caller) {
        return openAll(draft, List.of(reading), caller).get(0);
    }

    private List<Case> openAll(CaseDraft draft, List<ReadingKey> keys, Caller caller) {
        List<CaseOpening> openings = keys.stream()
                .map(key -> opening(draft, readings.exceedance(key.outfall(), key.day(), key.parameter())))
                .toList();
        return cases.open(openings, cases.found(draft), caller, all -> {
            Map<ReadingKey, String> known = known(all);
            keys.stream().filter(known::containsKey).findFirst().ifPresent(key -> {
                throw CaseOpenings.exists(known.get(key));
            });
        });
    }

    private CaseOpening opening(CaseDraft draft, Readings.Exceedance found) {
        ObjectNode facts = JsonNodeFactory.instance
                .objectNode()
                .put("outfall", found.outfall())
                .put("day", found.day().toString())
                .put("parameter", found.parameter().word())
                .put("valueMgL", found.value())
                .put("limitMgL", found.limit())
                .put("standard", found.standard());
        ObjectNode revisions = facts.putObject("revisions");
        found.revisions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(layer -> revisions.put(layer.getKey(), layer.getValue()));
        String title = "监测超标：" + found.name() + "，" + found.parameter().label().zh() + " " + found.value() + " mg/L（限值 "
                + found.limit() + "）";
        CaseHit hit = new CaseHit(
                Readings.OUTFALLS,
                found.outfall(),
                found.name(),
                found.revisions().get(Readings.OUTFALLS),
                0,
                0);
        CaseSource source = new CaseSource(CaseSource.Kind.EXCEEDANCE, facts);
        return CaseOpenings.opening(draft, title, found.place(), places.of(found.place()), source, List.of(hit));
    }
}
