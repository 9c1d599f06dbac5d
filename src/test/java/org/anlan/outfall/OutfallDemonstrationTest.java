package org.anlan.outfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.CodeList;
import org.anlan.outfall.OutfallFigure.By;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.FilledStore;
import org.anlan.support.Shishi;
import org.anlan.support.TempFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the ledger over the demonstration, beside those that were computed elsewhere (checks.json). */
class OutfallDemonstrationTest {

    private static final Catalog CATALOG = CatalogReader.load(Optional.empty());
    private static TempFolder folder;
    private static Store store;
    private static Outfalls outfalls;

    @BeforeAll
    static void open() throws IOException {
        folder = TempFolder.make();
        store = SqliteStore.open(FilledStore.make(folder.path().resolve("data"), Shishi.handIns()), CATALOG);
        outfalls = Outfalls.over(CATALOG, store, Optional.empty(), Clock.systemUTC());
    }

    @AfterAll
    static void close() throws IOException {
        store.close();
        folder.close();
    }

    private static OutfallFigure figure(By by, String kind, Optional<LocalDate> on) {
        return outfalls.figures().figure(new OutfallFigures.Question(by, Optional.ofNullable(kind), on));
    }

    /** Counts by the code that a word of checks.json stands for. */
    private static Map<String, Integer> expected(String kind, String part, String codeList) {
        JsonNode counts = Shishi.checks().path("outfalls").path(kind).path(part);
        Map<String, Integer> expected = new TreeMap<>();
        counts.properties()
                .forEach(one -> expected.put(
                        code(codeList, one.getKey()), one.getValue().asInt()));
        return expected;
    }

    private static String code(String codeList, String word) {
        return codeList == null || word.isEmpty()
                ? word
                : CATALOG.codeList(codeList)
                        .match(word)
                        .map(CodeList.Entry::code)
                        .orElse(word);
    }

    @ParameterizedTest
    @CsvSource({
        "sea, by_state, STATE, outfall-state",
        "sea, by_cat1, CLASS1, outfall-cat1",
        "sea, by_cat2, CLASS2, outfall-cat2",
        "sea, by_treatment, TREATMENT, outfall-treatment",
        "sea, by_bay, BAY,",
        "river, by_state, STATE, outfall-state",
        "river, by_cat1, CLASS1, outfall-cat1",
        "river, by_receiving, RECEIVING,"
    })
    void countsComeOutAsComputedElsewhere(String kind, String part, By by, String codeList) {
        Map<String, Integer> counted = figure(by, kind, Optional.empty()).rows().stream()
                .collect(Collectors.toMap(OutfallFigure.Row::code, OutfallFigure.Row::outfalls));
        assertThat(counted).isEqualTo(expected(kind, part, codeList));
    }

    @ParameterizedTest
    @CsvSource({"sea", "river"})
    void townsComeOutByName(String kind) {
        Map<String, Integer> counted = figure(By.TOWN, kind, Optional.empty()).rows().stream()
                .collect(Collectors.toMap(row -> row.name().zh(), OutfallFigure.Row::outfalls));
        assertThat(counted).isEqualTo(expected(kind, "by_town", null));
    }

    @Test
    void sixtyEightOfEightyRiverOutfallsAreDoneWhichIsEightyFivePercent() {
        JsonNode checks = Shishi.checks().path("outfalls");
        OutfallFigure.Row river = figure(By.KIND, "river", Optional.of(LocalDate.of(2020, 12, 31)))
                .total();
        assertThat(river.outfalls()).isEqualTo(checks.at("/by_kind/入河").asInt());
        assertThat(river.done()).isEqualTo(checks.at("/river/completed").asInt());
        assertThat(river.donePercent())
                .isEqualTo(checks.at("/river/completed_percent").asDouble());
        OutfallFigure all = figure(By.KIND, null, Optional.empty());
        assertThat(all.total().outfalls()).isEqualTo(checks.path("total").asInt());
        assertThat(all.rows()).extracting(OutfallFigure.Row::outfalls).containsExactly(212, 80);
        assertThat(all.rows().get(0).done())
                .isEqualTo(checks.at("/sea/completed").asInt());
    }

