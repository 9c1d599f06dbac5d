package org.anlan.store;

import java.nio.charset.StandardCharsets;

/**
 * A text that the texts of many rows are compared with, as it is and in UTF-8, so that rows which hold theirs in UTF-8 need not turn each into a string.
 *
 * @param text the text
 * @param utf8 its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EncodedText(String text, byte[] utf8) {

    /** Encodes a text. */
    public static EncodedText of(String text) {
        return new EncodedText(text, text.getBytes(StandardCharsets.UTF_8));
    }
}
