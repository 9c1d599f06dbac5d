package org.anlan.intake;

import java.util.Optional;

/** Hears how far a check or a commit has come. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = (read, of) -> {};

    /**
     * Called now and then.
     *
     * @param read records read so far
     * @param of records in all, where the files tell
     */
    void read(long read, Optional<Long> of);
}
