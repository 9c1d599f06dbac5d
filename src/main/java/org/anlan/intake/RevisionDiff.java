package org.anlan.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.NewFeature;
import org.anlan.store.Row;
import org.anlan.store.Store;

/**
 * What became of a layer between two of its revisions, feature by feature. What hand-ins carried beyond the catalogue is not looked at: a feature that differs in that alone counts as
 * unchanged.
 *
 * @param added features that only the later revision has
 * @param changed features that both have, with other values or another shape
 * @param removed features that only the earlier revision has
 * @param changes they one by one, added ones first, by id; of each kind as many as a person can look at
 */
public record RevisionDiff(int added, int changed, int removed, List<FeatureChange> changes) {

    /** The most features of either revision that may differ. */
    private static final int MOST_CHANGED = 20_000;

    /**
     * Compares two revisions.
     *
     * @param layer with the fields that the reader is shown
     * @param from the earlier revision
     * @param to the later one; refused when too much differs ({@code too-many-changes})
     */
    public static RevisionDiff between(Store store, Catalog catalog, LayerDefinition layer, long from, long to) {
        Map<String, NewFeature> later = new HashMap<>();
        store.features().read(FeatureQuery.all(layer, to), row -> {
            if (row.since() > from) {
                mustBeFew(later.size());
                later.put(row.id(), kept(layer, row));
            }
            return true;
        });
        Comparison comparison = new Comparison(catalog);
        int[] gone = {0, 0, 0};
        store.features().read(FeatureQuery.all(layer, from).goneAt(to), before -> {
            mustBeFew(gone[2]++);
            NewFeature now = later.remove(before.id());
            if (now == null) {
                gone[1]++;
                comparison.removed(layer, before);
            } else if (differs(layer, before, now)) {
                gone[0]++;
                comparison.changed(layer, before, now);
            }
            return true;
        });
        later.values().stream()
                .sorted(Comparator.comparing(NewFeature::id))
                .forEach(now -> comparison.added(layer, now));
        List<FeatureChange> changes = new ArrayList<>(comparison.changes());
        changes.sort(Comparator.comparing(FeatureChange::kind).thenComparing(FeatureChange::id));
        return new RevisionDiff(later.size(), gone[0], gone[1], changes);
    }

    private static NewFeature kept(LayerDefinition layer, Row row) {
        Object[] values = new Object[layer.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.value(i);
        }
        return new NewFeature(row.id(), row.geometry(), row.lengthM(), row.areaM2(), values, Optional.empty());
    }

    private static boolean differs(LayerDefinition layer, Row before, NewFeature now) {
        NewFeature was = kept(layer, before);
        boolean same = was.geometry().isPresent()
                ? now.geometry().filter(was.geometry().get()::equalsExact).isPresent()
                : now.geometry().isEmpty();
        return !same || !Arrays.equals(was.values(), now.values());
    }

    private static void mustBeFew(int kept) {
        if (kept >= MOST_CHANGED) {
            throw Refusal.unprocessable(
                    "too-many-changes",
                    "两个修订之间变化的要素超过 %d 个；请比较相隔较近的修订",
                    "More than %d features differ between the two revisions; compare revisions that are closer to each other",
                    MOST_CHANGED);
        }
    }
}
