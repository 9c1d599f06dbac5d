package org.anlan.store.postgis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.anlan.store.Job;
import org.anlan.store.JobLog;
import org.anlan.store.sql.JobRows;
import org.anlan.store.sql.WritingJdbi;
import org.jdbi.v3.core.Handle;

/**
 * The jobs of a store that several nodes share. All of it is in the table: whichever node is free takes what has waited longest ({@code FOR UPDATE SKIP
 * LOCKED}: two never take the same), and one that has not been heard of for ten seconds, by the database's clock, is given up and its jobs with it.
 *
 * <p>A node that was given up though it lives (it was frozen, or cut off) hears so at the next note of its job and stops. Between that note and the end of a
 * commit there remains the time of the commit itself: were a node frozen right there for ten seconds, its job would say that it was interrupted until
 * the node notes the truth.
 */
final class QueueInTable implements JobLog {

    private static final String SILENT = "interval '10 seconds'";
    private static final String INTERRUPTED = "state = 'interrupted', ended_at = now(), version = version + 1";
    private static final String OPEN = "state IN ('queued', 'running')";

    private final JobRows rows;
    private final WritingJdbi writing;

    QueueInTable(JobRows rows, WritingJdbi writing) {
        this.rows = rows;
        this.writing = writing;
    }

    @Override
    public void ask(Job job) {
        boolean asked = write(h -> {
            long waiting = h.createQuery("SELECT count(*) FROM job WHERE state = 'queued'")
                    .mapTo(Long.class)
                    .one();
            if (waiting >= MOST_WAITING) {
                throw JobRows.tooMany();
            }
            return rows.bind(
                                    h.createUpdate(
                                            "INSERT INTO job(id, kind, upload, author, note, state, queued_at, from_where)"
                                                    + " VALUES (:id, :kind, :upload, :author, :note, :state, :queuedAt, :from)"
                                                    + " ON CONFLICT (upload) WHERE " + OPEN + " DO NOTHING"),
                                    job)
                            .execute()
                    == 1;
        });
        if (!asked) {
            throw JobRows.alreadyRunning();
        }
    }

    @Override
    public Optional<Job> claim(String node) {
        return write(h -> h.createQuery("UPDATE job SET state = 'running', node = :node, version = version + 1"
                        + " WHERE id = (SELECT id FROM job WHERE state = 'queued' ORDER BY rowid LIMIT 1 FOR UPDATE SKIP LOCKED)"
                        + " RETURNING *")
                .bind("node", node)
                .map((row, context) -> rows.job(row))
                .findOne());
    }

    /** How a job ended is kept even when others have given it up: it is what happened. */
    @Override
    public Standing note(Job job) {
        String whose = " WHERE id = :id AND node = :node" + (job.state().ended() ? "" : " AND state = 'running'");
        String changes = job.state().ended()
                ? JobRows.CHANGES
                : "version = :version, step = :step, done = :done, total = :total";
        Optional<Boolean> stopping =
                write(h -> rows.bind(h.createQuery("UPDATE job SET " + changes + whose + " RETURNING stopping"), job)
                        .mapTo(Boolean.class)
                        .findOne());
        return stopping.map(stop -> stop ? Standing.TO_STOP : Standing.GOES_ON).orElse(Standing.LOST);
    }

    @Override
    public Optional<Job> cancel(String upload) {
        return write(h -> h.createQuery("UPDATE job SET version = version + 1, stopping = true,"
                        + " ended_at = CASE WHEN state = 'queued' THEN now() END,"
                        + " state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END"
                        + " WHERE upload = :upload AND " + OPEN + " RETURNING *")
                .bind("upload", upload)
                .map((row, context) -> rows.job(row))
                .findOne());
    }

    @Override
    public void withdraw(String id) {
        write(h -> h.createUpdate("UPDATE job SET " + INTERRUPTED + " WHERE id = :id AND state = 'queued'")
                .bind("id", id)
                .execute());
    }

    @Override
    public void interruptUnknown(String node, Set<String> known) {
        write(h -> h.createUpdate("UPDATE job SET " + INTERRUPTED
                        + " WHERE state = 'running' AND node = :node AND NOT id = ANY(string_to_array(:known, ','))")
                .bind("node", node)
                .bind("known", String.join(",", known))
                .execute());
    }

    @Override
    public Optional<Job> find(String id) {
        return rows.find(id);
    }

    @Override
    public Optional<Job> newestOf(String upload) {
        return rows.newestOf(upload);
    }

    @Override
    public List<Job> open() {
        return rows.open();
    }

    @Override
    public List<Job> alive(String node) {
        return write(h -> {
            h.createUpdate("INSERT INTO node(id, seen_at) VALUES (:id, now())"
                            + " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at")
                    .bind("id", node)
                    .execute();
            h.execute("DELETE FROM node WHERE seen_at < now() - " + SILENT);
            return interrupt(h);
        });
    }

    @Override
    public void leave(String node) {
        write(h -> {
            h.createUpdate("DELETE FROM node WHERE id = :id").bind("id", node).execute();
            return interrupt(h);
        });
    }

    private List<Job> interrupt(Handle h) {
        return h.createQuery("UPDATE job SET " + INTERRUPTED
                        + " WHERE state = 'running' AND node NOT IN (SELECT id FROM node) RETURNING *")
                .map((row, context) -> rows.job(row))
                .list();
    }

    private <T> T write(Function<Handle, T> change) {
        return writing.call(change::apply);
    }
}
