package org.anlan.store.sql;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.anlan.store.NewFeature;

/**
 * Writes the rows of a commit in batches: rows are closed before rows are added, so that no two current rows ever have the same id. The first batch that is
 * full starts a thread that writes while the next features are read and checked; a small commit needs none.
 */
final class RowBatches implements AutoCloseable {

    private static final int ROWS = 1_000;
    private static final long BYTES = 4L << 20;
    private static final int AHEAD = 3;

    private final RowWriter writer;
    private final Deque<Future<Void>> underWay = new ArrayDeque<>();
    private ExecutorService thread;
    private List<Long> closed = new ArrayList<>();
    private List<RowWriter.Added> added = new ArrayList<>();
    private long bytes;

    RowBatches(RowWriter writer) {
        this.writer = writer;
    }

    /** A row that is current no longer. */
    void close(long fid) throws SQLException {
        closed.add(fid);
        writeWhenFull();
    }

    /** A new row. The shape is empty when it has none. */
    void add(long fid, NewFeature feature, byte[] shape, byte[] hash) throws SQLException {
        added.add(new RowWriter.Added(fid, feature, shape, hash));
        bytes += shape.length;
        writeWhenFull();
    }

    private void writeWhenFull() throws SQLException {
        if (closed.size() + added.size() < ROWS && bytes < BYTES) {
            return;
        }
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(work -> {
                Thread one = new Thread(work, "row-writer");
                one.setDaemon(true);
                return one;
            });
        }
        while (underWay.size() >= AHEAD) {
            await(underWay.removeFirst());
        }
        underWay.addLast(thread.submit(batch()));
    }

    private Callable<Void> batch() {
        List<Long> closing = closed;
        List<RowWriter.Added> adding = added;
        closed = new ArrayList<>();
        added = new ArrayList<>();
        bytes = 0;
        return () -> {
            writer.write(closing, adding);
            return null;
        };
    }

    /** Writes what is left, and returns when all of it is written. */
    void finish() throws SQLException {
        while (!underWay.isEmpty()) {
            await(underWay.removeFirst());
        }
        writer.write(closed, added);
        writer.finish();
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
        writer.close();
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
