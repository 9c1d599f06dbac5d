package org.anlan.intake;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.anlan.store.Job;
import org.anlan.store.JobLog;

/**
 * What the store may have done though its answer never came: a job that was asked for and refused for want of an answer is not to be done when the store is
 * back, and one that was claimed unheard is not to stay under way for ever.
 */
final class Unheard {

    private final JobLog log;
    private final LiveJobs live;
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    private boolean claimed;

    Unheard(JobLog log, LiveJobs live) {
        this.log = log;
        this.live = live;
    }

    /** Nobody waits for this job any more: unless it is under way already, it is not begun. */
    void withdraw(Job job) {
        withdrawn.add(job.id());
    }

    /** Claims a job for this node and begins it. What was withdrawn before is told first, so that it is not claimed. */
    synchronized Optional<Job> claim(String node) {
        tell();
        if (claimed) {
            log.interruptUnknown(node, live.ids());
        }
        claimed = true;
        Optional<Job> job = log.claim(node);
        if (job.map(Job::id).filter(withdrawn::remove).isPresent()) {
            return Optional.empty(); // withdrawn this very moment: the next claim interrupts it
        }
        claimed = false;
        job.ifPresent(live::begin);
        return job;
    }

    /** Tells the store which jobs are withdrawn; fails, and keeps them, while it is away. */
    synchronized void tell() {
        for (String id : Set.copyOf(withdrawn)) {
            log.withdraw(id);
            withdrawn.remove(id);
        }
    }
}
