package org.anlan.geo;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A packed tree over boxes that never change, for questions by box. Safe for many threads. */
final class BoxTree {

    private static final int LEAF = 8;

    private final int count;
    private final int leaves;
    private final int[] order;
    /** minX, minY, maxX, maxY per box, in tree order. */
    private final double[] items;
    /** The same per node; node 1 is the root, 2i and 2i+1 are the children of i. */
    private final double[] nodes;

    /**
     * @param boxes minX, minY, maxX, maxY per box
     * @param count number of boxes
     */
    BoxTree(double[] boxes, int count) {
        this.count = count;
        order = HilbertOrder.of(count, i -> boxes[4 * i] + boxes[4 * i + 2], i -> boxes[4 * i + 1] + boxes[4 * i + 3]);
        items = new double[4 * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(boxes, 4 * order[i], items, 4 * i, 4);
        }
        leaves = Integer.highestOneBit(Math.max(1, 2 * ((count + LEAF - 1) / LEAF) - 1));
        nodes = new double[8 * leaves];
        for (int node = 2 * leaves - 1; node >= 1; node--) {
            int from = node < leaves ? 2 * node : (node - leaves) * LEAF;
            int to = node < leaves ? from + 2 : Math.min(count, from + LEAF);
            join(node < leaves ? nodes : items, from, to, node);
        }
    }

    /** Calls with the number of every box that meets the given one (edges included). */
    void query(double minX, double minY, double maxX, double maxY, IntConsumer found) {
        visit(1, minX, minY, maxX, maxY, found);
    }

    private void visit(int node, double minX, double minY, double maxX, double maxY, IntConsumer found) {
        if (!meets(nodes, 4 * node, minX, minY, maxX, maxY)) {
            return;
        }
        if (node < leaves) {
            visit(2 * node, minX, minY, maxX, maxY, found);
            visit(2 * node + 1, minX, minY, maxX, maxY, found);
            return;
        }
        int end = Math.min(count, (node - leaves + 1) * LEAF);
        for (int i = (node - leaves) * LEAF; i < end; i++) {
            if (meets(items, 4 * i, minX, minY, maxX, maxY)) {
                found.accept(order[i]);
            }
        }
    }

    private static boolean meets(double[] boxes, int at, double minX, double minY, double maxX, double maxY) {
        return boxes[at] <= maxX && boxes[at + 2] >= minX && boxes[at + 1] <= maxY && boxes[at + 3] >= minY;
    }

    private void join(double[] from, int first, int end, int node) {
        int at = 4 * node;
        Arrays.fill(nodes, at, at + 2, Double.POSITIVE_INFINITY);
        Arrays.fill(nodes, at + 2, at + 4, Double.NEGATIVE_INFINITY);
        for (int i = first; i < end; i++) {
            nodes[at] = Math.min(nodes[at], from[4 * i]);
            nodes[at + 1] = Math.min(nodes[at + 1], from[4 * i + 1]);
            nodes[at + 2] = Math.max(nodes[at + 2], from[4 * i + 2]);
            nodes[at + 3] = Math.max(nodes[at + 3], from[4 * i + 3]);
        }
    }
}
