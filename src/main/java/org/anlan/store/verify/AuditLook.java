package org.anlan.store.verify;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anlan.base.Sha256;
import org.anlan.base.Text;
import org.anlan.store.Actor;
import org.anlan.store.AuditEntry;
import org.anlan.store.AuditHead;
import org.anlan.store.sql.KeptTable;
import org.anlan.store.sql.MovingProgress;
import org.anlan.store.sql.Snapshot;

/**
 * Looks at the audit log: every entry has its hash and follows the one before it, and what the entries tell of is there as they say: events of the ledgers, documents, revisions.
 * Entries and events come in the same order, so both are read once, side by side.
 */
final class AuditLook {

    private static final Pattern EVENT = Pattern.compile("event (\\d+) on (\\S+) sha256 ([0-9a-f]{64})");
    private static final Pattern DOCUMENT = Pattern.compile("(?s).* sha256 ([0-9a-f]{64})");
    private static final int OFTEN = 10_000;

    private final Snapshot snapshot;
    private final Defects defects;
    private final MovingProgress progress;
    private final Map<String, String> documents = new HashMap<>();
    private final Map<Long, String> revisions = new HashMap<>();
    private String before = AuditEntry.BEGINNING;
    private long seq;
    private Optional<Event> event = Optional.empty();

    private record Event(long seq, String action, String subject, String on, String author, String body) {}

    AuditLook(Snapshot snapshot, Defects defects, MovingProgress progress) {
        this.snapshot = snapshot;
        this.defects = defects;
        this.progress = progress;
    }

    /**
     * Looks at all of it.
     *
     * @param expected an entry that was noted elsewhere and has to be there
     */
    void run(Optional<AuditHead> expected) throws SQLException {
        KeptTable log = table("audit");
        KeptTable ledger = table("ledger_event");
        long of = snapshot.count(log);
        try (Snapshot.Cursor entries = snapshot.rows(log);
                Snapshot.Cursor events = snapshot.rows(ledger)) {
            event = next(events, ledger);
            for (Optional<Object[]> row = entries.next(); row.isPresent(); row = entries.next()) {
                AuditEntry entry = entry(log, row.get());
                chain(entry);
                told(entry, events, ledger);
                if (expected.isPresent()
                        && expected.get().seq() == entry.seq()
                        && !expected.get().hash().equals(entry.hash())) {
                    other(entry);
                }
                if (seq % OFTEN == 0) {
                    progress.at("audit", seq, of);
                }
            }
            while (event.isPresent()) {
                unentered(event.get());
                event = next(events, ledger);
            }
        }
        expected.map(AuditHead::seq).filter(noted -> noted > seq).ifPresent(this::cutOff);
        documents();
        revisions();
        defects.looked("audit", of);
    }

