package org.anlan.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.base.Storable;
import org.anlan.base.Text;

/**
 * Long work on an upload. It says all that a node needs to do it, whichever node it was asked of.
 *
 * @param id random, not to be guessed
 * @param kind what is done
 * @param upload id of the upload
 * @param asked who asked for it
 * @param state how far it has come
 * @param queuedAt when it was asked for
 * @param node the process that does it or did it; empty while it waits
 * @param advance how far it has come within its work
 * @param stopping whether somebody asked for its end
 * @param endedAt when it ended
 * @param failure why it failed
 * @param revisions the revisions it made, when it was a commit and is done
 */
public record Job(
        String id,
        Kind kind,
        String upload,
        Asked asked,
        State state,
        Instant queuedAt,
        Optional<String> node,
        Advance advance,
        boolean stopping,
        Optional<Instant> endedAt,
        Optional<Failure> failure,
        List<Long> revisions) {

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
        /** The process that did it ended under it; nothing was changed. */
        INTERRUPTED;

        /** Whether nothing more comes. */
        public boolean ended() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * Who asked for a job.
     *
     * @param actor who, as the revisions will say, and from where
     * @param note why
     */
    public record Asked(Actor actor, String note) {

        /** Without characters that a store cannot keep. */
        public Asked {
            note = Storable.text(note);
        }
    }

    /**
     * How far a job has come within its work.
     *
     * @param version rises whenever anything of the job changes
     * @param step what is being done; empty while it waits
     * @param done how much of the step
     * @param of of how much, where that is known
     */
    public record Advance(long version, Optional<String> step, long done, Optional<Long> of) {

        /** A job that was just asked for. */
        public static final Advance NONE = new Advance(0, Optional.empty(), 0, Optional.empty());

        private Advance next() {
            return new Advance(version + 1, step, done, of);
        }
    }

    /**
     * Why a job failed.
     *
     * @param kind the kind of refusal; empty when the work broke down and the log of its node says why
     * @param code stable code, as of a refusal
     * @param text in words
     */
    public record Failure(Optional<Refusal.Kind> kind, String code, Text text) {}

    /** A job that is asked for. */
    public static Job asked(String id, Kind kind, String upload, Asked asked, Instant at) {
        return new Job(
                id,
                kind,
                upload,
                asked,
                State.QUEUED,
                at,
                Optional.empty(),
                Advance.NONE,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same job, under way on a node. */
    public Job runningOn(String worker) {
        return new Job(
                id,
                kind,
                upload,
                asked,
                State.RUNNING,
                queuedAt,
                Optional.of(worker),
                advance.next(),
                stopping,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same job, farther on. */
    public Job at(String step, long done, Optional<Long> of) {
        return with(new Advance(advance.version() + 1, Optional.of(step), done, of), stopping);
    }

    /** The same job, of which somebody has asked that it end. */
    public Job toStop() {
        return with(advance.next(), true);
    }

    private Job with(Advance next, boolean stop) {
        return new Job(id, kind, upload, asked, state, queuedAt, node, next, stop, endedAt, failure, revisions);
    }

    /** The same job at its end. */
    public Job ended(State how, Instant at, Optional<Failure> why, List<Long> made) {
        return new Job(
                id,
                kind,
                upload,
                asked,
                how,
                queuedAt,
                node,
                advance.next(),
                stopping,
                Optional.of(at),
                why,
                List.copyOf(made));
    }
}
