package org.anlan.cli.config;

/**
 * A value as it was written in the environment or the file. It may be a password, so it is not printed with the rest.
 *
 * @param value the words
 * @param origin where they stand
 */
public record Found(String value, Origin origin) {

    @Override
    public String toString() {
        return "Found[" + origin + "]";
    }
}
