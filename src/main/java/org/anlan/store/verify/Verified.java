package org.anlan.store.verify;

import java.util.List;
import java.util.SortedMap;
import org.anlan.base.Text;

/**
 * What a look at a store came to.
 *
 * @param looked how much was looked at: files, revisions, rows
 * @param counts how many defects of each kind; empty when the store is whole
 * @param defects the first of each kind
 */
public record Verified(SortedMap<String, Long> looked, SortedMap<Kind, Long> counts, List<Defect> defects) {

    /** What is looked at. */
    public enum Kind {
        /** A file that was handed in is missing or was changed. */
        UPLOADS,
        /** A frozen figure or a scenario was changed. */
        DOCUMENTS,
        /** The audit log, or what its entries tell of, was altered. */
        AUDIT,
        /** Revisions and the rows that name them do not agree. */
        REVISIONS,
        /** An index, a reference or the data file is damaged. */
        INDEXES,
        /** A shape cannot be read, is of another kind than its layer's, or is not valid. */
        GEOMETRY,
        /** A stored length or area is not that of the shape. */
        MEASURES,
        /** The content of a feature is not what was committed. */
        CONTENT
    }

    /**
     * Something that is wrong.
     *
     * @param kind what was looked at
     * @param where the file, revision or feature
     * @param text in words
     */
    public record Defect(Kind kind, String where, Text text) {}

    /** Whether nothing is wrong. */
    public boolean whole() {
        return counts.isEmpty();
    }
}
