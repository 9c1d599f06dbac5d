package org.anlan.format.shapefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.anlan.format.TextEncoding;

/** Decodes the bytes of names and texts. Plain ASCII and GBK pairs take a short way. */
final class TextDecoder {

    private static final int LEAD = 0x81;
    private static final int TRAIL = 0x40;
    private static final int TRAILS = 0xFF - TRAIL;
    private static final int LONGEST_TAIL = 3;

    private final Charset charset;
    private final char[] pairs;
    private char[] characters = new char[256];

    TextDecoder(Charset charset) {
        this.charset = charset;
        this.pairs = charset.equals(TextEncoding.GB18030) ? Pairs.TABLE : new char[0];
    }

    /** The text of {@code bytes[from..to)}; what cannot be decoded becomes U+FFFD. */
    String decode(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        if (at == to) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        return pairs.length == 0 ? new String(bytes, from, to - from, charset) : pairs(bytes, from, to);
    }

    /** The name in these bytes, without the half character that clipping may have left at its end. */
    String name(byte[] bytes) {
        return clipped(bytes, 0, bytes.length)
                .orElseGet(() -> decode(bytes, 0, bytes.length))
                .strip();
    }

    /** The text without at most three last bytes that are the beginning of a character; empty when that does not help. */
    Optional<String> clipped(byte[] bytes, int from, int to) {
        for (int cut = 0; cut <= LONGEST_TAIL && to - cut >= from; cut++) {
            try {
                ByteBuffer whole = ByteBuffer.wrap(bytes, from, to - cut - from);
                return Optional.of(charset.newDecoder().decode(whole).toString());
            } catch (CharacterCodingException half) {
                // one byte less may do
            }
        }
        return Optional.empty();
    }

    private String pairs(byte[] bytes, int from, int to) {
        if (characters.length < to - from) {
            characters = new char[to - from];
        }
        int length = 0;
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b >= 0) {
                characters[length++] = (char) b;
                at++;
                continue;
            }
            int lead = (b & 0xFF) - LEAD;
            int trail = at + 1 < to ? (bytes[at + 1] & 0xFF) - TRAIL : -1;
            char decoded = lead < 0 || lead > 0x7D || trail < 0 || trail >= TRAILS ? 0 : pairs[lead * TRAILS + trail];
            if (decoded == 0) {
                return new String(bytes, from, to - from, charset);
            }
            characters[length++] = decoded;
            at += 2;
        }
        return new String(characters, 0, length);
    }

    /** The two-byte half of GB18030; 0 where there is no character. */
    private static final class Pairs {
        private static final char[] TABLE = table();

        private static char[] table() {
            char[] table = new char[0x7E * TRAILS];
            byte[] pair = new byte[2];
            for (int i = 0; i < table.length; i++) {
                pair[0] = (byte) (LEAD + i / TRAILS);
                pair[1] = (byte) (TRAIL + i % TRAILS);
                String text = new String(pair, TextEncoding.GB18030);
                table[i] = text.length() == 1 && text.charAt(0) != '\uFFFD' ? text.charAt(0) : 0;
            }
            return table;
        }
    }
}
