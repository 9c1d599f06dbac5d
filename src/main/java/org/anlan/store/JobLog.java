package org.anlan.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The jobs of an installation: a queue that its nodes work off, each job done by exactly one of them, and the memory of how they ended. A node is a process
 * that works on this store; an embedded store has one.
 */
public interface JobLog {

    /** Most jobs that wait. */
    int MOST_WAITING = 200;

    /** Puts a job into the queue. Refused: {@code job-running} while its upload has one that has not ended, {@code too-many-jobs}. */
    void ask(Job job);

    /** Takes the job that has waited longest; from now on it is this node's and under way. Empty when none waits. */
    Optional<Job> claim(String node);

    /** Keeps how far a job of this node has come, or how it ended, and tells whether the node is to go on with it. */
    Standing note(Job job);

    /** Whether a node is to go on with a job. */
    enum Standing {
        /** It is. */
        GOES_ON,
        /** Somebody asked for its end. */
        TO_STOP,
        /** Other nodes have given this one up and the job with it. */
        LOST
    }

    /** Ends the job of an upload if it waits, or asks for its end if it is under way; gives the job as it is then. Empty when it has none. */
    Optional<Job> cancel(String upload);

    /** The job with this id. */
    Optional<Job> find(String id);

    /** The newest job of an upload. */
    Optional<Job> newestOf(String upload);

    /** The jobs that have not ended, the oldest first. */
    List<Job> open();

    /** Ends a job that still waits, so that nobody does it; nothing happens when it is under way, has ended, or never came into the queue. */
    void withdraw(String id);

    /** Interrupts the jobs that are this node's and under way but not among these: it claimed them and never heard so. */
    void interruptUnknown(String node, Set<String> known);

    /** Says that this node is alive, and interrupts the jobs of nodes that have not said so for long. Gives those jobs. */
    List<Job> alive(String node);

    /** Says that this node ends; what is still under way there is interrupted. */
    void leave(String node);
}
