package org.anlan.filter;

import org.anlan.base.Refusal;

/** The words of a filter in text, read one by one with one to look ahead; knows how deep the reader is. */
final class Tokens {

    private final String text;
    private final Lexer lexer;
    private Token here;
    private Token ahead;
    private int depth;

    Tokens(String text) {
        this.text = text;
        this.lexer = new Lexer(text);
        this.here = lexer.next();
        this.ahead = lexer.next();
    }

    /** The word to be read next. */
    Token here() {
        return here;
    }

    /** The word behind it. */
    Token ahead() {
        return ahead;
    }

    /** Takes a word. */
    Token take() {
        Token taken = here;
        here = ahead;
        ahead = ahead.kind() == Token.Kind.END ? ahead : lexer.next();
        return taken;
    }

    /** Takes a sign if it is there. */
    boolean skip(String sign) {
        boolean found = here.sign(sign);
        if (found) {
            take();
        }
        return found;
    }

    /** Takes a keyword if it is there. */
    boolean skipWord(String keyword) {
        boolean found = here.word(keyword);
        if (found) {
            take();
        }
        return found;
    }

    /** Takes a sign that must be there. */
    void need(String sign) {
        if (!skip(sign)) {
            throw expected("“" + sign + "”", "\"" + sign + "\"");
        }
    }

    /** Takes a text that must be there. */
    Token needWords(String zh, String en) {
        if (here.kind() != Token.Kind.WORDS) {
            throw expected(zh, en);
        }
        return take();
    }

    /** One level deeper. */
    void enter() {
        if (++depth > Limits.DEPTH) {
            throw Complaints.tooDeep(spot(here));
        }
    }

    /** Back out of a level. */
    void leave() {
        depth--;
    }

    /** The word that comes next is not what must come. */
    Refusal expected(String zh, String en) {
        return spot(here)
                .refusal(
                        "这里应为%s，却是 %s",
                        "expected %3$s, found %4$s",
                        zh,
                        here.shown().zh(),
                        en,
                        here.shown().en());
    }

    Spot spot(Token token) {
        return Spot.character(text, token.at());
    }
}
