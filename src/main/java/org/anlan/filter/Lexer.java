package org.anlan.filter;

import org.anlan.base.Refusal;

/** Cuts a filter in text into its words (21-065r2, Annex B: identifiers, character and numeric literals, white space). */
final class Lexer {

    private static final String ESCAPES = "'\\abtnvfr";
    private static final String ESCAPED = "'\\\u0007\b\t\n\u000B\f\r";

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** The next word; behind the last one it is the end, again and again. */
    Token next() {
        while (at < text.length() && Signs.white(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", at, at);
        }
        int c = text.codePointAt(at);
        if (c == '\'') {
            return words();
        }
        if (c == '"') {
            return name();
        }
        if (digit(at) || (c == '.' && digit(at + 1))) {
            return number();
        }
        return Signs.starts(c) ? word() : sign();
    }

    private Token word() {
        int start = at;
        while (at < text.length() && Signs.continues(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return token(Token.Kind.WORD, start, text.substring(start, at));
    }

    private Token name() {
        int start = at;
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw spot(start).refusal("双引号没有配对", "the double quote is not closed");
        }
        at = end + 1;
        return token(Token.Kind.NAME, start, text.substring(start + 1, end));
    }

    /**
     * Within a text, '' and \' stand for one quote, \a \b \t \n \v \f \r for control characters (/req/cql2-text/escaping) and \\ for one backslash; before
     * anything else a backslash is itself, so that a pattern has its \% and \_ .
     */
    private Token words() {
        int start = at++;
        StringBuilder words = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            char next = at < text.length() ? text.charAt(at) : ' ';
            int escaped = ESCAPES.indexOf(next);
            if (c == '\\' && at < text.length() && escaped >= 0) {
                words.append(ESCAPED.charAt(escaped));
                at++;
            } else if (c == '\'' && next == '\'') {
                words.append('\'');
                at++;
            } else if (c == '\'') {
                return token(Token.Kind.WORDS, start, words.toString());
            } else {
                words.append(c);
            }
        }
        throw spot(start).refusal("单引号没有配对", "the single quote is not closed");
    }

    private Token number() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
            if (digit(at + (signed ? 2 : 1))) {
                at += signed ? 2 : 1;
                digits();
            }
        }
        return token(Token.Kind.NUMBER, start, text.substring(start, at));
    }

    private Token sign() {
        int start = at;
        char c = text.charAt(at++);
        char second = at < text.length() ? text.charAt(at) : ' ';
        if ((c == '<' && (second == '=' || second == '>')) || (c == '>' && second == '=')) {
            at++;
        } else if ("()[],=<>+-*/%^".indexOf(c) < 0) {
            throw unexpected(start);
        }
        return token(Token.Kind.SIGN, start, text.substring(start, at));
    }

    private Refusal unexpected(int start) {
        int c = text.codePointAt(start);
        String zh = "";
        String en = "";
        if (c == '!') {
            zh = "；不等于写作 <>";
            en = "; \"not equal\" is written <>";
        } else if (c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D) {
            zh = "；请使用半角引号";
            en = "; use straight quotes";
        }
        return spot(start)
                .refusal(
                        "不认识的字符 %s（U+%04X）%s",
                        "unexpected character %s (U+%04X)%4$s", Spot.shown(Character.toString(c)), c, zh, en);
    }

    private void digits() {
        while (digit(at)) {
            at++;
        }
    }

    private boolean digit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private Token token(Token.Kind kind, int start, String word) {
        return new Token(kind, word, start, at);
    }

    private Spot spot(int start) {
        return Spot.character(text, start);
    }
}
