package org.anlan.format.mvt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the few kinds of protocol buffer fields that a vector tile has. */
final class ProtoBytes {

    private static final int VARINT = 0;
    private static final int DOUBLE = 1;
    private static final int BYTES = 2;

    private byte[] bytes = new byte[32];
    private int size;

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    void clear() {
        size = 0;
    }

    void varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void number(int field, long value) {
        varint((field << 3) | VARINT);
        varint(value);
    }

    void decimal(int field, double value) {
        varint((field << 3) | DOUBLE);
        room(8);
        long bits = Double.doubleToRawLongBits(value);
        for (int i = 0; i < 8; i++) {
            bytes[size++] = (byte) (bits >>> (8 * i));
        }
    }

    void text(int field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        bytes(field, utf8, utf8.length);
    }

    void message(int field, ProtoBytes inner) {
        bytes(field, inner.bytes, inner.size);
    }

    /** Adds fields that were written before. */
    void append(ProtoBytes fields) {
        room(fields.size);
        System.arraycopy(fields.bytes, 0, bytes, size, fields.size);
        size += fields.size;
    }

    private void bytes(int field, byte[] value, int length) {
        varint((field << 3) | BYTES);
        varint(length);
        room(length);
        System.arraycopy(value, 0, bytes, size, length);
        size += length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
