package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.Geodesy;
import org.anlan.intake.Intake;
import org.anlan.store.Actor;
import org.anlan.store.NewFeature;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.Rows;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Changes between the demonstration's surveys against those computed elsewhere (data/shishi/checks.json), and what matching does with lines that moved. */
class ChangeTest {

    private static final double CENTIMETRE = 0.01;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    @TempDir
    static Path folder;

    private static Catalog catalog;
    private static Store store;
    private static Change change;
    private static Retention retention;

    @BeforeAll
    static void takeTheSurveysIn() throws IOException {
        catalog = CatalogReader.load(Optional.empty());
        store = SqliteStore.open(folder, catalog);
        CountingRuleSets rules = CountingRuleSets.load(Optional.empty(), catalog);
        retention = new Retention(catalog, store, rules);
        change = new Change(catalog, store, rules);
        Intake intake = new Intake(catalog, store, retention);
        for (String file : List.of("XZQH.zip", "HWGLDY.zip", "AX2015.zip", "AX2020.zip", "AX2025.zip")) {
            Shishi.take(intake, Shishi.handIn(file));
        }
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"2015, 2020", "2020, 2025", "2015, 2025"})
    void metresFromTypeToTypeAreAsComputedElsewhere(int from, int to) {
        JsonNode expected = Shishi.checks().path("change").path(from + "-" + to);
        Map<String, Double> found = new HashMap<>();
        for (ChangeFigure.Cell cell : ask(from, to, By.CITY).total().cells()) {
            if (cell.changed()) {
                found.put(word(cell.from()) + "->" + word(cell.to()), cell.lengthM());
            }
        }
        Map<String, Double> words = new HashMap<>();
        expected.properties()
                .forEach(one -> words.put(codes(one.getKey()), one.getValue().asDouble()));
        assertThat(found.keySet()).isEqualTo(words.keySet());
        words.forEach((types, metres) -> assertThat(found.get(types)).as(types).isCloseTo(metres, within(CENTIMETRE)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CITY", "TOWN", "BAY"})
    void rowsAddUpToTheTotalAndTheTotalToTheOlderSurvey(By by) {
        ChangeFigure figure = ask(2015, 2020, by);
        double rows =
                figure.rows().stream().mapToDouble(row -> length(row.sums())).sum() + length(figure.unassigned());
        assertThat(rows).isCloseTo(length(figure.total()), within(1e-6));
        var question = new Retention.Question(Optional.of(2015), By.CITY, Optional.empty(), OptionalLong.empty());
        assertThat(length(figure.total()) - figure.total().newM())
                .isCloseTo(retention.figure(question).total().totalM(), within(CENTIMETRE));
    }

    @Test
    void naturalCoastLostAndGainedIsTheDifferenceOfTheSurveys() {
        ChangeFigure figure = ask(2015, 2025, By.CITY);
        double before = natural(2015);
        double after = natural(2025);
        assertThat(figure.total().naturalGainedM() - figure.total().naturalLostM())
                .isCloseTo(after - before, within(0.05));
        assertThat(figure.total().naturalLostM()).isPositive();
    }

    private static double natural(int year) {
        return retention
                .figure(new Retention.Question(Optional.of(year), By.CITY, Optional.empty(), OptionalLong.empty()))
                .total()
                .countedNaturalM();
    }

    @Test
    void everyReachLiesWhereItsLengthSays() {
        ChangeFigure figure = ask(2015, 2020, By.TOWN);
        assertThat(figure.reaches()).isNotEmpty();
        double sum = 0;
        for (ChangeFigure.Reach reach : figure.reaches()) {
            assertThat(Geodesy.lengthM(reach.line())).isCloseTo(reach.lengthM(), within(1e-3));
            sum += reach.lengthM();
        }
        assertThat(sum).isCloseTo(figure.total().changedM(), within(1e-6));
    }

    /** A coast of 4 segments, the same again cut elsewhere, drawn the other way and moved by metres: nothing changed. */
    @ParameterizedTest
    @CsvSource({"4, false, 0", "7, false, 0", "7, true, 0", "5, true, 3", "5, false, -8"})
    void cutsDirectionsAndSmallMovesAreNoChange(int segments, boolean backwards, double movedM) {
        ChangeFigure figure = between(
                line(4, false, 0, "sandy"), line(segments, backwards, movedM, "sandy"), Change.DEFAULT_TOLERANCE_M);
        assertThat(figure.total().changedM()).isCloseTo(0, within(0.001));
        assertThat(figure.reaches()).isEmpty();
    }

    @Test
    void aLineThatMovedFartherThanTheToleranceIsGoneHereAndNewThere() {
        ChangeFigure figure = between(line(4, false, 0, "sandy"), line(4, false, 120, "sandy"), 50);
        double length = length(figure.total()) / 2;
        assertThat(figure.total().goneM()).isCloseTo(length, within(5.0));
        assertThat(figure.total().newM()).isCloseTo(length, within(5.0));
        assertThat(between(line(4, false, 0, "sandy"), line(4, false, 120, "sandy"), 200)
                        .total()
                        .changedM())
                .isCloseTo(0, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        "1:5000, 1：5000, true",
        "1:5000, 5000, true",
        "1:5000, 1:10000, false",
        "1:5000, '', false",
        "'', '', false",
        "1:5000, about a mile, false"
    })
    void surveysOfDifferentOrUnknownScaleAreWarnedOf(String older, String newer, boolean comparable) {
        ChangeFigure figure =
                between(stating(older, line(4, false, 0, "sandy")), stating(newer, line(4, false, 0, "sandy")), 50);
        assertThat(figure.warnings()).hasSize(comparable ? 0 : 1);
        if (!comparable) {
            assertThat(figure.warnings().get(0).en()).contains("1990", "1995");
        }
    }

    private static List<NewFeature> stating(String scale, List<NewFeature> features) {
        features.forEach(one -> one.values()[catalog.layer("coastline").indexOf("source_scale")] = scale);
        return features;
    }

    @Test
    void aSurveyOfSeveralScalesSaysSo() {
        SurveySource.Collecting collecting = new SurveySource.Collecting();
        collecting.add("1:5000", "航测");
        collecting.add("1/5 000", "航测");
        assertThat(collecting.all().warnings()).isEmpty();
        assertThat(collecting.all().words().en()).isEqualTo("1:5000");
        collecting.add("1:50,000", "");
        SurveySource source = collecting.all();
        assertThat(source.scales()).containsExactly(5000L, 50000L);
        assertThat(source.sources()).containsExactly("航测");
        assertThat(source.warnings()).singleElement().satisfies(text -> assertThat(text.en())
                .contains("1:5000, 1:50000"));
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertRefused("unknown-year", () -> ask(2010, 2020, By.CITY));
        assertRefused("years-in-order", () -> ask(2020, 2015, By.CITY));
        assertRefused("unknown-grouping", () -> ask(2015, 2020, By.SPACE));
        assertRefused(
                "bad-parameter",
                () -> change.figure(
                        new Change.Question(2015, 2020, By.CITY, Optional.empty(), OptionalLong.empty(), Double.NaN)));
    }

    private static void assertRefused(String code, Runnable asking) {
        assertThatThrownBy(asking::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static ChangeFigure ask(int from, int to, By by) {
        return change.figure(
                new Change.Question(from, to, by, Optional.empty(), OptionalLong.empty(), Change.DEFAULT_TOLERANCE_M));
    }

    /** The change between two made-up surveys, kept in years of their own and taken out again. */
    private static ChangeFigure between(List<NewFeature> older, List<NewFeature> newer, double toleranceM) {
        LayerDefinition layer = catalog.layer("coastline");
        long before = store.revisions().newest("coastline").orElseThrow().id();
        List<NewFeature> both = new ArrayList<>();
        int year = layer.indexOf("survey_year");
        for (List<NewFeature> survey : List.of(older, newer)) {
            for (NewFeature one : survey) {
                Object[] values = one.values().clone();
                values[year] = survey == older ? 1990L : 1995L;
                both.add(new NewFeature(
                        one.id() + "@" + values[year], one.geometry(), one.lengthM(), 0, values, Optional.empty()));
            }
        }
        Revision made = Rows.commit(store, layer, List.of(), both);
        try {
            return change.figure(
                    new Change.Question(1990, 1995, By.CITY, Optional.empty(), OptionalLong.of(made.id()), toleranceM));
        } finally {
            store.revisions().rollback(layer, before, new Actor("tester", ""), "");
        }
    }

    /** A winding line near the demonstration's coast in so many segments, moved to the north by metres. */
    private static List<NewFeature> line(int segments, boolean backwards, double movedM, String type2) {
        LayerDefinition layer = catalog.layer("coastline");
        Coordinate[] all = new Coordinate[141];
        for (int i = 0; i < all.length; i++) {
            int at = backwards ? all.length - 1 - i : i;
            all[i] = new Coordinate(118.70 + at * 0.0003, 24.72 + 0.002 * Math.sin(at / 9.0) + movedM / 110_770);
        }
        List<NewFeature> features = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            int from = i * 140 / segments;
            int to = (i + 1) * 140 / segments;
            Coordinate[] part = java.util.Arrays.copyOfRange(all, from, to + 1);
            Object[] values = new Object[layer.fields().size()];
            values[layer.indexOf("mainland")] = true;
            values[layer.indexOf("type1")] = "natural";
            values[layer.indexOf("type2")] = type2;
            var shape = SHAPES.createLineString(part);
            features.add(
                    new NewFeature("L" + i, Optional.of(shape), Geodesy.lengthM(shape), 0, values, Optional.empty()));
        }
        return features;
    }

    private static double length(ChangeFigure.Sums sums) {
        return sums.cells().stream().mapToDouble(ChangeFigure.Cell::lengthM).sum();
    }

    private static String word(Optional<ChangeFigure.Type> type) {
        return type.map(one -> one.type1() + "/" + one.type2()).orElse("");
    }

    /** "自然岸线/砂质->人工岸线/交通" in codes. */
    private static String codes(String words) {
        List<String> both = new ArrayList<>();
        for (String type : words.split("->", -1)) {
            String[] levels = type.split("/", -1);
            both.add(code("coast-type1", levels[0]) + "/" + code("coast-type2", levels[1]));
        }
        return String.join("->", both);
    }

    private static String code(String list, String word) {
        return catalog.codeList(list).match(word).map(CodeList.Entry::code).orElseThrow(() -> new AssertionError(word));
    }
}
