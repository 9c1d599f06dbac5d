package org.anlan.intake;

import java.util.List;
import org.anlan.base.Finding;
import org.anlan.store.Changes;

/**
 * What a check of an upload found, and what a commit would change.
 *
 * @param errors findings that block the commit
 * @param warnings findings to be looked at
 * @param notes things told for the record
 * @param findings the findings, errors first; of each code at most some hundred
 * @param parts per layer of the file that is taken in
 */
public record CheckReport(long errors, long warnings, long notes, List<Finding> findings, List<Part> parts) {

    /**
     * One layer of the file.
     *
     * @param index its position in the file, from 0
     * @param layer catalogue layer it goes to
     * @param read records read
     * @param changes what it changes; parts that go to the same catalogue layer share one count
     */
    public record Part(int index, String layer, long read, Changes changes) {}

    /** Whether errors stand in the way of a commit. */
    public boolean blocked() {
        return errors > 0;
    }
}
