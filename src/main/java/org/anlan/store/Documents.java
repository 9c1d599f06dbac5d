package org.anlan.store;

import java.util.List;
import java.util.Optional;

/** Small documents that are kept for good: they can be added and read, never changed. */
public interface Documents {

    /**
     * Keeps a document under an id that no other has; it is on disk when this returns.
     *
     * @param from from where its author comes
     */
    void add(StoredDocument document, String from);

    /** The document of this kind and id; empty when there is none. */
    Optional<StoredDocument> find(String kind, String id);

    /** The documents of a kind without their bodies, newest first. */
    List<StoredDocument.Head> of(String kind);
}
