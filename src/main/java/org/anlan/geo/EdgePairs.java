package org.anlan.geo;

import java.util.Arrays;
import java.util.BitSet;

/** Finds all pairs of edges of different features that come near each other, by a tree over short runs of edges. */
final class EdgePairs {

    private static final int RUN = 8;

    private final LineStore lines;
    private final double reachX;
    private final double reachY;
    private int[] firstVertex = new int[256];
    private int[] afterLast = new int[256];
    private int[] feature = new int[256];
    private double[] boxes = new double[1024];
    private int runs;

    /** What to do with a pair: the start vertices of the two edges, that of the feature with the lower number first. */
    interface Pair {
        void take(int keptEdge, int repeatedEdge);
    }

    /**
     * Prepares the search.
     *
     * @param leftOut start vertices of edges that are not looked at
     * @param reachM edges whose boxes are farther apart than this are no pair, metres
     */
    EdgePairs(LineStore lines, BitSet leftOut, double reachM) {
        this.lines = lines;
        double highest = 0;
        for (int v = 0; v < lines.vertices(); v++) {
            highest = Math.max(highest, Math.min(89, Math.abs(lines.y(v))));
        }
        LocalScale scale = LocalScale.at(highest);
        this.reachX = reachM / scale.lonM();
        this.reachY = reachM / LocalScale.at(0).latM();
        for (int part = 0; part < lines.parts(); part++) {
            addRuns(part, leftOut);
        }
    }

    void each(Pair pair) {
        BoxTree tree = new BoxTree(boxes, runs);
        for (int i = 0; i < runs; i++) {
            int run = i;
            tree.query(
                    boxes[4 * i] - reachX,
                    boxes[4 * i + 1] - reachY,
                    boxes[4 * i + 2] + reachX,
                    boxes[4 * i + 3] + reachY,
                    other -> {
                        if (feature[run] < feature[other]) {
                            between(run, other, pair);
                        }
                    });
        }
    }

    private void between(int kept, int repeated, Pair pair) {
        int box = 4 * repeated;
        for (int a = firstVertex[kept]; a < afterLast[kept]; a++) {
            double minX = Math.min(lines.x(a), lines.x(a + 1)) - reachX;
            double maxX = Math.max(lines.x(a), lines.x(a + 1)) + reachX;
            double minY = Math.min(lines.y(a), lines.y(a + 1)) - reachY;
            double maxY = Math.max(lines.y(a), lines.y(a + 1)) + reachY;
            if (boxes[box] > maxX || boxes[box + 2] < minX || boxes[box + 1] > maxY || boxes[box + 3] < minY) {
                continue;
            }
            for (int b = firstVertex[repeated]; b < afterLast[repeated]; b++) {
                if (Math.min(lines.x(b), lines.x(b + 1)) <= maxX
                        && Math.max(lines.x(b), lines.x(b + 1)) >= minX
                        && Math.min(lines.y(b), lines.y(b + 1)) <= maxY
                        && Math.max(lines.y(b), lines.y(b + 1)) >= minY) {
                    pair.take(a, b);
                }
            }
        }
    }

    private void addRuns(int part, BitSet leftOut) {
        int last = lines.lastVertex(part);
        int from = leftOut.nextClearBit(lines.firstVertex(part));
        while (from < last) {
            int skipped = leftOut.nextSetBit(from);
            int to = Math.min(Math.min(from + RUN, last), skipped < 0 ? last : skipped);
            addRun(from, to, lines.featureOfPart(part));
            from = leftOut.nextClearBit(to);
        }
    }

    private void addRun(int first, int last, int ofFeature) {
        if (runs == feature.length) {
            firstVertex = Arrays.copyOf(firstVertex, runs + runs / 2);
            afterLast = Arrays.copyOf(afterLast, runs + runs / 2);
            feature = Arrays.copyOf(feature, runs + runs / 2);
            boxes = Arrays.copyOf(boxes, 4 * (runs + runs / 2));
        }
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int v = first; v <= last; v++) {
            minX = Math.min(minX, lines.x(v));
            minY = Math.min(minY, lines.y(v));
            maxX = Math.max(maxX, lines.x(v));
            maxY = Math.max(maxY, lines.y(v));
        }
        firstVertex[runs] = first;
        afterLast[runs] = last;
        feature[runs] = ofFeature;
        boxes[4 * runs] = minX;
        boxes[4 * runs + 1] = minY;
        boxes[4 * runs + 2] = maxX;
        boxes[4 * runs + 3] = maxY;
        runs++;
    }
}
