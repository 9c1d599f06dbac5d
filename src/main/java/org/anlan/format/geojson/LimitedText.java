package org.anlan.format.geojson;

import java.io.Writer;

/** Takes text up to a limit and only counts the rest, so that one value of a document cannot fill the memory. */
final class LimitedText extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private long length;

    LimitedText(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(char[] characters, int offset, int count) {
        length += count;
        if (length <= limit) {
            text.append(characters, offset, count);
        }
    }

    /** How long the whole text is, as far as an int tells. */
    int length() {
        return (int) Math.min(length, Integer.MAX_VALUE);
    }

    @Override
    public void flush() {
        // nothing lies in between
    }

    @Override
    public void close() {
        // nothing is open
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
