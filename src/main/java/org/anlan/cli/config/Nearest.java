package org.anlan.cli.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.anlan.catalog.NameLikeness;

/** Finds what somebody meant who wrote a word that does not exist. */
final class Nearest {

    private static final double SIMILAR = 0.5;

    private Nearest() {}

    /** The word most like another, where one is like it at all. */
    static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(one -> NameLikeness.ofWords(one, word) >= SIMILAR)
                .max(Comparator.comparingDouble(one -> NameLikeness.ofWords(one, word)));
    }
}
