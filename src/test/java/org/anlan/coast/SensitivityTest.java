package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ratio depends on, and what the hand-ins declare, against checks.json. */
class SensitivityTest {

    private static final Map<String, String> CHECKED = Map.of(
            "national-2017", "ratio_percent",
            "strict-natural", "ratio_natural_only_percent",
            "estuary-excluded", "ratio_estuary_left_out_percent");

    @TempDir
    static Path folder;

    private static Installed installed;

    @BeforeAll
    static void open() throws IOException {
        installed = Installed.open(FilledStore.make(folder.resolve("data"), FilledStore.COAST));
    }

    @AfterAll
    static void close() {
        installed.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2015, 2020})
    void everyRuleSetStandsBesideTheOthers(int year) {
        SensitivityFigure figure = ask(year, Coast.MAINLAND, List.of());
        assertThat(figure.rules()).hasSize(CHECKED.size()).allSatisfy(row -> assertThat(
                        row.sums().ratioPercent().orElseThrow())
                .as(row.rules().id())
                .isCloseTo(Shishi.ratio(year, CHECKED.get(row.rules().id())), within(0.0005)));
        assertThat(figure.scales()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCoarserLineIsShorterAndHasFewerVertices(Coast coast) {
        List<SensitivityFigure.ByScale> scales =
                ask(2020, coast, Sensitivity.USUAL_TOLERANCES_M).scales();
        assertThat(scales).extracting(SensitivityFigure.ByScale::toleranceM).containsExactly(0.0, 10.0, 50.0, 100.0);
        for (int i = 1; i < scales.size(); i++) {
            assertThat(scales.get(i).vertices()).isLessThan(scales.get(i - 1).vertices());
            assertThat(scales.get(i).sums().totalM())
                    .isLessThan(scales.get(i - 1).sums().totalM());
            assertThat(scales.get(i).sums().segments())
                    .isEqualTo(scales.get(0).sums().segments());
        }
    }

    @Test
    void aToleranceThatLeavesNothingOutChangesNothing() {
        List<SensitivityFigure.ByScale> scales =
                ask(2020, Coast.MAINLAND, List.of(1e-6)).scales();
        assertThat(scales.get(1).sums().totalM()).isCloseTo(scales.get(0).sums().totalM(), within(0.001));
    }

    @Test
    void tolerancesOutOfBoundsAreRefused() {
        for (double toleranceM : new double[] {0, -1, Double.NaN, 20_000}) {
            assertThatThrownBy(() -> ask(2020, Coast.MAINLAND, List.of(toleranceM)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("bad-parameter"));
        }
    }

    @Test
    void theThreeWronglyDeclaredLengthsOf2015ComeFirst() {
        DeclaredFigure figure = declared(2015, By.TOWN, 10);
        JsonNode wrong = Shishi.checks().path("declared_length_errors_2015_handin");
        assertThat(wrong).hasSize(3);
        for (JsonNode one : wrong) {
            DeclaredFigure.Segment found = figure.segments().subList(0, 3).stream()
                    .filter(segment ->
                            segment.code().equals(one.path("seg_code").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.declaredM())
                    .isCloseTo(1000 * one.path("declared_km").asDouble(), within(1e-6));
            assertThat(found.computedM()).isCloseTo(1000 * one.path("true_km").asDouble(), within(0.5));
            assertThat(found.deviationPercent())
                    .isCloseTo(one.path("error_percent").asDouble(), within(0.2));
        }
        assertThat(Math.abs(figure.segments().get(3).deviationPercent())).isLessThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2015, 2020})
    void declaredAndComputedLengthsOfTheTownsAddUp(int year) {
        DeclaredFigure figure = declared(year, By.TOWN, 1);
        assertThat(figure.total().computedM())
                .isCloseTo(
                        Shishi.checks()
                                .path("coastline")
                                .path(Integer.toString(year))
                                .path("total_m")
                                .asDouble(),
                        within(0.01));
        assertThat(figure.rows().stream()
                                .mapToDouble(row -> row.sums().declaredM())
                                .sum()
                        + figure.unassigned().declaredM())
                .isCloseTo(figure.total().declaredM(), within(1e-6));
        assertThat(figure.rows().stream()
                                .mapToDouble(row -> row.sums().computedM())
                                .sum()
                        + figure.unassigned().computedM())
                .isCloseTo(figure.total().computedM(), within(1e-6));
        assertThat(figure.segments()).hasSize(1);
        assertThat(figure.warnings()).isEmpty();
    }

    @Test
    void declaredLengthsHaveNoSumsByClass() {
        assertThatThrownBy(() -> declared(2015, By.USE, 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unknown-grouping"));
    }

    private static SensitivityFigure ask(int year, Coast coast, List<Double> tolerancesM) {
        return installed
                .analyses()
                .sensitivity()
                .figure(new Sensitivity.Question(
                        Optional.of(year), coast, Optional.empty(), OptionalLong.empty(), tolerancesM));
    }

    private static DeclaredFigure declared(int year, By by, int most) {
        return installed
                .analyses()
                .declared()
                .figure(new Declared.Question(Optional.of(year), Coast.MAINLAND, by, OptionalLong.empty(), most));
    }
}
