package org.anlan.format.place;

import java.text.Normalizer;
import java.util.Locale;

/** The many marks that stand for degrees, minutes, seconds and hemispheres, brought to one of each: ° ' " E W N S. */
final class AngleMarks {

    private static final String DEGREES = "°º˚∘ᵒ⁰度";
    private static final String MINUTES = "′'’‘ʹʼ´`‵＇｀分";
    private static final String SECONDS = "″\"”“ʺ˝〃＂‶秒";
    private static final String[][] WORDS = {
        {"东经", "E"},
        {"西经", "W"},
        {"北纬", "N"},
        {"南纬", "S"},
        {"经度", ""},
        {"纬度", ""},
        {"东", "E"},
        {"西", "W"},
        {"北", "N"},
        {"南", "S"}
    };

    private AngleMarks() {}

    /** The text with one mark for each meaning, half-width digits, capital letters. */
    static String canonical(String text) {
        StringBuilder marked = new StringBuilder(text.length());
        text.codePoints().forEach(c -> marked.appendCodePoint(mark(c)));
        String half = Normalizer.normalize(marked, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        for (String[] word : WORDS) {
            half = half.replace(word[0], word[1]);
        }
        return half.replace("''", "\"").strip();
    }

    private static int mark(int c) {
        if (DEGREES.indexOf(c) >= 0) {
            return '°';
        }
        if (MINUTES.indexOf(c) >= 0) {
            return '\'';
        }
        if (SECONDS.indexOf(c) >= 0) {
            return '"';
        }
        return switch (c) {
            case '：', '∶', '﹕' -> ':';
            case '－', '–', '—', '−', '‐', '‑', '﹣' -> '-';
            case '．', '。' -> '.';
            default -> c;
        };
    }
}
