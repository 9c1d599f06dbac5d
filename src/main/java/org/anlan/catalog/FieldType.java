package org.anlan.catalog;

/** The type of a catalogue field and the Java type its values have in the house. */
public enum FieldType {
    /** {@link String}. */
    TEXT,
    /** {@link Long}. */
    INTEGER,
    /** {@link Double}. */
    NUMBER,
    /** {@link Boolean}; files say 是/否/1/0/true/false. */
    BOOLEAN,
    /** {@link java.time.LocalDate}. */
    DATE
}
