package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.coast.forms.RatesText;
import org.anlan.coast.rates.Casting;
import org.anlan.coast.rates.GivenBaseline;
import org.anlan.coast.rates.Pick;
import org.anlan.coast.rates.SurveyValues;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.LineString;

/** Change rates of the demonstration, whose line is the same in all surveys (data/shishi/README.md), and what is refused. */
class RatesDemonstrationTest {

    @TempDir
    static Path folder;

    private static Installed installed;
    private static RatesFigure figure;

    @BeforeAll
    static void takeTheSurveysIn() throws IOException {
        installed = Installed.open(FilledStore.make(
                folder.resolve("data"),
                List.of("XZQH.zip", "HWGLDY.zip", "AX2015.zip", "AX2020.zip", "AX2025.zip").stream()
                        .map(Shishi::handIn)
                        .toList()));
        figure = ask(question(years(), "town", usual(), Optional.empty()));
    }

    @AfterAll
    static void close() {
        installed.close();
    }

    @Test
    void theSameLineInAllSurveysDoesNotMove() {
        assertThat(figure.surveys()).extracting(RatesFigure.SurveyUsed::year).containsExactly(2015, 2020, 2025);
        assertThat(figure.transects()).hasSize(1123).allSatisfy(transect -> {
            RatesFigure.Movement movement = transect.movement().orElseThrow();
            assertThat(movement.nsmM()).as("transect %s", transect.number()).isCloseTo(0, within(1e-3));
            assertThat(movement.sceM()).isCloseTo(0, within(1e-3));
            assertThat(movement.trend()).isEqualTo(RatesFigure.Trend.STABLE);
            assertThat(movement.lrr().determination()).isEmpty();
        });
        assertThat(figure.total().stable()).isEqualTo(1123);
    }

    /** Length and ends as data/shishi gives them: from Quanzhou Bay in the north-west to Shenhu Bay in the south-east, the sea on the left. */
    @Test
    void theBaselineIsTheMainlandLineOfTheOldestSurvey() {
        assertThat(figure.baseline().surveyYear()).hasValue(2015);
        assertThat(figure.baseline().lines()).hasSize(1);
        assertThat(figure.baseline().lengthM())
                .isCloseTo(Shishi.checks().at("/coastline/2015/total_m").asDouble(), within(0.01));
        LineString line = figure.baseline().lines().get(0);
        assertThat(line.getStartPoint().getX()).isCloseTo(118.645, within(1e-4));
        assertThat(line.getStartPoint().getY()).isCloseTo(24.78372, within(1e-4));
        assertThat(line.getEndPoint().getX()).isCloseTo(118.66578, within(1e-4));
        assertThat(line.getEndPoint().getY()).isCloseTo(24.68872, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"city", "town", "bay"})
    void rowsAddUpToTheTotal(String by) {
        RatesFigure asked = ask(question(years(2015, 2025), by, usual(), Optional.empty()));
        int rows = asked.rows().stream().mapToInt(row -> row.sums().transects()).sum();
        assertThat(rows + asked.unassigned().transects())
                .isEqualTo(asked.transects().size());
        assertThat(asked.rows()).isNotEmpty();
    }

    /** Towns have a transect for every 50 m of the coast that data/shishi/checks.json gives them, but for one where a border cuts a stretch. */
    @Test
    void townsHaveTransectsByTheirLength() {
        JsonNode towns = Shishi.checks().at("/coastline/2015/by_town");
        assertThat(figure.rows()).hasSameSizeAs(towns).allSatisfy(row -> assertThat(
                        (double) row.sums().transects())
                .isCloseTo(towns.path(row.name()).path("total_m").asDouble() / 50, within(1.0)));
    }

    @Test
    void surveysTellTheirFilesAndThatTheirScalesAreNotStated() {
        assertThat(figure.surveys().get(1).sources()).containsExactly("AX2020.zip (EPSG:4528)");
        assertThat(figure.warnings())
                .extracting(Text::en)
                .anyMatch(text ->
                        text.contains("differ in scale or do not state it (2015: not stated, 2020: not stated)"));
    }

    @Test
    void theSameQuestionGivesTheSameFigure() {
        RatesFigure again = ask(question(years(), "town", usual(), Optional.empty()));
        assertThat(RatesText.tree(again)).isEqualTo(RatesText.tree(figure));
    }

