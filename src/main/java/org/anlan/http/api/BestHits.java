package org.anlan.http.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.WkbBox;
import org.anlan.store.Extent;
import org.anlan.store.Row;

/** The features that fit searched words best, at most so many of all layers together. */
final class BestHits {

    /**
     * A feature that fits.
     *
     * @param layer id of its layer
     * @param id of the feature
     * @param name for people
     * @param matched the name or code that fits
     * @param rank how well
     * @param place of its layer in the catalogue
     * @param extent where it lies; empty = it has no shape
     */
    record Hit(String layer, String id, String name, String matched, int rank, int place, Optional<Extent> extent) {}

    private static final Comparator<Hit> ORDER = Comparator.comparingInt(Hit::rank)
            .thenComparingInt(Hit::place)
            .thenComparingInt(hit -> hit.name().length())
            .thenComparing(Hit::name)
            .thenComparing(Hit::id);

    private final PriorityQueue<Hit> kept = new PriorityQueue<>(ORDER.reversed());
    private final int most;
    private final WkbBox box = new WkbBox();
    private boolean more;

    BestHits(int most) {
        this.most = most;
    }

    /** Looks at a feature that fits; always wants the next one. */
    boolean take(LayerDefinition layer, int place, NameMatch match, Row row) {
        NameMatch.Fit fit = match.rank(row).orElseThrow();
        kept.add(new Hit(layer.id(), row.id(), match.nameOf(row), fit.text(), fit.rank(), place, extent(row)));
        if (kept.size() > most) {
            kept.poll();
            more = true;
        }
        return true;
    }

    /** The best first. */
    List<Hit> inOrder() {
        return kept.stream().sorted(ORDER).toList();
    }

    /** Whether others fit, too. */
    boolean more() {
        return more;
    }

    private Optional<Extent> extent(Row row) {
        return row.wkb()
                .map(box::of)
                .filter(b -> b.minX() <= b.maxX())
                .map(b -> new Extent(b.minX(), b.minY(), b.maxX(), b.maxY()));
    }
}
