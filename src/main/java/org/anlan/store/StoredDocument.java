package org.anlan.store;

import java.time.Instant;

/**
 * A small document that an installation keeps beside its layers: a figure that was frozen, a scenario. It is never changed.
 *
 * @param head what a list of documents tells
 * @param body the document as JSON text
 */
public record StoredDocument(Head head, String body) {

    /**
     * What a list of documents tells.
     *
     * @param kind what it is ("frozen-retention")
     * @param id its id, unique among all documents
     * @param createdAt when it was kept
     * @param author who kept it
     * @param name its name for people
     * @param sha256 SHA-256 of the body's UTF-8 bytes, 64 hexadecimal digits
     */
    public record Head(String kind, String id, Instant createdAt, String author, String name, String sha256) {}
}
