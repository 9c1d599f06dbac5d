package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.store.Actor;
import org.anlan.store.AuditEntry;

/** Writes entries of the audit log within the transaction of what they tell of, as its last step: from then on nobody else enters anything until it ends. */
final class AuditRows {

    static final String TABLE = "audit";
    static final String COLUMNS = "seq, at, who, from_where, action, subject, detail, revision, hash";

    private final Connection connection;
    private final Dialect dialect;

    /** Enters within the transaction of this connection. */
    AuditRows(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    AuditEntry append(Actor actor, AuditEntry.What what) throws SQLException {
        dialect.alone(connection, TABLE);
        AuditEntry entry = AuditEntry.after(newest(), Instant.now().truncatedTo(ChronoUnit.MILLIS), actor, what);
        try (var insert =
                connection.prepareStatement("INSERT INTO audit(" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, entry.seq());
            insert.setObject(2, dialect.moment(entry.at()));
            insert.setString(3, actor.name());
            insert.setString(4, actor.from());
            insert.setString(5, what.action());
            insert.setString(6, what.subject());
            insert.setString(7, what.detail());
            if (what.revision().isPresent()) {
                insert.setLong(8, what.revision().getAsLong());
            } else {
                insert.setNull(8, Types.BIGINT);
            }
            insert.setString(9, entry.hash());
            insert.executeUpdate();
        }
        return entry;
    }

    private Optional<AuditEntry> newest() throws SQLException {
        try (var query = connection.prepareStatement("SELECT " + COLUMNS + " FROM audit ORDER BY seq DESC LIMIT 1");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(entry(row, dialect)) : Optional.empty();
        }
    }

    /** The entry of a row of {@link #COLUMNS}. */
    static AuditEntry entry(ResultSet row, Dialect dialect) throws SQLException {
        long revision = row.getLong("revision");
        OptionalLong made = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(revision);
        return new AuditEntry(
                row.getLong("seq"),
                dialect.moment(row, "at"),
                new Actor(row.getString("who"), row.getString("from_where")),
                new AuditEntry.What(row.getString("action"), row.getString("subject"), row.getString("detail"), made),
                row.getString("hash"));
    }
}
