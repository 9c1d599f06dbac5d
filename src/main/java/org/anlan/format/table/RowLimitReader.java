package org.anlan.format.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops reading when one row grows beyond all sense, as it does behind a quote that is never closed. */
final class RowLimitReader extends FilterReader {

    private static final int LONGEST_ROW = 4_000_000;

    private int sinceRow;

    RowLimitReader(Reader in) {
        super(in);
    }

    void rowDone() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int characters) throws IOException {
        sinceRow += characters;
        if (sinceRow > LONGEST_ROW) {
            throw new IOException("a row longer than " + LONGEST_ROW + " characters");
        }
    }
}
