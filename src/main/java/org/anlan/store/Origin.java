package org.anlan.store;

import java.util.Optional;
import org.anlan.base.Storable;

/**
 * Where a change comes from.
 *
 * @param kind import, edit or rollback
 * @param author who made it (a role or user name)
 * @param note why, in the author's words
 * @param source the file it came from, if any
 */
public record Origin(Kind kind, String author, String note, Optional<Source> source) {

    /** An origin in text that every store can keep. */
    public Origin {
        author = Storable.text(author);
        note = Storable.text(note);
    }

    /** What kind of change. */
    public enum Kind {
        /** A hand-in was committed. */
        IMPORT,
        /** Features were edited one by one. */
        EDIT,
        /** An older state was restored. */
        ROLLBACK
    }

    /**
     * The file a change came from; its bytes are in the {@link Archive}.
     *
     * @param name file name as handed in
     * @param sha256 SHA-256 of its bytes, lower-case hex
     * @param crs coordinate system of its coordinates ("EPSG:4528"; several joined by a comma)
     */
    public record Source(String name, String sha256, String crs) {}

    /** A change by hand, without a file. */
    public static Origin of(Kind kind, String author, String note) {
        return new Origin(kind, author, note, Optional.empty());
    }
}
