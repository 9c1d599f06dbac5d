package org.anlan.geo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anlan.base.Finding.Place;
import org.anlan.base.Refusal;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * Looks for places where two features cross. Sides are told exactly (JTS's double-double orientation), a vertex on an edge counts as to
 * its left; so a line that only touches from one side meets twice at the same place or not at all, and an odd number is a crossing.
 */
final class CrossingSearch {

    private static final double SAME_PLACE_M = 0.01;

    private final LineStore lines;
    private final Map<Long, List<Overlap>> overlaps;
    private final List<Hit> hits = new ArrayList<>();

    private record Hit(int first, int second, int edge, double part, double x, double y) {}

    CrossingSearch(LineStore lines, Overlaps overlaps) {
        this.lines = lines;
        this.overlaps = overlaps.pairs().stream().collect(Collectors.groupingBy(o -> pairOf(o.kept(), o.repeated())));
    }

    List<Crossing> find() {
        BitSet copies = new SharedEdges(lines, (kept, repeated) -> {}).copies();
        new EdgePairs(lines, copies, 0).each(this::pair);
        hits.sort(Comparator.comparingInt(Hit::first)
                .thenComparingInt(Hit::second)
                .thenComparingInt(Hit::edge)
                .thenComparingDouble(Hit::part));
        List<Crossing> found = new ArrayList<>();
        for (int i = 0; i < hits.size(); ) {
            int end = i + 1;
            while (end < hits.size() && samePlace(hits.get(i), hits.get(end))) {
                end++;
            }
            Hit hit = hits.get(i);
            if ((end - i) % 2 == 1 && !atAnEnd(hit) && !overlapping(hit)) {
                found.add(new Crossing(hit.first(), hit.second(), new Place(hit.x(), hit.y())));
            }
            i = end;
        }
        return found;
    }

    private void pair(int a, int b) {
        boolean split = left(a, b) != left(a, b + 1);
        if (split && left(b, a) != left(b, a + 1)) {
            double t = meeting(a, b);
            double x = lines.x(b) + t * (lines.x(b + 1) - lines.x(b));
            double y = lines.y(b) + t * (lines.y(b + 1) - lines.y(b));
            if (hits.size() >= OverlapSearch.MOST_HITS) {
                throw Refusal.unprocessable(
                        "too-many-crossings",
                        "线要素相互交叉超过 %d 处，无法处理",
                        "Lines cross in more than %d places; this cannot be worked through",
                        OverlapSearch.MOST_HITS);
            }
            hits.add(new Hit(lines.featureOf(a), lines.featureOf(b), b, t, x, y));
        }
    }

    /** Whether a vertex lies to the left of an edge or on it. */
    private boolean left(int edge, int vertex) {
        return CGAlgorithmsDD.orientationIndex(
                        lines.x(edge),
                        lines.y(edge),
                        lines.x(edge + 1),
                        lines.y(edge + 1),
                        lines.x(vertex),
                        lines.y(vertex))
                >= 0;
    }

    /** Where on edge b the line of edge a is met, 0 … 1. */
    private double meeting(int a, int b) {
        double ax = lines.x(a + 1) - lines.x(a);
        double ay = lines.y(a + 1) - lines.y(a);
        double bx = lines.x(b + 1) - lines.x(b);
        double by = lines.y(b + 1) - lines.y(b);
        double cross = ax * by - ay * bx;
        double t = ((lines.x(a) - lines.x(b)) * -ay + (lines.y(a) - lines.y(b)) * ax) / cross;
        return cross == 0 ? 0 : Math.max(0, Math.min(1, t));
    }

    private static boolean samePlace(Hit one, Hit other) {
        return one.first() == other.first()
                && one.second() == other.second()
                && LocalScale.at(one.y()).distanceM(one.x(), one.y(), other.x(), other.y()) <= SAME_PLACE_M;
    }

    private boolean atAnEnd(Hit hit) {
        return atAnEnd(hit.first(), hit) || atAnEnd(hit.second(), hit);
    }

    private boolean atAnEnd(int feature, Hit hit) {
        LocalScale scale = LocalScale.at(hit.y());
        for (int part = lines.firstPart(feature);
                part < lines.parts() && lines.featureOfPart(part) == feature;
                part++) {
            int first = lines.firstVertex(part);
            int last = lines.lastVertex(part);
            boolean ring = lines.x(first) == lines.x(last) && lines.y(first) == lines.y(last);
            double nearer = Math.min(
                    scale.distanceM(hit.x(), hit.y(), lines.x(first), lines.y(first)),
                    scale.distanceM(hit.x(), hit.y(), lines.x(last), lines.y(last)));
            if (!ring && nearer <= SAME_PLACE_M) {
                return true;
            }
        }
        return false;
    }

    private boolean overlapping(Hit hit) {
        double at = lines.metresTo(hit.edge()) + hit.part() * lines.edgeM(hit.edge());
        double slack = 10 * SAME_PLACE_M;
        return overlaps.getOrDefault(pairOf(hit.first(), hit.second()), List.of()).stream()
                .anyMatch(o -> at >= o.fromM() - slack && at <= o.toM() + slack);
    }

    private static long pairOf(int first, int second) {
        return ((long) first << 32) | second;
    }
}
