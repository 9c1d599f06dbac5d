package org.anlan.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.store.Actor;
import org.anlan.store.Revision;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;
import org.anlan.zoning.IndicatorsFigure.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan's indicators with the demonstration's layers, against the figures computed elsewhere (data/shishi/checks.json). */
class IndicatorsTest {

    private static final List<String> HAND_INS = List.of(
            "XZQH.zip",
            "HWGLDY.zip",
            "AX2015.zip",
            "AX2020.zip",
            "AX2025.zip",
            "STBHHX.zip",
            "indicators.csv",
            "table1.csv",
            "indicator-conflicts.csv");

    @TempDir
    static Path folder;

    private static Installed installed;

    @BeforeAll
    static void takeThePlanIn() throws IOException {
        installed = Installed.open(FilledStore.make(
                folder.resolve("data"), HAND_INS.stream().map(Shishi::handIn).toList()));
    }

    @AfterAll
    static void close() {
        installed.close();
    }

    @Test
    void theTwentyFourRowsAreAsPrinted() {
        IndicatorsFigure figure = all();
        assertThat(figure.rows()).hasSize(24);
        assertThat(figure.rows()).extracting(row -> row.plan().no()).isSorted();
        assertThat(figure.baseYear()).isEqualTo(2020);
        assertThat(figure.targetYear()).isEqualTo(2025);
        assertThat(row(9).plan().targetNumber()).hasValue(75);
        assertThat(row(13).plan().comparator()).isEqualTo("at-least");
        assertThat(row(12).plan().targetText()).isEqualTo("不降低");
        assertThat(row(2).plan().baseNumber()).hasValue(-5.02);
        assertThat(row(7).plan().baseNumber()).isEmpty();
    }

