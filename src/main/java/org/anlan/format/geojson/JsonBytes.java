package org.anlan.format.geojson;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes JSON tokens as UTF-8 bytes through a small buffer. Not thread-safe. */
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long[] SCALES = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 14];
    private int size;
    private long handedOn;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    void raw(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length - size) {
            flush();
        }
        if (bytes.length > buffer.length) {
            out.write(bytes);
            handedOn += bytes.length;
            return;
        }
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    void raw(char ascii) throws IOException {
        room(1);
        buffer[size++] = (byte) ascii;
    }

    void number(long value) throws IOException {
        room(20);
        if (value == Long.MIN_VALUE) {
            raw(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        long rest = value;
        if (rest < 0) {
            buffer[size++] = '-';
            rest = -rest;
        }
        digits(rest, 1);
    }

    void number(double value) throws IOException {
        raw(Double.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    /** A number of a coordinate's size with at most so many decimals, one to nine. */
    void decimals(double value, int most) throws IOException {
        room(32);
        long scale = SCALES[most];
        long scaled = Math.round(value * scale);
        if (scaled < 0) {
            buffer[size++] = '-';
            scaled = -scaled;
        }
        digits(scaled / scale, 1);
        long fraction = scaled % scale;
        if (fraction != 0) {
            buffer[size++] = '.';
            digits(fraction, most);
            while (buffer[size - 1] == '0') {
                size--;
            }
        }
    }

    /** Bytes written so far. */
    long written() {
        return handedOn + size;
    }

    private void digits(long value, int least) {
        int count = least;
        long limit = 1;
        for (int i = 0; i < least; i++) {
            limit *= 10;
        }
        while (value >= limit && count < 19) {
            limit *= 10;
            count++;
        }
        long rest = value;
        for (int at = size + count - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    /** A string in quotes; lone surrogates become the replacement character. */
    void string(String text) throws IOException {
        raw('"');
        for (int i = 0; i < text.length(); i++) {
            room(6);
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                buffer[size++] = (byte) (0xC0 | (c >> 6));
                buffer[size++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                threeBytes(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                fourBytes(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                threeBytes('\uFFFD');
            }
        }
        raw('"');
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            buffer[size++] = '\\';
            buffer[size++] = (byte) c;
        } else if (c < 0x20) {
            buffer[size++] = '\\';
            buffer[size++] = 'u';
            buffer[size++] = '0';
            buffer[size++] = '0';
            buffer[size++] = HEX[c >> 4];
            buffer[size++] = HEX[c & 15];
        } else {
            buffer[size++] = (byte) c;
        }
    }

    private void threeBytes(char c) {
        buffer[size++] = (byte) (0xE0 | (c >> 12));
        buffer[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        buffer[size++] = (byte) (0x80 | (c & 0x3F));
    }

    private void fourBytes(int c) {
        buffer[size++] = (byte) (0xF0 | (c >> 18));
        buffer[size++] = (byte) (0x80 | ((c >> 12) & 0x3F));
        buffer[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        buffer[size++] = (byte) (0x80 | (c & 0x3F));
    }

    private void room(int bytes) throws IOException {
        if (bytes > buffer.length - size) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        handedOn += size;
        size = 0;
    }
}
