package org.anlan.base;

import java.util.Optional;

/** Texts that somebody enters: without blanks around them, of bounded length. */
public final class EnteredText {

    /** The most characters of a name or title. */
    public static final int LONGEST_NAME = 200;

    /** The most characters of a remark. */
    public static final int LONGEST_REMARK = 4_000;

    private EnteredText() {}

    /** A text that may be left out (null), blank then; refused ({@code text-too-long}). */
    public static String or(String name, String text, int most) {
        String entered = Optional.ofNullable(text).orElse("").strip();
        if (entered.length() > most) {
            throw Refusal.invalid(
                    "text-too-long", "“%s”不应超过 %d 个字符", "\"%s\" should have at most %d characters", name, most);
        }
        return Storable.text(entered);
    }

    /** A text that must be there; refused ({@code missing-value}, {@code text-too-long}). */
    public static String required(String name, String text, int most) {
        String entered = or(name, text, most);
        if (entered.isBlank()) {
            throw Refusal.invalid("missing-value", "缺少“%s”", "\"%s\" is missing", name);
        }
        return entered;
    }
}
