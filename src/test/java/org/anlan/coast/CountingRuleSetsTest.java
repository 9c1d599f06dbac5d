package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.CodeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingRuleSetsTest {

    private final CountingRuleSets shipped = CountingRuleSets.load(Optional.empty());

    @Test
    void everyTableDecidesEveryTypeOfTheCatalogueByARowOfItsOwn() {
        Catalog catalog = CatalogReader.load(Optional.empty());
        for (CountingRules rules : shipped.all()) {
            for (CodeList.Entry type2 : catalog.codeList("coast-type2").entries()) {
                String type1 = type2.parent().orElseThrow();
                assertThat(rules.knows(type1, type2.code()))
                        .as("%s: %s/%s", rules.id(), type1, type2.code())
                        .isTrue();
            }
            for (CodeList.Entry type1 : catalog.codeList("coast-type1").entries()) {
                assertThat(rules.knows(type1.code(), ""))
                        .as("%s: %s", rules.id(), type1.code())
                        .isTrue();
            }
        }
    }

    @Test
    void natureLikeCoastIsNaturalUnderTheNationalRulesAndNotUnderTheStrictOnes() {
        assertThat(shipped.usual().id()).isEqualTo("national-2017");
        assertThat(shipped.find("national-2017").counts("nature-like", "restored"))
                .isEqualTo(Counts.NATURAL);
        assertThat(shipped.find("strict-natural").counts("nature-like", "restored"))
                .isEqualTo(Counts.TOTAL_ONLY);
        assertThat(shipped.find("strict-natural").counts("natural", "sandy")).isEqualTo(Counts.NATURAL);
    }

    @Test
    void estuariesAreInNeitherSumWhereTheyAreExcluded() {
        CountingRules rules = shipped.find("estuary-excluded");
        assertThat(rules.counts("natural", "estuary")).isEqualTo(Counts.EXCLUDED);
        assertThat(rules.counts("estuarine", "")).isEqualTo(Counts.EXCLUDED);
        assertThat(rules.counts("natural", "bedrock")).isEqualTo(Counts.NATURAL);
        assertThat(shipped.usual().counts("natural", "estuary")).isEqualTo(Counts.NATURAL);
        assertThat(shipped.usual().counts("estuarine", "")).isEqualTo(Counts.NATURAL);
    }

    @Test
    void anUnknownTypeCountsInTheTotalOnlyAndIsToldApart() {
        for (CountingRules rules : shipped.all()) {
            assertThat(rules.counts("", "")).isEqualTo(Counts.TOTAL_ONLY);
            assertThat(rules.knows("", "")).isFalse();
            assertThat(rules.knows("冰川", "")).isFalse();
        }
    }

    @Test
    void anUnknownRuleSetIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> shipped.find("provincial")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("unknown-rule-set");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
            assertThat(refusal.text().en()).contains("national-2017, strict-natural, estuary-excluded");
        });
    }

    @Test
    void anInstallationAddsARuleSetAndReplacesOne(@TempDir Path folder) throws IOException {
        write(
                folder,
                "own.json",
                "fujian",
                "[{\"type1\":\"natural\",\"counts\":\"natural\"},{\"counts\":\"total-only\"}]");
        write(folder, "replaced.json", "strict-natural", "[{\"counts\":\"excluded\"}]");
        CountingRuleSets sets = CountingRuleSets.load(Optional.of(folder));
        assertThat(sets.all())
                .extracting(CountingRules::id)
                .containsExactly("national-2017", "strict-natural", "estuary-excluded", "fujian");
        assertThat(sets.find("strict-natural").counts("natural", "sandy")).isEqualTo(Counts.EXCLUDED);
    }

    @Test
    void twoVersionsOfARuleSetStandSideBySideAndTheNewestIsMeantByTheId(@TempDir Path folder) throws IOException {
        write(folder, "own.json", "national-2017", 2, "[{\"counts\":\"excluded\"}]");
        CountingRuleSets sets = CountingRuleSets.load(Optional.of(folder));
        assertThat(sets.find("national-2017@1")).isEqualTo(shipped.usual());
        assertThat(sets.find("national-2017@2").counts("natural", "sandy")).isEqualTo(Counts.EXCLUDED);
        assertThat(sets.find("national-2017")).isEqualTo(sets.find("national-2017@2"));
        assertThat(sets.usual()).isEqualTo(sets.find("national-2017@2"));
        assertThatThrownBy(() -> sets.find("national-2017@3"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.text().en())
                                .contains("national-2017@1", "strict-natural", "national-2017@2"));
    }

    @Test
    void aTableThatLeavesCasesOpenIsRefused(@TempDir Path folder) throws IOException {
        write(folder, "own.json", "own", "[{\"type1\":\"natural\",\"counts\":\"natural\"}]");
        assertRefused(folder, "/table must end with a row that asks for no type");
    }

    @Test
    void aRowThatIsNeverReachedIsRefused(@TempDir Path folder) throws IOException {
        write(
                folder,
                "own.json",
                "own",
                "[{\"type1\":\"natural\",\"counts\":\"natural\"},"
                        + "{\"type1\":\"natural\",\"type2\":\"estuary\",\"counts\":\"excluded\"},{\"counts\":\"total-only\"}]");
        assertRefused(folder, "/table/1 is never reached");
    }

    @Test
    void aRowForATypeThatTheCatalogueDoesNotHaveIsRefused(@TempDir Path folder) throws IOException {
        write(
                folder,
                "own.json",
                "own",
                "[{\"type2\":\"estury\",\"counts\":\"excluded\"},{\"counts\":\"total-only\"}]");
        assertRefused(folder, "/table/0/type2 \"estury\" is no code of the list \"coast-type2\"");
    }

    @Test
    void anUnknownWordForCountingIsRefused(@TempDir Path folder) throws IOException {
        write(folder, "own.json", "own", "[{\"counts\":\"half\"}]");
        assertRefused(folder, "/table/0/counts \"half\" is none of: natural, total-only, excluded");
    }

    private static void assertRefused(Path folder, String reason) {
        assertThatThrownBy(() -> CountingRuleSets.load(Optional.of(folder)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("rules-broken");
                    assertThat(refusal.text().en()).contains("own.json").contains(reason);
                });
    }

    private static void write(Path folder, String file, String id, String table) throws IOException {
        write(folder, file, id, 1, table);
    }

    private static void write(Path folder, String file, String id, int version, String table) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules").resolve("coast"));
        String words = "{\"zh\":\"规则\",\"en\":\"rules\"}";
        Files.writeString(
                rules.resolve(file),
                """
                {"id":"%s","version":%d,"title":%s,"about":%s,"table":%s}"""
                        .formatted(id, version, words, words, table));
    }
}
