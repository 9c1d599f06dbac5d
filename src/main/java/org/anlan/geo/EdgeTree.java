package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * The edges of a shape in a packed tree of boxes, for distances and for inside/outside. Edges are straight in longitude/latitude;
 * distances are measured with the scale of the ellipsoid at the place that asks. Immutable and safe for many threads.
 */
final class EdgeTree {

    private static final int LEAF = 8;

    private final double[] edges;
    private final int count;
    private final int leaves;
    /** minX, minY, maxX, maxY of node i at 4i; node 1 is the root, 2i and 2i+1 are the children of i. */
    private final double[] boxes;

    EdgeTree(Geometry shape) {
        edges = edgesOf(shape);
        count = edges.length / 4;
        leaves = Integer.highestOneBit(Math.max(1, 2 * ((count + LEAF - 1) / LEAF) - 1));
        boxes = new double[8 * leaves];
        for (int node = 2 * leaves - 1; node >= 1; node--) {
            box(node);
        }
    }

    /** Metres from a place to the nearest edge; the bound when none is nearer than it. */
    double distanceM(double x, double y, LocalScale scale, double boundM) {
        return Math.sqrt(nearest(1, x, y, scale, boundM * boundM));
    }

    /** Whether a place is inside the rings, by the even-odd rule; a place on an edge may be told either way. */
    boolean inside(double x, double y) {
        return (crossings(1, x, y) & 1) == 1;
    }

    private double nearest(int node, double x, double y, LocalScale scale, double bound) {
        if (node >= leaves) {
            return nearestOfLeaf(node - leaves, x, y, scale, bound);
        }
        int left = 2 * node;
        double toLeft = toBox(left, x, y, scale);
        double toRight = toBox(left + 1, x, y, scale);
        boolean leftFirst = toLeft <= toRight;
        double best = bound;
        if (Math.min(toLeft, toRight) < best) {
            best = nearest(leftFirst ? left : left + 1, x, y, scale, best);
        }
        if (Math.max(toLeft, toRight) < best) {
            best = nearest(leftFirst ? left + 1 : left, x, y, scale, best);
        }
        return best;
    }

    private double nearestOfLeaf(int leaf, double x, double y, LocalScale scale, double bound) {
        double best = bound;
        int end = Math.min(count, (leaf + 1) * LEAF);
        for (int i = leaf * LEAF; i < end; i++) {
            best = Math.min(best, toEdge(4 * i, x, y, scale));
        }
        return best;
    }

    /** Squared metres to an edge. */
    private double toEdge(int at, double x, double y, LocalScale scale) {
        double ax = (edges[at] - x) * scale.lonM();
        double ay = (edges[at + 1] - y) * scale.latM();
        double dx = (edges[at + 2] - edges[at]) * scale.lonM();
        double dy = (edges[at + 3] - edges[at + 1]) * scale.latM();
        double square = dx * dx + dy * dy;
        double t = square > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square)) : 0;
        double px = ax + t * dx;
        double py = ay + t * dy;
        return px * px + py * py;
    }

    /** Squared metres to a box; 0 inside. */
    private double toBox(int node, double x, double y, LocalScale scale) {
        int b = 4 * node;
        double dx = Math.max(0, Math.max(boxes[b] - x, x - boxes[b + 2])) * scale.lonM();
        double dy = Math.max(0, Math.max(boxes[b + 1] - y, y - boxes[b + 3])) * scale.latM();
        return dx * dx + dy * dy;
    }

    /** Number of edges that a ray to the east crosses. */
    private int crossings(int node, double x, double y) {
        int b = 4 * node;
        if (!(y >= boxes[b + 1] && y <= boxes[b + 3] && x <= boxes[b + 2])) {
            return 0;
        }
        if (node < leaves) {
            return crossings(2 * node, x, y) + crossings(2 * node + 1, x, y);
        }
        int crossed = 0;
        int end = Math.min(count, (node - leaves + 1) * LEAF);
        for (int i = (node - leaves) * LEAF; i < end; i++) {
            double y1 = edges[4 * i + 1];
            double y2 = edges[4 * i + 3];
            if ((y1 > y) != (y2 > y)) {
                double x1 = edges[4 * i];
                crossed += x1 + (y - y1) / (y2 - y1) * (edges[4 * i + 2] - x1) > x ? 1 : 0;
            }
        }
        return crossed;
    }

    private void box(int node) {
        double[] of = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        if (node < leaves) {
            grow(of, boxes, 8 * node, 4);
        } else {
            int from = (node - leaves) * LEAF;
            grow(of, edges, 4 * from, 2 * Math.max(0, Math.min(LEAF, count - from)));
        }
        System.arraycopy(of, 0, boxes, 4 * node, 4);
    }

    private static void grow(double[] box, double[] positions, int from, int number) {
        for (int i = from; i < from + 2 * number; i += 2) {
            box[0] = Math.min(box[0], positions[i]);
            box[1] = Math.min(box[1], positions[i + 1]);
            box[2] = Math.max(box[2], positions[i]);
            box[3] = Math.max(box[3], positions[i + 1]);
        }
    }

    /** The edges of a shape: x and y of the start, x and y of the end, one edge after another. */
    static double[] edgesOf(Geometry shape) {
        List<LineString> lines = new ArrayList<>();
        shape.apply(new LinearComponentExtracter(lines));
        int total =
                lines.stream().mapToInt(l -> Math.max(0, l.getNumPoints() - 1)).sum();
        double[] edges = new double[4 * total];
        int at = 0;
        for (LineString line : lines) {
            CoordinateSequence c = line.getCoordinateSequence();
            for (int i = 0; i + 1 < c.size(); i++) {
                edges[at++] = c.getX(i);
                edges[at++] = c.getY(i);
                edges[at++] = c.getX(i + 1);
                edges[at++] = c.getY(i + 1);
            }
        }
        return edges;
    }
}
