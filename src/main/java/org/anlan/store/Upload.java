package org.anlan.store;

import java.time.Instant;

/**
 * A file on its way from upload to commit.
 *
 * @param id random, not to be guessed
 * @param fileName name as handed in
 * @param sha256 of its bytes; the {@link Archive} has them
 * @param bytes its size
 * @param receivedAt when it came
 * @param state how far it has come
 * @param choices the user's choices (layer, CRS, encoding, mapping) as JSON
 */
public record Upload(
        String id, String fileName, String sha256, long bytes, Instant receivedAt, State state, String choices) {

    /** How far an upload has come. */
    public enum State {
        /** Received and looked into. */
        INSPECTED,
        /** Checked with the present choices. */
        CHECKED,
        /** Committed; its features are in the layers. */
        COMMITTED,
        /** Given up. */
        DROPPED,
        /** Left lying too long. */
        EXPIRED
    }

    /** The same upload in another state. */
    public Upload with(State next) {
        return new Upload(id, fileName, sha256, bytes, receivedAt, next, choices);
    }

    /** The same upload with other choices, to be checked again. */
    public Upload choosing(String next) {
        return new Upload(id, fileName, sha256, bytes, receivedAt, State.INSPECTED, next);
    }
}