    private KeptTable table(String name) {
        return snapshot.tables().stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static AuditEntry entry(KeptTable table, Object[] row) {
        Long revision = (Long) table.of(row, "revision");
        return new AuditEntry(
                (Long) table.of(row, "seq"),
                (Instant) table.of(row, "at"),
                new Actor(text(table, row, "who"), text(table, row, "from_where")),
                new AuditEntry.What(
                        text(table, row, "action"),
                        text(table, row, "subject"),
                        text(table, row, "detail"),
                        revision == null ? OptionalLong.empty() : OptionalLong.of(revision)),
                text(table, row, "hash"));
    }

    private static String text(KeptTable table, Object[] row, String column) {
        return String.valueOf(table.of(row, column));
    }

    private void chain(AuditEntry entry) {
        if (entry.seq() != seq + 1) {
            add(
                    Long.toString(seq + 1),
                    Text.of(
                            "审计记录 %d 至 %d 缺失",
                            "entries %d to %d of the audit log are missing", seq + 1, entry.seq() - 1));
        } else if (!entry.follows(before)) {
            add(
                    Long.toString(entry.seq()),
                    Text.of(
                            "审计记录 %d 与其哈希不符，或其前一条被改动",
                            "entry %d of the audit log does not have its hash, or the one before it was altered",
                            entry.seq()));
        }
        seq = entry.seq();
        before = entry.hash();
    }

    /** What an entry tells of, as far as it can be looked at. */
    private void told(AuditEntry entry, Snapshot.Cursor events, KeptTable ledger) throws SQLException {
        AuditEntry.What what = entry.what();
        Matcher ofEvent = EVENT.matcher(what.detail());
        if (ofEvent.matches()) {
            event(entry, ofEvent, events, ledger);
        }
        Matcher ofDocument = DOCUMENT.matcher(what.detail());
        if (what.action().startsWith("document.") && ofDocument.matches()) {
            documents.put(what.subject(), ofDocument.group(1));
        }
        what.revision().ifPresent(revision -> revisions.put(revision, what.subject()));
    }

    private void event(AuditEntry entry, Matcher told, Snapshot.Cursor events, KeptTable ledger) throws SQLException {
        long wanted = Long.parseLong(told.group(1));
        while (event.isPresent() && event.get().seq() < wanted) {
            unentered(event.get());
            event = next(events, ledger);
        }
        if (event.isEmpty() || event.get().seq() != wanted) {
            add(
                    "event " + wanted,
                    Text.of(
                            "台账事件 %d（%s）已不在，审计记录 %d 记有它",
                            "event %d of the ledgers (%s) is gone; entry %d of the audit log tells of it",
                            wanted,
                            entry.what().subject(),
                            entry.seq()));
            return;
        }
        Event is = event.get();
        Event was = new Event(
                wanted,
                entry.what().action(),
                entry.what().subject(),
                told.group(2),
                entry.actor().name(),
                "");
        boolean same = was.equals(new Event(is.seq(), is.action(), is.subject(), is.on(), is.author(), ""))
                && Sha256.of(is.body()).equals(told.group(3));
        if (!same) {
            add(
                    "event " + wanted,
                    Text.of(
                            "台账事件 %d 与审计记录 %d 不符",
                            "event %d of the ledgers is not what entry %d of the audit log says", wanted, entry.seq()));
        }
        event = next(events, ledger);
    }

    private static Optional<Event> next(Snapshot.Cursor events, KeptTable ledger) throws SQLException {
        return events.next()
                .map(row -> new Event(
                        (Long) ledger.of(row, "seq"),
                        text(ledger, row, "ledger") + "." + text(ledger, row, "kind"),
                        text(ledger, row, "subject"),
                        text(ledger, row, "happened_on"),
                        text(ledger, row, "author"),
                        text(ledger, row, "body")));
    }

    private void unentered(Event stray) {
        add(
                "event " + stray.seq(),
                Text.of(
                        "台账事件 %d（%s）没有审计记录",
                        "event %d of the ledgers (%s) is not in the audit log", stray.seq(), stray.subject()));
    }

    private void documents() throws SQLException {
        KeptTable table = table("document");
        try (Snapshot.Cursor rows = snapshot.rows(table)) {
            for (Optional<Object[]> row = rows.next(); row.isPresent(); row = rows.next()) {
                String id = text(table, row.get(), "id");
                String told = documents.remove(id);
                if (told != null && !told.equals(Sha256.of(text(table, row.get(), "body")))) {
                    add(id, Text.of("文档与其审计记录不符", "the document is not what the audit log says"));
                }
            }
        }
        documents
                .keySet()
                .forEach(id -> add(id, Text.of("文档已不在，审计记录记有它", "the document is gone; the audit log tells of it")));
    }

    private void revisions() throws SQLException {
        KeptTable table = table("revision");
        try (Snapshot.Cursor rows = snapshot.rows(table)) {
            for (Optional<Object[]> row = rows.next(); row.isPresent(); row = rows.next()) {
                revisions.remove((Long) table.of(row.get(), "id"), text(table, row.get(), "layer"));
            }
        }
        revisions.forEach((id, layer) -> add(
                layer + " r" + id, Text.of("修订 %d 已不在，审计记录记有它", "revision %d is gone; the audit log tells of it", id)));
    }

    private void other(AuditEntry entry) {
        add(
                Long.toString(entry.seq()),
                Text.of("审计记录 %d 的哈希与留存的不同", "entry %d of the audit log has another hash than was noted", entry.seq()));
    }

    private void cutOff(long place) {
        add(
                Long.toString(place),
                Text.of("审计日志在第 %d 条之前就结束了", "the audit log ends before entry %d, which was noted", place));
    }

    private void add(String where, Text text) {
        defects.add(Verified.Kind.AUDIT, where, text);
    }
}
