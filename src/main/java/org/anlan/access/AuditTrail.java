package org.anlan.access;

import java.io.Closeable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.anlan.store.Actor;
import org.anlan.store.AuditEntry;
import org.anlan.store.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters in the audit log what changes nothing: sign-ins, exports. A reader does not wait for it, since an embedded store has one place to write, which a commit may hold for long;
 * entries wait in line, and are written before the service ends. What changes something is entered by the store itself, together with the change.
 */
public final class AuditTrail implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    /** Entries that wait at most; whoever comes then writes one of their own. */
    private static final int MOST_WAITING = 10_000;

    private static final long CLOSING_SECONDS = 10;

    private final AuditLog log;
    private final ExecutorService line = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            work -> {
                Thread thread = new Thread(work, "audit");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());

    AuditTrail(AuditLog log) {
        this.log = log;
    }

    /** Enters something, soon. */
    public void note(Actor actor, AuditEntry.What what) {
        line.execute(() -> {
            try {
                log.append(actor, what);
            } catch (RuntimeException e) {
                LOG.error("not in the audit log: {} {} by {}", what.action(), what.subject(), actor.name(), e);
            }
        });
    }

    /** Waits until everything noted so far has been entered. */
    public void settle() {
        try {
            CompletableFuture.runAsync(() -> {}, line).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the audit log has been closed", e);
        }
    }

    /** Writes what still waits. */
    @Override
    public void close() {
        line.shutdown();
        try {
            if (!line.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("entries of the audit log were not written within {} s", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
