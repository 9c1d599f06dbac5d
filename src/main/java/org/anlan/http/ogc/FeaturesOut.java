package org.anlan.http.ogc;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.anlan.format.geojson.FeatureEncoder;
import org.anlan.frozen.FeatureProperties;
import org.anlan.frozen.FrozenRow;
import org.anlan.store.Row;

/**
 * Writes features one behind the other, with commas between. Where a feature is frozen and asked for as it is, its bytes are copied, and those of
 * neighbours in one piece; else it is encoded. Holds one small buffer, however many features come.
 */
final class FeaturesOut implements Closeable {

    private static final int MOST_IN_ONE = 1 << 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 15];
    private final FeatureProperties properties;
    private final boolean whole;
    private final boolean shapes;
    private final FeatureEncoder encoder;
    private int size;
    private boolean first = true;
    private FrozenRow row;
    private long from;
    private int length;

    /**
     * @param whole whether features are asked for as they are encoded: CRS84, all properties, with their shape
     */
    FeaturesOut(OutputStream out, OgcCrs crs, FeatureProperties properties, boolean whole, boolean shapes) {
        this.out = out;
        this.properties = properties;
        this.whole = whole;
        this.shapes = shapes;
        this.encoder = new FeatureEncoder(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        put(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int count) throws IOException {
                        put(bytes, offset, count);
                    }
                },
                properties.names(),
                crs.positions());
    }

    /** Writes text of ours. */
    void text(String text) throws IOException {
        neighbours();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(bytes, 0, bytes.length);
    }

    /** Writes a feature. */
    void feature(Row next) throws IOException {
        if (whole && next instanceof FrozenRow frozen) {
            frozen(frozen);
            return;
        }
        neighbours();
        comma();
        encoder.feature(next.id(), shapes ? next.wkb() : Optional.empty(), i -> properties.value(next, i));
        encoder.flush();
    }

    private void frozen(FrozenRow next) throws IOException {
        long at = next.featureAt();
        int bytes = next.featureBytes();
        boolean beside = row != null
                && at == from + length + 1
                && (at + bytes) >>> 30 == from >>> 30
                && length + bytes < MOST_IN_ONE;
        if (beside) {
            length += 1 + bytes;
            return;
        }
        neighbours();
        row = next;
        from = at;
        length = bytes;
    }

    /** Sends what has gathered of neighbours. */
    private void neighbours() throws IOException {
        if (row == null) {
            return;
        }
        comma();
        ByteBuffer encoded = row.encoded(from, length);
        row = null;
        while (encoded.hasRemaining()) {
            if (size == buffer.length) {
                flush();
            }
            int part = Math.min(encoded.remaining(), buffer.length - size);
            encoded.get(buffer, size, part);
            size += part;
        }
    }

    private void comma() throws IOException {
        if (!first) {
            put(new byte[] {','}, 0, 1);
        }
        first = false;
    }

    private void put(byte[] bytes, int offset, int count) throws IOException {
        if (count > buffer.length - size) {
            flush();
            if (count > buffer.length) {
                out.write(bytes, offset, count);
                return;
            }
        }
        System.arraycopy(bytes, offset, buffer, size, count);
        size += count;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    /** Sends what is left; the stream stays open. */
    @Override
    public void close() throws IOException {
        neighbours();
        flush();
        out.flush();
    }
}