    @Test
    void naturalCoastIsComputedOfEverySurvey() {
        IndicatorsFigure.Row coast = row(18);
        assertThat(coast.series())
                .filteredOn(value -> value.origin() == IndicatorsFigure.Origin.COMPUTED)
                .extracting(value -> value.date().getYear())
                .containsExactly(2015, 2020, 2025);
        for (IndicatorsFigure.Value value : coast.series()) {
            assertThat(value.value().orElseThrow())
                    .isCloseTo(Shishi.ratio(value.date().getYear(), "ratio_percent"), within(0.005));
        }
        assertThat(coast.series())
                .filteredOn(value -> value.date().getYear() == 2020)
                .hasSize(2)
                .allSatisfy(value -> assertThat(value.value().orElseThrow()).isCloseTo(39.86, within(0.005)));
        assertThat(coast.current().orElseThrow().date()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(coast.state()).as("its target is a text").isEqualTo(State.NO_DATA);
    }

    @Test
    void redLinesAreToldOnLandAtSeaAndTogether() {
        double land = 0;
        double marine = 0;
        for (var one : Shishi.checks().path("red_lines_ha").properties()) {
            double areaM2 = one.getValue().asDouble() * 10_000;
            land += one.getKey().contains("-LYHX-") ? areaM2 : 0;
            marine += one.getKey().contains("-HYHX-") ? areaM2 : 0;
        }
        double city = Shishi.checks().at("/regions/city_km2").asDouble() * 1e6;
        IndicatorsFigure.Row row = row(12);
        assertThat(row.details()).hasSize(3);
        assertThat(row.details().get(0).whole()).isCloseTo(city, within(100.0));
        assertThat(row.details().get(0).part()).isLessThanOrEqualTo(land + 50).isGreaterThan(land * 0.95);
        assertThat(row.details().get(1).part()).isLessThanOrEqualTo(marine + 60).isGreaterThan(marine * 0.8);
        assertThat(row.details().get(2).part())
                .isCloseTo(row.details().get(0).part() + row.details().get(1).part(), within(land * 0.2));
        assertThat(row.current().orElseThrow().value().orElseThrow())
                .isCloseTo(row.details().get(0).part() / city * 100, within(1e-3));
        assertThat(row.state()).as("nothing to compare with").isEqualTo(State.NO_DATA);
        assertThat(row.why().en()).contains("no base");
    }

    @Test
    void whatHasNoLayersSaysWhichItNeeds() {
        IndicatorsFigure.Row parks = row(8);
        assertThat(parks.state()).isEqualTo(State.NO_DATA);
        assertThat(parks.current()).isEmpty();
        assertThat(parks.why().en()).contains("parks", "built-up");
    }

    @Test
    void contradictionsOfThePlanAreToldWithBothSources() {
        assertThat(row(9).conflicts()).singleElement().satisfies(one -> {
            assertThat(one.firstValue()).isEqualTo("75");
            assertThat(one.secondValue()).isEqualTo("85以上");
            assertThat(one.secondSource()).isEqualTo("5.1.2");
        });
        assertThat(row(23).conflicts())
                .extracting(IndicatorsFigure.Conflict::aspect)
                .containsExactly("target", "kind");
        assertThat(row(11).conflicts())
                .as("same value, another kind")
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.aspect()).isEqualTo("kind");
                    assertThat(one.firstValue()).isEqualTo("约束性");
                    assertThat(one.secondValue()).isEqualTo("预期性");
                });
        assertThat(row(16).conflicts()).isEmpty();
    }

    @Test
    void enteredValuesAreKeptWithTheirHistoryAndCorrectedByDate() {
        Revision first = enter(9, "2023-12-31", OptionalDouble.of(68), "", "");
        assertThat(row(9).state()).isEqualTo(State.ON_THE_WAY);
        enter(9, "2021-12-31", OptionalDouble.of(66), "", "");
        Revision corrected = enter(9, "2023-12-31", OptionalDouble.of(60), "", "");
        assertThat(corrected.changed()).isEqualTo(1);
        assertThat(row(9).state()).as("worse than the base").isEqualTo(State.MISSED);
        assertThat(row(9).series())
                .extracting(value -> value.value().orElseThrow())
                .containsExactly(65.0, 66.0, 60.0);
        IndicatorsFigure then = installed
                .analyses()
                .indicators()
                .figure(new Indicators.Question(OptionalLong.of(9), Optional.empty(), OptionalLong.of(first.id())));
        assertThat(then.rows().get(0).current().orElseThrow().value()).hasValue(68);
        enter(9, "2025-12-31", OptionalDouble.of(76.5), "", "");
        assertThat(row(9).state()).as("more than the 75 that are printed").isEqualTo(State.MET);
    }

    @Test
    void aTextTargetIsJudgedByHandAndNeverComputed() {
        enter(4, "2025-12-31", OptionalDouble.of(98.4), "", "");
        assertThat(row(4).state()).isEqualTo(State.NO_DATA);
        enter(4, "2025-12-31", OptionalDouble.of(98.4), "", "met");
        assertThat(row(4).state()).isEqualTo(State.MET);
        assertThat(row(4).why().en()).contains("judged by hand");
    }

    @Test
    void theTargetYearDecidesBetweenOnTheWayAndMissed() {
        enter(13, "2022-12-31", OptionalDouble.of(78), "", "");
        assertThat(row(13).state()).isEqualTo(State.ON_THE_WAY);
        enter(13, "2025-06-30", OptionalDouble.of(79.9), "", "");
        assertThat(row(13).state()).isEqualTo(State.MISSED);
        enter(15, "2025-12-31", OptionalDouble.of(0), "", "");
        assertThat(row(15).state()).isEqualTo(State.MET);
        enter(24, "2024-12-31", OptionalDouble.of(0.5), "", "");
        assertThat(row(24).state()).as("worse than a base that met it").isEqualTo(State.MISSED);
    }

    @Test
    void badValuesAreRefusedAndNothingIsKept() {
        Optional<Revision> before = installed.store().revisions().newest("indicator-values");
        assertRefused("bad-value", () -> enter(9, "2023-12-31", OptionalDouble.of(1), "both", ""));
        assertRefused("bad-value", () -> enter(9, "2023-12-31", OptionalDouble.empty(), " ", ""));
        assertRefused("bad-value", () -> enter(9, "2023-12-31", OptionalDouble.of(Double.NaN), "", ""));
        assertRefused("bad-value", () -> enter(9, "0023-12-31", OptionalDouble.of(1), "", ""));
        assertRefused("bad-value", () -> enter(9, "2023-12-31", OptionalDouble.of(1), "", "met"));
        assertRefused("bad-value", () -> enter(4, "2023-12-31", OptionalDouble.of(1), "", "perhaps"));
        assertRefused("bad-value", () -> enter(4, "2023-12-31", OptionalDouble.empty(), "长".repeat(1_001), ""));
        assertRefused("unknown-indicator", () -> enter(99, "2023-12-31", OptionalDouble.of(1), "", ""));
        assertThat(installed.store().revisions().newest("indicator-values")).isEqualTo(before);
    }

    @Test
    void jsonCsvAndTableHaveEveryIndicator() {
        IndicatorsFigure figure = all();
        JsonNode tree = IndicatorsText.tree(figure);
        assertThat(tree.path("rows")).hasSize(24);
        assertThat(tree.at("/rows/11/details/0/wholeM2").asDouble()).isPositive();
        assertThat(IndicatorsText.csv(figure).lines()).hasSize(25);
        assertThat(IndicatorsText.table(figure)).contains("农村生活污水治理率", "85以上 (5.1.2)");
    }

    private static IndicatorsFigure all() {
        return installed.analyses().indicators().figure(Indicators.Question.all());
    }

    private static IndicatorsFigure.Row row(long no) {
        return installed
                .analyses()
                .indicators()
                .figure(new Indicators.Question(OptionalLong.of(no), Optional.empty(), OptionalLong.empty()))
                .rows()
                .get(0);
    }

    private static Revision enter(long no, String date, OptionalDouble value, String text, String judgement) {
        return installed
                .analyses()
                .indicators()
                .enter(
                        new Indicators.NewValue(no, LocalDate.parse(date), value, text, judgement, "统计公报", ""),
                        new Actor("tester", ""));
    }

    private static void assertRefused(String code, Runnable asking) {
        assertThatThrownBy(asking::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
