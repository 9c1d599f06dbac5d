package org.anlan.store;

/** Lets features pass or not, by whatever can be read of them. Called by one thread at a time; the row is valid only during the call. */
@FunctionalInterface
public interface RowFilter {

    /** Lets every feature pass. */
    RowFilter ALL = row -> true;

    /** Whether the feature passes. */
    boolean passes(Row row);
}