    @Test
    void whatWasNotToldOfADayIsNotKnownThen() {
        OutfallFigure then = figure(By.STATE, "sea", Optional.of(LocalDate.of(2020, 12, 31)));
        assertThat(then.rows()).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo("unknown");
            assertThat(row.outfalls()).isEqualTo(212);
        });
    }

    @Test
    void monthsAreCountedAsTheyWereAtTheirEnd() {
        List<OutfallFigure.Row> months =
                figure(By.MONTH, null, Optional.of(LocalDate.of(2025, 7, 31))).rows();
        assertThat(months).hasSize(56); // 2020-12 to 2025-07
        assertThat(months.get(0).done()).isEqualTo(68);
        assertThat(months.get(0).states()).containsEntry("unknown", 212);
        assertThat(months.get(54).done()).isEqualTo(68 + 104);
        OutfallFigure.Row whole =
                figure(By.KIND, null, Optional.of(LocalDate.of(2025, 7, 31))).total();
        assertThat(months.get(55).states()).isEqualTo(whole.states());
        assertThat(months.get(55).toBeRemediated()).isEqualTo(whole.toBeRemediated());
        assertThat(months.get(55).writtenOffPercent()).isEqualTo(whole.writtenOffPercent());
    }

    @Test
    void theExceedancesAreThoseFoundElsewhere() {
        JsonNode checks = Shishi.checks().path("readings");
        ReadingFigure figure = outfalls.readings()
                .figure(new OutfallReadings.Question(
                        OutfallReadings.By.QUARTER, Optional.empty(), Optional.empty(), Optional.empty(), 100));
        assertThat(figure.samples()).isEqualTo(checks.path("rows").asLong());
        assertThat(figure.samplesOfUnknownOutfalls()).isZero();
        assertThat(figure.total().outfalls()).isEqualTo(checks.path("outfalls").asInt());
        assertThat(figure.rows()).hasSize(checks.path("quarters").asInt());
        assertThat(figure.total().exceedances())
                .isEqualTo(checks.path("exceedances").size());
        assertThat(figure.exceedances())
                .extracting(one -> one.outfall() + " " + one.quarter() + " " + one.parameter() + " " + one.value() + " "
                        + one.limit())
                .containsExactlyInAnyOrderElementsOf(checks.path("exceedances")
                        .valueStream()
                        .map(one -> one.path("outfall_code").asText() + " "
                                + one.path("quarter").asText() + " "
                                + one.path("parameter").asText() + " "
                                + one.path("value").asDouble() + " "
                                + one.path("limit").asDouble())
                        .toList());
    }

    @Test
    void aSeriesHasTheLimitsOfItsStandard() {
        ReadingSeries series = outfalls.readings()
                .series(
                        "FJ-350581-0033-GY-00",
                        Optional.of("cod"),
                        Optional.of(LocalDate.of(2024, 7, 1)),
                        Optional.of(LocalDate.of(2024, 9, 30)));
        assertThat(series.limits()).isEqualTo(Map.of("cod", 80.0));
        assertThat(series.units()).isEqualTo(Map.of("cod", "mg/L"));
        assertThat(series.missing()).isEmpty();
        assertThat(series.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.values()).isEqualTo(Map.of("cod", 136.2));
            assertThat(reading.exceeding()).containsExactly("cod");
        });
    }

    /** Elsewhere they were counted by their bare coordinates; six of them lie within 5 cm of the border. */
    @Test
    void twentyFourSeaOutfallsLieInARedLine() {
        PlaceFigure figure = outfalls.places()
                .figure(new OutfallPlaces.Question(Optional.of("not-in:red-lines"), Optional.of("sea")));
        assertThat(figure.outfalls()).isEqualTo(292);
        assertThat(figure.counts()).singleElement().satisfies(count -> {
            assertThat(count.outfalls() + count.onBorder())
                    .isEqualTo(
                            Shishi.checks().at("/outfalls/sea_within_red_line").asInt());
            assertThat(count.byKind()).isEqualTo(Map.of("sea", 18));
            assertThat(count.onBorderByKind()).isEqualTo(Map.of("sea", 6));
        });
        assertThat(figure.places()).hasSize(24).allSatisfy(place -> {
            assertThat(place.coast()).isPresent();
            assertThat(place.coast().get().distanceM()).isLessThan(46); // README of the demonstration
            assertThat(place.bay()).isPresent();
        });
        assertThat(figure.revisions()).containsKeys("red-lines", "coastline", "regions", "outfalls", "beaches");
    }

    @Test
    void theNearestSegmentIsTheOneThatWasNotedWhenTheOutfallWasMade() throws IOException {
        JsonNode master = new ObjectMapper()
                .readTree(Path.of("data/shishi/outfalls.geojson").toFile());
        List<JsonNode> sea = master.path("features")
                .valueStream()
                .map(feature -> feature.path("properties"))
                .filter(one -> one.path("kind").asText().equals("入海"))
                .toList();
        long same = sea.stream()
                .filter(one -> outfalls.places()
                        .of(one.path("outfall_code").asText())
                        .flatMap(OutfallPlace::coast)
                        .filter(near ->
                                near.id().equals(one.path("seg_code_2025").asText() + "@2025"))
                        .isPresent())
                .count();
        assertThat(sea).hasSize(212);
        assertThat(same).isGreaterThan(200); // some lie where two segments meet
    }
}
