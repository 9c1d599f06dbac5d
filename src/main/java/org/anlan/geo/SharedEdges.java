package org.anlan.geo;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds edges with the very same end points in several features, in one pass with a hash table. All copies but the first are then left
 * out of the search by place: so a layer handed in twice, or a thousand times, costs no more than once.
 */
final class SharedEdges {

    private final LineStore lines;
    private final int[] slots;
    private final BitSet copies = new BitSet();

    SharedEdges(LineStore lines, EdgePairs.Pair found) {
        this.lines = lines;
        this.slots = new int[Integer.highestOneBit(Math.max(8, lines.vertices() / 2 * 3)) * 2];
        Arrays.fill(slots, -1);
        for (int part = 0; part < lines.parts(); part++) {
            for (int v = lines.firstVertex(part); v < lines.lastVertex(part); v++) {
                if (lines.x(v) != lines.x(v + 1) || lines.y(v) != lines.y(v + 1)) {
                    look(v, lines.featureOfPart(part), found);
                }
            }
        }
    }

    /** Start vertices of the edges that an earlier feature has too. */
    BitSet copies() {
        return copies;
    }

    private void look(int edge, int feature, EdgePairs.Pair found) {
        int slot = slotOf(edge);
        if (slots[slot] < 0) {
            slots[slot] = edge;
        } else if (lines.featureOf(slots[slot]) != feature) {
            copies.set(edge);
            found.take(slots[slot], edge);
        }
    }

    /** The slot that holds an edge with the same ends, or the free one where it belongs. */
    private int slotOf(int edge) {
        int mask = slots.length - 1;
        long hash = (end(edge) + end(edge + 1)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 33) & mask;
        while (slots[slot] >= 0 && !same(slots[slot], edge)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private long end(int vertex) {
        long hash =
                Double.doubleToLongBits(lines.x(vertex) + 0.0) * 31 + Double.doubleToLongBits(lines.y(vertex) + 0.0);
        return (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
    }

    private boolean same(int a, int b) {
        return (equal(a, b) && equal(a + 1, b + 1)) || (equal(a, b + 1) && equal(a + 1, b));
    }

    private boolean equal(int a, int b) {
        return lines.x(a) == lines.x(b) && lines.y(a) == lines.y(b);
    }
}
