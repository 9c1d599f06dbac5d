package org.anlan.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoningRuleSetsTest {

    private static final Catalog CATALOG = CatalogReader.load(Optional.empty());

    private static final String OWN =
            """
            {"id": "own", "version": 1, "title": {"zh": "自定", "en": "Own"}, "about": {"zh": "试", "en": "Try"},
             "activities": [{"code": "kite-flying", "label": {"zh": "放风筝", "en": "Kite flying"}}],
             "rules": [{"id": "no-kites", "title": {"zh": "禁止风筝", "en": "No kites"},
               "document": {"zh": "某文", "en": "A text"}, "clause": {"zh": "一", "en": "1"}, "from": "2020-01-01",
               "where": {"layer": "protected-areas", "fields": {"zone": ["core"]}, "withinM": 20},
               "says": {"zh": "不许", "en": "Not allowed"}, "verdicts": {"kite-flying": "prohibited"}}]}
            """;

    @TempDir
    Path folder;

    private ZoningRuleSets with(String file) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules").resolve("zoning"));
        Files.writeString(rules.resolve("own.json"), file);
        return ZoningRuleSets.load(Optional.of(folder), CATALOG);
    }

    @Test
    void everyShippedRuleNamesItsClauseAndSpeaksOfSomething() {
        ZoningRuleSets shipped = ZoningRuleSets.load(Optional.empty(), CATALOG);
        assertThat(shipped.activity(Optional.empty()).code()).isEqualTo("construction");
        Set<String> spoken = new HashSet<>();
        for (ZoningRules set : shipped.all()) {
            for (ZoningRule rule : set.rules()) {
                assertThat(rule.verdicts().isEmpty() && rule.otherwise().isEmpty())
                        .as(rule.id())
                        .isFalse();
                assertThat(rule.document().zh()).as(rule.id()).contains("《");
                spoken.addAll(rule.verdicts().keySet());
            }
        }
        assertThat(spoken).contains("reclamation", "patrol-research", "moderate-tourism", "linear-infrastructure");
    }

    @Test
    void anInstallationAddsItsOwn() throws IOException {
        ZoningRuleSets sets = with(OWN);
        assertThat(sets.activities()).extracting(ZoningRules.Activity::code).contains("construction", "kite-flying");
        ZoningRule rule = sets.asked(Optional.of("own")).get(0).rules().get(0);
        assertThat(rule.of("kite-flying")).contains(Verdict.PROHIBITED);
        assertThat(rule.of("construction")).isEmpty();
        assertThat(rule.where().orElseThrow().withinM()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"zone\": [\"core\"] | \"zone\": [\"kernel\"] | kernel",
                "\"zone\": | \"zoen\": | zoen",
                "protected-areas | protected-aeras | layer",
                "\"2020-01-01\" | \"1 May\" | from",
                "\"kite-flying\": \"prohibited\" | \"kites\": \"prohibited\" | kites",
                "\"prohibited\" | \"forbidden\" | verdicts",
                "\"withinM\": 20 | \"withinM\": -1 | withinM",
                "\"id\": \"no-kites\" | \"id\": \"core-zone\" | core-zone",
                "\"code\": \"kite-flying\" | \"code\": \"construction\" | construction",
                "\"says\" | \"sais\" | says"
            })
    void aBrokenFileIsRefusedWithFilePlaceAndReason(String good, String bad, String named) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> with(OWN.replace(good, bad)));
        assertThat(refusal.code()).isEqualTo("rules-broken");
        assertThat(refusal.text().en()).contains("own.json", named);
    }

    @Test
    void anUnknownSetIsRefusedWithThoseThereAre() {
        ZoningRuleSets shipped = ZoningRuleSets.load(Optional.empty(), CATALOG);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> shipped.asked(Optional.of("mars")));
        assertThat(refusal.code()).isEqualTo("unknown-rule-set");
        assertThat(refusal.text().en()).contains("national", "shishi-145");
    }
}
