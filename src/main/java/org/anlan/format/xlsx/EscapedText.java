package org.anlan.format.xlsx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold, as SpreadsheetML writes them: {@code _x000D_} (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
final class EscapedText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() {}

    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
    }

    /** The text with such characters escaped, and the underscore of what looks like an escape. */
    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alone = Character.isSurrogate(c) && !isPair(text, i);
            if ((c < ' ' && c != '\t' && c != '\n') || c == '\uFFFE' || c == '\uFFFF' || alone) {
                out.append(escape(c));
            } else if (c == '_' && ESCAPE.matcher(text).region(i, text.length()).lookingAt()) {
                out.append(escape('_'));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String escape(char c) {
        return String.format(Locale.ROOT, "_x%04X_", (int) c);
    }
}
