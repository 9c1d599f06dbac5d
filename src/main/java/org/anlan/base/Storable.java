package org.anlan.base;

/** Text as every store can keep it. */
public final class Storable {

    private Storable() {}

    /** The text without NUL characters (U+0000): nobody sees them, and PostgreSQL keeps none (manual, "Character Types"). */
    public static String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
