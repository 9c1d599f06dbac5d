package org.anlan.store.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.anlan.store.NewFeature;

/** Tells whether two states of a feature are the same: the first 16 bytes of the SHA-256 over its shape and values. Not thread-safe. */
public final class ContentHash {

    private final MessageDigest digest;
    private final byte[] number = new byte[9];
    private final ByteBuffer numberBuffer = ByteBuffer.wrap(number);

    /** A hash for one thread. */
    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
        for (Object value : feature.values()) {
            add(value);
        }
        add(feature.extra().orElse(null));
        return Arrays.copyOf(digest.digest(), 16);
    }

    private void add(Object value) {
        if (value == null) {
            number('0', 0);
        } else if (value instanceof Long l) {
            number('L', l);
        } else if (value instanceof Double d) {
            number('D', Double.doubleToLongBits(d));
        } else {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            number('T', bytes.length);
            digest.update(bytes);
        }
    }

    private void number(char kind, long value) {
        numberBuffer.clear().put((byte) kind).putLong(value);
        digest.update(number);
    }
}
