package org.anlan.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.anlan.analysis.Fieldwork;
import org.anlan.store.Actor;
import org.anlan.store.LedgerEvent;
import org.anlan.store.LedgerLog;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.anlan.support.OpeningAtOnce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place is opened as a problem site once, whichever service of the store does it. */
class CasesOnSeveralNodesTest {

    @TempDir
    Path folder;

    private Installed installed;

    @BeforeEach
    void open() throws IOException {
        installed = Installed.open(FilledStore.make(folder.resolve("data"), FilledStore.COAST));
    }

    @AfterEach
    void close() {
        installed.close();
    }

    /** The store's ledgers, where something happens just before events are entered. */
    private record Overtaken(LedgerLog log, Runnable before) implements LedgerLog {

        @Override
        public List<LedgerEvent> append(List<LedgerEvent.New> events, Actor actor) {
            return log.append(events, actor);
        }

        @Override
        public List<LedgerEvent> appendHavingSeen(String ledger, long seen, List<LedgerEvent.New> events, Actor actor) {
            before.run();
            return log.appendHavingSeen(ledger, seen, events, actor);
        }

        @Override
        public List<LedgerEvent> of(String ledger, String subject) {
            return log.of(ledger, subject);
        }

        @Override
        public void after(String ledger, long seq, Consumer<LedgerEvent> reader) {
            log.after(ledger, seq, reader);
        }

        @Override
        public long newest(String ledger) {
            return log.newest(ledger);
        }
    }

    @Test
    void whoeverIsOvertakenBetweenLookingAndEnteringIsTold() {
        Fieldwork other = installed.fieldwork();
        Cases cases = new Cases(
                new Overtaken(installed.store().ledgers(), () -> OpeningAtOnce.open(other.comparisons())),
                installed.store().attachments(),
                Clock.systemUTC());
        CaseComparisons mine = new CaseComparisons(
                installed.catalog(),
                cases,
                installed.analyses().change(),
                installed.analyses().rules(),
                new FieldPlaces(installed.catalog(), installed.store()));
        assertThat(OpeningAtOnce.open(mine)).isEqualTo("case-exists");
        assertThat(other.cases().all()).hasSize(1);
    }

    @Test
    void ofServicesThatOpenTheSamePlaceAtOnceOneDoes() throws Exception {
        List<String> ends = OpeningAtOnce.with(
                List.of(installed.fieldwork(), installed.fieldwork(), installed.fieldwork(), installed.fieldwork()));
        assertThat(ends).filteredOn("case-exists"::equals).hasSize(3);
        assertThat(installed.fieldwork().cases().all()).hasSize(1);
    }
}
