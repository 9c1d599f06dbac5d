package org.anlan.format.shapefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Encodes texts into fields of a fixed number of bytes, never ending inside a character. */
final class TextClip {

    private final CharsetEncoder encoder;
    private boolean clipped;
    private boolean replaced;

    TextClip(Charset charset) {
        encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Puts as much of the text as fits into {@code target}; a character the encoding does not have becomes a question mark. */
    void put(String text, ByteBuffer target) {
        clipped = false;
        replaced = false;
        CharBuffer characters = CharBuffer.wrap(text);
        encoder.reset();
        CoderResult result = encoder.encode(characters, target, true);
        while (result.isError()) {
            replaced = true;
            characters.position(characters.position() + result.length());
            if (!target.hasRemaining()) {
                break;
            }
            target.put((byte) '?');
            result = encoder.encode(characters, target, true);
        }
        clipped = characters.hasRemaining();
    }

    /** Whether the last text lost its end. */
    boolean clipped() {
        return clipped;
    }

    /** Whether the last text had characters that the encoding does not have. */
    boolean replaced() {
        return replaced;
    }

    /** The longest beginning of a text that fits. */
    String beginning(String text, int bytes) {
        ByteBuffer target = ByteBuffer.allocate(bytes);
        put(text, target);
        return new String(target.array(), 0, target.position(), encoder.charset());
    }
}
