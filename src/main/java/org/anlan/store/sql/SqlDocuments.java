package org.anlan.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Storable;
import org.anlan.store.Actor;
import org.anlan.store.AuditEntry;
import org.anlan.store.Documents;
import org.anlan.store.StoredDocument;

/** Documents in the {@code document} table. */
public final class SqlDocuments implements Documents {

    private static final String HEAD = "SELECT kind, id, created_at, author, name, sha256";

    private final Dialect dialect;
    private final ReadingJdbi reading;
    private final WritingJdbi writing;

    /** Documents in this database, read and written through these. */
    public SqlDocuments(Database database, ReadingJdbi reading, WritingJdbi writing) {
        this.dialect = database.dialect();
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public void add(StoredDocument document, String from) {
        StoredDocument.Head head = document.head();
        writing.audited(
                new Actor(head.author(), from),
                AuditEntry.What.of("document." + head.kind(), head.id(), head.name() + " sha256 " + head.sha256()),
                h -> h.createUpdate("INSERT INTO document(kind, id, created_at, author, name, sha256, body)"
                                + " VALUES (:kind, :id, :createdAt, :author, :name, :sha256, :body)")
                        .bind("kind", head.kind())
                        .bind("id", head.id())
                        .bind("createdAt", dialect.moment(head.createdAt()))
                        .bind("author", Storable.text(head.author()))
                        .bind("name", Storable.text(head.name()))
                        .bind("sha256", head.sha256())
                        .bind("body", document.body())
                        .execute());
    }

    @Override
    public Optional<StoredDocument> find(String kind, String id) {
        return reading.withHandle(h -> h.createQuery(HEAD + ", body FROM document WHERE id = :id AND kind = :kind")
                .bind("id", id)
                .bind("kind", kind)
                .map((row, context) -> new StoredDocument(head(row), row.getString("body")))
                .findOne());
    }

    @Override
    public List<StoredDocument.Head> of(String kind) {
        return reading.withHandle(h -> h.createQuery(HEAD + " FROM document WHERE kind = :kind ORDER BY rowid DESC")
                .bind("kind", kind)
                .map((row, context) -> head(row))
                .list());
    }

    private StoredDocument.Head head(ResultSet row) throws SQLException {
        return new StoredDocument.Head(
                row.getString("kind"),
                row.getString("id"),
                dialect.moment(row, "created_at"),
                row.getString("author"),
                row.getString("name"),
                row.getString("sha256"));
    }
}
