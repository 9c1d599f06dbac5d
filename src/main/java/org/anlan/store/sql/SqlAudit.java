package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.anlan.store.Actor;
import org.anlan.store.AuditEntry;
import org.anlan.store.AuditLog;

/** The audit log in the {@code audit} table. */
final class SqlAudit implements AuditLog {

    private static final int AT_ONCE = 1_000;
    private static final String SELECT = "SELECT " + AuditRows.COLUMNS + " FROM audit ";

    private final Database database;
    private final ReadingJdbi reading;

    SqlAudit(Database database, ReadingJdbi reading) {
        this.database = database;
        this.reading = reading;
    }

    @Override
    public AuditEntry append(Actor actor, AuditEntry.What what) {
        try (Writing transaction = database.note()) {
            AuditEntry entry = new AuditRows(transaction.connection(), database.dialect()).append(actor, what);
            transaction.commit();
            return entry;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public Optional<AuditEntry> newest() {
        return page(Question.ALL, 1).stream().findFirst();
    }

    @Override
    public List<AuditEntry> page(Question question, int limit) {
        String sql = SELECT + "WHERE seq < :before"
                + question.who().map(who -> " AND who = :who").orElse("")
                + question.action()
                        .map(action -> " AND (action = :action OR substr(action, 1, length(:action) + 1) = :within)")
                        .orElse("")
                + question.subject().map(subject -> " AND subject = :subject").orElse("")
                + " ORDER BY seq DESC LIMIT :limit";
        return reading.withHandle(h -> {
            var query = h.createQuery(sql).bind("before", question.before()).bind("limit", limit);
            question.who().ifPresent(who -> query.bind("who", who));
            question.action().ifPresent(action -> query.bind("action", action).bind("within", action + "."));
            question.subject().ifPresent(subject -> query.bind("subject", subject));
            return query.map((row, context) -> AuditRows.entry(row, database.dialect()))
                    .list();
        });
    }

    @Override
    public void all(Consumer<AuditEntry> reader) {
        try (Connection connection = database.reading().getConnection()) {
            database.dialect().holdState(connection);
            try (PreparedStatement query = connection.prepareStatement(SELECT + "ORDER BY seq")) {
                query.setFetchSize(AT_ONCE);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        reader.accept(AuditRows.entry(rows, database.dialect()));
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
