package org.anlan.frozen;

import java.io.IOException;
import java.util.Arrays;
import org.anlan.geo.HilbertOrder;

/**
 * A packed R-tree over the boxes of rows: leaves in the order of a Hilbert curve, sixteen to a node, levels from the leaves up. In its section stand first
 * the rows of the leaves (four bytes each), then the boxes level by level (four doubles each). Empty boxes (rows without a shape) are not in it.
 */
final class BoxIndex {

    private static final int NODE = 16;
    private static final int BOX = 32;

    private final Section section;
    private final int leaves;
    /** First box of each level, and the end of the last one; level 0 has the leaves. */
    private final int[] levels;

    private BoxIndex(Section section, int leaves) {
        this.section = section;
        this.leaves = leaves;
        this.levels = levels(leaves);
    }

    static BoxIndex open(Section section, int leaves) {
        return new BoxIndex(section, leaves);
    }

    /**
     * Writes the index.
     *
     * @param boxes minX, minY, maxX, maxY per row
     * @param rows how many rows there are
     * @return how many leaves it has
     */
    static int write(SectionWriter out, double[] boxes, int rows) throws IOException {
        int[] placed = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (boxes[4 * row] <= boxes[4 * row + 2]) {
                placed[count++] = row;
            }
        }
        int[] order = HilbertOrder.of(
                count,
                i -> boxes[4 * placed[i]] + boxes[4 * placed[i] + 2],
                i -> boxes[4 * placed[i] + 1] + boxes[4 * placed[i] + 3]);
        double[] level = new double[4 * count];
        for (int i = 0; i < count; i++) {
            int row = placed[order[i]];
            out.put(row);
            System.arraycopy(boxes, 4 * row, level, 4 * i, 4);
        }
        if (count % 2 != 0) {
            out.put(0); // boxes begin at a multiple of eight
        }
        put(out, level);
        while (level.length > 4) {
            level = above(level);
            put(out, level);
        }
        return count;
    }

    private static void put(SectionWriter out, double[] level) throws IOException {
        for (double value : level) {
            out.put(value);
        }
    }

    private static double[] above(double[] level) {
        int count = level.length / 4;
        double[] nodes = new double[4 * ((count + NODE - 1) / NODE)];
        for (int i = 0; i < count; i++) {
            int node = 4 * (i / NODE);
            boolean first = i % NODE == 0;
            for (int side = 0; side < 4; side++) {
                double value = level[4 * i + side];
                nodes[node + side] = first
                        ? value
                        : side < 2 ? Math.min(nodes[node + side], value) : Math.max(nodes[node + side], value);
            }
        }
        return nodes;
    }

    private static int[] levels(int leaves) {
        int[] starts = new int[12];
        int count = leaves;
        int level = 0;
        int at = 0;
        while (count > 1) {
            starts[level++] = at;
            at += count;
            count = (count + NODE - 1) / NODE;
        }
        starts[level++] = at;
        starts[level] = at + count;
        return Arrays.copyOf(starts, level + 1);
    }

    /** How many rows meet a rectangle, edges included: nodes that lie within it are counted without looking into them. */
    int count(Rectangle rectangle) {
        return leaves == 0 ? 0 : count(levels.length - 2, 0, rectangle);
    }

    private int count(int level, int node, Rectangle rectangle) {
        long at = box(levels[level] + node);
        if (!meets(at, rectangle)) {
            return 0;
        }
        if (level == 0 || within(at, rectangle)) {
            int width = width(level);
            return Math.min(leaves, (node + 1) * width) - node * width;
        }
        int sum = 0;
        int end = Math.min(size(level - 1), (node + 1) * NODE);
        for (int child = node * NODE; child < end; child++) {
            sum += count(level - 1, child, rectangle);
        }
        return sum;
    }

    /** The rows that meet a rectangle, edges included, in no order; {@code most} is at least their number. */
    int[] search(Rectangle rectangle, int most) {
        Found found = new Found(most);
        if (leaves > 0) {
            search(levels.length - 2, 0, rectangle, found);
        }
        return Arrays.copyOf(found.rows, found.count);
    }

    private void search(int level, int node, Rectangle rectangle, Found found) {
        if (!meets(box(levels[level] + node), rectangle)) {
            return;
        }
        if (level == 0) {
            found.rows[found.count++] = section.getInt(4L * node);
            return;
        }
        int end = Math.min(size(level - 1), (node + 1) * NODE);
        for (int child = node * NODE; child < end; child++) {
            search(level - 1, child, rectangle, found);
        }
    }

    private int size(int level) {
        return levels[level + 1] - levels[level];
    }

    /** Leaves below a full node of a level. */
    private static int width(int level) {
        return 1 << (4 * level);
    }

    private long box(int number) {
        return 4L * (leaves + leaves % 2) + (long) BOX * number;
    }

    private boolean meets(long at, Rectangle r) {
        return section.getDouble(at) <= r.maxX()
                && section.getDouble(at + 16) >= r.minX()
                && section.getDouble(at + 8) <= r.maxY()
                && section.getDouble(at + 24) >= r.minY();
    }

    private boolean within(long at, Rectangle r) {
        return section.getDouble(at) >= r.minX()
                && section.getDouble(at + 16) <= r.maxX()
                && section.getDouble(at + 8) >= r.minY()
                && section.getDouble(at + 24) <= r.maxY();
    }

    /** What is looked for. */
    record Rectangle(double minX, double minY, double maxX, double maxY) {}

    private static final class Found {
        private final int[] rows;
        private int count;

        Found(int most) {
            rows = new int[most];
        }
    }
}
