package org.anlan.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anlan.geo.CleanCrossings.Crossing;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * What two areas without holes have in common where their outlines cross cleanly: from each crossing on along the one that comes into the other, at the next crossing
 * over to the other, and so on around (K. Weiler and P. Atherton, "Hidden surface removal using polygon area sorting", 1977). Crossings are the places that an
 * overlay finds, so the shape is that of {@link Areas#common} but for where its rings start.
 */
public final class CleanCommon {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Outline one;
    private final Outline other;
    private final List<Crossing> crossings;
    /** Numbers of the crossings in the order in which the one, and the other, comes to them. */
    private final Integer[] alongOne;

    private final Integer[] alongOther;

    private boolean clean = true;

    private CleanCommon(Outline one, Outline other, List<Crossing> crossings) {
        this.one = one;
        this.other = other;
        this.crossings = crossings;
        this.alongOne = ordered(one, true);
        this.alongOther = ordered(other, false);
    }

    /** What both cover; empty where they do not cross, touch, or have holes or several parts: then the overlay must tell. */
    public static Optional<Geometry> of(Outline one, Outline other) {
        if (one.rings().length != 2
                || other.rings().length != 2
                || !one.extent().intersects(other.extent())) {
            return Optional.empty();
        }
        return CleanCrossings.of(one.edges(), other)
                .filter(crossings -> !crossings.isEmpty())
                .map(crossings -> new CleanCommon(one, other, crossings))
                .flatMap(CleanCommon::shape);
    }

    private Integer[] ordered(Outline outline, boolean ofOne) {
        Integer[] order = new Integer[crossings.size()];
        Arrays.setAll(order, i -> i);
        Comparator<Integer> byEdge = Comparator.comparingInt(i -> edge(i, ofOne));
        Arrays.sort(order, byEdge.thenComparing((a, b) -> CleanCrossings.along(outline.edges(), 4 * edge(a, ofOne))
                .compare(crossings.get(a).at(), crossings.get(b).at())));
        for (int i = 1; i < order.length; i++) {
            clean &= edge(order[i], ofOne) != edge(order[i - 1], ofOne)
                    || !CleanCrossings.unsure(
                            crossings.get(order[i - 1]).at(),
                            crossings.get(order[i]).at());
        }
        return order;
    }

    private int edge(int crossing, boolean ofOne) {
        return ofOne ? crossings.get(crossing).edge() : crossings.get(crossing).other();
    }

    private Optional<Geometry> shape() {
        int[] rankOne = ranks(alongOne);
        int[] rankOther = ranks(alongOther);
        boolean[] done = new boolean[crossings.size()];
        List<Polygon> parts = new ArrayList<>();
        for (int start : alongOne) {
            if (!done[start] && crossings.get(start).enters()) {
                List<Coordinate> ring = new ArrayList<>();
                int at = start;
                do {
                    clean &= crossings.get(at).enters() && !done[at];
                    done[at] = true;
                    int leaves = alongOne[(rankOne[at] + 1) % alongOne.length];
                    walk(one, at, leaves, true, ring);
                    clean &= !crossings.get(leaves).enters();
                    at = alongOther[(rankOther[leaves] + 1) % alongOther.length];
                    walk(other, leaves, at, false, ring);
                } while (clean && at != start);
                add(ring, parts);
            }
        }
        if (!clean || parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : SHAPES.createMultiPolygon(parts.toArray(Polygon[]::new)));
    }

    private static int[] ranks(Integer[] order) {
        int[] ranks = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    /** From one crossing to another, the second left out. */
    private void walk(Outline outline, int from, int to, boolean ofOne, List<Coordinate> ring) {
        append(ring, crossings.get(from).at());
        int first = edge(from, ofOne);
        int last = edge(to, ofOne);
        boolean around = first == last
                && CleanCrossings.along(outline.edges(), 4 * first)
                                .compare(
                                        crossings.get(from).at(),
                                        crossings.get(to).at())
                        >= 0;
        int steps = around ? outline.count() : (last - first + outline.count()) % outline.count();
        for (int i = 1; i <= steps; i++) {
            int at = 4 * ((first + i) % outline.count());
            append(ring, new Coordinate(outline.edges()[at], outline.edges()[at + 1]));
        }
    }

    private static void append(List<Coordinate> ring, Coordinate place) {
        if (ring.isEmpty() || !ring.get(ring.size() - 1).equals2D(place)) {
            ring.add(place);
        }
    }

    private void add(List<Coordinate> ring, List<Polygon> parts) {
        append(ring, ring.get(0).copy());
        clean &= ring.size() > 3;
        if (clean) {
            parts.add(SHAPES.createPolygon(ring.toArray(Coordinate[]::new)));
        }
    }
}
