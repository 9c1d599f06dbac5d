package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.intake.Intake;
import org.anlan.store.Actor;
import org.anlan.store.Commit;
import org.anlan.store.FeatureQuery;
import org.anlan.store.LayerWriter;
import org.anlan.store.NewFeature;
import org.anlan.store.Origin;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The figures of the demonstration against those computed elsewhere (data/shishi/checks.json), and the rules of counting. */
class RetentionTest {

    private static final double CENTIMETRE = 0.01;
    private static final double POINTS = 0.0005;

    @TempDir
    static Path folder;

    private static Catalog catalog;
    private static Store store;
    private static Retention retention;

    @BeforeAll
    static void takeTheSurveysIn() throws IOException {
        catalog = CatalogReader.load(Optional.empty());
        store = SqliteStore.open(folder, catalog);
        retention = new Retention(catalog, store, CountingRuleSets.load(Optional.empty(), catalog));
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
    @ValueSource(ints = {2015, 2020, 2025})
    void theWholeCoastIsAsComputedElsewhere(int year) {
        RetentionFigure figure = ask(year, By.CITY, "national-2017");

        assertSums(figure.total(), check(year));
        assertThat(figure.total().segments())
                .isEqualTo(check(year).path("segments_mainland").asInt());
        assertThat(figure.rows()).hasSize(1);
        assertThat(figure.unassigned().segments()).isZero();
        assertThat(figure.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2015, 2020})
    void everyTownIsAsComputedElsewhere(int year) {
        assertRows(ask(year, By.TOWN, "national-2017"), check(year).path("by_town"), RetentionFigure.Row::name);
    }

    @ParameterizedTest
    @ValueSource(ints = {2015, 2020})
    void everyBayIsAsComputedElsewhere(int year) {
        assertRows(ask(year, By.BAY, "national-2017"), check(year).path("by_bay"), RetentionFigure.Row::code);
    }

    @ParameterizedTest
    @ValueSource(ints = {2015, 2020, 2025})
    void protectionClassesAndFunctionSpacesAddUpToTheirLengths(int year) {
        assertLengths(ask(year, By.PROTECTION, "national-2017"), check(year).path("by_protection_m"));
        assertLengths(ask(year, By.SPACE, "national-2017"), check(year).path("by_space_m"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2015, 2020, 2025})
    void ruleSetsCountAsTheySay(int year) {
        assertThat(ratio(ask(year, By.CITY, "strict-natural").total()))
                .isCloseTo(check(year).path("ratio_natural_only_percent").asDouble(), within(POINTS));
        assertThat(ratio(ask(year, By.CITY, "estuary-excluded").total()))
                .isCloseTo(check(year).path("ratio_estuary_left_out_percent").asDouble(), within(POINTS));
    }

    @Test
    void rowsAndUnassignedAddUpToTheTotal() {
        for (By by : By.values()) {
            RetentionFigure figure = ask(2020, by, "national-2017");
            double rows =
                    figure.rows().stream().mapToDouble(r -> r.sums().totalM()).sum()
                            + figure.unassigned().totalM();
            assertThat(rows).as(by.word()).isCloseTo(figure.total().totalM(), within(1e-6));
        }
    }

    @Test
    void withoutAYearTheNewestSurveyAnswers() {
        RetentionFigure figure = retention.figure(
                new Retention.Question(Optional.empty(), By.CITY, Optional.empty(), OptionalLong.empty()));

        assertThat(figure.surveyYear()).isEqualTo(2025);
        assertThat(figure.rules().id()).isEqualTo("national-2017");
    }

    @Test
    void whatDoesNotExistIsRefusedWithWhatDoes() {
        assertRefused("unknown-year", "2015, 2020, 2025", () -> ask(2010, By.CITY, "national-2017"));
        assertRefused("unknown-rule-set", "strict-natural", () -> ask(2020, By.CITY, "mine"));
        assertRefused("unknown-grouping", "protection", () -> By.of("village"));
        assertRefused(
                "unknown-revision",
                "",
                () -> retention.figure(
                        new Retention.Question(Optional.of(2020), By.CITY, Optional.empty(), OptionalLong.of(999))));
    }

    @Test
    void theRatiosPrintedForTaiwanComeOut() {
        assertThat(ratio(new Sums(1, 1960.73, 0, 0, 0, 0, 1101.61, 1960.73))).isCloseTo(56.18, within(0.005));
        assertThat(ratio(new Sums(1, 1991.10, 0, 0, 0, 0, 1104.69, 1991.10))).isCloseTo(55.48, within(0.005));
        assertThat(new Sums(0, 0, 0, 0, 0, 0, 0, 0).ratioPercent()).isEmpty();
    }

    @Test
    void aFigureOfAnOldRevisionStaysAndCoastDrawnTwiceCountsOnce(@TempDir Path own) {
        try (Store changing = SqliteStore.open(own, catalog)) {
            copy("regions", changing);
            long before = copy("coastline", changing);
            Retention figures = new Retention(catalog, changing, CountingRuleSets.load(Optional.empty(), catalog));
            RetentionFigure old = figures.figure(at(before));

            addAgain(changing, "350581A010@2020", "COPY", 0);
            RetentionFigure doubled = figures.figure(
                    at(changing.revisions().newest("coastline").orElseThrow().id()));

            assertThat(doubled.total().totalM()).isCloseTo(old.total().totalM(), within(1e-6));
            assertThat(ratio(doubled.total())).isCloseTo(ratio(old.total()), within(1e-9));
            assertThat(doubled.total().segments()).isEqualTo(old.total().segments());
            assertThat(doubled.warnings()).singleElement().satisfies(w -> assertThat(w.en())
                    .contains("COPY@2020"));
            assertThat(figures.figure(at(before))).isEqualTo(old);
        }
    }

    @Test
    void coastFarFromEveryTownIsItsOwnRow(@TempDir Path own) {
        try (Store changing = SqliteStore.open(own, catalog)) {
            copy("regions", changing);
            copy("coastline", changing);
            addAgain(changing, "350581A010@2020", "FAR", 0.5);
            Retention figures = new Retention(catalog, changing, CountingRuleSets.load(Optional.empty(), catalog));
            RetentionFigure figure = figures.figure(
                    at(changing.revisions().newest("coastline").orElseThrow().id()));

            assertThat(figure.unassigned().segments()).isEqualTo(1);
            assertThat(figure.total().totalM() - figure.unassigned().totalM())
                    .isCloseTo(check(2020).path("total_m").asDouble(), within(CENTIMETRE));
        }
    }

    private static Retention.Question at(long revision) {
        return new Retention.Question(Optional.of(2020), By.TOWN, Optional.empty(), OptionalLong.of(revision));
    }

    /** Copies the current features of a layer into another store, and gives the revision. */
    private static long copy(String layer, Store to) {
        try (Commit commit = to.begin(Origin.of(Origin.Kind.EDIT, new Actor("test", ""), ""))) {
            LayerWriter writer = commit.layer(catalog.layer(layer));
            each(layer, store, writer::put);
            return commit.finish().get(0).id();
        }
    }

    /** Adds a feature with the shape of another, moved east by some degrees. */
    private static void addAgain(Store to, String like, String code, double moved) {
        try (Commit commit = to.begin(Origin.of(Origin.Kind.EDIT, new Actor("test", ""), ""))) {
            LayerWriter writer = commit.layer(catalog.layer("coastline"));
            List<NewFeature> found = new ArrayList<>();
            each("coastline", store, f -> {
                if (f.id().equals(like)) {
                    found.add(f);
                }
            });
            NewFeature model = found.get(0);
            Object[] values = model.values();
            values[catalog.layer("coastline").indexOf("seg_code")] = code;
            writer.put(new NewFeature(
                    code + "@2020",
                    model.geometry().map(g -> moved(g, moved)),
                    model.lengthM(),
                    0,
                    values,
                    Optional.empty()));
            commit.finish();
        }
    }

    private static Geometry moved(Geometry line, double east) {
        Coordinate[] points = line.getCoordinates();
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(points[i].x + east, points[i].y);
        }
        return new GeometryFactory().createLineString(points);
    }

    private static void each(String layer, Store from, Consumer<NewFeature> receiver) {
        long revision = from.revisions().newest(layer).orElseThrow().id();
        int fields = catalog.layer(layer).fields().size();
        from.features().read(FeatureQuery.all(catalog.layer(layer), revision), row -> {
            Object[] values = new Object[fields];
            for (int i = 0; i < fields; i++) {
                values[i] = row.value(i);
            }
            receiver.accept(new NewFeature(row.id(), row.geometry(), row.lengthM(), row.areaM2(), values, row.extra()));
            return true;
        });
    }

    private static RetentionFigure ask(int year, By by, String rules) {
        return retention.figure(
                new Retention.Question(Optional.of(year), by, Optional.of(rules), OptionalLong.empty()));
    }

    private static JsonNode check(int year) {
        return Shishi.checks().path("coastline").path(Integer.toString(year));
    }

    private static void assertRows(RetentionFigure figure, JsonNode checks, Function<RetentionFigure.Row, String> key) {
        Map<String, RetentionFigure.Row> rows = figure.rows().stream().collect(Collectors.toMap(key, r -> r));
        assertThat(checks.size()).isPositive();
        List<String> names = new ArrayList<>();
        checks.fieldNames().forEachRemaining(names::add);
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            assertSums(rows.get(name).sums(), checks.path(name));
            assertThat(rows.get(name).sums().segments())
                    .as(name)
                    .isEqualTo(checks.path(name).path("segments").asInt());
        }
    }

