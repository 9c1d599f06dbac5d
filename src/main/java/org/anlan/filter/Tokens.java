package org.anlan.filter;

import java.util.Locale;

/** The words of a filter's text, one after the other (21-065r2 annex B). */
final class Tokens {

    /** What a word is. */
    enum Type {
        /** A name without quotes, a keyword, or the name of a function. */
        WORD,
        /** A name in double quotes. */
        NAME,
        /** A text in single quotes. */
        TEXT,
        NUMBER,
        /** An operator, a bracket or a comma. */
        SIGN,
        END
    }

    private final String text;
    private Type type = Type.END;
    private String value = "";
    private int from;
    private int to;

    Tokens(String text) {
        this.text = text;
        next();
    }

    Type type() {
        return type;
    }

    /** The word, without its quotes. */
    String value() {
        return value;
    }

    Where where() {
        return Where.character(from);
    }

    /** Where the present word begins. */
    int from() {
        return from;
    }

    boolean is(String sign) {
        return type == Type.SIGN && value.equals(sign);
    }

    boolean isWord(String keyword) {
        return type == Type.WORD && value.equalsIgnoreCase(keyword);
    }

    /** Whether a bracket follows the present word. */
    boolean opens() {
        int at = blank(to);
        return at < text.length() && text.charAt(at) == '(';
    }

    /** Takes a sign or refuses. */
    void take(String sign) {
        if (!is(sign)) {
            throw where().wrong("这里应为“%s”，却是%s", "here should be \"%s\", not %s", sign, shown());
        }
        next();
    }

    /** Takes a keyword or refuses. */
    void takeWord(String keyword) {
        if (!isWord(keyword)) {
            throw where().wrong("这里应为 %s，却是%s", "here should be %s, not %s", keyword, shown());
        }
        next();
    }

    /** The present word for a refusal. */
    String shown() {
        return type == Type.END ? "结尾 (the end)" : "“" + Builder.clipped(value) + "”";
    }

    /** The text from the present word to the bracket that closes its first one; the next word is then the one behind. */
    String untilClosed() {
        int depth = 0;
        for (int at = to; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                String all = text.substring(from, at + 1);
                to = at + 1;
                next();
                return all;
            }
        }
        throw where().wrong("括号没有闭合", "a bracket is not closed");
    }

    void next() {
        from = blank(to);
        if (from >= text.length()) {
            set(Type.END, "", from);
            return;
        }
        char c = text.charAt(from);
        if (c == '\'') {
            quotedText();
        } else if (c == '"') {
            quotedName();
        } else if (digit(c) || (c == '.' && from + 1 < text.length() && digit(text.charAt(from + 1)))) {
            number();
        } else if (starts(text.codePointAt(from))) {
            word();
        } else {
            sign(c);
        }
    }

    private void set(Type found, String what, int end) {
        type = found;
        value = what;
        to = end;
    }

    private int blank(int at) {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private void quotedText() {
        StringBuilder inside = new StringBuilder();
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean quoteNext = at + 1 < text.length() && text.charAt(at + 1) == '\'';
            if ((c == '\'' || c == '\\') && quoteNext) {
                inside.append('\'');
                at++;
            } else if (c == '\'') {
                set(Type.TEXT, inside.toString(), at + 1);
                return;
            } else {
                inside.append(c);
            }
        }
        throw Where.character(from).wrong("文本的引号没有闭合", "the quote of a text is not closed");
    }

    private void quotedName() {
        StringBuilder inside = new StringBuilder();
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                inside.append('"');
                at++;
            } else if (c == '"') {
                set(Type.NAME, inside.toString(), at + 1);
                return;
            } else {
                inside.append(c);
            }
        }
        throw Where.character(from).wrong("属性名的引号没有闭合", "the quote of a property's name is not closed");
    }

    private void number() {
        int at = digits(from);
        if (at < text.length() && text.charAt(at) == '.') {
            at = digits(at + 1);
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
            if (sign < text.length() && digit(text.charAt(sign))) {
                at = digits(sign);
            }
        }
        set(Type.NUMBER, text.substring(from, at), at);
    }

    private int digits(int at) {
        int next = at;
        while (next < text.length() && digit(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean starts(int c) {
        return Character.isLetter(c) || c == '_' || c == ':';
    }

    private void word() {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean goesOn =
                    starts(c) || Character.isDigit(c) || c == '.' || Character.getType(c) == Character.NON_SPACING_MARK;
            if (!goesOn) {
                break;
            }
            at += Character.charCount(c);
        }
        set(Type.WORD, text.substring(from, at), at);
    }

    private void sign(char c) {
        if (from + 1 < text.length()) {
            String two = text.substring(from, from + 2);
            if (two.equals("<>") || two.equals("<=") || two.equals(">=")) {
                set(Type.SIGN, two, from + 2);
                return;
            }
        }
        if ("=<>+-*/%^(),".indexOf(c) < 0) {
            String shown = new String(Character.toChars(text.codePointAt(from)));
            throw Where.character(from)
                    .wrong("不认识的字符“%s”（U+%s）", "\"%s\" (U+%s) has no meaning here", shown, hex(text.codePointAt(from)));
        }
        set(Type.SIGN, String.valueOf(c), from + 1);
    }

    private static String hex(int codePoint) {
        return String.format(Locale.ROOT, "%04X", codePoint);
    }
}
