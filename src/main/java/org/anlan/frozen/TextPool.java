package org.anlan.frozen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes texts, each once as long as few enough are told apart: a length in bytes, then UTF-8. */
final class TextPool {

    /** Where no text is. */
    static final long NONE = -1;

    private static final int MOST_KNOWN = 20_000;

    private final SectionWriter out;
    private final Map<String, Long> known = new HashMap<>();

    TextPool(SectionWriter out) {
        this.out = out;
    }

    /** Where a text lies that others may have too. */
    long shared(String text) throws IOException {
        Long before = known.get(text);
        if (before != null) {
            return before;
        }
        long at = own(text);
        if (known.size() < MOST_KNOWN) {
            known.put(text, at);
        }
        return at;
    }

    /** Where a text lies that no other row has. */
    long own(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long at = out.begin(Integer.BYTES + bytes.length);
        out.put(bytes.length);
        out.put(bytes, 0, bytes.length);
        return at;
    }
}
