package org.anlan.store.sqlite;

import java.io.Closeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.anlan.store.Job;
import org.anlan.store.JobLog;
import org.anlan.store.sql.JobRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of an embedded store: the one process that has the store works them off, so that the queue is in its memory. Each state is noted in the file
 * besides, one after another on a thread of its own: a commit holds the one place to write for long, and a job must not wait for it to begin or end.
 */
final class QueueInMemory implements JobLog, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueInMemory.class);
    private static final int REMEMBERED = 1_000;
    private static final int LAST_WISHES_S = 20;

    private final JobRows rows;
    private final ExecutorService notes = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "job-notes");
        thread.setDaemon(true);
        return thread;
    });

    /** By upload, in the order in which they were asked for. */
    private final Map<String, Job> open = new LinkedHashMap<>();
    /** By upload: how the last ones ended. Their notes may still be on the way. */
    private final Map<String, Job> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A queue over these rows. What another process left unended there is interrupted: that process is gone. */
    QueueInMemory(JobRows rows) {
        this.rows = rows;
        List<Job> left = rows.open();
        left.forEach(job -> rows.put(interrupted(job)));
        if (!left.isEmpty()) {
            LOG.warn("{} jobs were interrupted when the service ended; nothing of them was kept", left.size());
        }
    }

    private static Job interrupted(Job job) {
        return job.ended(Job.State.INTERRUPTED, JobRows.now(), Optional.empty(), List.of());
    }

    @Override
    public synchronized void ask(Job job) {
        if (open.containsKey(job.upload())) {
            throw JobRows.alreadyRunning();
        }
        if (waiting() >= MOST_WAITING) {
            throw JobRows.tooMany();
        }
        keep(job);
    }

    private long waiting() {
        return open.values().stream()
                .filter(job -> job.state() == Job.State.QUEUED)
                .count();
    }

    @Override
    public synchronized Optional<Job> claim(String node) {
        Optional<Job> claimed = open.values().stream()
                .filter(job -> job.state() == Job.State.QUEUED)
                .findFirst()
                .map(job -> job.runningOn(node));
        claimed.ifPresent(this::keep);
        return claimed;
    }

    @Override
    public synchronized Standing note(Job job) {
        Job known = open.get(job.upload());
        if (known == null || !known.id().equals(job.id())) {
            return Standing.LOST;
        }
        if (job.state().ended()) {
            keep(job);
            return Standing.GOES_ON;
        }
        if (known.stopping()) {
            return Standing.TO_STOP;
        }
        open.put(job.upload(), job); // how far it has come is not worth a write
        return Standing.GOES_ON;
    }

    @Override
    public synchronized Optional<Job> cancel(String upload) {
        Optional<Job> stopped = Optional.ofNullable(open.get(upload))
                .map(job -> job.state() == Job.State.QUEUED
                        ? job.ended(Job.State.CANCELLED, JobRows.now(), Optional.empty(), List.of())
                        : job.toStop());
        stopped.ifPresent(this::keep);
        return stopped;
    }

    private void keep(Job job) {
        if (job.state().ended()) {
            open.remove(job.upload());
            ended.remove(job.upload());
            ended.put(job.upload(), job);
        } else {
            open.put(job.upload(), job);
        }
        notes.execute(() -> {
            try {
                rows.put(job);
            } catch (RuntimeException e) {
                LOG.warn("job {} could not be noted", job.id(), e);
            }
        });
    }

    @Override
    public Optional<Job> find(String id) {
        synchronized (this) {
            for (Map<String, Job> known : List.of(open, ended)) {
                for (Job job : known.values()) {
                    if (job.id().equals(id)) {
                        return Optional.of(job);
                    }
                }
            }
        }
        return rows.find(id);
    }

    @Override
    public Optional<Job> newestOf(String upload) {
        synchronized (this) {
            Job known = open.getOrDefault(upload, ended.get(upload));
            if (known != null) {
                return Optional.of(known);
            }
        }
        return rows.newestOf(upload);
    }

    @Override
    public synchronized List<Job> open() {
        return List.copyOf(open.values());
    }

    @Override
    public synchronized void withdraw(String id) {
        interrupt(job -> job.state() == Job.State.QUEUED && job.id().equals(id));
    }

    @Override
    public synchronized void interruptUnknown(String node, Set<String> known) {
        interrupt(job -> job.state() == Job.State.RUNNING && !known.contains(job.id()));
    }

    private void interrupt(Predicate<Job> which) {
        List.copyOf(open.values()).stream().filter(which).forEach(job -> keep(interrupted(job)));
    }

    /** Nobody else works on an embedded store. */
    @Override
    public List<Job> alive(String node) {
        return List.of();
    }

    @Override
    public synchronized void leave(String node) {
        interrupt(job -> true);
    }

    @Override
    public void close() {
        leave("");
        notes.shutdown();
        try {
            if (!notes.awaitTermination(LAST_WISHES_S, TimeUnit.SECONDS)) {
                LOG.warn("the ends of some jobs could not be noted in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
