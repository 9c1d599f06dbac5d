package org.anlan.geo;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Where straight rays meet the lines of a layer. Edges and rays are straight in longitude/latitude (degrees, x = longitude), as edges are drawn and overlaid
 * elsewhere. Immutable and safe for many threads.
 */
public final class LineHits {

    /** How far past its ends an edge may still be met, as a share of its length: two edges that share a vertex leave no slit between them. */
    private static final double PAST_THE_END = 1e-9;

    /** Sine of the angle under which a ray and an edge are taken for parallel. */
    private static final double PARALLEL = 1e-9;

    private final double[] edges;
    private final BoxTree tree;

    /** Prepares the edges of these lines; areas give their outlines, points nothing. */
    public LineHits(List<? extends Geometry> lines) {
        edges = EdgeTree.edgesOf(new GeometryFactory().createGeometryCollection(lines.toArray(Geometry[]::new)));
        tree = treeOf(edges);
    }

    /** A tree over edges: x and y of the start, x and y of the end, one edge after another. */
    static BoxTree treeOf(double[] edges) {
        double[] boxes = new double[edges.length];
        for (int i = 0; i < edges.length; i += 4) {
            boxes[i] = Math.min(edges[i], edges[i + 2]);
            boxes[i + 1] = Math.min(edges[i + 1], edges[i + 3]);
            boxes[i + 2] = Math.max(edges[i], edges[i + 2]);
            boxes[i + 3] = Math.max(edges[i + 1], edges[i + 3]);
        }
        return new BoxTree(boxes, edges.length / 4);
    }

    /**
     * Calls with every meeting of the straight line through a place, as the factor of the step that leads to it: the meeting lies at (x + f·stepX,
     * y + f·stepY). A vertex where two edges join may be told twice; edges that run along the line itself are not met.
     *
     * @param x longitude of the place
     * @param y latitude of the place
     * @param stepX degrees of longitude in one step
     * @param stepY degrees of latitude in one step
     * @param reach how many steps to look to either side
     */
    public void along(double x, double y, double stepX, double stepY, double reach, DoubleConsumer met) {
        double wide = Math.abs(stepX * reach);
        double high = Math.abs(stepY * reach);
        tree.query(x - wide, y - high, x + wide, y + high, edge -> {
            int at = 4 * edge;
            double edgeX = edges[at + 2] - edges[at];
            double edgeY = edges[at + 3] - edges[at + 1];
            double cross = stepX * edgeY - stepY * edgeX;
            double fromX = edges[at] - x;
            double fromY = edges[at + 1] - y;
            double onEdge = (fromX * stepY - fromY * stepX) / cross;
            double factor = (fromX * edgeY - fromY * edgeX) / cross;
            boolean parallel = Math.abs(cross) <= PARALLEL * Math.hypot(stepX, stepY) * Math.hypot(edgeX, edgeY);
            if (!parallel && Math.abs(onEdge - 0.5) <= 0.5 + PAST_THE_END && Math.abs(factor) <= reach) {
                met.accept(factor);
            }
        });
    }
}
