package org.anlan.format;

/**
 * Tells whether bytes are UTF-8, strictly: no overlong forms, no surrogates, nothing above U+10FFFF (RFC 3629, section 4). Chinese
 * text in GBK practically never passes, which is what makes the trial worth having.
 */
public final class Utf8 {

    private Utf8() {}

    /** What a stretch of bytes turned out to be. */
    public enum Trial {
        /** Only bytes below 0x80; every common encoding reads it the same. */
        ASCII,
        /** Valid, with at least one character above 0x7F. */
        VALID,
        /** Valid but for a last character of which only the first bytes are there. */
        CLIPPED,
        /** Not UTF-8. */
        INVALID
    }

    /** Looks at {@code bytes[from..to)}. */
    public static Trial of(byte[] bytes, int from, int to) {
        int at = from;
        boolean ascii = true;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            ascii = false;
            int length = sequence(bytes, at, to);
            if (length < 0) {
                return at + declared(bytes[at]) > to && clipped(bytes, at, to) ? Trial.CLIPPED : Trial.INVALID;
            }
            at += length;
        }
        return ascii ? Trial.ASCII : Trial.VALID;
    }

    /** How many bytes at the end of {@code bytes[from..to)} begin a character that is cut off; 0 to 3. */
    static int cutOff(byte[] bytes, int from, int to) {
        for (int at = to - 1; at >= Math.max(from, to - 3); at--) {
            if ((bytes[at] & 0xC0) == 0xC0) {
                return at + declared(bytes[at]) > to ? to - at : 0;
            }
            if (bytes[at] >= 0) {
                return 0;
            }
        }
        return 0;
    }

    private static int declared(byte lead) {
        int b = lead & 0xFF;
        return b >= 0xF0 && b <= 0xF4 ? 4 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xC2 && b < 0xE0 ? 2 : 1;
    }

    private static int sequence(byte[] bytes, int at, int to) {
        int length = declared(bytes[at]);
        return length > 1 && at + length <= to && tail(bytes, at, at + length) ? length : -1;
    }

    private static boolean clipped(byte[] bytes, int at, int to) {
        return declared(bytes[at]) > 1 && tail(bytes, at, to);
    }

    private static boolean tail(byte[] bytes, int at, int to) {
        for (int i = at + 1; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return at + 1 >= to || secondFits(bytes[at] & 0xFF, bytes[at + 1] & 0xFF);
    }

    private static boolean secondFits(int lead, int second) {
        return !((lead == 0xE0 && second < 0xA0)
                || (lead == 0xED && second > 0x9F)
                || (lead == 0xF0 && second < 0x90)
                || (lead == 0xF4 && second > 0x8F));
    }
}
