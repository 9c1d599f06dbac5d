package org.anlan.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.format.geojson.DrawnShape;
import org.anlan.geo.Geodesy;
import org.anlan.geo.Inside;
import org.anlan.store.FeatureQuery;
import org.anlan.support.Installed;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The candidates of the demonstration against what was computed elsewhere (data/shishi/checks.json), and what holds for any project. */
class ImpactTest {

    private static final double CENTIMETRE = 0.01;
    private static final double TENTH_OF_A_SQUARE_METRE = 0.1;
    /** checks.json prints hectares with four decimals. */
    private static final double HALF_A_DIGIT_M2 = 0.5;

    private static final double CUT_EDGE_M2 = 0.75;

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final GeometryFactory SHAPES = new GeometryFactory();

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

    private static ImpactReport ask(Geometry footprint, String activity) {
        return installed.analyses().impact().report(question(footprint, activity, 2020, DAY));
    }

    private static ImpactQuestion question(Geometry footprint, String activity, int year, LocalDate day) {
        return new ImpactQuestion(
                footprint,
                Optional.of(activity),
                Optional.of(year),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                day,
                ImpactQuestion.USUAL_NEAR_M);
    }

    private static Geometry candidate(String number) throws IOException {
        JsonNode projects = new ObjectMapper().readTree(Files.readString(Path.of("data/shishi/projects.geojson")));
        for (JsonNode feature : projects.path("features")) {
            if (feature.at("/properties/project_no").asText().equals(number)) {
                return DrawnShape.read(feature);
            }
        }
        throw new IllegalArgumentException(number);
    }

