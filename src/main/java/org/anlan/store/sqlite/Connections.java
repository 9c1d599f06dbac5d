package org.anlan.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.anlan.base.Refusal;
import org.anlan.store.StoreCondition;
import org.anlan.store.sql.Database;
import org.anlan.store.sql.Dialect;
import org.anlan.store.sql.PlainSql;
import org.anlan.store.sql.Writing;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The connections to a GeoPackage file: one that writes, under a lock, and a pool that only reads. */
final class Connections implements Database, Closeable {

    private static final int READERS = 24;

    private final Path file;
    private final SQLiteDataSource writing;
    private final HikariDataSource reading;
    private final ReentrantLock oneWriter = new ReentrantLock();
    private final Checkpoints checkpoints;
    private final Dialect dialect = new SqliteDialect();

    Connections(Path file) {
        this.file = file;
        this.writing = source(file, false);
        this.checkpoints = new Checkpoints(writing, file);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("readers");
        pool.setDataSource(source(file, true));
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(1);
        pool.setInitializationFailTimeout(-1);
        this.reading = new HikariDataSource(pool);
    }

    private static SQLiteDataSource source(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        if (readOnly) {
            // nothing here may write the file's header: a reader that opens would wait for a change under way
            config.setCacheSize(
                    -4_000); // pages come from the mapped file; slow readers of many clients must not fill memory
            config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(1L << 30));
        } else {
            config.setCacheSize(-64_000);
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.enforceForeignKeys(true);
            config.setApplicationId(0x47504B47); // "GPKG"
            config.setUserVersion(10300);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /** The source that migrations use. */
    SQLiteDataSource writing() {
        return writing;
    }

    /** The pool of reading connections. */
    @Override
    public HikariDataSource reading() {
        return reading;
    }

    /** How busy the reading connections are. */
    StoreCondition.Pool readers() {
        HikariPoolMXBean pool = reading.getHikariPoolMXBean();
        return new StoreCondition.Pool(
                "readers",
                pool.getActiveConnections(),
                pool.getIdleConnections(),
                pool.getThreadsAwaitingConnection(),
                READERS);
    }

    /** Size of the data file and the log that is still to be carried into it. */
    long bytes() {
        return size(file) + size(file.resolveSibling(file.getFileName() + "-wal"));
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0; // no log at present
        }
    }

    /** Waits for the one place to write and opens a transaction there; closing it rolls back what was not committed. */
    @Override
    public Writing change() throws SQLException {
        oneWriter.lock();
        try {
            return new OneWriting();
        } catch (SQLException | RuntimeException e) {
            oneWriter.unlock();
            throw e;
        }
    }

    @Override
    public Writing note() throws SQLException {
        return change();
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Refusal failed(Exception e) {
        return Sql.failed(e);
    }

    @Override
    public void close() {
        checkpoints.close();
        reading.close();
    }

    /** The one transaction that writes. Used by the thread that opened it. */
    private final class OneWriting implements Writing {
        private final Connection connection;
        private boolean closed;

        private OneWriting() throws SQLException {
            connection = writing.getConnection();
            PlainSql.run(connection, "PRAGMA wal_autocheckpoint = 0"); // Checkpoints does it
            connection.setAutoCommit(false);
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public void commit() throws SQLException {
            connection.commit();
            checkpoints.committed();
        }

        @Override
        public void close() throws SQLException {
            if (closed) {
                return;
            }
            closed = true;
            try {
                connection.rollback();
            } finally {
                connection.close();
                oneWriter.unlock();
            }
        }
    }
}
