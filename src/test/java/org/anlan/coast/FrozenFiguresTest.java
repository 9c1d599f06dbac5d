package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.report.Seal;
import org.anlan.store.Actor;
import org.anlan.store.Commit;
import org.anlan.store.Origin;
import org.anlan.store.StoredDocument;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frozen figure comes out again whatever is committed later, and tells when it does not. */
class FrozenFiguresTest {

    private static final Actor TESTER = new Actor("tester", "10.0.0.7");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Installed installed;
    private FrozenFigures frozen;

    @BeforeEach
    void open() throws IOException {
        installed = Installed.open(FilledStore.make(folder.resolve("data"), FilledStore.COAST));
        frozen = over(installed.analyses().rules());
    }

    @AfterEach
    void close() {
        installed.close();
    }

    private FrozenFigures over(CountingRuleSets rules) {
        return new FrozenFigures(
                new Retention(installed.catalog(), installed.store(), rules),
                rules,
                installed.store().documents(),
                NOON);
    }

    @Test
    void itHoldsAllThatItRestsOnUnderItsSeal() {
        StoredDocument kept = freeze(By.TOWN, Optional.empty());
        assertThat(kept.head().createdAt()).isEqualTo(NOON.instant());
        assertThat(kept.head().sha256()).isEqualTo(Seal.of(frozen.body(kept)));
        JsonNode body = frozen.body(kept);
        assertThat(body.at("/question/rules").asText()).isEqualTo("national-2017@1");
        assertThat(body.at("/question/year").asInt()).isEqualTo(2020);
        assertThat(body.at("/ruleSet/table")).hasSize(5);
        assertThat(body.at("/result/rows").size()).isGreaterThan(3);
        assertThat(frozen.all()).containsExactly(kept.head());
        assertThat(frozen.find(kept.head().id())).isEqualTo(kept);
    }

    @Test
    void itComesOutAgainAfterTheCoastWasHandedInAnewAndTheRegionsAreGone() {
        StoredDocument figure = freeze(By.TOWN, Optional.empty());
        StoredDocument table = freeze(By.BAY, Optional.of(By.PROTECTION));
        try (Commit commit = installed.store().begin(Origin.of(Origin.Kind.EDIT, new Actor("test", ""), ""))) {
            commit.layer(installed.catalog().layer("coastline")).stateScope(2020L);
            commit.layer(installed.catalog().layer("regions")).stateScope("town");
            commit.finish();
        }
        for (StoredDocument one : List.of(figure, table)) {
            assertThat(frozen.check(one.head().id()).reasons()).isEmpty();
        }
    }

    @Test
    void itTellsThatItsRulesAreGoneOrWereChangedUnderTheSameVersion() {
        String id = freeze(By.CITY, Optional.empty()).head().id();
        CountingRules usual = installed.analyses().rules().usual();
        CountingRules next = new CountingRules(usual.id(), 2, usual.title(), usual.about(), usual.table());
        assertThat(codes(over(new CountingRuleSets(List.of(next))).check(id))).containsExactly("rules-gone");
        CountingRules other = new CountingRules(
                usual.id(),
                1,
                usual.title(),
                Text.same(""),
                List.of(new CountingRules.Row(Optional.empty(), Optional.empty(), Counts.TOTAL_ONLY)));
        FrozenCheck changed = over(new CountingRuleSets(List.of(other))).check(id);
        assertThat(codes(changed)).containsExactly("rules-changed", "result-differs");
        assertThat(changed.reasons().get(1).text().en()).contains("/total/countedNaturalM");
    }

    @Test
    void itTellsThatItWasDamagedOrThatItsRevisionIsNotThere() {
        StoredDocument kept = freeze(By.CITY, Optional.empty());
        ObjectNode body = frozen.body(kept).deepCopy();
        body.withObject("/result/total").put("totalM", 1);
        body.withObject("/question").put("revision", 999);
        installed
                .store()
                .documents()
                .add(
                        new StoredDocument(
                                new StoredDocument.Head(FrozenFigures.KIND, "broken", NOON.instant(), "", "x", "00"),
                                Seal.text(body)),
                        "");
        assertThat(codes(frozen.check("broken"))).containsExactly("document-damaged", "unknown-revision");
        installed
                .store()
                .documents()
                .add(
                        new StoredDocument(
                                new StoredDocument.Head(FrozenFigures.KIND, "none", NOON.instant(), "", "x", "00"),
                                "{"),
                        "");
        assertThat(codes(frozen.check("none"))).containsExactly("document-damaged", "document-damaged");
    }

    @Test
    void aNameIsNeededAndAnUnknownIdIsTold() {
        assertRefused("missing-value", () -> frozen.freeze(ask(By.CITY), Optional.empty(), " ", "", TESTER));
        assertRefused(
                "text-too-long", () -> frozen.freeze(ask(By.CITY), Optional.empty(), "x".repeat(201), "", TESTER));
        assertRefused("unknown-document", () -> frozen.check("nix"));
        assertThat(frozen.all()).isEmpty();
    }

    private static List<String> codes(FrozenCheck check) {
        return check.reasons().stream().map(FrozenCheck.Reason::code).toList();
    }

    private static void assertRefused(String code, Runnable asking) {
        assertThatThrownBy(asking::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private StoredDocument freeze(By by, Optional<By> across) {
        return frozen.freeze(ask(by), across, "年度报告", "表 1", TESTER);
    }

    private static Retention.Question ask(By by) {
        return new Retention.Question(Optional.empty(), by, Optional.empty(), OptionalLong.empty());
    }
}
