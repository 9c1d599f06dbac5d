package org.anlan.e2e;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.anlan.intake.Progress;
import org.anlan.store.Job;
import org.anlan.support.RunningServer;

/** A check of an upload that stands still at its 40th record of 151 until it is let go. */
final class HeldCheck implements AutoCloseable {

    private final CountDownLatch gate = new CountDownLatch(1);

    private HeldCheck() {}

    /** Begins one on an upload of a service; it stands still when this returns. */
    static HeldCheck on(RunningServer service, String upload) throws InterruptedException {
        HeldCheck held = new HeldCheck();
        CountDownLatch standing = new CountDownLatch(1);
        service.services().jobs().submit(Job.Kind.CHECK, upload, progress -> {
            progress.at(Progress.Step.READING, 40, Optional.of(151L));
            standing.countDown();
            held.await();
            progress.at(Progress.Step.READING, 41, Optional.of(151L));
        });
        standing.await();
        return held;
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it take its next step; where it was cancelled that is its end. */
    void letGo() {
        gate.countDown();
    }

    @Override
    public void close() {
        letGo();
    }
}
