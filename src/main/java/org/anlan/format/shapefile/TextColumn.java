package org.anlan.format.shapefile;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a text field. Codes and class names repeat through a layer, so short texts are looked up before they are decoded; a column
 * where that does not pay stops doing it.
 */
final class TextColumn implements DbfValue {

    private static final int SLOTS = 256;
    private static final int LONGEST = 48;
    private static final int TRIAL = 1_024;
    private static final char REPLACEMENT = '\uFFFD';

    private final TextDecoder decoder;
    private byte[][] keys = {};
    private String[] texts = {};
    private int hits;
    private int misses;

    TextColumn(TextDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Object read(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        int hash = 0;
        for (int at = from; at < end; at++) {
            if (bytes[at] == 0) { // what follows an inner NUL is left over from an older value
                return read(bytes, from, at);
            }
            hash = 31 * hash + bytes[at];
        }
        if (end == from) {
            return null;
        }
        boolean lookUp = end - from <= LONGEST && (misses < TRIAL || hits > misses);
        return lookUp ? lookedUp(bytes, from, end, hash) : decoded(bytes, from, end);
    }

    private Object lookedUp(byte[] bytes, int from, int end, int hash) {
        if (keys.length == 0) {
            keys = new byte[SLOTS][];
            texts = new String[SLOTS];
        }
        int slot = (hash ^ hash >>> 8 ^ hash >>> 16) & (SLOTS - 1);
        byte[] key = keys[slot];
        if (key != null && Arrays.equals(key, 0, key.length, bytes, from, end)) {
            hits++;
            return texts[slot];
        }
        misses++;
        Object value = decoded(bytes, from, end);
        if (value instanceof String text) {
            keys[slot] = Arrays.copyOfRange(bytes, from, end);
            texts[slot] = text;
        }
        return value;
    }

    private Object decoded(byte[] bytes, int from, int end) {
        String text = decoder.decode(bytes, from, end);
        return text.indexOf(REPLACEMENT) < 0 ? text : flawed(bytes, from, end);
    }

    private Flaw flawed(byte[] bytes, int from, int end) {
        Optional<String> clipped = decoder.clipped(bytes, from, end);
        return clipped.map(text -> new Flaw(Trouble.CLIPPED, text.isEmpty() ? null : text))
                .orElseGet(() -> new Flaw(Trouble.UNDECODABLE, decoder.decode(bytes, from, end)));
    }
}
