package org.anlan.store;

import java.time.Instant;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * Long work on an upload.
 *
 * @param id random, not to be guessed
 * @param kind what is done
 * @param upload id of the upload
 * @param state how far it has come
 * @param queuedAt when it was asked for
 * @param endedAt when it ended
 * @param failure why it failed
 */
public record Job(
        String id,
        Kind kind,
        String upload,
        State state,
        Instant queuedAt,
        Optional<Instant> endedAt,
        Optional<Failure> failure) {

    /** What is done with the upload. */
    public enum Kind {
        /** It is checked as a commit would be. */
        CHECK,
        /** It is committed. */
        COMMIT
    }

    /** How far it has come. */
    public enum State {
        /** It waits for its turn. */
        QUEUED,
        /** It is under way. */
        RUNNING,
        /** It came to its end. */
        DONE,
        /** It was refused or went wrong; nothing was changed. */
        FAILED,
        /** Somebody stopped it; nothing was changed. */
        CANCELLED,
        /** The service ended under it; nothing was changed. */
        INTERRUPTED;

        /** Whether nothing more comes. */
        public boolean ended() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * Why a job failed.
     *
     * @param code stable code, as of a refusal
     * @param text in words
     */
    public record Failure(String code, Text text) {}

    /** The same job under way. */
    public Job running() {
        return new Job(id, kind, upload, State.RUNNING, queuedAt, Optional.empty(), Optional.empty());
    }

    /** The same job at its end. */
    public Job ended(State how, Instant at, Optional<Failure> why) {
        return new Job(id, kind, upload, how, queuedAt, Optional.of(at), why);
    }
}
