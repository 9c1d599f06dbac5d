package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.store.NewFeature;
import org.anlan.store.sql.LayerTable;

/**
 * Writes the rows of a commit in batches: rows are closed before rows are added, so that no two current rows ever have the same id. The first batch that is
 * full starts a thread that writes while the next features are read and checked; a small commit needs none.
 */
final class RowBatches implements AutoCloseable {

    private static final int ROWS = 1_000;
    private static final long BYTES = 4L << 20;
    private static final int AHEAD = 3;

    /** A row to be added. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    private record Added(long fid, NewFeature feature, byte[] shape, byte[] hash) {}

    private final PreparedStatement insert;
    private final PreparedStatement close;
    private final long revision;
    private final Deque<Future<Void>> underWay = new ArrayDeque<>();
    private ExecutorService thread;
    private List<Long> closed = new ArrayList<>();
    private List<Added> added = new ArrayList<>();
    private long bytes;

    RowBatches(Connection connection, LayerTable table, long revision) throws SQLException {
        this.revision = revision;
        String columns = Stream.concat(
                        Stream.of("fid", "id", "rev_from", "geom", "length_m", "area_m2", "content_hash", "extra"),
                        table.columns().stream())
                .collect(Collectors.joining(", "));
        String marks =
                String.join(", ", Collections.nCopies(8 + table.layer().fields().size(), "?"));
        insert = connection.prepareStatement(
                "INSERT INTO " + table.table() + "(" + columns + ") VALUES (" + marks + ")");
        close = connection.prepareStatement("UPDATE " + table.table() + " SET rev_to = ? WHERE fid = ?");
    }

    /** A row that is current no longer. */
    void close(long fid) throws SQLException {
        closed.add(fid);
        writeWhenFull();
    }

    /** A new row. The shape is empty when it has none. */
    void add(long fid, NewFeature feature, byte[] shape, byte[] hash) throws SQLException {
        added.add(new Added(fid, feature, shape, hash));
        bytes += shape.length;
        writeWhenFull();
    }

    private void writeWhenFull() throws SQLException {
        if (closed.size() + added.size() < ROWS && bytes < BYTES) {
            return;
        }
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(work -> {
                Thread writer = new Thread(work, "row-writer");
                writer.setDaemon(true);
                return writer;
            });
        }
        while (underWay.size() >= AHEAD) {
            await(underWay.removeFirst());
        }
        underWay.addLast(thread.submit(batch()));
    }

    private Callable<Void> batch() {
        List<Long> closing = closed;
        List<Added> adding = added;
        closed = new ArrayList<>();
        added = new ArrayList<>();
        bytes = 0;
        return () -> {
            write(closing, adding);
            return null;
        };
    }

    private void write(List<Long> closing, List<Added> adding) throws SQLException {
        for (long fid : closing) {
            close.setLong(1, revision);
            close.setLong(2, fid);
            close.addBatch();
        }
        close.executeBatch();
        for (Added row : adding) {
            bind(row);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void bind(Added row) throws SQLException {
        int at = 1;
        insert.setLong(at++, row.fid());
        insert.setString(at++, row.feature().id());
        insert.setLong(at++, revision);
        insert.setBytes(at++, row.shape().length == 0 ? null : row.shape());
        insert.setDouble(at++, row.feature().lengthM());
        insert.setDouble(at++, row.feature().areaM2());
        insert.setBytes(at++, row.hash());
        insert.setString(at++, row.feature().extra().orElse(null));
        for (Object value : row.feature().values()) {
            Values.set(insert, at++, value);
        }
    }

    /** Writes what is left, and returns when all of it is written. */
    void finish() throws SQLException {
        while (!underWay.isEmpty()) {
            await(underWay.removeFirst());
        }
        write(closed, added);
        closed = new ArrayList<>();
        added = new ArrayList<>();
    }

    private static void await(Future<Void> batch) throws SQLException {
        try {
            batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while rows were written", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException("rows could not be written", e.getCause());
        }
    }

    /** Waits for the batch under way, drops those behind it, and lets go of the statements. */
    @Override
    public void close() throws SQLException {
        if (thread != null) {
            underWay.forEach(batch -> batch.cancel(false));
            thread.shutdown();
            awaitEnd();
        }
        insert.close();
        close.close();
    }

    /** Nothing may roll the transaction back while the thread still writes into it. */
    private void awaitEnd() {
        boolean interrupted = false;
        for (boolean ended = false; !ended; ) {
            try {
                ended = thread.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
