package org.anlan.store;

import java.util.Optional;

/** The jobs of an installation; kept across restarts. */
public interface JobLog {

    /** Keeps a job, or its new state. */
    void put(Job job);

    /** The job with this id. */
    Optional<Job> find(String id);

    /** The newest job of an upload. */
    Optional<Job> newestOf(String upload);

    /** Marks every job that has not ended as interrupted: the process that ran it is gone. Gives how many there were. */
    int interruptOpen();
}
