package org.anlan.format;

/**
 * A field as the file declares it.
 *
 * @param name the name in the file, decoded
 * @param type what its values are read as
 * @param width declared width in bytes; 0 where the format has none
 * @param decimals declared decimals; 0 where the format has none
 */
public record SourceField(String name, Type type, int width, int decimals) {

    /** The Java type a value comes as; a missing value is always {@code null}. */
    public enum Type {
        /** {@link String}, trailing blanks removed. */
        TEXT,
        /** {@link Long}. */
        INTEGER,
        /** {@link Double}. */
        NUMBER,
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link Boolean}. */
        BOOLEAN
    }
}
