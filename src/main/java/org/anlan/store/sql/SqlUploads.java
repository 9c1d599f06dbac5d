package org.anlan.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.anlan.store.Upload;
import org.anlan.store.UploadLog;

/** Uploads in the {@code upload} table. */
public final class SqlUploads implements UploadLog {

    private final Dialect dialect;
    private final ReadingJdbi reading;
    private final WritingJdbi writing;

    /** Uploads in this database, read and written through these. */
    public SqlUploads(Database database, ReadingJdbi reading, WritingJdbi writing) {
        this.dialect = database.dialect();
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public void put(Upload upload) {
        writing.use(h -> h.createUpdate("INSERT INTO upload(id, file_name, sha256, bytes, received_at, state, choices)"
                        + " VALUES (:id, :fileName, :sha256, :bytes, :receivedAt, :state, :choices)"
                        + " ON CONFLICT(id) DO UPDATE SET state = excluded.state, choices = excluded.choices")
                .bind("id", upload.id())
                .bind("fileName", upload.fileName())
                .bind("sha256", upload.sha256())
                .bind("bytes", upload.bytes())
                .bind("receivedAt", dialect.moment(upload.receivedAt()))
                .bind("state", upload.state().name().toLowerCase(Locale.ROOT))
                .bind("choices", upload.choices())
                .execute());
    }

    @Override
    public boolean move(Upload was, Upload next) {
        return writing.call(h -> h.createUpdate("UPDATE upload SET state = :state, choices = :choices"
                                + " WHERE id = :id AND state = :wasState AND choices = :wasChoices")
                        .bind("state", next.state().name().toLowerCase(Locale.ROOT))
                        .bind("choices", next.choices())
                        .bind("id", was.id())
                        .bind("wasState", was.state().name().toLowerCase(Locale.ROOT))
                        .bind("wasChoices", was.choices())
                        .execute()
                == 1);
    }

    @Override
    public Optional<Upload> find(String id) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM upload WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> upload(row))
                .findOne());
    }

    @Override
    public List<Upload> open() {
        return reading.withHandle(h -> h.createQuery(
                        "SELECT * FROM upload WHERE state IN ('inspected', 'checked') ORDER BY received_at DESC, rowid DESC")
                .map((row, context) -> upload(row))
                .list());
    }

    @Override
    public void putReport(String id, String report) {
        byte[] packed = Packed.pack(report);
        writing.use(h -> h.createUpdate("INSERT INTO upload_report(upload, report, stamp) VALUES (:id, :report, :stamp)"
                        + " ON CONFLICT(upload) DO UPDATE SET report = excluded.report, stamp = excluded.stamp")
                .bind("id", id)
                .bind("stamp", UUID.randomUUID().toString())
                .bind("report", packed)
                .execute());
    }

    @Override
    public Optional<String> report(String id) {
        return reading.withHandle(h -> h.createQuery("SELECT report FROM upload_report WHERE upload = :id")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .findOne())
                .map(Packed::unpack);
    }

    @Override
    public Optional<String> reportStamp(String id) {
        return reading.withHandle(h -> h.createQuery("SELECT stamp FROM upload_report WHERE upload = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    /** Asks whether an upload, a revision or an attachment needs the file {@code :sha}. */
    public static final String NEEDS_FILE =
            "SELECT EXISTS (SELECT 1 FROM upload WHERE sha256 = :sha AND state NOT IN ('dropped', 'expired'))"
                    + " OR EXISTS (SELECT 1 FROM revision WHERE source_sha256 = :sha)"
                    + " OR EXISTS (SELECT 1 FROM attachment WHERE sha256 = :sha)";

    @Override
    public boolean needsFile(String sha256) {
        return reading.withHandle(h -> h.createQuery(NEEDS_FILE)
                .bind("sha", sha256)
                .mapTo(Boolean.class)
                .one());
    }

    private Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                row.getString("id"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getLong("bytes"),
                dialect.moment(row, "received_at"),
                Upload.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("choices"));
    }
}
