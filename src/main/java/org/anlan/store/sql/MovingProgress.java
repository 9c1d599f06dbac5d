package org.anlan.store.sql;

/** Hears how far a store was read, written or looked at. */
@FunctionalInterface
public interface MovingProgress {

    /**
     * Called now and then.
     *
     * @param what the table, or {@code uploads}
     * @param done rows or files so far
     * @param of of so many
     */
    void at(String what, long done, long of);
}
