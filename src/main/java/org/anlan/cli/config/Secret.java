package org.anlan.cli.config;

import java.util.Objects;
import org.anlan.base.Masked;

/** A password: it can be compared and given to who needs it, and shows as stars everywhere else. */
public final class Secret {

    /** What is shown in its place. */
    public static final String STARS = Masked.STARS;

    private final String words;

    /** A secret of these words. */
    public Secret(String words) {
        this.words = Objects.requireNonNull(words);
    }

    /** The words themselves, for the one who opens the lock. */
    public String reveal() {
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.words.equals(words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return STARS;
    }
}
