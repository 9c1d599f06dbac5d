package org.anlan.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Storable;
import org.anlan.store.Actor;
import org.anlan.store.Attachment;
import org.anlan.store.Attachments;
import org.anlan.store.AuditEntry;

/** Attachments in the {@code attachment} table. */
final class SqlAttachments implements Attachments {

    private final Dialect dialect;
    private final ReadingJdbi reading;
    private final WritingJdbi writing;

    SqlAttachments(Database database, ReadingJdbi reading, WritingJdbi writing) {
        this.dialect = database.dialect();
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public void add(Attachment attachment, Actor actor) {
        writing.audited(
                actor,
                AuditEntry.What.of(
                        attachment.ledger() + ".attachment",
                        attachment.subject(),
                        attachment.id() + " " + attachment.name() + " sha256 " + attachment.sha256()),
                h -> h.createUpdate(
                                "INSERT INTO attachment(id, ledger, subject, name, type, sha256, bytes, lon, lat, at, author)"
                                        + " VALUES (:id, :ledger, :subject, :name, :type, :sha256, :bytes, :lon, :lat, :at, :author)")
                        .bind("id", attachment.id())
                        .bind("ledger", attachment.ledger())
                        .bind("subject", attachment.subject())
                        .bind("name", Storable.text(attachment.name()))
                        .bind("type", attachment.type())
                        .bind("sha256", attachment.sha256())
                        .bind("bytes", attachment.bytes())
                        .bind(
                                "lon",
                                attachment.place().map(Attachment.Place::lon).orElse(null))
                        .bind(
                                "lat",
                                attachment.place().map(Attachment.Place::lat).orElse(null))
                        .bind("at", dialect.moment(attachment.at()))
                        .bind("author", attachment.author())
                        .execute());
    }

    @Override
    public Optional<Attachment> find(String id) {
        return reading.withHandle(h -> h.createQuery("SELECT * FROM attachment WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> attachment(row))
                .findOne());
    }

    @Override
    public List<Attachment> of(String ledger, String subject) {
        return reading.withHandle(h -> h.createQuery(
                        "SELECT * FROM attachment WHERE ledger = :ledger AND subject = :subject ORDER BY rowid")
                .bind("ledger", ledger)
                .bind("subject", subject)
                .map((row, context) -> attachment(row))
                .list());
    }

    private Attachment attachment(ResultSet row) throws SQLException {
        double lon = row.getDouble("lon");
        Optional<Attachment.Place> place =
                row.wasNull() ? Optional.empty() : Optional.of(new Attachment.Place(lon, row.getDouble("lat")));
        return new Attachment(
                row.getString("id"),
                row.getString("ledger"),
                row.getString("subject"),
                row.getString("name"),
                row.getString("type"),
                row.getString("sha256"),
                row.getLong("bytes"),
                place,
                dialect.moment(row, "at"),
                row.getString("author"));
    }
}
