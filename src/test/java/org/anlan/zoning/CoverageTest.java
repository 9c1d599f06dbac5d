package org.anlan.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the demonstration's protected areas and red lines cover, against the figures computed elsewhere (data/shishi/checks.json). */
class CoverageTest {

    /** The figures are printed to the 0.001 ha. */
    private static final double PRINTED_M2 = 10;

    @TempDir
    static Path folder;

    private static Installed installed;

    @BeforeAll
    static void takeTheDemonstrationIn() throws IOException {
        installed = Installed.demo(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        installed.close();
    }

    @Test
    void featuresAddUpToTheAreasComputedElsewhere() {
        CoverageFigure figure = ask(List.of(), By.CITY);
        double areas = 0;
        for (JsonNode one : Shishi.checks().path("protected_areas")) {
            areas += one.path("area_ha").asDouble() * 10_000;
        }
        double redLines = 0;
        for (JsonNode one : Shishi.checks().path("red_lines_ha")) {
            redLines += one.asDouble() * 10_000;
        }
        assertThat(layer(figure, "protected-areas").sumM2()).isCloseTo(areas, within(5 * PRINTED_M2));
        assertThat(layer(figure, "red-lines").sumM2()).isCloseTo(redLines, within(11 * PRINTED_M2));
        assertThat(figure.total().all().sumM2()).isCloseTo(areas + redLines, within(16 * PRINTED_M2));
        assertThat(figure.total().all().features()).isEqualTo(16);
    }

    @Test
    void overlapsOfProtectedAreasWithRedLinesAreAsComputedElsewhere() {
        CoverageFigure figure = ask(List.of(), By.CITY);
        Map<String, Double> found = new HashMap<>();
        figure.overlaps().forEach(one -> {
            assertThat(one.first().layer()).isEqualTo("protected-areas");
            assertThat(one.second().layer()).isEqualTo("red-lines");
            found.put(one.first().id() + " " + one.second().id(), one.areaM2());
        });
        JsonNode expected = Shishi.checks().path("protected_area_x_red_line");
        assertThat(found).hasSize(expected.size());
        double sum = 0;
        for (JsonNode one : expected) {
            String zone = installed
                    .catalog()
                    .codeList("pa-zone")
                    .match(one.path("zone").asText())
                    .orElseThrow()
                    .code();
            double areaM2 = one.path("overlap_ha").asDouble() * 10_000;
            assertThat(found.get(one.path("pa_code").asText() + "@" + zone + " "
                            + one.path("red_line").asText()))
                    .as(one.toString())
                    .isCloseTo(areaM2, within(PRINTED_M2));
            sum += areaM2;
        }
        assertThat(figure.total().all().overlapM2()).isCloseTo(sum, within(4 * PRINTED_M2 + figure.edgeErrorM2()));
        assertThat(figure.warnings()).singleElement().satisfies(warning -> assertThat(warning.both())
                .contains("4 处重叠", "4 overlaps"));
    }

    @Test
    void theLandIsTheCityAndItsShareIsWhatLiesInIt() {
        CoverageFigure figure = ask(List.of("red-lines"), By.CITY);
        CoverageFigure.Share land = figure.total().all().land().orElseThrow();
        assertThat(land.areaM2())
                .isCloseTo(Shishi.checks().at("/regions/city_km2").asDouble() * 1e6, within(100.0));
        assertThat(figure.rows()).singleElement().satisfies(city -> {
            assertThat(city.all().land().orElseThrow().coveredM2()).isCloseTo(land.coveredM2(), within(1e-3));
            assertThat(city.all().sea()).isEmpty();
        });
        CoverageFigure.Share sea = figure.total().all().sea().orElseThrow();
        double bays = 0;
        for (JsonNode one : Shishi.checks().at("/regions/bays_km2")) {
            bays += one.asDouble() * 1e6;
        }
        assertThat(sea.areaM2()).isPositive().isLessThan(bays);
        assertThat(land.coveredM2() + sea.coveredM2())
                .isLessThanOrEqualTo(figure.total().all().unionM2() + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CITY", "TOWN", "BAY"})
    void rowsAddUpToTheTotal(By by) {
        CoverageFigure figure = ask(List.of(), by);
        double error = figure.edgeErrorM2() + 1e-3;
        assertThat(total(figure, CoverageFigure.Cover::sumM2))
                .isCloseTo(figure.total().all().sumM2(), within(error));
        assertThat(total(figure, CoverageFigure.Cover::unionM2))
                .isCloseTo(figure.total().all().unionM2(), within(error));
        assertThat(figure.edgeErrorM2()).isLessThan(10_000);
        for (CoverageFigure.Row row : figure.rows()) {
            assertThat(row.all().unionM2()).isLessThanOrEqualTo(row.all().sumM2() + 1e-6);
        }
    }

    @Test
    void classesOfAFieldAddUpToTheirLayer() {
        CoverageFigure.Row total = ask(List.of(), By.CITY).total();
        for (String field : List.of("zone", "category", "level")) {
            assertThat(total.classes().stream()
                            .filter(one -> one.field().equals(field))
                            .mapToDouble(one -> one.cover().sumM2())
                            .sum())
                    .as(field)
                    .isCloseTo(total.layers().get(0).cover().sumM2(), within(1e-6));
        }
        double core = 0;
        for (JsonNode one : Shishi.checks().path("protected_areas")) {
            core += one.path("zone").asText().equals("核心保护区")
                    ? one.path("area_ha").asDouble() * 10_000
                    : 0;
        }
        double found = total.classes().stream()
                .filter(one -> one.code().equals("core"))
                .mapToDouble(one -> one.cover().unionM2())
                .sum();
        assertThat(found).isCloseTo(core, within(2 * PRINTED_M2));
        assertThat(total.classes())
                .filteredOn(one -> one.field().equals("domain"))
                .hasSize(2);
    }

    @Test
    void anyLayerOfAreasMayBeAskedFor() {
        CoverageFigure figure = ask(List.of("control-units"), By.TOWN);
        JsonNode expected = Shishi.checks().at("/control_units/km2");
        double all = 0;
        for (JsonNode one : expected) {
            all += one.asDouble() * 1e6;
        }
        assertThat(figure.total().all().unionM2()).isCloseTo(all, within(300.0));
        assertThat(figure.overlaps()).as("neighbours only touch").isEmpty();
        assertThat(figure.rows()).hasSize(9).allSatisfy(town -> assertThat(
                        town.all().land().orElseThrow().percent().orElseThrow())
                .isCloseTo(100, within(0.01)));
    }

    @Test
    void theSameQuestionOfAnOlderRevisionHasItsOwnAnswer() {
        long zones = installed
                .store()
                .revisions()
                .newest("protected-areas")
                .orElseThrow()
                .id();
        assertThat(ask(List.of("protected-areas"), By.CITY, OptionalLong.of(zones))
                        .total())
                .isEqualTo(ask(List.of("protected-areas"), By.CITY).total());
        assertRefused("unknown-revision", () -> ask(List.of("protected-areas"), By.CITY, OptionalLong.of(1)));
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertRefused("unknown-layer", () -> ask(List.of("nix"), By.CITY));
        assertRefused("not-an-area-layer", () -> ask(List.of("coastline"), By.CITY));
        assertRefused("not-an-area-layer", () -> ask(List.of("indicators"), By.CITY));
        assertRefused("unknown-grouping", () -> ask(List.of(), By.SPACE));
        assertRefused("unknown-region", () -> coverage()
                .figure(new Coverage.Question(List.of(), By.TOWN, Optional.of("350581999"), OptionalLong.empty())));
    }

    private static double total(CoverageFigure figure, ToDoubleFunction<CoverageFigure.Cover> measure) {
        return figure.rows().stream()
                        .mapToDouble(row -> measure.applyAsDouble(row.all()))
                        .sum()
                + measure.applyAsDouble(figure.unassigned().all());
    }

    private static CoverageFigure.Cover layer(CoverageFigure figure, String layer) {
        return figure.total().layers().stream()
                .filter(one -> one.layer().equals(layer))
                .findFirst()
                .orElseThrow()
                .cover();
    }

    private static Coverage coverage() {
        return installed.analyses().coverage();
    }

    private static CoverageFigure ask(List<String> layers, By by) {
        return ask(layers, by, OptionalLong.empty());
    }

    private static CoverageFigure ask(List<String> layers, By by, OptionalLong revision) {
        return coverage().figure(new Coverage.Question(layers, by, Optional.empty(), revision));
    }

    private static void assertRefused(String code, Runnable asking) {
        assertThatThrownBy(asking::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
