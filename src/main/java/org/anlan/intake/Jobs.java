package org.anlan.intake;

import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.anlan.base.DiskFull;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.store.Job;
import org.anlan.store.JobLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks and commits, asked for and worked off: so many at once here, the rest wait for their turn or for another node on the same store. An upload has one
 * job at a time, on whichever node.
 */
public final class Jobs implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration LAST_WISHES = Duration.ofSeconds(20);
    /** How often this node looks for jobs of others, for what became of them, and for who asked that one ends. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    private final JobLog log;
    private final Work work;
    private final String node;
    private final LiveJobs live;
    private final Unheard unheard;
    private final ExecutorService workers;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "pulse"));
    private final SecureRandom random = new SecureRandom();
    private volatile boolean closing;

    /**
     * Jobs of this process, which is a node of its store from now on.
     *
     * @param log the queue
     * @param atOnce how many run here at once
     * @param work what a job does
     */
    public Jobs(JobLog log, int atOnce, Work work) {
        this.log = log;
        this.work = work;
        byte[] own = new byte[6];
        random.nextBytes(own);
        this.node = ProcessHandle.current().pid() + "-" + HexFormat.of().formatHex(own);
        this.live = new LiveJobs(log);
        this.unheard = new Unheard(log, live);
        this.workers = Executors.newFixedThreadPool(atOnce, r -> daemon(r, "job"));
        alive();
        var unused = pulse.scheduleWithFixedDelay(
                this::alive, SIGN_OF_LIFE.toMillis(), SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
        for (int i = 0; i < atOnce; i++) {
            workers.execute(this::workOff);
        }
    }

    /** What a job does. */
    @FunctionalInterface
    public interface Work {
        /** Does it, telling how far it has come; gives the numbers of the revisions it made. */
        List<Long> run(Job job, Progress progress) throws IOException;
    }

    /**
     * Asks for work on an upload. Refused: {@code job-running} while the upload has a job, {@code too-many-jobs}. When the store breaks off before it has
     * said yes, the work is not done later either.
     */
    public Job submit(Job.Kind kind, String upload, Job.Asked asked) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        Job job = Job.asked(HexFormat.of().formatHex(id), kind, upload, asked, LiveJobs.now());
        try {
            log.ask(job);
        } catch (RuntimeException e) {
            unheard.withdraw(job);
            throw e;
        }
        live.somethingHappened();
        return job;
    }

    /** The job of an upload that has not ended. */
    public Optional<Job> open(String upload) {
        return newestOf(upload).filter(job -> !job.state().ended());
    }

    /** The newest job of an upload, under way or ended. */
    public Optional<Job> newestOf(String upload) {
        return live.newestOf(upload).or(() -> log.newestOf(upload));
    }

    /** The jobs that wait or are under way, on any node. */
    public List<Job> open() {
        return log.open();
    }

    /** Stops the job of an upload; refused ({@code no-job}) when none is waiting or under way. */
    public void cancel(String upload) {
        Job job = log.cancel(upload)
                .orElseThrow(() -> Refusal.conflict("no-job", "没有正在进行的任务", "No job is waiting or under way"));
        live.stop(job.id());
        live.somethingHappened();
    }

    /** Waits until a job has come farther than it was seen, or as long as this; gives it as it is then. */
    public Job after(Job seen, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            long happened = live.happened();
            Job now = live.find(seen.id()).or(() -> log.find(seen.id())).orElse(seen);
            long left = end - System.nanoTime();
            if (now.advance().version() > seen.advance().version()
                    || now.state().ended()
                    || left <= 0) {
                return now;
            }
            live.await(happened, Duration.ofNanos(Math.min(left, LOOK.toNanos())));
        }
    }

    /**
     * Waits for the end of a job and gives it; what made it fail is refused here as well. When the store breaks off while the job still waits for its turn,
     * whoever asked hears that, and the job is not done later.
     */
    public Job await(Job job) {
        Job now = job;
        try {
            while (!now.state().ended()) {
                now = after(now, Duration.ofMinutes(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (RuntimeException e) {
            unheard.withdraw(now);
            throw e;
        }
        return switch (now.state()) {
            case CANCELLED -> throw CancelledException.refusal();
            case INTERRUPTED -> throw interrupted();
            case FAILED -> throw failure(now);
            case QUEUED, RUNNING, DONE -> now;
        };
    }

    private static Refusal interrupted() {
        return Refusal.unavailable(
                "interrupted",
                "任务没有做完，服务就停止了；未作任何更改，请再试一次",
                "The service ended before the job did; nothing was changed, ask again");
    }

    private static RuntimeException failure(Job job) {
        Job.Failure why = job.failure().orElseThrow();
        return why.kind()
                .<RuntimeException>map(kind -> new Refusal(kind, why.code(), why.text()))
                .orElseGet(() -> new IllegalStateException("job " + job.id() + " broke down on node "
                        + job.node().orElse("?") + "; the log there says why"));
    }

    private void workOff() {
        while (!closing) {
            long happened = live.happened();
            Optional<Job> next = claim();
            if (next.isPresent()) {
                run(next.get());
                continue;
            }
            try {
                live.await(happened, LOOK);
            } catch (InterruptedException e) {
                return; // the service ends
            }
        }
    }

    private Optional<Job> claim() {
        try {
            return unheard.claim(node);
        } catch (RuntimeException e) { // the store is away: it is looked for again
            LOG.debug("no job could be claimed", e);
            return Optional.empty();
        }
    }

    private void run(Job claimed) {
        try {
            List<Long> made = work.run(claimed, (step, done, of) -> live.progressed(claimed.id(), step, done, of));
            end(claimed, Job.State.DONE, Optional.empty(), made);
        } catch (CancelledException e) {
            boolean given = closing || live.isLost(claimed.id());
            end(claimed, given ? Job.State.INTERRUPTED : Job.State.CANCELLED, Optional.empty(), List.of());
        } catch (Refusal e) {
            fail(claimed, new Job.Failure(Optional.of(e.kind()), e.code(), e.text()));
        } catch (IOException | RuntimeException | Error e) { // whatever it is: nobody waits for a job that does not end
            LOG.error("job {} failed", claimed.id(), e);
            fail(
                    claimed,
                    DiskFull.refusal(e)
                            .map(full -> new Job.Failure(Optional.of(full.kind()), full.code(), full.text()))
                            .orElseGet(Jobs::internal));
        }
    }

    private static Job.Failure internal() {
        return new Job.Failure(
                Optional.empty(),
                "internal-error",
                Text.of("服务器内部错误，未作任何更改", "The service failed; nothing was changed"));
    }

    private void fail(Job job, Job.Failure why) {
        end(job, Job.State.FAILED, Optional.of(why), List.of());
    }

    private void end(Job job, Job.State how, Optional<Job.Failure> why, List<Long> made) {
        live.end(job.id(), how, why, made);
    }

    private void alive() {
        try {
            for (Job job : log.alive(node)) {
                LOG.warn(
                        "job {} was interrupted: node {} has not been heard of; nothing of it was kept",
                        job.id(),
                        job.node().orElse("?"));
            }
            live.noteEnds();
            unheard.tell();
        } catch (RuntimeException e) { // the store is away: the next beat may reach it
            LOG.debug("no sign of life could be given", e);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Stops what is under way here: it is interrupted, and nothing of it is kept. What waits is left to other nodes, if there are any. */
    @Override
    public void close() {
        closing = true;
        live.stopAll();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(LAST_WISHES.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("jobs that are under way did not end in time");
            }
            pulse.shutdown();
            pulse.awaitTermination(LAST_WISHES.toSeconds(), TimeUnit.SECONDS);
            live.noteEnds();
            log.leave(node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // other nodes will see that this one is silent
            LOG.warn("the store could not be told that this service ends", e);
        }
    }
}
