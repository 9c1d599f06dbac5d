package org.anlan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * What is drawn twice in a layer of lines.
 *
 * @param pairs every stretch that two features share, by the number of the repeated feature
 */
public record Overlaps(List<Overlap> pairs) {

    /** How far apart two drawings of one line may lie, metres. */
    public static final double DEFAULT_TOLERANCE_M = 0.01;

    /**
     * A range along a feature.
     *
     * @param fromM start, metres from the start of the feature
     * @param toM end, metres from the start of the feature
     */
    public record Range(double fromM, double toM) {}

    /** Copies the list. */
    public Overlaps {
        pairs = List.copyOf(pairs);
    }

    /** Finds what is drawn twice among these lines (longitude/latitude in degrees), numbered in their order from 0. */
    public static Overlaps find(List<? extends Geometry> lines, double toleranceM) {
        LineTopology topology = new LineTopology();
        lines.forEach(topology::add);
        return topology.overlaps(toleranceM);
    }

    /**
     * What each feature repeats of features before it, however many draw it: ranges in order that do not meet. Left out of a sum of
     * lengths, every stretch counts once. Features that repeat nothing are not in the map.
     */
    public Map<Integer, List<Range>> repeated() {
        Map<Integer, List<Range>> byFeature = new TreeMap<>();
        pairs.stream()
                .sorted(Comparator.comparingInt(Overlap::repeated).thenComparingDouble(Overlap::fromM))
                .forEach(o -> append(byFeature.computeIfAbsent(o.repeated(), k -> new ArrayList<>()), o));
        return byFeature;
    }

    /** Metres that are drawn once too often, over all features. */
    public double repeatedM() {
        return repeated().values().stream()
                .flatMap(List::stream)
                .mapToDouble(r -> r.toM() - r.fromM())
                .sum();
    }

    private static void append(List<Range> ranges, Overlap next) {
        int last = ranges.size() - 1;
        if (last >= 0 && next.fromM() <= ranges.get(last).toM()) {
            Range before = ranges.get(last);
            ranges.set(last, new Range(before.fromM(), Math.max(before.toM(), next.toM())));
        } else {
            ranges.add(new Range(next.fromM(), next.toM()));
        }
    }
}
