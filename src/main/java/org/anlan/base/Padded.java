package org.anlan.base;

/** Text in columns of a terminal that shows Chinese in double width. */
public final class Padded {

    private Padded() {}

    /** Fills a text up to so many columns; a longer one gets one blank. */
    public static String to(String text, int columns) {
        return text + " ".repeat(Math.max(1, columns - width(text)));
    }

    /** How many columns a text takes. */
    public static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
