package org.anlan.report;

import org.anlan.base.Text;

/**
 * A paragraph.
 *
 * @param tone how it is meant; never by colour alone
 * @param text the words
 */
public record Words(Tone tone, Text text) implements Block {

    /** How words are meant. */
    public enum Tone {
        /** As they are. */
        PLAIN,
        /** A reader should know this. */
        WARNING,
        /** A result that is as it should be. */
        GOOD,
        /** A result that is not. */
        BAD
    }

    /** Plain words. */
    public static Words plain(Text text) {
        return new Words(Tone.PLAIN, text);
    }

    /** A warning. */
    public static Words warning(Text text) {
        return new Words(Tone.WARNING, text);
    }
}
