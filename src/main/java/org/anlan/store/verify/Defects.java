package org.anlan.store.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.anlan.base.Text;

/** The defects found so far: all are counted, the first of each kind are kept. */
final class Defects {

    private static final int KEPT = 20;

    private final SortedMap<Verified.Kind, Long> counts = new TreeMap<>();
    private final SortedMap<String, Long> looked = new TreeMap<>();
    private final List<Verified.Defect> kept = new ArrayList<>();

    void add(Verified.Kind kind, String where, Text text) {
        if (counts.merge(kind, 1L, Long::sum) <= KEPT) {
            kept.add(new Verified.Defect(kind, where, text));
        }
    }

    void looked(String what, long count) {
        looked.merge(what, count, Long::sum);
    }

    Verified all() {
        return new Verified(looked, counts, List.copyOf(kept));
    }
}