    private static Geometry shape(String wkt) {
        try {
            return new WKTReader(SHAPES).read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ImpactReport.LayerHits layer(ImpactReport report, String id) {
        return report.layers().stream()
                .filter(one -> one.layer().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> areas(ImpactReport report, String layer) {
        Map<String, Double> areas = new HashMap<>();
        layer(report, layer).hits().forEach(hit -> areas.put(hit.feature().id(), hit.areaM2()));
        return areas;
    }

    @ParameterizedTest
    @CsvSource({"CAND-A, PROHIBITED", "CAND-B, CONDITIONAL", "CAND-C, ALLOWED"})
    void aCandidateTakesWhatWasComputedElsewhere(String number, Verdict verdict) throws IOException {
        JsonNode expected = null;
        for (JsonNode one : Shishi.checks().path("candidates")) {
            expected = one.path("project_no").asText().equals(number) ? one : expected;
        }
        ImpactReport report = ask(candidate(number), "construction");
        assertThat(report.areaM2()).isCloseTo(expected.path("area_ha").asDouble() * 10_000, within(HALF_A_DIGIT_M2));
        mustBe(areas(report, "red-lines"), expected.path("red_lines"));
        mustBe(areas(report, "control-units"), expected.path("control_units"));
        assertThat(layer(report, "protected-areas").hits())
                .hasSize(expected.path("protected_areas").size());
        double coastM = 0;
        for (JsonNode metres : expected.at("/coast_m/2020")) {
            coastM += metres.asDouble();
        }
        assertThat(report.coast().orElseThrow().lengthM()).isCloseTo(coastM, within(CENTIMETRE));
        assertThat(report.verdict()).isEqualTo(verdict);
    }

    private static void mustBe(Map<String, Double> areas, JsonNode hectares) {
        Map<String, Double> expected = new HashMap<>();
        hectares.properties()
                .forEach(one -> expected.put(one.getKey(), one.getValue().asDouble() * 10_000));
        assertThat(areas.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, areaM2) -> assertThat(areas.get(id)).as(id).isCloseTo(areaM2, within(HALF_A_DIGIT_M2)));
    }

    @Test
    void theRatioAfterIsThatOfASurveyInWhichTheCoastTakenIsArtificial() throws IOException {
        ImpactReport.CoastTaken coast =
                ask(candidate("CAND-A"), "construction").coast().orElseThrow();
        JsonNode survey = Shishi.checks().at("/coastline/2020");
        double natural = survey.path("natural_m").asDouble()
                + survey.path("nature_like_m").asDouble();
        double total = survey.path("total_m").asDouble();
        assertThat(coast.before().ratioPercent().orElseThrow()).isCloseTo(100 * natural / total, within(1e-4));
        assertThat(coast.after().ratioPercent().orElseThrow())
                .isCloseTo(100 * (natural - 286.291) / total, within(1e-4));
        assertThat(coast.naturalM()).isCloseTo(286.291, within(CENTIMETRE));
        double target = coast.target().orElseThrow().percent();
        assertThat(coast.after().marginM(target))
                .isCloseTo(natural - 286.291 - target / 100 * total, within(CENTIMETRE));
    }

    @Test
    void aProjectThatIsKeptIsFoundByItsNumber() throws IOException {
        Geometry kept = installed.analyses().impact().project("CAND-A", OptionalLong.empty());
        assertThat(ask(kept, "construction").areaM2())
                .isCloseTo(ask(candidate("CAND-A"), "construction").areaM2(), within(TENTH_OF_A_SQUARE_METRE));
    }

    @Test
    void aRevisionThatIsNotThereIsRefusedWhateverLayersThereAre() throws IOException {
        try (Installed empty = Installed.fresh(folder.resolve("no-revisions"))) {
            ImpactQuestion question = new ImpactQuestion(
                    candidate("CAND-A"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.of(7),
                    DAY,
                    100);
            assertThat(catchThrowableOfType(
                                    Refusal.class,
                                    () -> empty.analyses().impact().report(question))
                            .code())
                    .isEqualTo("unknown-revision");
        }
    }

    @Test
    void aUnitsNeighboursAreTouchedAndNotHit() {
        Catalog catalog = installed.catalog();
        Map<String, Geometry> units = new HashMap<>();
        installed
                .store()
                .features()
                .read(
                        FeatureQuery.all(
                                catalog.layer("control-units"),
                                installed
                                        .store()
                                        .revisions()
                                        .newest("control-units")
                                        .orElseThrow()
                                        .id()),
                        row -> {
                            units.put(row.id(), row.geometry().orElseThrow());
                            return true;
                        });
        int touching = 0;
        for (Map.Entry<String, Geometry> unit : units.entrySet()) {
            ImpactReport.LayerHits hits = layer(ask(unit.getValue(), "construction"), "control-units");
            assertThat(hits.hits()).extracting(hit -> hit.feature().id()).containsExactly(unit.getKey());
            assertThat(hits.hits().get(0).areaM2())
                    .isCloseTo(Geodesy.areaM2(unit.getValue()), within(TENTH_OF_A_SQUARE_METRE));
            assertThat(hits.nearest()).isEmpty();
            touching += hits.touching().size();
        }
        assertThat(touching).as("units tile the city, so they touch").isGreaterThan(units.size());
    }

    /** Cut anywhere, in four parts, the parts take what the whole takes: lengths to a centimetre, areas as exactly as {@link Inside} says for edges of 500 m. */
    @ParameterizedTest
    @ValueSource(strings = {"CAND-A", "CAND-B"})
    void aProjectInPartsTakesWhatTheWholeTakes(String number) throws IOException {
        Geometry whole = candidate(number);
        Envelope box = whole.getEnvelopeInternal();
        Random random = new Random(number.hashCode());
        double x = box.getMinX() + box.getWidth() * random.nextDouble();
        double y = box.getMinY() + box.getHeight() * random.nextDouble();
        Map<String, Double> sums = new HashMap<>();
        for (Envelope quarter : List.of(
                new Envelope(box.getMinX(), x, box.getMinY(), y),
                new Envelope(x, box.getMaxX(), box.getMinY(), y),
                new Envelope(box.getMinX(), x, y, box.getMaxY()),
                new Envelope(x, box.getMaxX(), y, box.getMaxY()))) {
            Geometry part = whole.intersection(SHAPES.toGeometry(quarter));
            if (!part.isEmpty()) {
                add(sums, ask(part, "construction"));
            }
        }
        Map<String, Double> all = new HashMap<>();
        add(all, ask(whole, "construction"));
        assertThat(sums.keySet()).isEqualTo(all.keySet());
        all.forEach((what, much) -> assertThat(sums.get(what))
                .as(what)
                .isCloseTo(much, within(what.endsWith("m2") ? CUT_EDGE_M2 : CENTIMETRE)));
    }

    private static void add(Map<String, Double> sums, ImpactReport report) {
        for (ImpactReport.LayerHits layer : report.layers()) {
            layer.hits().forEach(hit -> {
                sums.merge(layer.layer().id() + " " + hit.feature().id() + " m2", hit.areaM2(), Double::sum);
                sums.merge(layer.layer().id() + " " + hit.feature().id() + " m", hit.lengthM(), Double::sum);
            });
        }
    }

    @Test
    void theDirectionOfARingAndWhereItBeginsDoNotMatter() throws IOException {
        Geometry shape = candidate("CAND-A");
        Geometry turned = shape.reverse();
        Geometry normal = shape.copy();
        normal.normalize();
        String said = ImpactText.table(ask(shape, "construction"));
        assertThat(ImpactText.table(ask(turned, "construction"))).isEqualTo(said);
        assertThat(ImpactText.table(ask(normal, "construction"))).isEqualTo(said);
    }

    @Test
    void aPipelineThatCrossesStrictCoastIsHeardByItsRuleThoughItTakesNoLength() throws IOException {
        Geometry across = candidate("CAND-A");
        Envelope box = across.getEnvelopeInternal();
        ImpactReport report = ask(
                shape("LINESTRING (" + box.getMinX() + " " + box.getMinY() + ", " + box.getMaxX() + " " + box.getMaxY()
                        + ")"),
                "construction");
        assertThat(report.lengthM()).isPositive();
        assertThat(layer(report, "coastline").hits()).isNotEmpty();
        assertThat(report.judgements()).extracting(one -> one.rule().id()).contains("strict-coast");
        assertThat(layer(report, "red-lines").hits()).allMatch(hit -> hit.lengthM() > 0 && hit.areaM2() == 0);
    }

    @Test
    void aPointIsInAZoneOrBesideIt() {
        ImpactReport report = ask(shape("POINT (118.7 24.73)"), "construction");
        assertThat(layer(report, "regions").hits())
                .extracting(hit -> hit.feature().id())
                .contains("350581");
        ImpactReport.Near nearest = layer(report, "coastline").nearest().orElseThrow();
        double leastM = Double.MAX_VALUE;
        for (ImpactReport.Near outfall : report.outfalls()) {
            leastM = Math.min(leastM, outfall.distanceM());
        }
        assertThat(nearest.distanceM()).isPositive();
        assertThat(report.outfalls()).isSortedAccordingTo((a, b) -> Double.compare(a.distanceM(), b.distanceM()));
        assertThat(leastM).isGreaterThanOrEqualTo(0);
    }

    @Test
    void distancesAreGeodesic() {
        Geometry point = shape("POINT (118.9 24.9)");
        ImpactReport.Near nearest =
                layer(ask(point, "construction"), "boundary-markers").nearest().orElseThrow();
        double[] best = {Double.MAX_VALUE};
        installed
                .store()
                .features()
                .read(
                        FeatureQuery.all(
                                installed.catalog().layer("boundary-markers"),
                                installed
                                        .store()
                                        .revisions()
                                        .newest("boundary-markers")
                                        .orElseThrow()
                                        .id()),
                        row -> {
                            var at = row.geometry().orElseThrow().getCoordinate();
                            best[0] = Math.min(best[0], Geodesy.distanceM(118.9, 24.9, at.x, at.y));
                            return true;
                        });
        assertThat(nearest.distanceM()).isCloseTo(best[0], within(CENTIMETRE));
    }

    @Test
    void theReportAsJsonHasEveryValueOfWhatIsNear() throws IOException {
        JsonNode layers =
                ImpactText.tree(ask(candidate("CAND-A"), "construction")).path("layers");
        Map<String, JsonNode> nearest = new HashMap<>();
        layers.forEach(layer -> nearest.put(layer.path("layer").asText(), layer.path("nearest")));
        assertThat(nearest.get("boundary-markers").at("/values/inspected").asText())
                .matches("20\\d\\d-\\d\\d-\\d\\d");
        assertThat(nearest.get("protected-areas").at("/values/zone").asText()).isEqualTo("general");
    }

    @Test
    void aShapeFarFromEverythingIsToldSoAndAllowedByNoRule() {
        ImpactReport report = ask(shape("POLYGON ((10 50, 10.01 50, 10.01 50.01, 10 50))"), "construction");
        assertThat(report.layers())
                .allMatch(one -> one.hits().isEmpty() && one.nearest().isEmpty());
        assertThat(report.warnings()).anyMatch(text -> text.en().contains("in no region"));
        assertThat(report.judgements()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "construction, PROHIBITED",
        "patrol-research, CONDITIONAL",
        "restoration, CONDITIONAL",
        "reclamation, PROHIBITED",
        "industrial-outfall, PROHIBITED"
    })
    void theVerdictIsThatOfTheActivity(String activity, Verdict verdict) throws IOException {
        assertThat(ask(candidate("CAND-A"), activity).verdict()).isEqualTo(verdict);
    }

    @Test
    void reclamationIsForbiddenWherever() throws IOException {
        ImpactReport report = ask(candidate("CAND-C"), "reclamation");
        assertThat(report.verdict()).isEqualTo(Verdict.PROHIBITED);
        assertThat(report.judgements().get(0).because()).isEmpty();
    }

    @Test
    void aRuleSpeaksFromTheDayItIsInForce() throws IOException {
        Geometry shape = candidate("CAND-A");
        assertThat(installed
                        .analyses()
                        .impact()
                        .report(question(shape, "construction", 2020, LocalDate.of(2022, 8, 15)))
                        .judgements())
                .extracting(one -> one.rule().id())
                .doesNotContain("red-line");
        assertThat(installed
                        .analyses()
                        .impact()
                        .report(question(shape, "construction", 2020, LocalDate.of(2022, 8, 16)))
                        .judgements())
                .extracting(one -> one.rule().id())
                .contains("red-line");
    }

    @Test
    void whatIsNotThereIsRefused() throws IOException {
        Geometry shape = candidate("CAND-C");
        assertThat(catchThrowableOfType(Refusal.class, () -> ask(shape, "mining-the-moon"))
                        .code())
                .isEqualTo("unknown-activity");
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> installed.analyses().impact().report(question(shape, "construction", 2010, DAY)))
                        .code())
                .isEqualTo("unknown-year");
    }

    @Test
    void theCoastTakenIsToldWithoutAnyRegions() throws IOException {
        try (Installed coastOnly = Installed.fresh(folder.resolve("coast-only"))) {
            Shishi.take(coastOnly.intake(), Shishi.handIn("AX2020.zip"));
            ImpactReport report =
                    coastOnly.analyses().impact().report(question(candidate("CAND-A"), "construction", 2020, DAY));
            assertThat(report.coast().orElseThrow().lengthM()).isCloseTo(286.291, within(CENTIMETRE));
        }
    }

    @Test
    void layersThatAreMissingAreTold() throws IOException {
        try (Installed empty = Installed.fresh(folder.resolve("empty"))) {
            ImpactReport report = empty.analyses()
                    .impact()
                    .report(new ImpactQuestion(
                            candidate("CAND-A"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalLong.empty(),
                            DAY,
                            100));
            assertThat(report.layers()).isEmpty();
            assertThat(report.coast()).isEmpty();
            assertThat(report.activity().code()).isEqualTo("construction");
            assertThat(report.warnings()).anyMatch(text -> text.zh().contains("海岸线"));
        }
    }
}
