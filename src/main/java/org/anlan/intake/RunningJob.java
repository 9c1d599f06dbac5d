package org.anlan.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.anlan.store.Job;

/** A job of this process: it can be watched, waited for and stopped. */
public final class RunningJob {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Status status;
    private boolean cancelled;

    RunningJob(Job job) {
        status = new Status(0, job, Optional.empty(), 0, Optional.empty());
    }

    /**
     * How far a job has come.
     *
     * @param version rises whenever something changes
     * @param job the job
     * @param step what is being done; empty while it waits
     * @param done how much of the step
     * @param of of how much, where that is known
     */
    public record Status(long version, Job job, Optional<Progress.Step> step, long done, Optional<Long> of) {}

    /** How far it has come now. */
    public Status status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it has come farther than a version, or as long as this; gives how far it is then. */
    public Status after(long version, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (status.version() <= version && left > 0) {
                left = moved.awaitNanos(left);
            }
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** Stops it at its next step; it may have ended already. Tells whether it had not begun, and now never will. */
    boolean cancel() {
        lock.lock();
        try {
            cancelled = true;
            return status.job().state() == Job.State.QUEUED;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for its end; what made it fail is thrown here as well. */
    public void await() throws IOException {
        try {
            end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CancelledException) {
                throw CancelledException.refusal();
            }
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e.getCause() instanceof RuntimeException runtime ? runtime : e;
        }
    }

    /** Waits for its end, whatever it is; tells whether it came in time. */
    boolean awaitAnyEnd(Duration atMost) throws InterruptedException {
        try {
            end.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return true; // it failed, and that is an end
        } catch (TimeoutException e) {
            return false;
        }
        return true;
    }

    void progressed(Progress.Step step, long done, Optional<Long> of) {
        lock.lock();
        try {
            if (cancelled) {
                throw new CancelledException();
            }
            status = new Status(status.version() + 1, status.job(), Optional.of(step), done, of);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next state of the job, unless it has ended; whoever waits hears of it. */
    void is(Job next, Optional<Throwable> failure) {
        lock.lock();
        try {
            if (!next.state().ended() && cancelled) {
                throw new CancelledException();
            }
            if (status.job().state().ended()) {
                return;
            }
            status = new Status(status.version() + 1, next, status.step(), status.done(), status.of());
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        if (next.state().ended()) {
            failure.ifPresentOrElse(end::completeExceptionally, () -> end.complete(null));
        }
    }
}
