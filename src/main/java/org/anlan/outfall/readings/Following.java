package org.anlan.outfall.readings;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.catalog.LayerDefinition;
import org.anlan.outfall.ledger.Register;
import org.anlan.store.FeatureQuery;

/**
 * Takes a summary of readings on to a later revision by what lies between: the samples that are gone, those that have come, and those that tell what the gone ones leave
 * unsure. All are found by indexes. The summary is the same as one of all readings at the later revision.
 */
final class Following {

    /** What may always lie between. */
    private static final long LEAST = 1_000;

    /** More than this is not followed: reading all takes no longer, and what is unsure is kept in memory. */
    private static final long MOST = 50_000;

    /** One in so many samples may have changed. */
    private static final long SHARE = 8;

    private final Samples samples;
    private final LayerDefinition layer;
    private final Parameters parameters;
    private final Register register;

    /** Follows readings of these outfalls. */
    Following(Samples samples, Parameters parameters, Register register) {
        this.samples = samples;
        this.layer = parameters.layer();
        this.parameters = parameters;
        this.register = register;
    }

    /**
     * The summary at a later revision.
     *
     * @param known the summary at {@code from}
     * @param from a revision that has readings
     * @param to a later one
     * @return empty when all readings are better read again
     */
    Optional<Summary> to(Summary known, long from, long to) {
        long most = Math.max(LEAST, Math.min(known.samples() / SHARE, MOST));
        Summing summing = new Summing(parameters, known.parts());
        FeatureQuery gone = FeatureQuery.all(layer, from).goneAt(to);
        FeatureQuery come = FeatureQuery.all(layer, to).page(known.parts().lastKey(), Integer.MAX_VALUE);
        if (samples.read(gone, most, summing::remove) > most
                || samples.read(come, most, summing::add) > most
                || !showAgain(summing, to, most)) {
            return Optional.empty();
        }
        return Optional.of(summing.made())
                .filter(summary -> !summary.parts().newest().isShort());
    }

    /** Shows what is unsure; false when that is too much, or not all of it is there. */
    private boolean showAgain(Summing summing, long revision, long most) {
        Map<Integer, Set<Integer>> unsure = summing.unsure();
        if (unsure.values().stream().mapToLong(Set::size).sum() > most) {
            return false;
        }
        List<String> ids = unsure.entrySet().stream()
                .flatMap(one -> one.getValue().stream()
                        .map(day ->
                                Gauge.id(register.outfalls().get(one.getKey()).code(), LocalDate.ofEpochDay(day))))
                .toList();
        for (int at = 0; at < ids.size(); at += FeatureQuery.MOST_IDS) {
            Set<String> some = new HashSet<>(ids.subList(at, Math.min(ids.size(), at + FeatureQuery.MOST_IDS)));
            FeatureQuery query = FeatureQuery.all(layer, revision).withIds(some);
            if (samples.read(query, some.size(), summing::showAgain) != some.size()) {
                return false;
            }
        }
        return true;
    }
}
