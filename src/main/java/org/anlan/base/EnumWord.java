package org.anlan.base;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the constants of an enum are written in the API and on the command line: lower case with hyphens. */
public final class EnumWord {

    private EnumWord() {}

    /** The word of a constant ("make-valid"). */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a word, if it is one. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }

    /**
     * The constant of a word, or a refusal that tells which there are.
     *
     * @param code the refusal's code
     * @param zh what is refused, with two places: the word, and those that there are
     * @param en the same in English
     */
    public static <E extends Enum<E>> E named(Class<E> type, String word, String code, String zh, String en) {
        return find(type, word).orElseThrow(() -> Refusal.invalid(code, zh, en, word, all(type)));
    }

    /** All words of an enum, with commas between. */
    public static <E extends Enum<E>> String all(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(EnumWord::of).collect(Collectors.joining(", "));
    }
}
