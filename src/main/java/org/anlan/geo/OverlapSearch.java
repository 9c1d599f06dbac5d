package org.anlan.geo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.anlan.base.Finding.Place;
import org.anlan.base.Refusal;

/** Collects the overlapping edges of a layer and joins them to stretches. */
final class OverlapSearch {

    /** Shorter stretches are edges that touch at a sharp angle, unless their end points are the very same. */
    private static final double SHORTEST_TOLERANCES = 10;

    /** Bounds memory: more than the edges of half a million segments that are all drawn twice. */
    static final int MOST_HITS = 4_000_000;

    private final LineStore lines;
    private final double toleranceM;
    private final List<Hit> hits = new ArrayList<>();

    /** Part of an edge (by its start vertex) of the repeated feature that the kept feature draws too. */
    private record Hit(int kept, int repeated, int edge, double from, double to, boolean exact) {}

    OverlapSearch(LineStore lines, double toleranceM) {
        this.lines = lines;
        this.toleranceM = toleranceM;
    }

    List<Overlap> find() {
        BitSet copies = new SharedEdges(lines, (kept, repeated) -> add(kept, repeated, 0, 1, true)).copies();
        EdgeOverlap overlap = new EdgeOverlap(lines, toleranceM);
        new EdgePairs(lines, copies, toleranceM).each((kept, repeated) -> {
            if (overlap.find(kept, repeated)) {
                add(kept, repeated, overlap.from(), overlap.to(), false);
            }
        });
        hits.sort(Comparator.comparingInt(Hit::repeated)
                .thenComparingInt(Hit::kept)
                .thenComparingInt(Hit::edge)
                .thenComparingDouble(Hit::from));
        return stretches();
    }

    private void add(int kept, int repeated, double from, double to, boolean exact) {
        if (hits.size() >= MOST_HITS) {
            throw Refusal.unprocessable(
                    "too-many-overlaps",
                    "线要素大量重叠（超过 %d 处），无法处理",
                    "Lines lie on each other in more than %d places; this cannot be worked through",
                    MOST_HITS);
        }
        hits.add(new Hit(lines.featureOf(kept), lines.featureOf(repeated), repeated, from, to, exact));
    }

    private List<Overlap> stretches() {
        List<Overlap> found = new ArrayList<>();
        OpenStretch open = null;
        int vertex = -1;
        double metres = 0;
        for (Hit hit : hits) {
            metres = advance(vertex, metres, hit.edge());
            vertex = hit.edge();
            double edge = lines.edgeM(vertex);
            double from = metres + hit.from() * edge;
            double to = metres + hit.to() * edge;
            if (open == null || !open.takes(hit, from)) {
                close(open, found);
                open = new OpenStretch(hit, from);
            }
            open.to = Math.max(open.to, to);
            open.exact |= hit.exact();
        }
        close(open, found);
        return found;
    }

    /** Metres to a vertex, from those to an earlier one where both are on one part. */
    private double advance(int before, double metresBefore, int vertex) {
        if (before < 0 || vertex < before || lines.partOf(before) != lines.partOf(vertex)) {
            return lines.metresTo(vertex);
        }
        double metres = metresBefore;
        for (int v = before; v < vertex; v++) {
            metres += lines.edgeM(v);
        }
        return metres;
    }

    private void close(OpenStretch open, List<Overlap> found) {
        if (open != null && (open.exact || open.to - open.from >= SHORTEST_TOLERANCES * toleranceM)) {
            int v = open.first.edge();
            Place place = Geodesy.along(lines.x(v), lines.y(v), lines.x(v + 1), lines.y(v + 1), 0.5);
            found.add(new Overlap(open.first.kept(), open.first.repeated(), open.from, open.to, place));
        }
    }

    /** A stretch that may still grow. */
    private final class OpenStretch {
        private final Hit first;
        private final double from;
        private double to;
        private boolean exact;

        OpenStretch(Hit first, double from) {
            this.first = first;
            this.from = from;
            this.to = from;
        }

        boolean takes(Hit hit, double start) {
            return hit.kept() == first.kept() && hit.repeated() == first.repeated() && start <= to + 2 * toleranceM;
        }
    }
}
