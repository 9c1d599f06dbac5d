package org.anlan.format.geojson;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.anlan.format.SourceEncoding;

/**
 * The texts of a file that has one JSON text in each line, or one behind each record separator (RFC 8142; these may run over several lines). Empty ones
 * are left out; of one that is longer than any feature may be, only the beginning is kept, which is no JSON then.
 */
final class JsonLines implements Closeable {

    private static final char RECORD_SEPARATOR = '\u001E';
    private static final int LONGEST = 100_000_000;

    private final Reader reader;
    private final StringBuilder text = new StringBuilder();
    private final char[] chunk = new char[1 << 14];
    private int at;
    private int filled;
    private boolean separated;
    private int line = 1;

    /**
     * A text.
     *
     * @param line the line it begins in, from 1
     * @param json the text
     */
    record Line(int line, String json) {}

    JsonLines(Path file, SourceEncoding encoding) throws IOException {
        reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), encoding.charset()), 1 << 16);
    }

    /** The next text; empty behind the last. */
    Optional<Line> next() throws IOException {
        int began = line;
        for (int c = read(); c >= 0; c = read()) {
            boolean ends = c == RECORD_SEPARATOR || (c == '\n' && !separated);
            separated |= c == RECORD_SEPARATOR;
            line += c == '\n' ? 1 : 0;
            if (!ends) {
                keep((char) c);
            } else if (isBlank()) {
                text.setLength(0);
                began = line;
            } else {
                return Optional.of(taken(began));
            }
        }
        return isBlank() ? Optional.empty() : Optional.of(taken(began));
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(0, reader.read(chunk));
            at = 0;
        }
        return filled == 0 ? -1 : chunk[at++];
    }

    private void keep(char c) {
        if (text.length() < LONGEST && (!text.isEmpty() || !(c == '\uFEFF' || Character.isWhitespace(c)))) {
            text.append(c);
        }
    }

    private boolean isBlank() {
        return text.isEmpty();
    }

    private Line taken(int began) {
        Line taken = new Line(began, text.toString());
        text.setLength(0);
        if (text.capacity() > 1 << 20) {
            text.trimToSize();
        }
        return taken;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
