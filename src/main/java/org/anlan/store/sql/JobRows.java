package org.anlan.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.store.Actor;
import org.anlan.store.Job;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rows of the {@code job} table: one job each. */
public final class JobRows {

    private final Dialect dialect;
    private final ReadingJdbi reading;
    private final WritingJdbi writing;

    /** The jobs in this database, read and written through these. */
    public JobRows(Database database, ReadingJdbi reading, WritingJdbi writing) {
        this.dialect = database.dialect();
        this.reading = reading;
        this.writing = writing;
    }

    /** Keeps a job, or its new state. */
    public void put(Job job) {
        writing.use(h -> bind(
                        h.createUpdate(
                                "INSERT INTO job(id, kind, upload, author, note, state, queued_at, node, version, step, done, total, stopping,"
                                        + " ended_at, refusal, code, message_zh, message_en, revisions, from_where) VALUES (:id, :kind, :upload, :author, :note, :state,"
                                        + " :queuedAt, :node, :version, :step, :done, :total, :stopping, :endedAt, :refusal, :code, :zh, :en, :revisions, :from)"
                                        + " ON CONFLICT(id) DO UPDATE SET " + CHANGES),
                        job)
                .execute());
    }

    /** What changes in the row of a job on its way; the names of {@link #bind}. */
    public static final String CHANGES = "state = :state, node = :node, version = :version, step = :step, done = :done,"
            + " total = :total, stopping = :stopping, ended_at = :endedAt, refusal = :refusal, code = :code,"
            + " message_zh = :zh, message_en = :en, revisions = :revisions";

    /** Binds a job to the names of its columns. */
    public <S extends SqlStatement<S>> S bind(S statement, Job job) {
        return statement
                .bind("id", job.id())
                .bind("kind", word(job.kind()))
                .bind("upload", job.upload())
                .bind("author", job.asked().actor().name())
                .bind("from", job.asked().actor().from())
                .bind("note", job.asked().note())
                .bind("state", word(job.state()))
                .bind("queuedAt", dialect.moment(job.queuedAt()))
                .bind("node", job.node().orElse(null))
                .bind("version", job.advance().version())
                .bind("step", job.advance().step().orElse(null))
                .bind("done", job.advance().done())
                .bind("total", job.advance().of().orElse(null))
                .bind("stopping", job.stopping())
                .bind("endedAt", job.endedAt().map(dialect::moment).orElse(null))
                .bind(
                        "refusal",
                        job.failure()
                                .flatMap(Job.Failure::kind)
                                .map(JobRows::word)
                                .orElse(null))
                .bind("code", job.failure().map(Job.Failure::code).orElse(null))
                .bind("zh", job.failure().map(f -> f.text().zh()).orElse(null))
                .bind("en", job.failure().map(f -> f.text().en()).orElse(null))
                .bind("revisions", job.revisions().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** The job with this id. */
    public Optional<Job> find(String id) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM job WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> job(row))
                .findOne());
    }

    /** The newest job of an upload. */
    public Optional<Job> newestOf(String upload) {
        return reading.withHandle(h -> h.createQuery(
                        "SELECT * FROM job WHERE upload = :upload ORDER BY queued_at DESC, rowid DESC LIMIT 1")
                .bind("upload", upload)
                .map((row, context) -> job(row))
                .findOne());
    }

    /** The jobs that have not ended, the oldest first. */
    public List<Job> open() {
        return reading.withHandle(
                h -> h.createQuery("SELECT * FROM job WHERE state IN ('queued', 'running') ORDER BY rowid")
                        .map((row, context) -> job(row))
                        .list());
    }

    /** The job in a row of the table. */
    public Job job(ResultSet row) throws SQLException {
        Optional<String> code = Optional.ofNullable(row.getString("code"));
        Text text = new Text(
                Optional.ofNullable(row.getString("message_zh")).orElse(""),
                Optional.ofNullable(row.getString("message_en")).orElse(""));
        Optional<Refusal.Kind> kind = Optional.ofNullable(row.getString("refusal"))
                .map(word -> Refusal.Kind.valueOf(word.toUpperCase(Locale.ROOT)));
        long total = row.getLong("total");
        Optional<Long> of = row.wasNull() ? Optional.empty() : Optional.of(total);
        return new Job(
                row.getString("id"),
                Job.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("upload"),
                new Job.Asked(new Actor(row.getString("author"), row.getString("from_where")), row.getString("note")),
                Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                dialect.moment(row, "queued_at"),
                Optional.ofNullable(row.getString("node")),
                new Job.Advance(
                        row.getLong("version"), Optional.ofNullable(row.getString("step")), row.getLong("done"), of),
                row.getBoolean("stopping"),
                Optional.ofNullable(dialect.moment(row, "ended_at")),
                code.map(c -> new Job.Failure(kind, c, text)),
                numbers(row.getString("revisions")));
    }

    private static List<Long> numbers(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(Long::valueOf).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Now, as precise as a store keeps it. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The refusal of a second job for an upload. */
    public static Refusal alreadyRunning() {
        return Refusal.conflict(
                "job-running",
                "这次上传正在检查或提交中，请等它结束或先取消",
                "This upload is being checked or committed; wait for the end or cancel it first");
    }

    /** The refusal of a job when enough of them wait. */
    public static Refusal tooMany() {
        return new Refusal(
                Refusal.Kind.TOO_MANY,
                "too-many-jobs",
                Text.of("等待处理的任务太多，请稍后再试", "Too many jobs are waiting; try again later"));
    }
}
