package org.anlan.store.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.anlan.base.Sha256;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.NewFeature;

/**
 * Tells whether two states of a feature are the same: the first 16 bytes of the SHA-256 over its shape and its values by field name. A field without a
 * value is left out, so that a field which the catalogue gains changes no feature. Not thread-safe.
 */
public final class ContentHash {

    private final MessageDigest digest = Sha256.digest();
    private final byte[] number = new byte[9];
    private final ByteBuffer numberBuffer = ByteBuffer.wrap(number);
    private final byte[][] names;

    /** A hash for features of a layer, for one thread. */
    public ContentHash(LayerDefinition layer) {
        names = layer.fields().stream()
                .map(field -> field.name().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /**
     * The hash of a feature.
     *
     * @param feature its values and extra
     * @param shape its encoded shape; empty when it has none
     */
    public byte[] of(NewFeature feature, byte[] shape) {
        number('G', shape.length);
        digest.update(shape);
        for (int i = 0; i < names.length; i++) {
            if (feature.values()[i] != null) {
                text('F', names[i]);
                add(feature.values()[i]);
            }
        }
        feature.extra().ifPresent(extra -> text('X', extra.getBytes(StandardCharsets.UTF_8)));
        return Arrays.copyOf(digest.digest(), 16);
    }

    private void add(Object value) {
        if (value instanceof Long l) {
            number('L', l);
        } else if (value instanceof Double d) {
            number('D', Double.doubleToLongBits(d + 0.0)); // SQLite keeps no negative zero
        } else {
            text('T', value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void text(char kind, byte[] bytes) {
        number(kind, bytes.length);
        digest.update(bytes);
    }

    private void number(char kind, long value) {
        numberBuffer.clear().put((byte) kind).putLong(value);
        digest.update(number);
    }
}
