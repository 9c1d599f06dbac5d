package org.anlan.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.store.Job;
import org.anlan.store.JobLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks and commits under way: so many at once, the rest wait for their turn. An upload has one job at a time. */
public final class Jobs implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int MOST_WAITING = 200;
    private static final Duration LAST_WISHES = Duration.ofSeconds(20);

    private final JobLog log;
    private final ExecutorService workers;
    /** Notes are written one after another beside the work: a commit holds the one place to write for long. */
    private final ExecutorService notes = Executors.newSingleThreadExecutor(work -> daemon(work, "job-notes"));

    private final Map<String, RunningJob> open = new ConcurrentHashMap<>();
    /** How the last jobs ended: their notes may still be on the way. */
    private final Cache<String, RunningJob.Status> ended =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private final SecureRandom random = new SecureRandom();
    private volatile boolean closing;

    /**
     * Jobs of this process. Those that another process left unended are marked as interrupted.
     *
     * @param log keeps them
     * @param atOnce how many run at once
     */
    public Jobs(JobLog log, int atOnce) {
        this.log = log;
        this.workers = Executors.newFixedThreadPool(atOnce, work -> daemon(work, "job"));
        int left = log.interruptOpen();
        if (left > 0) {
            LOG.warn("{} jobs were interrupted when the service ended; nothing of them was kept", left);
        }
    }

    /** What a job does. */
    @FunctionalInterface
    public interface Work {
        /** Does it, telling how far it has come. */
        void run(Progress progress) throws IOException;
    }

    /** Asks for work on an upload. Refused: {@code job-running} while the upload has a job, {@code too-many-jobs}. */
    public RunningJob submit(Job.Kind kind, String upload, Work work) {
        if (open.size() >= MOST_WAITING) {
            throw new Refusal(
                    Refusal.Kind.TOO_MANY,
                    "too-many-jobs",
                    Text.of("等待处理的任务太多，请稍后再试", "Too many jobs are waiting; try again later"));
        }
        Job job = new Job(newId(), kind, upload, Job.State.QUEUED, now(), Optional.empty(), Optional.empty());
        RunningJob running = new RunningJob(job);
        if (open.putIfAbsent(upload, running) != null) {
            throw Refusal.conflict(
                    "job-running",
                    "这次上传正在检查或提交中，请等它结束或先取消",
                    "This upload is being checked or committed; wait for the end or cancel it first");
        }
        note(job);
        workers.execute(() -> run(running, work));
        return running;
    }

    /** The job of an upload that has not ended. */
    public Optional<RunningJob> open(String upload) {
        return Optional.ofNullable(open.get(upload));
    }

    /** Stops the job of an upload; refused ({@code no-job}) when none is waiting or under way. */
    public void cancel(String upload) {
        RunningJob running = open(upload)
                .orElseThrow(() -> Refusal.conflict("no-job", "没有正在进行的任务", "No job is waiting or under way"));
        if (running.cancel()) {
            Job never = running.status().job().ended(Job.State.CANCELLED, now(), Optional.empty());
            end(running, never, Optional.of(new CancelledException()));
        }
    }

    /** The newest job of an upload, under way or ended. */
    public Optional<RunningJob.Status> newestOf(String upload) {
        return open(upload)
                .map(RunningJob::status)
                .or(() -> Optional.ofNullable(ended.getIfPresent(upload)))
                .or(() -> log.newestOf(upload)
                        .map(job -> new RunningJob.Status(0, job, Optional.empty(), 0, Optional.empty())));
    }

    private void run(RunningJob running, Work work) {
        Job job = running.status().job();
        try {
            step(running, job.running());
            work.run(running::progressed);
            end(running, job.ended(Job.State.DONE, now(), Optional.empty()), Optional.empty());
        } catch (CancelledException e) {
            Job.State how = closing ? Job.State.INTERRUPTED : Job.State.CANCELLED;
            end(running, job.ended(how, now(), Optional.empty()), Optional.of(e));
        } catch (Refusal e) {
            Job.Failure why = new Job.Failure(e.code(), e.text());
            end(running, job.ended(Job.State.FAILED, now(), Optional.of(why)), Optional.of(e));
        } catch (IOException | RuntimeException | Error e) { // whatever it is: nobody waits for a job that does not end
            LOG.error("job {} failed", job.id(), e);
            Job.Failure why = new Job.Failure(
                    "internal-error", Text.of("服务器内部错误，未作任何更改", "The service failed; nothing was changed"));
            end(running, job.ended(Job.State.FAILED, now(), Optional.of(why)), Optional.of(e));
        }
    }

    private void step(RunningJob running, Job next) {
        running.is(next, Optional.empty());
        note(next);
    }

    private void end(RunningJob running, Job how, Optional<Throwable> failure) {
        note(how);
        ended.put(how.upload(), statusOf(running, how));
        open.remove(how.upload(), running);
        running.is(how, failure);
    }

    private static RunningJob.Status statusOf(RunningJob running, Job how) {
        RunningJob.Status last = running.status();
        return new RunningJob.Status(last.version() + 1, how, last.step(), last.done(), last.of());
    }

    private void note(Job job) {
        notes.execute(() -> {
            try {
                log.put(job);
            } catch (RuntimeException e) {
                LOG.warn("job {} could not be noted", job.id(), e);
            }
        });
    }

    private String newId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Stops what is under way: it is interrupted, and nothing of it is kept. */
    @Override
    public void close() {
        closing = true;
        workers.shutdown();
        open.values().forEach(RunningJob::cancel);
        try {
            for (RunningJob running : open.values()) {
                running.awaitAnyEnd(LAST_WISHES);
            }
            notes.shutdown();
            notes.awaitTermination(LAST_WISHES.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
