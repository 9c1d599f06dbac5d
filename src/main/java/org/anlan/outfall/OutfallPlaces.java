package org.anlan.outfall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.anlan.intake.StoredChecks;
import org.anlan.outfall.ledger.Desk;
import org.anlan.outfall.ledger.Lately;
import org.anlan.outfall.ledger.Register;
import org.anlan.outfall.place.PlaceLook;

/**
 * Checks of outfalls by place: those inside areas where none may be, landward of the coast, too near to each other, outside the city, in another town than they say. They
 * are derived again as soon as any layer that they rest on has changed.
 */
public final class OutfallPlaces {

    private final Desk desk;
    private final Lately<Map<String, Long>, Map<String, OutfallPlace>> places;

    OutfallPlaces(Desk desk) {
        this.desk = desk;
        this.places = new Lately<>(revisions -> PlaceLook.of(desk));
    }

    /**
     * What is asked.
     *
     * @param check only findings of checks that begin with these words ("not-in:red-lines")
     * @param kind only outfalls of this kind
     */
    public record Question(Optional<String> check, Optional<String> kind) {}

    /** What the checks found. */
    public PlaceFigure figure(Question question) {
        Map<String, Long> revisions = revisions();
        Predicate<OutfallPlace.Finding> wanted = finding -> question.check()
                .filter(check -> !finding.check().startsWith(check))
                .isEmpty();
        List<OutfallPlace> found = places.of(revisions).values().stream()
                .filter(place -> question.kind()
                        .filter(kind -> !kind.equals(place.kind()))
                        .isEmpty())
                .map(place ->
                        with(place, place.findings().stream().filter(wanted).toList()))
                .filter(place -> !place.findings().isEmpty())
                .toList();
        return new PlaceFigure(
                places.of(revisions).size(),
                StoredChecks.byPlace(desk.catalog().layer(Register.LAYER)).stream()
                        .map(PlaceLook::words)
                        .filter(check -> question.check()
                                .filter(words -> !check.startsWith(words))
                                .isEmpty())
                        .map(check -> count(check, found))
                        .toList(),
                found,
                revisions);
    }

    private static PlaceFigure.Count count(String check, List<OutfallPlace> found) {
        Map<String, Integer> told = new TreeMap<>();
        Map<String, Integer> onBorder = new TreeMap<>();
        for (OutfallPlace place : found) {
            List<String> codes = place.findings().stream()
                    .filter(finding -> finding.check().equals(check))
                    .map(OutfallPlace.Finding::code)
                    .toList();
            if (codes.stream().anyMatch(code -> !code.equals(PlaceLook.ON_BORDER))) {
                told.merge(place.kind(), 1, Integer::sum);
            } else if (!codes.isEmpty()) {
                onBorder.merge(place.kind(), 1, Integer::sum);
            }
        }
        return new PlaceFigure.Count(check, sum(told), told, sum(onBorder), onBorder);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static OutfallPlace with(OutfallPlace place, List<OutfallPlace.Finding> findings) {
        return new OutfallPlace(
                place.outfall(),
                place.kind(),
                place.lon(),
                place.lat(),
                place.coast(),
                place.bay(),
                place.near(),
                findings);
    }

    /** Where an outfall lies; empty for one without a place. */
    public Optional<OutfallPlace> of(String code) {
        return Optional.ofNullable(places.of(revisions()).get(code));
    }

    /** The layers that the checks rest on and their newest revisions; 0 = never handed in. */
    public Map<String, Long> revisions() {
        Map<String, Long> revisions = new TreeMap<>();
        PlaceLook.layers(desk).forEach(layer -> revisions.put(layer, desk.newest(layer)));
        return revisions;
    }
}
