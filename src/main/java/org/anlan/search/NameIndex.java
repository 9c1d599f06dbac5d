package org.anlan.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.anlan.store.Row;

/**
 * The words of all features of one state of a layer, folded, one behind the other in memory: what is searched is found by going along them once. Features stand in the order in
 * which those that fit alike are listed, so that words that many have are answered by the first of them. Never changes.
 *
 * <p>Each feature is its name, its id and its other words, each with a {@link #END} before it and behind it. They are UTF-8, held as a text of one byte a letter: that is what
 * the machine goes along quickest, and no letter of UTF-8 begins within another.
 */
final class NameIndex {

    private static final char END = '\n';

    /** So many that hold the words are looked at one by one before those that begin with them are looked for by themselves. */
    private static final int LOOKED_AT = 2_000;

    private final String words;
    private final int[] starts;
    private final long[] keys;

    private NameIndex(String words, int[] starts, long[] keys) {
        this.words = words;
        this.starts = starts;
        this.keys = keys;
    }

    /** What it takes in memory. */
    long bytes() {
        return words.length() + (long) starts.length * Integer.BYTES + (long) keys.length * Long.BYTES;
    }

    /** How many features there are. */
    int size() {
        return keys.length;
    }

    /** The greatest key of a feature; 0 where there is none. */
    long lastKey() {
        return LongStream.of(keys).max().orElse(0);
    }

    /**
     * The keys of the features that fit searched words best, the best first.
     *
     * @param folded what is searched, folded
     * @param most at most so many
     * @param gone keys of features that are left out
     */
    List<Long> best(String folded, int most, Set<Long> gone) {
        String wanted = oneByteALetter(folded.getBytes(StandardCharsets.UTF_8));
        Set<Integer> rows = new TreeSet<>(rows(wanted, LOOKED_AT, gone));
        if (rows.size() == LOOKED_AT) { // there may be better ones behind them
            rows.addAll(rows(END + wanted, 2 * most, gone)); // up to so many of them are the same as the next
            rows.addAll(rows(END + wanted + END, most, gone));
        }
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> rank(row, wanted))) // those that fit alike stay in their order
                .limit(most)
                .map(row -> keys[row])
                .toList();
    }

    /** The first features with this among their words. */
    private List<Integer> rows(String wanted, int most, Set<Long> gone) {
        List<Integer> found = new ArrayList<>();
        int at = words.indexOf(wanted);
        while (at >= 0 && found.size() < most) {
            int place = Arrays.binarySearch(starts, at);
            int row = place >= 0 ? place : -place - 2;
            if (!gone.contains(keys[row])) {
                found.add(row);
            }
            at = words.indexOf(wanted, end(row));
        }
        return found;
    }

    private int end(int row) {
        return row + 1 < starts.length ? starts[row + 1] : words.length();
    }

    private int rank(int row, String wanted) {
        String own = words.substring(starts[row], end(row));
        return own.contains(END + wanted + END) ? 0 : own.contains(END + wanted) ? 1 : 2;
    }

    private static String oneByteALetter(byte[] utf8) {
        return new String(utf8, StandardCharsets.ISO_8859_1);
    }

    /** An index that is being made, up to so many bytes. */
    static final class Making {

        private final NameMatch match;
        private final long mostBytes;
        private final StringBuilder own = new StringBuilder();
        private byte[] words = new byte[1 << 12];
        private int[] starts = new int[1 << 8];
        private int[] names = new int[1 << 8];
        private long[] keys = new long[1 << 8];
        private int used;
        private int rows;

        /** An index of what this looks at of features. */
        Making(NameMatch match, long mostBytes) {
            this.match = match;
            this.mostBytes = Math.min(mostBytes, Integer.MAX_VALUE / 2);
        }

        /** Takes a feature; false when there is no room for it. */
        boolean take(Row row) {
            String name = NameMatch.folded(match.nameOf(row));
            String id = NameMatch.folded(row.id());
            own.setLength(0);
            own.append(END).append(name).append(END).append(id).append(END);
            for (int field : match.fields()) {
                Object value = row.value(field);
                String word = value == null ? "" : NameMatch.folded(value.toString());
                if (!word.isEmpty() && !word.equals(name) && !word.equals(id)) {
                    own.append(word).append(END);
                }
            }
            byte[] utf8 = own.toString().getBytes(StandardCharsets.UTF_8);
            if (used + utf8.length + (rows + 1L) * (Integer.BYTES + Long.BYTES) > mostBytes) {
                return false;
            }
            makeRoom(utf8.length);
            System.arraycopy(utf8, 0, words, used, utf8.length);
            starts[rows] = used;
            names[rows] = name.length();
            keys[rows] = row.fid();
            used += utf8.length;
            rows++;
            return true;
        }

        private void makeRoom(int more) {
            if (used + more > words.length) {
                words = Arrays.copyOf(words, Math.max(used + more, used + (used >> 1)));
            }
            if (rows == starts.length) {
                int longer = rows + (rows >> 1);
                starts = Arrays.copyOf(starts, longer);
                names = Arrays.copyOf(names, longer);
                keys = Arrays.copyOf(keys, longer);
            }
        }

        /** The index of all that was taken. */
        NameIndex made() {
            int[] order = IntStream.range(0, rows)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(row -> names[row]).thenComparing(this::compareWords))
                    .mapToInt(row -> row)
                    .toArray();
            byte[] inOrder = new byte[used];
            int[] at = new int[rows];
            long[] keyed = new long[rows];
            int to = 0;
            for (int i = 0; i < rows; i++) {
                int row = order[i];
                at[i] = to;
                keyed[i] = keys[row];
                int length = end(row) - starts[row];
                System.arraycopy(words, starts[row], inOrder, to, length);
                to += length;
            }
            words = null; // makes room for the text
            return new NameIndex(oneByteALetter(inOrder), at, keyed);
        }

        /** By name, then by id: they stand first. */
        private int compareWords(int one, int other) {
            return Arrays.compareUnsigned(words, starts[one], end(one), words, starts[other], end(other));
        }

        private int end(int row) {
            return row + 1 < rows ? starts[row + 1] : used;
        }
    }
}
