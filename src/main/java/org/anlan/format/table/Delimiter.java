package org.anlan.format.table;

/** Finds out what separates the cells: the mark that stands as often in the first rows as in the first, outside quotes. */
final class Delimiter {

    private static final char[] CANDIDATES = {',', '\t', ';'};
    private static final int ROWS = 20;

    private Delimiter() {}

    /** The delimiter of a table that begins with this text; a comma when there is none. */
    static char of(CharSequence head) {
        int[][] counts = new int[ROWS][CANDIDATES.length];
        int rows = count(head, counts);
        char best = ',';
        int bestScore = 0;
        for (int i = 0; i < CANDIDATES.length; i++) {
            int alike = 0;
            for (int row = 0; row < rows; row++) {
                alike += counts[row][i] == counts[0][i] ? 1 : 0;
            }
            int score = counts[0][i] == 0 ? 0 : 1_000 * alike + Math.min(999, counts[0][i]);
            if (score > bestScore) {
                best = CANDIDATES[i];
                bestScore = score;
            }
        }
        return best;
    }

    private static int count(CharSequence head, int[][] counts) {
        int row = 0;
        boolean quoted = false;
        boolean blank = true;
        for (int at = 0; at < head.length() && row < ROWS; at++) {
            char c = head.charAt(at);
            quoted ^= c == '"';
            if (!quoted && c == '\n') {
                row += blank ? 0 : 1;
                blank = true;
                continue;
            }
            blank &= c == '\r';
            for (int i = 0; !quoted && i < CANDIDATES.length; i++) {
                counts[row][i] += c == CANDIDATES[i] ? 1 : 0;
            }
        }
        // the last row may be cut off by the end of the head; it only counts when it is all there is
        return Math.max(1, row);
    }
}
