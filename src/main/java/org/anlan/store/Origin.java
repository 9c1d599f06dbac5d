package org.anlan.store;

import java.util.Optional;
import org.anlan.base.Storable;

/**
 * Where a change comes from.
 *
 * @param kind import, edit or rollback
 * @param actor who made it, and from where; from where is in the audit log only, and blank in a revision that is read
 * @param note why, in the author's words
 * @param source the file it came from, if any
 */
public record Origin(Kind kind, Actor actor, String note, Optional<Source> source) {

    /** An origin in text that every store can keep. */
    public Origin {
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
    public static Origin of(Kind kind, Actor actor, String note) {
        return new Origin(kind, actor, note, Optional.empty());
    }

    /** The account's name of who made it. */
    public String author() {
        return actor.name();
    }

    /** The origin as its revision keeps it. */
    public Origin kept() {
        return new Origin(kind, new Actor(actor.name(), ""), note, source);
    }
}
