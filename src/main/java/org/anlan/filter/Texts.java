package org.anlan.filter;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts by code point, without case, without accents, and against patterns. */
final class Texts {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Texts() {}

    /** By code point: characters beyond the first plane come behind all of it. */
    static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean higher = Character.isSurrogate(x) != Character.isSurrogate(y);
                return higher ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** The same text for texts that differ in case only. */
    static String caseFolded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The text without accents and other marks on its letters. */
    static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }

    /**
     * Whether a text is like a pattern: {@code %} stands for anything, {@code _} for one character, a backslash before either for itself. Takes at most
     * length × length steps.
     */
    static boolean like(int[] text, int[] pattern) {
        int at = 0;
        int wanted = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length) {
            if (wanted < pattern.length && pattern[wanted] == ANY) {
                star = wanted++;
                retry = at;
            } else if (wanted < pattern.length && (pattern[wanted] == ONE || pattern[wanted] == text[at])) {
                wanted++;
                at++;
            } else if (star >= 0) {
                wanted = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (wanted < pattern.length && pattern[wanted] == ANY) {
            wanted++;
        }
        return wanted == pattern.length;
    }

    private static final int ANY = -1;
    private static final int ONE = -2;

    /** A pattern as code points, with −1 for anything and −2 for one character. */
    static int[] pattern(String pattern) {
        int[] points = pattern.codePoints().toArray();
        int[] made = new int[points.length];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            boolean escaped = points[i] == '\\' && i + 1 < points.length;
            if (escaped) {
                made[count++] = points[++i];
            } else {
                made[count++] = points[i] == '%' ? ANY : points[i] == '_' ? ONE : points[i];
            }
        }
        return Arrays.copyOf(made, count);
    }
}