    private static void assertLengths(RetentionFigure figure, JsonNode checks) {
        assertThat(figure.rows()).hasSameSizeAs(checks);
        for (RetentionFigure.Row row : figure.rows()) {
            String name = checks.has(row.name()) ? row.name() : row.name().replace("空间", "");
            assertThat(row.sums().totalM())
                    .as(row.name())
                    .isCloseTo(checks.path(name).asDouble(), within(CENTIMETRE));
        }
    }

    private static void assertSums(Sums sums, JsonNode check) {
        assertThat(sums.totalM()).isCloseTo(check.path("total_m").asDouble(), within(CENTIMETRE));
        assertThat(sums.naturalM()).isCloseTo(check.path("natural_m").asDouble(), within(CENTIMETRE));
        assertThat(sums.natureLikeM()).isCloseTo(check.path("nature_like_m").asDouble(), within(CENTIMETRE));
        assertThat(sums.estuaryM()).isCloseTo(check.path("estuary_m").asDouble(), within(CENTIMETRE));
        assertThat(sums.artificialM()).isCloseTo(check.path("artificial_m").asDouble(), within(CENTIMETRE));
        assertThat(ratio(sums)).isCloseTo(check.path("ratio_percent").asDouble(), within(POINTS));
    }

    private static double ratio(Sums sums) {
        return sums.ratioPercent().orElseThrow();
    }

    private static void assertRefused(String code, String told, Runnable question) {
        assertThatThrownBy(question::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.text().en()).contains(told);
        });
    }
}
