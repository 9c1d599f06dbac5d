package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.anlan.base.Refusal;
import org.anlan.base.Sha256;
import org.anlan.base.Storable;
import org.anlan.catalog.FieldType;
import org.anlan.store.Actor;
import org.anlan.store.AuditEntry;
import org.anlan.store.LedgerEvent;
import org.anlan.store.LedgerLog;

/** The ledgers in the {@code ledger_event} table. An entry of the audit log bears the hash of each event's body, so that the log seals the ledgers too. */
final class SqlLedgers implements LedgerLog {

    private static final int AT_ONCE = 1_000;
    private static final String COLUMNS = "seq, ledger, subject, number, kind, happened_on, at, author, body";
    private static final String TABLE = "ledger_event";

    private final Database database;
    private final Dialect dialect;

    SqlLedgers(Database database) {
        this.database = database;
        this.dialect = database.dialect();
    }

    @Override
    public List<LedgerEvent> append(List<LedgerEvent.New> events, Actor actor) {
        return append(events, actor, connection -> {});
    }

    @Override
    public List<LedgerEvent> appendHavingSeen(String ledger, long seen, List<LedgerEvent.New> events, Actor actor) {
        return append(events, actor, connection -> mustHaveSeen(connection, ledger, seen));
    }

    /** A look at the ledgers while nobody else can write to them. */
    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    private static void mustHaveSeen(Connection connection, String ledger, long seen) throws SQLException {
        long newest = newest(connection, ledger);
        if (newest != seen) {
            throw Refusal.conflict(
                    "ledger-moved",
                    "台账“%s”刚被他人更改（最新记录为 %d，提交时所见为 %d）。请刷新后重试；未作任何更改。",
                    "Somebody else has just changed the ledger \"%s\" (its newest event is %d; it was %d when this was written). Reload and try again; "
                            + "nothing was changed.",
                    ledger,
                    newest,
                    seen);
        }
    }

    private List<LedgerEvent> append(List<LedgerEvent.New> events, Actor actor, Look before) {
        try (Writing transaction = database.note()) {
            Connection connection = transaction.connection();
            dialect.alone(connection, TABLE);
            before.at(connection);
            long seq = newestOfAll(connection);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Map<List<String>, Long> numbers = new HashMap<>();
            List<LedgerEvent> entered = new ArrayList<>();
            for (LedgerEvent.New event : events) {
                long number = numberAfter(connection, event, numbers);
                entered.add(new LedgerEvent(
                        ++seq,
                        event.ledger(),
                        event.subject(),
                        number,
                        event.kind(),
                        event.on(),
                        now,
                        actor.name(),
                        Storable.text(event.body())));
            }
            insert(connection, entered);
            AuditRows audit = new AuditRows(connection, dialect);
            for (LedgerEvent event : entered) {
                audit.append(actor, told(event));
            }
            transaction.commit();
            return entered;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private static AuditEntry.What told(LedgerEvent event) {
        return AuditEntry.What.of(
                event.ledger() + "." + event.kind(),
                event.subject(),
                "event " + event.seq() + " on " + event.on() + " sha256 " + Sha256.of(event.body()));
    }

    /** The first event of a subject must come after what is there; the others in the same call count on. */
    private static long numberAfter(Connection connection, LedgerEvent.New event, Map<List<String>, Long> numbers)
            throws SQLException {
        List<String> subject = List.of(event.ledger(), event.subject());
        Long last = numbers.get(subject);
        if (last == null) {
            last = newestNumber(connection, event);
            if (last != event.after()) {
                throw Refusal.conflict(
                        "ledger-moved",
                        "“%s”的台账刚被他人更改（已有 %d 条记录，提交时所见为 %d 条）。请刷新后重试；未作任何更改。",
                        "Somebody else has just changed the ledger of \"%s\" (it has %d entries; there were %d when this one was written). Reload and "
                                + "try again; nothing was changed.",
                        event.subject(),
                        last,
                        event.after());
            }
        }
        numbers.put(subject, last + 1);
        return last + 1;
    }

    private static long newestNumber(Connection connection, LedgerEvent.New event) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT coalesce(max(number), 0) FROM ledger_event WHERE ledger = ? AND subject = ?")) {
            query.setString(1, event.ledger());
            query.setString(2, event.subject());
            return one(query);
        }
    }

    private static long newestOfAll(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT coalesce(max(seq), 0) FROM ledger_event")) {
            return one(query);
        }
    }

    private static long one(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void insert(Connection connection, List<LedgerEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ledger_event(" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (LedgerEvent event : events) {
                insert.setLong(1, event.seq());
                insert.setString(2, event.ledger());
                insert.setString(3, event.subject());
                insert.setLong(4, event.number());
                insert.setString(5, event.kind());
                dialect.set(insert, 6, event.on());
                insert.setObject(7, dialect.moment(event.at()));
                insert.setString(8, event.author());
                insert.setString(9, event.body());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public List<LedgerEvent> of(String ledger, String subject) {
        List<LedgerEvent> events = new ArrayList<>();
        read("ledger = ? AND subject = ? ORDER BY number", events::add, ledger, subject);
        return events;
    }

    @Override
    public void after(String ledger, long seq, Consumer<LedgerEvent> reader) {
        read("ledger = ? AND seq > ? ORDER BY seq", reader, ledger, seq);
    }

    private void read(String which, Consumer<LedgerEvent> reader, String ledger, Object second) {
        try (Connection connection = database.reading().getConnection()) {
            dialect.holdState(connection);
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM ledger_event WHERE " + which)) {
                query.setFetchSize(AT_ONCE);
                query.setString(1, ledger);
                query.setObject(2, second);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        reader.accept(event(rows));
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private LedgerEvent event(ResultSet row) throws SQLException {
        return new LedgerEvent(
                row.getLong("seq"),
                row.getString("ledger"),
                row.getString("subject"),
                row.getLong("number"),
                row.getString("kind"),
                (LocalDate) dialect.get(row, row.findColumn("happened_on"), FieldType.DATE),
                dialect.moment(row, "at"),
                row.getString("author"),
                row.getString("body"));
    }

    @Override
    public long newest(String ledger) {
        try (Connection connection = database.reading().getConnection()) {
            return newest(connection, ledger);
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private static long newest(Connection connection, String ledger) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT coalesce(max(seq), 0) FROM ledger_event WHERE ledger = ?")) {
            query.setString(1, ledger);
            return one(query);
        }
    }
}
