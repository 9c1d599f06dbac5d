package org.anlan.format.xlsx;

/** The name of a cell: column letters and row number ("AB12"). */
final class CellRef {

    /** Columns of a sheet. */
    static final int COLUMNS = 16_384;

    /** Rows of a sheet. */
    static final int ROWS = 1_048_576;

    private CellRef() {}

    /** The column of a cell, from 0; -1 when the name has none that a sheet can have. */
    static int column(String name) {
        int column = 0;
        int at = 0;
        for (; at < name.length() && at < 4; at++) {
            char c = name.charAt(at);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return at == 0 || column > COLUMNS ? -1 : column - 1;
    }

    /** A number of at most fifteen digits; -1 for any other text. */
    static long number(String digits) {
        if (digits.isEmpty() || digits.length() > 15) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    /** The letters of a column, from 0. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