    @Test
    void yearsThatCannotBeComparedAreRefused() {
        assertRefused("unknown-year", () -> ask(question(years(2010, 2020), "town", usual(), Optional.empty())));
        assertRefused("too-few-surveys", () -> ask(question(years(2020), "town", usual(), Optional.empty())));
        assertRefused("unknown-grouping", () -> ask(question(years(), "space", usual(), Optional.empty())));
        assertRefused("bad-parameter", () -> ask(saying("2010:5", "")));
        assertRefused("bad-parameter", () -> ask(saying("", "2010:2010-01-01")));
        assertRefused("dates-in-order", () -> ask(saying("", "2015:2021-01-01")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -50, Double.NaN, Double.POSITIVE_INFINITY, 10_001, 0.01})
    void lengthsOutOfBoundsAreRefused(double metres) {
        assertRefused("bad-parameter", () -> new Casting(metres, 500, 500, Pick.NEAREST));
        assertRefused("bad-parameter", () -> new Casting(50, metres, 500, Pick.NEAREST));
        assertRefused("bad-parameter", () -> new Casting(50, 500, metres, Pick.NEAREST));
    }

    @Test
    void tooManyTransectsAndNoneAtAllAreRefused() {
        assertRefused(
                "too-many-transects",
                () -> ask(question(years(), "town", new Casting(0.5, 500, 500, Pick.NEAREST), Optional.empty())));
        assertRefused(
                "no-transects",
                () -> ask(onBaseline(
                        "{\"type\":\"LineString\",\"coordinates\":[[118.7,24.72],[118.7001,24.72]]}", "left")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"LineString\",\"coordinates\":[]} | bad-geometry",
                "{\"type\":\"LineString\",\"coordinates\":[[118.7,24.7]]} | bad-geometry",
                "{\"type\":\"LineString\",\"coordinates\":[[118.7,24.7],[118.7,24.7]]} | geometry-crosses-itself",
                "{\"type\":\"LineString\",\"coordinates\":[[118.7,24.7],[118.8,24.8],[118.8,24.7],[118.7,24.8]]} | bad-baseline",
                "{\"type\":\"Point\",\"coordinates\":[118.7,24.7]} | bad-baseline",
                "{\"type\":\"MultiLineString\",\"coordinates\":[[[118.7,24.7],[118.8,24.7]],[[118.7,24.8],[118.8,24.8]]]} | bad-baseline",
                "{\"type\":\"LineString\",\"coordinates\":[[368472,2736770],[368473,2736770]]} | geometry-not-degrees",
                "{\"type\":\"LineString\",\"coordinates\":[[118.7,\"x\"],[118.8,24.7]]} | bad-geometry",
                "{\"type\":\"LineString\",\"coordinates\":[[100.0,30.0],[100.1,30.0]]} | side-unknown",
                "{} | bad-geometry",
                "7 | bad-geometry"
            })
    void baselinesThatAreNoneAreRefused(String json, String code) {
        assertRefused(code, () -> ask(onBaseline(json, "")));
    }

    @Test
    void aBaselineFarFromTheCoastIsRefused() {
        assertRefused(
                "baseline-off-coast",
                () -> ask(onBaseline("{\"type\":\"LineString\",\"coordinates\":[[119.7,24.7],[119.8,24.7]]}", "left")));
        assertRefused(
                "bad-parameter",
                () -> ask(onBaseline("{\"type\":\"LineString\",\"coordinates\":[[118.7,24.7],[118.8,24.7]]}", "up")));
    }

    @ParameterizedTest
    @CsvSource({
        "'2015;2020', years",
        "'2015,', years",
        "15, years",
        "'2015:0', uncertainty",
        "'2015:NaN', uncertainty",
        "'2015:-1', uncertainty",
        "'5,6', uncertainty",
        "'2015:5,2015:6', uncertainty",
        "'2015', dates",
        "'2015:15-6-30', dates",
        "'2015:2015-02-30', dates",
        "'2015:2015-01-01,2015:2015-02-01', dates"
    })
    void wordsOfSurveysThatCannotBeReadAreRefused(String text, String parameter) {
        assertRefused("bad-parameter", () -> switch (parameter) {
            case "years" -> SurveyValues.years(text);
            case "uncertainty" -> SurveyValues.uncertainties(text);
            default -> SurveyValues.dates(text);
        });
    }

    private static void assertRefused(String code, Supplier<?> asking) {
        assertThatThrownBy(asking::get).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .as(refusal.getMessage())
                .isEqualTo(code));
    }

    private static RatesFigure ask(Rates.Question question) {
        return installed.analyses().rates().figure(question);
    }

    private static Casting usual() {
        return new Casting(
                Casting.DEFAULT_SPACING_M, Casting.DEFAULT_HALF_LENGTH_M, Casting.DEFAULT_SMOOTHING_M, Pick.NEAREST);
    }

    private static SortedSet<Integer> years(Integer... years) {
        return new TreeSet<>(List.of(years));
    }

    private static Rates.Question saying(String uncertainty, String dates) {
        return DrawnCoast.saying(uncertainty, dates);
    }

    private static Rates.Question onBaseline(String json, String sea) {
        try {
            JsonNode node = new ObjectMapper().readTree(json);
            GivenBaseline baseline = GivenBaseline.read(node, Optional.of(sea).filter(side -> !side.isEmpty()));
            return question(years(), "town", usual(), Optional.of(baseline));
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Rates.Question question(
            SortedSet<Integer> years, String by, Casting casting, Optional<GivenBaseline> baseline) {
        return new Rates.Question(
                years,
                By.of(by),
                OptionalLong.empty(),
                casting,
                SurveyValues.Uncertainties.UNSAID,
                new TreeMap<>(),
                baseline);
    }
}
