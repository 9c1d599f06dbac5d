package org.anlan.geo;

import java.util.Arrays;
import java.util.BitSet;

/** For some ends of lines: the nearest place on an edge of another feature. One walk over all edges past a tree of the ends, which are few. */
final class EdgeFeet {

    private final LineStore lines;
    private final LineEnds ends;
    private final double[] metres;
    private final double[] footX;
    private final double[] footY;
    private final int[] edges;

    /**
     * @param wanted the ends that are looked at
     * @param reachM edges farther than this are not told, metres
     */
    EdgeFeet(LineStore lines, LineEnds ends, BitSet wanted, double reachM) {
        this.lines = lines;
        this.ends = ends;
        this.metres = new double[ends.size()];
        this.footX = new double[ends.size()];
        this.footY = new double[ends.size()];
        this.edges = new int[ends.size()];
        Arrays.fill(metres, Math.nextUp(reachM));
        Arrays.fill(edges, -1);
        if (!wanted.isEmpty()) {
            walk(wanted, reachM);
        }
    }

    /** The start vertex of the nearest edge; -1 when none is near. */
    int edge(int end) {
        return edges[end];
    }

    double metres(int end) {
        return metres[end];
    }

    double x(int end) {
        return footX[end];
    }

    double y(int end) {
        return footY[end];
    }

    private void walk(BitSet wanted, double reachM) {
        int[] list = wanted.stream().toArray();
        double[] boxes = new double[4 * list.length];
        for (int i = 0; i < list.length; i++) {
            LocalScale scale = LocalScale.at(ends.y(list[i]));
            double dx = 1.001 * reachM / scale.lonM();
            double dy = 1.001 * reachM / scale.latM();
            boxes[4 * i] = ends.x(list[i]) - dx;
            boxes[4 * i + 1] = ends.y(list[i]) - dy;
            boxes[4 * i + 2] = ends.x(list[i]) + dx;
            boxes[4 * i + 3] = ends.y(list[i]) + dy;
        }
        BoxTree tree = new BoxTree(boxes, list.length);
        for (int part = 0; part < lines.parts(); part++) {
            int feature = lines.featureOfPart(part);
            for (int v = lines.firstVertex(part); v < lines.lastVertex(part); v++) {
                int edge = v;
                tree.query(
                        Math.min(lines.x(v), lines.x(v + 1)),
                        Math.min(lines.y(v), lines.y(v + 1)),
                        Math.max(lines.x(v), lines.x(v + 1)),
                        Math.max(lines.y(v), lines.y(v + 1)),
                        i -> look(list[i], edge, feature));
            }
        }
    }

    private void look(int end, int edge, int feature) {
        if (ends.feature(end) == feature) {
            return;
        }
        double x = ends.x(end);
        double y = ends.y(end);
        LocalScale scale = LocalScale.at(y);
        double ax = (lines.x(edge) - x) * scale.lonM();
        double ay = (lines.y(edge) - y) * scale.latM();
        double dx = (lines.x(edge + 1) - lines.x(edge)) * scale.lonM();
        double dy = (lines.y(edge + 1) - lines.y(edge)) * scale.latM();
        double square = dx * dx + dy * dy;
        double t = square > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square)) : 0;
        double distance = Math.hypot(ax + t * dx, ay + t * dy);
        if (distance < metres[end]) {
            metres[end] = distance;
            edges[end] = edge;
            footX[end] = lines.x(edge) + t * (lines.x(edge + 1) - lines.x(edge));
            footY[end] = lines.y(edge) + t * (lines.y(edge + 1) - lines.y(edge));
        }
    }
}
