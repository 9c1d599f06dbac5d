package org.anlan.store.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.anlan.store.sql.PlainSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what was committed from the write-ahead log into the data file, beside the work: a commit is durable once the log is on disk, and whoever waits
 * for it need not wait for the second writing.
 */
final class Checkpoints implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long LOG_BYTES = 4L << 20;

    private final DataSource source;
    private final Path log;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread checkpoint = new Thread(work, "checkpoint");
        checkpoint.setDaemon(true);
        return checkpoint;
    });

    /**
     * @param source connections that may write
     * @param file the data file
     */
    Checkpoints(DataSource source, Path file) {
        this.source = source;
        this.log = file.resolveSibling(file.getFileName() + "-wal");
    }

    /** Called after a commit: when the log has grown long, it is carried over soon. */
    void committed() {
        try {
            if (Files.size(log) > LOG_BYTES && waiting.compareAndSet(false, true)) {
                thread.execute(this::carryOver);
            }
        } catch (IOException e) {
            LOG.debug("no write-ahead log at {}", log, e); // then there is nothing to carry over
        }
    }

    private void carryOver() {
        waiting.set(false);
        try (Connection connection = source.getConnection()) {
            PlainSql.run(
                    connection,
                    "PRAGMA wal_checkpoint(PASSIVE)"); // waits for nobody; what readers hold is carried over next time
        } catch (SQLException e) {
            LOG.warn("the write-ahead log could not be carried over; the next commit tries again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
