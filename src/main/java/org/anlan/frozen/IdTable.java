package org.anlan.frozen;

import java.io.IOException;
import java.util.function.IntPredicate;

/** Finds rows by their id: a table of rows by the hash of their id, at most half full, with the next free place for whom the place is taken. */
final class IdTable {

    private final Section section;
    private final int mask;

    private IdTable(Section section, int mask) {
        this.section = section;
        this.mask = mask;
    }

    static IdTable open(Section section, int rows) {
        return new IdTable(section, size(rows) - 1);
    }

    static void write(SectionWriter out, int[] hashes, int rows) throws IOException {
        int[] table = new int[size(rows)];
        int mask = table.length - 1;
        for (int row = 0; row < rows; row++) {
            int place = spread(hashes[row]) & mask;
            while (table[place] != 0) {
                place = (place + 1) & mask;
            }
            table[place] = row + 1;
        }
        for (int entry : table) {
            out.put(entry);
        }
    }

    /** The row whose id has this hash and that {@code is} the one; -1 when there is none. */
    int find(int hash, IntPredicate is) {
        for (int place = spread(hash) & mask; ; place = (place + 1) & mask) {
            int entry = section.getInt(4L * place);
            if (entry == 0 || is.test(entry - 1)) {
                return entry - 1;
            }
        }
    }

    private static int size(int rows) {
        return Integer.highestOneBit(Math.max(1, rows)) * 4;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
