package org.anlan.store;

import static org.anlan.support.SmallCatalog.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store has to do for ledgers, people and the audit log. */
public abstract class LedgersContract {

    private static final Actor OFFICER = new Actor("officer", "10.0.0.7");
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private Store store;

    /** Opens the one store of this test; opened again after it was closed, it holds what it held. */
    protected abstract Store open(Catalog catalog) throws IOException;

    @BeforeEach
    void openAnEmptyStore() throws IOException {
        store = open(CATALOG);
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    private void reopen() throws IOException {
        store.close();
        store = open(CATALOG);
    }

    private static LedgerEvent.New step(String subject, long after, String body) {
        return new LedgerEvent.New("outfall", subject, after, "step", DAY, body);
    }

    @Test
    void eventsAreKeptInTheOrderInWhichTheyCameAndCountedBySubject() throws IOException {
        store.ledgers().append(List.of(step("A", 0, "{\"一\":1}"), step("B", 0, "{}"), step("A", 0, "{}")), OFFICER);
        store.ledgers().append(List.of(step("A", 2, "{}")), OFFICER);
        reopen();
        List<LedgerEvent> all = new ArrayList<>();
        store.ledgers().after("outfall", 0, all::add);
        assertThat(all).extracting(LedgerEvent::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(store.ledgers().of("outfall", "A"))
                .extracting(LedgerEvent::number)
                .containsExactly(1L, 2L, 3L);
        LedgerEvent first = all.get(0);
        assertThat(first.body()).isEqualTo("{\"一\":1}");
        assertThat(first.on()).isEqualTo(DAY);
        assertThat(first.author()).isEqualTo("officer");
        assertThat(store.ledgers().newest("outfall")).isEqualTo(4);
        assertThat(store.ledgers().newest("case")).isZero();
        List<LedgerEvent> later = new ArrayList<>();
        store.ledgers().after("outfall", 3, later::add);
        assertThat(later).containsExactly(all.get(3));
    }

    @Test
    void anEventThatComesAfterAnotherThanItKnowsIsRefusedWithAllThatCameWithIt() {
        store.ledgers().append(List.of(step("A", 0, "{}")), OFFICER);
        assertThatThrownBy(() -> store.ledgers().append(List.of(step("B", 0, "{}"), step("A", 0, "{}")), OFFICER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ledger-moved"));
        assertThat(store.ledgers().of("outfall", "B")).isEmpty();
        assertThat(store.ledgers().newest("outfall")).isEqualTo(1);
    }

    @Test
    void twoWhoEnterAnEventAtTheSameTimeDoNotBothSucceed() {
        List<String> ends = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> {
                    try {
                        store.ledgers().append(List.of(step("A", 0, "{\"i\":" + i + "}")), OFFICER);
                        return "entered";
                    } catch (Refusal refusal) {
                        return refusal.code();
                    }
                })
                .toList();
        assertThat(ends).filteredOn("entered"::equals).hasSize(1);
        assertThat(ends).filteredOn("ledger-moved"::equals).hasSize(7);
        assertThat(store.ledgers().of("outfall", "A")).hasSize(1);
    }

    @Test
    void whoeverHasNotSeenAllOfALedgerEntersNothingThatRestsOnAllOfIt() {
        LedgerLog log = store.ledgers();
        LedgerEvent first = log.appendHavingSeen("outfall", 0, List.of(step("A", 0, "{}")), OFFICER)
                .get(0);
        LedgerEvent.New other = new LedgerEvent.New("case", "2026-0001", 0, "open", DAY, "{}");
        log.append(List.of(other), OFFICER);
        assertThatThrownBy(() -> log.appendHavingSeen("outfall", 0, List.of(step("B", 0, "{}")), OFFICER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ledger-moved"));
        assertThat(log.of("outfall", "B")).isEmpty();
        assertThat(log.appendHavingSeen("outfall", first.seq(), List.of(step("B", 0, "{}")), OFFICER))
                .as("what other ledgers hold does not matter")
                .hasSize(1);
    }

    @Test
    void ofTwoWhoHaveSeenTheSameOnlyOneEnters() {
        List<String> ends = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> {
                    try {
                        store.ledgers().appendHavingSeen("outfall", 0, List.of(step("A" + i, 0, "{}")), OFFICER);
                        return "entered";
                    } catch (Refusal refusal) {
                        return refusal.code();
                    }
                })
                .toList();
        assertThat(ends).filteredOn("entered"::equals).hasSize(1);
        assertThat(ends).filteredOn("ledger-moved"::equals).hasSize(7);
    }

    @Test
    void attachmentsAreListedInTheOrderInWhichTheyCameAndTheirFilesAreNeeded() throws IOException {
        Archive.Kept kept =
                store.archive().keep(new ByteArrayInputStream("照片".getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE);
        Attachment first = attachment("x", kept, Optional.of(new Attachment.Place(118.7, 24.7)));
        Attachment second = attachment("a", kept, Optional.empty());
        assertThat(store.uploads().needsFile(kept.sha256())).isFalse();
        store.attachments().add(first, OFFICER);
        store.attachments().add(second, OFFICER);
        reopen();
        assertThat(store.attachments().of("outfall", "A")).containsExactly(first, second);
        assertThat(store.attachments().of("outfall", "B")).isEmpty();
        assertThat(store.attachments().find("a")).contains(second);
        assertThat(store.uploads().needsFile(kept.sha256())).isTrue();
    }

    private static Attachment attachment(String id, Archive.Kept kept, Optional<Attachment.Place> place) {
        return new Attachment(
                id, "outfall", "A", "现场.jpg", "image/jpeg", kept.sha256(), kept.bytes(), place, AT, "officer");
    }

    private static Account account(String name) {
        return new Account(
                name,
                "张三",
                Optional.of("hash"),
                List.of("editor", "officer"),
                List.of("350581101"),
                true,
                false,
                Optional.of("https://id.example.cn " + name),
                "s1",
                AT);
    }

    @Test
    void accountsAreFoundByNameAndByIdentityAndChangeAsAWhole() throws IOException {
        Account zhang = account("zhang");
        store.people().add(zhang, OFFICER);
        store.people().add(account("an"), OFFICER);
        assertThatThrownBy(() -> store.people().add(zhang, OFFICER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("account-exists"));
        Account closed = new Account(
                "zhang", "张三", Optional.empty(), List.of(), List.of(), false, true, Optional.empty(), "s2", AT);
        assertThat(store.people().byIdentity("https://id.example.cn zhang")).contains(zhang);
        store.people().change(closed, OFFICER);
        reopen();
        assertThat(store.people().find("zhang")).contains(closed);
        assertThat(store.people().byIdentity("https://id.example.cn zhang")).isEmpty();
        assertThat(store.people().all()).extracting(Account::name).containsExactly("an", "zhang");
        assertThat(store.people().find("nobody")).isEmpty();
    }

    @Test
    void keysOfProgramsAreFoundByTheirHashAndTakenBack() {
        store.people().add(account("zhang"), OFFICER);
        ApiToken token = new ApiToken(
                "t1", "zhang", "夜间脚本", "h1", List.of("read"), AT, Optional.of(AT.plusSeconds(60)), Optional.empty());
        store.people().add(token, OFFICER);
        assertThat(store.people().tokenByHash("h1")).contains(token);
        store.people().revoke("t1", AT.plusSeconds(5), OFFICER);
        store.people().revoke("t1", AT.plusSeconds(9), OFFICER);
        assertThat(store.people().tokensOf("zhang").get(0).revokedAt()).contains(AT.plusSeconds(5));
    }

    @Test
    void aSessionLastsUntilItIsEndedAndOldOnesAreDropped() {
        SignedIn old = new SignedIn("h0", "zhang", "s1", AT.minusSeconds(100), AT.minusSeconds(10));
        SignedIn now = new SignedIn("h1", "zhang", "s1", AT, AT.plusSeconds(100));
        store.people().begin(old);
        store.people().begin(now);
        assertThat(store.people().session("h0")).isEmpty();
        assertThat(store.people().session("h1")).contains(now);
        store.people().end("h1");
        assertThat(store.people().session("h1")).isEmpty();
    }

    @Test
    void everyChangeIsInTheAuditLogAndTheHashesFollowEachOther() throws IOException {
        store.audit().append(OFFICER, AuditEntry.What.of("sign-in", "officer", ""));
        store.people().add(account("zhang"), OFFICER);
        store.ledgers().append(List.of(step("A", 0, "{}")), OFFICER);
        reopen();
        List<AuditEntry> all = new ArrayList<>();
        store.audit().all(all::add);
        assertThat(all)
                .extracting(entry -> entry.what().action())
                .containsExactly("sign-in", "account.add", "outfall.step");
        assertThat(all).extracting(AuditEntry::actor).containsOnly(OFFICER);
        String before = AuditEntry.BEGINNING;
        for (AuditEntry entry : all) {
            assertThat(entry.follows(before)).isTrue();
            before = entry.hash();
        }
        assertThat(store.audit().newest()).contains(all.get(2));
    }

    @Test
    void theAuditLogIsAskedByWhoWhatAndToWhat() {
        store.audit().append(OFFICER, AuditEntry.What.of("sign-in", "officer", ""));
        store.audit().append(OFFICER, AuditEntry.What.of("account.add", "zhang", ""));
        store.audit().append(Actor.SYSTEM, AuditEntry.What.of("account.change", "zhang", ""));
        assertThat(asked(Long.MAX_VALUE, "account", null, null)).containsExactly(3L, 2L);
        assertThat(asked(3, "account", null, null)).containsExactly(2L);
        assertThat(asked(Long.MAX_VALUE, null, "system", "zhang")).containsExactly(3L);
        assertThat(store.audit().page(AuditLog.Question.ALL, 2))
                .extracting(AuditEntry::seq)
                .containsExactly(3L, 2L);
    }

    private List<Long> asked(long before, String action, String who, String subject) {
        AuditLog.Question question = new AuditLog.Question(
                before, Optional.ofNullable(who), Optional.ofNullable(action), Optional.ofNullable(subject));
        return store.audit().page(question, 10).stream().map(AuditEntry::seq).toList();
    }

    @Test
    void entriesOfManyAtTheSameTimeMakeOneChain() {
        IntStream.range(0, 40).parallel().forEach(i -> store.audit()
                .append(OFFICER, AuditEntry.What.of("export", "coastline", "" + i)));
        List<AuditEntry> all = new ArrayList<>();
        store.audit().all(all::add);
        assertThat(all).hasSize(40);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).seq()).isEqualTo(i + 1L);
            assertThat(all.get(i).follows(all.get(i - 1).hash())).isTrue();
        }
    }
}
