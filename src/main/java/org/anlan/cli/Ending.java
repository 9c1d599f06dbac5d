package org.anlan.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a service that is told to end (SIGTERM, Ctrl+C): it closes in order, and what takes longer than it may is cut off. A commit that is cut off
 * leaves nothing behind, since it is one transaction.
 */
final class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable closing;
    private final Duration within;

    Ending(Duration within, Runnable closing) {
        this.within = within;
        this.closing = closing;
    }

    /**
     * Closes when the process is told to end.
     *
     * @param within how long closing may take
     * @param closing closes everything
     */
    static Ending onSignal(Duration within, Runnable closing) {
        Ending ending = new Ending(within, closing);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::run, "stop"));
        return ending;
    }

    /** Waits until it has closed. */
    void await() throws InterruptedException {
        ended.await();
    }

    /** Closes, or gives up waiting for it; the process ends after this either way. Tells whether it closed. */
    boolean run() {
        Thread work = new Thread(closing, "closing");
        work.setDaemon(true);
        work.start();
        try {
            work.join(Math.max(1, within.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean done = !work.isAlive();
        if (!done) {
            LOG.warn(
                    "not everything was done within {} s; ending now, what was not committed is not kept",
                    within.toSeconds());
        }
        ended.countDown();
        return done;
    }
}
