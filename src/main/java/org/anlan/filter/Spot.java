package org.anlan.filter;

import java.util.Locale;
import org.anlan.base.Refusal;

/** A place in a filter; makes the refusals about it. */
@FunctionalInterface
interface Spot {

    /** A refusal that names the place, from two format patterns. */
    Refusal refusal(String zh, String en, Object... arguments);

    /** The place of a character in a text, counted in code points from 1. */
    static Spot character(String text, int at) {
        return named(
                "过滤条件第 %d 个字符：", "Filter, character %d: ", text.codePointCount(0, Math.min(at, text.length())) + 1);
    }

    /** The place of a value in JSON. */
    static Spot path(String path) {
        return named("过滤条件 %s：", "Filter, %s: ", path);
    }

    private static Spot named(String zhPlace, String enPlace, Object place) {
        return (zh, en, arguments) -> Refusal.invalid(
                "bad-filter",
                "%s%s",
                "%3$s%4$s",
                String.format(Locale.ROOT, zhPlace, place),
                String.format(Locale.ROOT, zh, arguments),
                String.format(Locale.ROOT, enPlace, place),
                String.format(Locale.ROOT, en, arguments));
    }

    /** A word of the filter as an answer shows it: short, and without what cannot be shown. */
    static String shown(String word) {
        String plain = word.codePoints()
                .limit(40)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return word.codePointCount(0, word.length()) > 40 ? plain + "…" : plain;
    }
}
