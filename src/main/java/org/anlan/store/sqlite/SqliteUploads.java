package org.anlan.store.sqlite;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.anlan.store.Upload;
import org.anlan.store.UploadLog;
import org.jdbi.v3.core.Jdbi;

/** Uploads in the {@code upload} table. */
final class SqliteUploads implements UploadLog {

    private final Jdbi reading;
    private final WritingJdbi writing;

    SqliteUploads(Jdbi reading, WritingJdbi writing) {
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
                .bind("receivedAt", upload.receivedAt().toString())
                .bind("state", upload.state().name().toLowerCase(Locale.ROOT))
                .bind("choices", upload.choices())
                .execute());
    }

    @Override
    public Optional<Upload> find(String id) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM upload WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> new Upload(
                        row.getString("id"),
                        row.getString("file_name"),
                        row.getString("sha256"),
                        row.getLong("bytes"),
                        Instant.parse(row.getString("received_at")),
                        Upload.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("choices")))
                .findOne());
    }
}
