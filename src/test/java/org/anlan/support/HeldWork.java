package org.anlan.support;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.anlan.intake.Jobs;
import org.anlan.intake.Progress;
import org.anlan.store.Job;

/** The real work of jobs; those of chosen uploads stand still at their 40th record of 151 before it, until they are let go. */
public final class HeldWork implements Jobs.Work {

    private final Jobs.Work real;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** Holds this work. */
    public HeldWork(Jobs.Work real) {
        this.real = real;
    }

    /** From now on the jobs of an upload stand still; close it and they do not. */
    public Held hold(String upload) {
        Held hold = new Held(upload);
        held.put(upload, hold);
        return hold;
    }

    @Override
    public List<Long> run(Job job, Progress progress) throws IOException {
        Held hold = held.get(job.upload());
        if (hold != null) {
            progress.at(Progress.Step.READING, 40, Optional.of(151L));
            hold.stand();
            progress.at(Progress.Step.READING, 41, Optional.of(151L));
        }
        return real.run(job, progress);
    }

    /** A job that stands still, or will. */
    public final class Held implements AutoCloseable {
        private final String upload;
        private final CountDownLatch standing = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);

        private Held(String upload) {
            this.upload = upload;
        }

        private void stand() {
            standing.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Waits until it stands. */
        public void awaitStanding() throws InterruptedException {
            standing.await();
        }

        /** Lets it take its next step; where it was cancelled that is its end. */
        public void letGo() {
            gate.countDown();
        }

        @Override
        public void close() {
            held.remove(upload, this);
            letGo();
        }
    }
}
