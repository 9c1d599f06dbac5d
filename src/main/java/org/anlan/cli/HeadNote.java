package org.anlan.cli;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.anlan.store.AuditHead;
import org.anlan.store.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log of the service, now and then, where the audit log ends: who collects that log elsewhere can show later that nothing was altered before. */
final class HeadNote implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadNote.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "audit-head");
        thread.setDaemon(true);
        return thread;
    });

    private HeadNote() {}

    /** Says it at once and then after every pause. */
    static HeadNote every(Duration pause, AuditLog log) {
        HeadNote note = new HeadNote();
        var unused = note.clock.scheduleWithFixedDelay(() -> say(log), 0, pause.toSeconds(), TimeUnit.SECONDS);
        return note;
    }

    private static void say(AuditLog log) {
        try {
            LOG.info("audit head {}", AuditHead.of(log));
        } catch (RuntimeException e) { // the next time may do better
            LOG.warn("the audit log could not be read", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
