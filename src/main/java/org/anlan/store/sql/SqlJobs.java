package org.anlan.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.store.Job;
import org.anlan.store.JobLog;

/** Jobs in the {@code job} table. */
public final class SqlJobs implements JobLog {

    private final Dialect dialect;
    private final ReadingJdbi reading;
    private final WritingJdbi writing;

    /** Jobs in this database, read and written through these. */
    public SqlJobs(Database database, ReadingJdbi reading, WritingJdbi writing) {
        this.dialect = database.dialect();
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public void put(Job job) {
        writing.use(h -> h.createUpdate(
                        "INSERT INTO job(id, kind, upload, state, queued_at, ended_at, code, message_zh, message_en)"
                                + " VALUES (:id, :kind, :upload, :state, :queuedAt, :endedAt, :code, :zh, :en)"
                                + " ON CONFLICT(id) DO UPDATE SET state = excluded.state, ended_at = excluded.ended_at,"
                                + " code = excluded.code, message_zh = excluded.message_zh, message_en = excluded.message_en")
                .bind("id", job.id())
                .bind("kind", word(job.kind()))
                .bind("upload", job.upload())
                .bind("state", word(job.state()))
                .bind("queuedAt", dialect.moment(job.queuedAt()))
                .bind("endedAt", job.endedAt().map(dialect::moment).orElse(null))
                .bind("code", job.failure().map(Job.Failure::code).orElse(null))
                .bind("zh", job.failure().map(f -> f.text().zh()).orElse(null))
                .bind("en", job.failure().map(f -> f.text().en()).orElse(null))
                .execute());
    }

    @Override
    public Optional<Job> find(String id) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM job WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> job(row))
                .findOne());
    }

    @Override
    public Optional<Job> newestOf(String upload) {
        return reading.withHandle(h -> h.createQuery(
                        "SELECT * FROM job WHERE upload = :upload ORDER BY queued_at DESC, rowid DESC LIMIT 1")
                .bind("upload", upload)
                .map((row, context) -> job(row))
                .findOne());
    }

    @Override
    public int interruptOpen() {
        int[] count = {0};
        writing.use(h -> count[0] = h.createUpdate(
                        "UPDATE job SET state = 'interrupted', ended_at = :now WHERE state IN ('queued', 'running')")
                .bind("now", dialect.moment(Instant.now().truncatedTo(ChronoUnit.MILLIS)))
                .execute());
        return count[0];
    }

    private Job job(ResultSet row) throws SQLException {
        Optional<String> code = Optional.ofNullable(row.getString("code"));
        Text text = new Text(
                Optional.ofNullable(row.getString("message_zh")).orElse(""),
                Optional.ofNullable(row.getString("message_en")).orElse(""));
        return new Job(
                row.getString("id"),
                Job.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("upload"),
                Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                dialect.moment(row, "queued_at"),
                Optional.ofNullable(dialect.moment(row, "ended_at")),
                code.map(c -> new Job.Failure(c, text)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
