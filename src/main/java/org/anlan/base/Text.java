package org.anlan.base;

import java.util.Locale;

/**
 * A sentence or label for people, Chinese first and English complete.
 *
 * @param zh the Chinese words
 * @param en the English words
 */
public record Text(String zh, String en) {

    /** A text from two {@link String#format} patterns that take the same arguments in the same order. */
    public static Text of(String zh, String en, Object... arguments) {
        return arguments.length == 0
                ? new Text(zh, en)
                : new Text(String.format(Locale.ROOT, zh, arguments), String.format(Locale.ROOT, en, arguments));
    }

    /** A name that is written the same in both languages (a code, a file's own word). */
    public static Text same(String word) {
        return new Text(word, word);
    }

    /** Both languages on one line, as the command line and the log show it. */
    public String both() {
        return zh.equals(en) ? zh : zh + " / " + en;
    }

    @Override
    public String toString() {
        return both();
    }
}
