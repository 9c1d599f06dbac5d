package org.anlan.base;

import java.util.List;
import java.util.Optional;

/**
 * A request or a hand-in that is turned down. Nothing has changed when it is thrown. The {@code code} is the same word in
 * the log, in problem+json, on the command line and on the page.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of turning-down it is; the HTTP floor gives each its status. */
    public enum Kind {
        /** The request itself is wrong (400). */
        INVALID,
        /** Who asks has not shown that they may (401). */
        NOT_SIGNED_IN,
        /** Who asks may not do it (403). */
        NOT_PERMITTED,
        /** What is asked for does not exist (404). */
        NOT_FOUND,
        /** It is not to be had in the form that was asked for (406). */
        NOT_ACCEPTABLE,
        /** The state does not allow it now (409). */
        CONFLICT,
        /** More bytes than an upload may have (413). */
        TOO_LARGE,
        /** The content was understood and cannot be taken in (422). */
        UNPROCESSABLE,
        /** Too many tries (429). */
        TOO_MANY,
        /** The service cannot do it now: store locked, disk full (503). */
        UNAVAILABLE
    }

    /**
     * What the request would have to say more in order not to be turned down.
     *
     * @param field the field that says it ("crs")
     * @param choices what it may say, the likeliest first
     */
    public record Question(String field, List<Choice> choices) {}

    /**
     * An answer to a question.
     *
     * @param value as the field takes it ("EPSG:4528")
     * @param label for people
     */
    public record Choice(String value, Text label) {}

    private final String code;
    private final Kind kind;
    private final transient Text text;
    private final transient Optional<Question> question;

    /**
     * @param kind what kind of turning-down
     * @param code stable code, kebab-case ("unknown-layer")
     * @param text what was wrong, where, and what to do
     */
    public Refusal(Kind kind, String code, Text text) {
        this(kind, code, text, Optional.empty());
    }

    private Refusal(Kind kind, String code, Text text, Optional<Question> question) {
        super(code + ": " + text.both());
        this.kind = kind;
        this.code = code;
        this.text = text;
        this.question = question;
    }

    /** The same refusal with the question whose answer would let the request through. */
    public Refusal asking(Question asked) {
        return new Refusal(kind, code, text, Optional.of(asked));
    }

    /** A wrong request, from two format patterns. */
    public static Refusal invalid(String code, String zh, String en, Object... arguments) {
        return new Refusal(Kind.INVALID, code, Text.of(zh, en, arguments));
    }

    /** Something that does not exist; the text says what does. */
    public static Refusal notFound(String code, String zh, String en, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, code, Text.of(zh, en, arguments));
    }

    /** Content that cannot be taken in (a broken file). */
    public static Refusal unprocessable(String code, String zh, String en, Object... arguments) {
        return new Refusal(Kind.UNPROCESSABLE, code, Text.of(zh, en, arguments));
    }

    /** A state that does not allow the request now. */
    public static Refusal conflict(String code, String zh, String en, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, Text.of(zh, en, arguments));
    }

    /** The service cannot do it now. */
    public static Refusal unavailable(String code, String zh, String en, Object... arguments) {
        return new Refusal(Kind.UNAVAILABLE, code, Text.of(zh, en, arguments));
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The kind of turning-down. */
    public Kind kind() {
        return kind;
    }

    /** What was wrong, where, and what to do. */
    public Text text() {
        return text;
    }

    /** What the request would have to say more; empty when no answer of a few would do. */
    public Optional<Question> question() {
        return question;
    }
}
