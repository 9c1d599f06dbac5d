package org.anlan.store;

import static org.anlan.support.SmallCatalog.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.verify.Verification;
import org.anlan.store.verify.Verified;
import org.anlan.support.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody alters in the tables behind the service's back is found. */
public abstract class AuditContract {

    private static final Actor OFFICER = new Actor("officer", "10.0.0.7");
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

    private static final String SHA_OF_EMPTY = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private AuditHead head;

    /** Opens the one store of this test. */
    protected abstract Store open(Catalog catalog) throws IOException;

    /** One state of the store, while nobody has it open. */
    protected abstract Snapshot look(Catalog catalog) throws IOException;

    /** Runs a statement on the tables, as somebody who has the database would. */
    protected abstract void alter(String sql) throws SQLException;

    @BeforeEach
    void fillTheStore() throws IOException {
        try (Store store = open(CATALOG)) {
            store.audit().append(OFFICER, AuditEntry.What.of("sign-in", "officer", "password"));
            for (String subject : List.of("A", "B")) {
                for (int i = 0; i < 3; i++) {
                    store.ledgers()
                            .append(
                                    List.of(new LedgerEvent.New(
                                            "outfall", subject, i, "step", DAY, "{\"第\":" + i + "}")),
                                    OFFICER);
                }
            }
            store.documents()
                    .add(
                            new StoredDocument(
                                    new StoredDocument.Head(
                                            "figure",
                                            "F1",
                                            Instant.parse("2026-01-02T03:04:05Z"),
                                            "officer",
                                            "冻结",
                                            SHA_OF_EMPTY),
                                    "{}"),
                            "10.0.0.7");
            try (Commit commit = store.begin(Rows.BY_HAND)) {
                commit.layer(CATALOG.layers().get(0)).stateScope(2015L);
                commit.finish();
            }
            head = AuditHead.of(store.audit());
        }
    }

    private Verified verified(Optional<AuditHead> expected) throws IOException {
        try (Snapshot snapshot = look(CATALOG)) {
            return new Verification(snapshot, (what, done, of) -> {}).audit(expected);
        }
    }

    @Test
    void aStoreThatNobodyTouchedIsWhole() throws IOException {
        Verified verified = verified(Optional.of(head));
        assertThat(verified.defects()).isEmpty();
        assertThat(verified.looked()).containsEntry("audit", 9L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit SET who = 'somebody' WHERE seq = 3                       | 3",
                "UPDATE audit SET from_where = '10.0.0.8' WHERE seq = 1                | 1",
                "UPDATE audit SET detail = 'event 2 on 2020-12-31' WHERE seq = 3       | 3",
                "UPDATE audit SET hash = 'x' WHERE seq = 9                             | 9",
                "UPDATE audit SET revision = 7 WHERE seq = 9                           | 9",
                "DELETE FROM audit WHERE seq = 4                                       | 4",
                "DELETE FROM audit WHERE seq < 3                                       | 1",
                "UPDATE ledger_event SET body = '{}' WHERE seq = 5                     | event 5",
                "UPDATE ledger_event SET author = 'somebody' WHERE seq = 5             | event 5",
                "UPDATE ledger_event SET happened_on = '2020-12-30' WHERE seq = 5      | event 5",
                "DELETE FROM ledger_event WHERE seq = 6                                | event 6",
                "DELETE FROM ledger_event WHERE seq = 2                                | event 2",
                "DELETE FROM document                                                  | F1",
                "INSERT INTO ledger_event SELECT 7, ledger, 'C', 1, kind, happened_on, at, author, body FROM ledger_event WHERE seq = 1 | event 7"
            })
    void whatWasAlteredIsFound(String sql, String where) throws Exception {
        alter(sql.strip());
        assertThat(verified(Optional.of(head)).defects())
                .extracting(Verified.Defect::where)
                .contains(where);
    }

    @Test
    void anEndThatWasCutOffIsFoundByAHeadThatWasNotedElsewhereAndOnlyByIt() throws Exception {
        alter("DELETE FROM audit WHERE seq = 9");
        assertThat(verified(Optional.empty()).whole()).isTrue();
        assertThat(verified(Optional.of(head)).defects())
                .extracting(Verified.Defect::where)
                .contains("9");
    }

    @Test
    void aLogThatWasWrittenAnewIsFoundByAHeadThatWasNotedElsewhere() throws IOException {
        AuditHead other = new AuditHead(head.seq(), "0".repeat(64));
        assertThat(verified(Optional.of(other)).defects())
                .extracting(Verified.Defect::where)
                .contains("9");
    }
}
