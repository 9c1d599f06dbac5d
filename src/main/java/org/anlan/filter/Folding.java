package org.anlan.filter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts without regard to case or accents. */
final class Folding {

    /** Marks, but for the two that make another letter of a Japanese one (21-065r2, recommendation on non-spacing marks). */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}&&[^\\u3099\\u309A]]+");

    private Folding() {}

    static String apply(Function function, String text) {
        return switch (function) {
            case CASEI -> withoutCase(text);
            case ACCENTI -> withoutAccents(text);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case LENGTH, AREA -> throw new IllegalArgumentException(function + " is of shapes");
        };
    }

    /** Upper case makes SS of ß; lower case letter by letter, as at the end of a word Σ would become ς. */
    static String withoutCase(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i += Character.charCount(upper.codePointAt(i))) {
            folded.appendCodePoint(Character.toLowerCase(upper.codePointAt(i)));
        }
        return folded.toString();
    }

    /** Letters and their marks are taken apart, the marks dropped, and what is left put together again. */
    static String withoutAccents(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
                return Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
