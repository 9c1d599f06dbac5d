package org.anlan.cli;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.anlan.intake.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up, now and then, the uploads that nobody committed. */
final class Expiry implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "upload-expiry");
        thread.setDaemon(true);
        return thread;
    });

    private Expiry() {}

    /** Looks at once and then after every pause for uploads older than {@code keep}. */
    static Expiry every(Duration pause, Intake intake, Duration keep) {
        Expiry expiry = new Expiry();
        var unused =
                expiry.clock.scheduleWithFixedDelay(() -> look(intake, keep), 0, pause.toSeconds(), TimeUnit.SECONDS);
        return expiry;
    }

    private static void look(Intake intake, Duration keep) {
        try {
            int expired = intake.expire(Instant.now().minus(keep));
            if (expired > 0) {
                LOG.info("{} uploads were not committed within {} days and have expired", expired, keep.toDays());
            }
        } catch (IOException | RuntimeException e) { // the next look may do better
            LOG.warn("old uploads could not be removed", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
