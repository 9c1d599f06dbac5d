package org.anlan.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.anlan.store.Job;
import org.anlan.store.JobLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs under way in this process, and those whose end the store has not been told yet. */
final class LiveJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LiveJobs.class);
    private static final long NOTE_EVERY_NS = Duration.ofMillis(500).toNanos();

    private final JobLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Live> byId = new LinkedHashMap<>();
    private long happened;

    LiveJobs(JobLog log) {
        this.log = log;
    }

    private static final class Live {
        private Job job;
        private boolean stopped;
        private boolean lost;
        private long notedAt = System.nanoTime();

        private Live(Job job) {
            this.job = job;
        }
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Rises whenever something happens to a job here. */
    long happened() {
        lock.lock();
        try {
            return happened;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits. */
    void somethingHappened() {
        lock.lock();
        try {
            happened++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something has happened since, or as long as this. */
    void await(long since, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (happened == since && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    Optional<Job> find(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(byId.get(id)).map(live -> live.job);
        } finally {
            lock.unlock();
        }
    }

    /** The ids of the jobs here. */
    Set<String> ids() {
        lock.lock();
        try {
            return Set.copyOf(byId.keySet());
        } finally {
            lock.unlock();
        }
    }

    Optional<Job> newestOf(String upload) {
        lock.lock();
        try {
            return byId.values().stream()
                    .map(live -> live.job)
                    .filter(job -> job.upload().equals(upload))
                    .reduce((older, newer) -> newer);
        } finally {
            lock.unlock();
        }
    }

    void begin(Job job) {
        lock.lock();
        try {
            byId.put(job.id(), new Live(job));
        } finally {
            lock.unlock();
        }
        somethingHappened();
    }

    /** The job is farther on. Ends it ({@link CancelledException}) when somebody asked for that or other nodes have given this one up. */
    void progressed(String id, Progress.Step step, long done, Optional<Long> of) {
        Live live;
        boolean toNote;
        lock.lock();
        try {
            live = byId.get(id);
            mustGoOn(live);
            live.job = live.job.at(step.word(), done, of);
            // the last step is always noted: whoever was given up must not write
            toNote = step == Progress.Step.WRITING || System.nanoTime() - live.notedAt > NOTE_EVERY_NS;
        } finally {
            lock.unlock();
        }
        somethingHappened();
        if (toNote) {
            note(live, step);
        }
    }

    private void note(Live live, Progress.Step step) {
        JobLog.Standing standing;
        try {
            standing = log.note(live.job);
        } catch (RuntimeException e) {
            if (step == Progress.Step.WRITING) {
                throw e;
            }
            LOG.debug("how far job {} is could not be noted", live.job.id(), e);
            standing = JobLog.Standing.GOES_ON;
        }
        lock.lock();
        try {
            live.notedAt = System.nanoTime();
            live.stopped |= standing != JobLog.Standing.GOES_ON;
            live.lost |= standing == JobLog.Standing.LOST;
            mustGoOn(live);
        } finally {
            lock.unlock();
        }
    }

    private static void mustGoOn(Live live) {
        if (live.stopped) {
            throw new CancelledException();
        }
    }

    boolean isLost(String id) {
        lock.lock();
        try {
            return byId.get(id).lost;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a job at its next step, if it is under way here. */
    void stop(String id) {
        lock.lock();
        try {
            Live live = byId.get(id);
            if (live != null) {
                live.stopped = true;
            }
        } finally {
            lock.unlock();
        }
    }

    void stopAll() {
        lock.lock();
        try {
            byId.values().forEach(live -> live.stopped = true);
        } finally {
            lock.unlock();
        }
        somethingHappened();
    }

    /** A job has ended. The store is told at once or, when it is away, as soon as it answers again. */
    void end(String id, Job.State how, Optional<Job.Failure> why, List<Long> made) {
        Job ended;
        lock.lock();
        try {
            Live live = byId.get(id);
            live.job = live.job.ended(how, now(), why, made);
            ended = live.job;
        } finally {
            lock.unlock();
        }
        try {
            noteEnd(ended);
        } catch (RuntimeException e) {
            LOG.warn("the end of job {} could not be noted yet", id, e);
        }
        somethingHappened();
    }

    private void noteEnd(Job ended) {
        log.note(ended);
        lock.lock();
        try {
            byId.remove(ended.id());
        } finally {
            lock.unlock();
        }
    }

    /** Tells the store the ends that it has not been told. */
    void noteEnds() {
        List<Job> ends;
        lock.lock();
        try {
            ends = byId.values().stream()
                    .map(live -> live.job)
                    .filter(job -> job.state().ended())
                    .toList();
        } finally {
            lock.unlock();
        }
        ends.forEach(this::noteEnd);
    }
}
