package org.anlan.search;

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
     * A hit with what its order follows from.
     *
     * @param hit the hit
     * @param rank how well it fits
     * @param place of its layer in the catalogue
     * @param name its name, folded
     * @param id its id, folded
     */
    private record Ordered(Search.Hit hit, int rank, int place, String name, String id) {}

    /** {@link NameIndex} has its rows in the same order. */
    private static final Comparator<Ordered> ORDER = Comparator.comparingInt(Ordered::rank)
            .thenComparingInt(Ordered::place)
            .thenComparingInt(one -> one.name().length())
            .thenComparing(Ordered::name)
            .thenComparing(Ordered::id);

    private final PriorityQueue<Ordered> kept = new PriorityQueue<>(ORDER.reversed());
    private final int most;
    private final WkbBox box = new WkbBox();
    private boolean more;

    BestHits(int most) {
        this.most = most;
    }

    /** Looks at a feature that fits; always wants the next one. */
    boolean take(LayerDefinition layer, int place, NameMatch match, Row row) {
        NameMatch.Fit fit = match.rank(row).orElseThrow();
        String name = match.nameOf(row);
        kept.add(new Ordered(
                new Search.Hit(layer.id(), row.id(), name, fit.text(), extent(row)),
                fit.rank(),
                place,
                NameMatch.folded(name),
                NameMatch.folded(row.id())));
        if (kept.size() > most) {
            kept.poll();
            more = true;
        }
        return true;
    }

    /** The best first. */
    List<Search.Hit> inOrder() {
        return kept.stream().sorted(ORDER).map(Ordered::hit).toList();
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
