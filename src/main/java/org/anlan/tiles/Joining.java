package org.anlan.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins lines of one class that meet end to end into long ones. Lines meet where their ends are the same place in the tile's whole numbers; where three or
 * more meet, two of them are joined.
 */
final class Joining {

    private final List<int[]> lines = new ArrayList<>();

    void add(int[] xy) {
        lines.add(xy);
    }

    List<int[]> joined() {
        Map<Long, List<Integer>> byEnd = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            byEnd.computeIfAbsent(first(lines.get(i)), at -> new ArrayList<>(2)).add(i);
            byEnd.computeIfAbsent(last(lines.get(i)), at -> new ArrayList<>(2)).add(i);
        }
        boolean[] used = new boolean[lines.size()];
        List<int[]> joined = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!used[i]) {
                used[i] = true;
                joined.add(chain(i, byEnd, used));
            }
        }
        return joined;
    }

    private int[] chain(int start, Map<Long, List<Integer>> byEnd, boolean[] used) {
        Chain chain = new Chain();
        chain.append(lines.get(start), false);
        grow(chain, byEnd, used);
        chain.turn();
        grow(chain, byEnd, used);
        chain.turn();
        return chain.toArray();
    }

    /** Adds lines at the end as long as one is left that begins or ends there. */
    private void grow(Chain chain, Map<Long, List<Integer>> byEnd, boolean[] used) {
        for (int next = next(chain.end(), byEnd, used); next >= 0; next = next(chain.end(), byEnd, used)) {
            used[next] = true;
            chain.append(lines.get(next), first(lines.get(next)) != chain.end());
        }
    }

    private static int next(long at, Map<Long, List<Integer>> byEnd, boolean[] used) {
        for (int line : byEnd.getOrDefault(at, List.of())) {
            if (!used[line]) {
                return line;
            }
        }
        return -1;
    }

    private static long first(int[] xy) {
        return place(xy[0], xy[1]);
    }

    private static long last(int[] xy) {
        return place(xy[xy.length - 2], xy[xy.length - 1]);
    }

    private static long place(int x, int y) {
        return ((long) x << 32) | (y & 0xFFFFFFFFL);
    }

    private static final class Chain {
        private int[] xy = new int[64];
        private int size;

        void append(int[] line, boolean backwards) {
            int points = line.length / 2;
            for (int i = size == 0 ? 0 : 1; i < points; i++) {
                int at = backwards ? points - 1 - i : i;
                if (size + 2 > xy.length) {
                    xy = Arrays.copyOf(xy, 2 * xy.length);
                }
                xy[size++] = line[2 * at];
                xy[size++] = line[2 * at + 1];
            }
        }

        void turn() {
            for (int i = 0, j = size - 2; i < j; i += 2, j -= 2) {
                int x = xy[i];
                int y = xy[i + 1];
                xy[i] = xy[j];
                xy[i + 1] = xy[j + 1];
                xy[j] = x;
                xy[j + 1] = y;
            }
        }

        long end() {
            return place(xy[size - 2], xy[size - 1]);
        }

        int[] toArray() {
            return Arrays.copyOf(xy, size);
        }
    }
}
