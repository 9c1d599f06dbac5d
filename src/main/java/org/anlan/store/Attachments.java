package org.anlan.store;

import java.util.List;
import java.util.Optional;

/** The photos and documents of the ledgers: added, never changed or removed. */
public interface Attachments {

    /** Keeps an attachment whose bytes are in the archive; it is on disk when this returns. */
    void add(Attachment attachment, Actor actor);

    /** The attachment with this id. */
    Optional<Attachment> find(String id);

    /** The attachments of a subject, in the order in which they came. */
    List<Attachment> of(String ledger, String subject);
}
