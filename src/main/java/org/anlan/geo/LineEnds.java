package org.anlan.geo;

import java.util.Arrays;
import java.util.BitSet;

/** The ends of the lines of a layer, in a tree; those of closed rings are none. */
final class LineEnds {

    /** Ends nearer than this are joined, metres. */
    static final double JOINED_M = 0.001;

    private final LineStore lines;
    private final int[] vertices;
    private final BitSet starts = new BitSet();
    private final BoxTree tree;

    /** What to do with an end that is near: its position in the list, and how far it is. */
    interface Near {
        void take(int end, double metres);
    }

    LineEnds(LineStore lines) {
        this.lines = lines;
        this.vertices = ends();
        double[] boxes = new double[4 * vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            boxes[4 * i] = x(i);
            boxes[4 * i + 1] = y(i);
            boxes[4 * i + 2] = x(i);
            boxes[4 * i + 3] = y(i);
        }
        this.tree = new BoxTree(boxes, vertices.length);
    }

    int size() {
        return vertices.length;
    }

    /** The vertex of an end. */
    int vertex(int end) {
        return vertices[end];
    }

    double x(int end) {
        return lines.x(vertices[end]);
    }

    double y(int end) {
        return lines.y(vertices[end]);
    }

    int feature(int end) {
        return lines.featureOf(vertices[end]);
    }

    /** Whether its line starts there. */
    boolean isStart(int end) {
        return starts.get(end);
    }

    /** Calls with every end of another feature within so many metres of this one. */
    void near(int end, double reachM, Near found) {
        int feature = feature(end);
        near(x(end), y(end), reachM, (other, metres) -> {
            if (feature(other) != feature) {
                found.take(other, metres);
            }
        });
    }

    /** Calls with every end within so many metres of a place. */
    void near(double x, double y, double reachM, Near found) {
        LocalScale scale = LocalScale.at(y);
        double dx = reachM / scale.lonM() * 1.001;
        double dy = reachM / scale.latM() * 1.001;
        tree.query(x - dx, y - dy, x + dx, y + dy, other -> {
            double metres = scale.distanceM(x, y, x(other), y(other));
            if (metres <= reachM) {
                found.take(other, metres);
            }
        });
    }

    /** The ends that meet the end of another feature. */
    BitSet joined() {
        BitSet joined = new BitSet();
        for (int end = 0; end < vertices.length; end++) {
            int here = end;
            near(end, JOINED_M, (other, metres) -> joined.set(here));
        }
        return joined;
    }

    private int[] ends() {
        int[] ends = new int[2 * lines.parts()];
        int n = 0;
        for (int part = 0; part < lines.parts(); part++) {
            int first = lines.firstVertex(part);
            int last = lines.lastVertex(part);
            if (lines.x(first) != lines.x(last) || lines.y(first) != lines.y(last)) {
                starts.set(n);
                ends[n++] = first;
                ends[n++] = last;
            }
        }
        return Arrays.copyOf(ends, n);
    }
}
