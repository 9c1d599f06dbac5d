package org.anlan.tiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A tile, as it is and packed.
 *
 * @param bytes a Mapbox vector tile 2.1; no bytes when nothing lies in it
 * @param gzip the same packed by gzip
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Tile(byte[] bytes, byte[] gzip) {

    static Tile of(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 32);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tile(bytes, packed.toByteArray());
    }

    /** The tile that was packed so. */
    static Tile ofGzip(byte[] gzip) throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new Tile(unpacked.readAllBytes(), gzip);
        }
    }

    /** Whether nothing lies in it. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }
}
