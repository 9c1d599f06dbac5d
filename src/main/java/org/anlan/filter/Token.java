package org.anlan.filter;

import java.util.Locale;
import org.anlan.base.Text;

/**
 * A word of a filter in text.
 *
 * @param kind what it is
 * @param text as it counts: a text or a quoted name without its quotes
 * @param at where it starts, in UTF-16 units from 0
 * @param end where it ends
 */
record Token(Kind kind, String text, int at, int end) {

    enum Kind {
        /** A bare name or a keyword. */
        WORD,
        /** A name in double quotes. */
        NAME,
        /** A text in single quotes. */
        WORDS,
        /** A number without a sign. */
        NUMBER,
        /** Anything else. */
        SIGN,
        /** Behind the last. */
        END
    }

    boolean sign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean word(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** A word as keywords are compared. */
    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** What was found, for people. */
    Text shown() {
        return switch (kind) {
            case END -> new Text("结尾", "the end");
            case WORDS -> Text.same("'" + Spot.shown(text) + "'");
            case NAME -> Text.same("\"" + Spot.shown(text) + "\"");
            case WORD, NUMBER, SIGN -> Text.same(Spot.shown(text));
        };
    }
}
