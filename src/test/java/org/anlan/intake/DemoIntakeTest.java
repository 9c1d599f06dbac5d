package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.shapefile.ShapeKind;
import org.anlan.store.Actor;
import org.anlan.store.Changes;
import org.anlan.store.Revision;
import org.anlan.store.Upload;
import org.anlan.support.Choosing;
import org.anlan.support.Installed;
import org.anlan.support.Rows;
import org.anlan.support.Rows.Kept;
import org.anlan.support.ShapeZip;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration, taken in without any choice, and handed in again changed. */
class DemoIntakeTest {

    @TempDir
    Path folder;

    private Installed demo;

    @BeforeEach
    void openTheDemonstration() throws IOException {
        demo = Installed.demo(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    private LayerDefinition layer(String id) {
        return demo.catalog().layer(id);
    }

    private Kept feature(String layer, String id) {
        return Rows.byId(Rows.current(demo.store(), layer(layer))).get(id);
    }

    private Object value(String layer, String id, String field) {
        return feature(layer, id).values().get(layer(layer).indexOf(field));
    }

    @Test
    void everyHandInIsTakenInWithoutAnyChoice() throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (LayerDefinition layer : demo.catalog().layers()) {
            demo.store()
                    .revisions()
                    .newest(layer.id())
                    .ifPresent(r -> counts.put(layer.id(), r.state().count()));
        }
        JsonNode expected = Shishi.checks().path("layers");
        assertThat(counts)
                .containsOnly(
                        Map.entry("regions", expected.path("regions").asLong()),
                        Map.entry("coastline", 147L + 151 + 153),
                        Map.entry("protected-areas", 5L),
                        Map.entry("boundary-markers", 56L),
                        Map.entry("red-lines", 11L),
                        Map.entry("control-units", 15L),
                        Map.entry("outfalls", 292L),
                        Map.entry("wetlands", 3L),
                        Map.entry("beaches", 3L),
                        Map.entry("aquaculture", 2L),
                        Map.entry("rivers", 3L),
                        Map.entry("projects", 3L));
        assertThat(demo.store()
                        .revisions()
                        .newest("coastline")
                        .orElseThrow()
                        .state()
                        .surveyYears())
                .containsExactly(Map.entry(2015, 147L), Map.entry(2020, 151L), Map.entry(2025, 153L));
    }

    @Test
    void everyLayerOfEveryFileIsRecognised() throws IOException {
        Map<String, String> layers = new LinkedHashMap<>();
        Map<String, Inspection.CrsReading> systems = new LinkedHashMap<>();
        for (String name : Installed.HAND_INS) {
            for (Inspection.Part part : demo.intake()
                    .inspect(demo.receive(Shishi.handIn(name + ".zip")))
                    .parts()) {
                layers.put(part.sourceName(), part.layer().orElse("-"));
                systems.put(part.sourceName(), part.crs());
                assertThat(part.findings()).as(part.sourceName()).isEmpty();
            }
        }
        assertThat(layers)
                .containsOnly(
                        Map.entry("XZQ_XIAN", "regions"),
                        Map.entry("XZQ_ZHEN", "regions"),
                        Map.entry("HWGLDY", "regions"),
                        Map.entry("AX2015", "coastline"),
                        Map.entry("AX2020", "coastline"),
                        Map.entry("AX2025", "coastline"),
                        Map.entry("ZRBHD", "protected-areas"),
                        Map.entry("JZ", "boundary-markers"),
                        Map.entry("陆域生态保护红线", "red-lines"),
                        Map.entry("海洋生态保护红线", "red-lines"),
                        Map.entry("HJZHGKDY", "control-units"),
                        Map.entry("RHPWK", "outfalls"),
                        Map.entry("RHEPWK", "outfalls"),
                        Map.entry("SD", "wetlands"),
                        Map.entry("QHAD", "beaches"),
                        Map.entry("HSYZ", "aquaculture"),
                        Map.entry("HL", "rivers"),
                        Map.entry("HXXZ", "projects"));
        assertThat(systems.values()).extracting(Inspection.CrsReading::how).containsOnly(Inspection.How.MATCHED);
        assertThat(systems.get("AX2015").code()).contains("EPSG:4490");
        assertThat(systems.get("AX2020").code()).contains("EPSG:4528");
    }

    @Test
    void wordsBecomeCodesAndChineseTextIsReadRight() {
        assertThat(value("regions", "350581102", "name")).isEqualTo("蚶江镇");
        assertThat(value("regions", "350581102", "level")).isEqualTo("town");
        assertThat(value("regions", "QZW", "level")).isEqualTo("bay");
        assertThat(value("coastline", "350581A001@2015", "town")).isEqualTo("蚶江镇");
        assertThat(value("coastline", "350581A001@2015", "mainland")).isEqualTo(true);
        assertThat(value("coastline", "350581D01@2025", "mainland")).isEqualTo(false);
        assertThat(value("red-lines", "350581-HYHX-01", "domain")).isEqualTo("marine");
        Set<Object> levels = new TreeSet<>();
        Rows.current(demo.store(), layer("regions"))
                .forEach(row -> levels.add(row.values().get(layer("regions").indexOf("level"))));
        assertThat(levels).containsExactly("bay", "city", "town");
    }

    @Test
    void everyCodedFieldHoldsACodeOfItsList() {
        for (LayerDefinition layer : demo.catalog().layers()) {
            for (FieldDefinition field : layer.fields()) {
                Optional<CodeList> list =
                        field.codeList().map(demo.catalog()::codeList).filter(l -> !l.open());
                list.ifPresent(codes -> assertThat(Rows.current(demo.store(), layer).stream()
                                .map(row -> row.values().get(layer.indexOf(field.name())))
                                .filter(Objects::nonNull)
                                .map(Object::toString))
                        .as("%s.%s", layer.id(), field.name())
                        .allMatch(code -> codes.entry(code).isPresent()));
            }
        }
    }

    @Test
    void lengthsAndAreasAreThoseComputedElsewhere() throws IOException {
        JsonNode checks = Shishi.checks();
        checks.path("red_lines_ha").properties().forEach(e -> assertThat(
                        feature("red-lines", e.getKey()).areaM2() / 10_000)
                .as(e.getKey())
                .isCloseTo(e.getValue().asDouble(), within(0.001)));
        double islands = Rows.current(demo.store(), layer("coastline")).stream()
                .filter(row -> row.values()
                        .get(layer("coastline").indexOf("survey_year"))
                        .equals(2015L))
                .filter(row ->
                        row.values().get(layer("coastline").indexOf("mainland")).equals(false))
                .mapToDouble(Kept::lengthM)
                .sum();
        assertThat(islands)
                .isCloseTo(
                        checks.path("coastline")
                                .path("2015")
                                .path("island_shore_m")
                                .asDouble(),
                        within(0.01));
    }

    @Test
    void exactlyTheThreeWrongDeclaredLengthsOf2015AreFound() throws IOException {
        List<String> expected = new ArrayList<>();
        Shishi.checks()
                .path("declared_length_errors_2015_handin")
                .forEach(e -> expected.add(e.path("seg_code").asText() + "@2015"));
        for (int year : new int[] {2015, 2020, 2025}) {
            CheckReport report =
                    demo.intake().check(demo.receive(Shishi.handIn("AX" + year + ".zip")), Progress.SILENT);
            assertThat(report.errors()).isZero();
            assertThat(report.findings())
                    .as("%d", year)
                    .extracting(
                            Finding::code, Finding::severity, f -> f.featureId().orElseThrow())
                    .containsExactlyElementsOf(
                            year == 2015
                                    ? expected.stream()
                                            .map(id -> tuple("declared.length", Severity.WARNING, id))
                                            .toList()
                                    : List.of());
        }
    }

    /** The outfalls were strewn along the coast: by GDAL 23 of them lie deeper than 5 cm in protected areas, 18 in red lines, 7 in beaches; two pairs lie within 5 m. */
    @Test
    void theChecksAreSilentOnCleanData() throws IOException {
        for (String name : Installed.HAND_INS) {
            CheckReport report = demo.intake().check(demo.receive(Shishi.handIn(name + ".zip")), Progress.SILENT);
            Map<String, Long> told = report.findings().stream()
                    .filter(f -> f.severity() != Severity.NOTE)
                    .collect(Collectors.groupingBy(Finding::code, Collectors.counting()));
            Map<String, Long> expected =
                    switch (name) {
                        case "AX2015" -> Map.of("declared.length", 3L);
                        case "PWK" -> Map.of("place.forbidden", 23L + 18 + 7, "duplicate.shape", 2L);
                        default -> Map.of();
                    };
            assertThat(told).as(name).isEqualTo(expected);
        }
    }

    @Test
    void findingsTellTheRecordAndThePlace() throws IOException {
        CheckReport report = demo.intake().check(demo.receive(Shishi.handIn("AX2015.zip")), Progress.SILENT);
        Finding first = report.findings().get(0);
        assertThat(first.layer()).isEqualTo("AX2015");
        assertThat(first.record()).isEqualTo(14);
        assertThat(first.text().zh()).contains("0.550").contains("0.507");
        assertThat(first.place().orElseThrow().lon()).isBetween(118.6, 118.8);
        assertThat(first.place().orElseThrow().lat()).isBetween(24.6, 24.9);
    }

    @Test
    void theSameHandInAgainChangesNothing() throws IOException {
        List<Kept> before = Rows.current(demo.store(), layer("coastline"));
        for (String name : List.of("AX2025", "XZQH", "STBHHX", "PWK", "SDQHYZ")) {
            Intake.Outcome outcome = demo.commit(Shishi.handIn(name + ".zip"));
            assertThat(outcome.revisions())
                    .as(name)
                    .isNotEmpty()
                    .allMatch(r -> r.added() + r.changed() + r.removed() == 0);
            assertThat(outcome.report().parts()).allMatch(p -> p.changes().unchanged() > 0);
        }
        assertThat(Rows.current(demo.store(), layer("coastline"))).isEqualTo(before);
    }

    @Test
    void aCorrectedHandInChangesOnlyWhatDiffers() throws IOException {
        ShapeZip corrected = ShapeZip.like(Shishi.handIn("AX2015.zip"), ShapeKind.LINE);
        corrected.set(13, "CD", 0.507).set(46, "CD", 0.386).set(90, "CD", 0.668);
        corrected.rows().remove(146);
        long before = demo.store().revisions().newest("coastline").orElseThrow().id();

        Upload upload = demo.receive(corrected.in(folder));
        CheckReport check = demo.intake().check(upload, Progress.SILENT);
        assertThat(demo.store().revisions().newest("coastline").orElseThrow().id())
                .isEqualTo(before);
        Intake.Outcome outcome = demo.intake().commit(upload, new Actor("管理员", ""), "更正", Progress.SILENT);

        assertThat(check.findings()).isEmpty();
        assertThat(outcome.report().parts()).isEqualTo(check.parts());
        Changes changes = check.parts().get(0).changes();
        assertThat(List.of(changes.added(), changes.changed(), changes.removed(), changes.unchanged()))
                .containsExactly(0L, 3L, 1L, 143L);
        assertThat(changes.changedIds()).containsExactly("350581A014@2015", "350581A047@2015", "350581A091@2015");
        assertThat(value("coastline", "350581A014@2015", "length_cd_km")).isEqualTo(0.507);
        Revision revision = outcome.revisions().get(0);
        assertThat(revision.origin().author()).isEqualTo("管理员");
        assertThat(revision.origin().source().orElseThrow().name()).isEqualTo("AX2015.zip");
        assertThat(revision.origin().source().orElseThrow().sha256()).isEqualTo(upload.sha256());
        assertThat(revision.origin().source().orElseThrow().crs()).isEqualTo("EPSG:4490");
        assertThat(revision.state().surveyYears()).containsEntry(2015, 146L).containsEntry(2020, 151L);
    }

    @Test
    void aMergeAddsAndChangesAndRemovesNothing() throws IOException {
        ShapeZip few = ShapeZip.like(Shishi.handIn("AX2015.zip"), ShapeKind.LINE);
        few.rows().subList(3, few.rows().size()).clear();
        few.set(0, "DM", "新地名").set(1, "AXBM", "350581A999");
        Intake.Outcome outcome =
                demo.commit(few.in(folder), Choosing.nothing().mode(Mode.UPSERT).done());

        Changes changes = outcome.report().parts().get(0).changes();
        assertThat(List.of(changes.added(), changes.changed(), changes.removed(), changes.unchanged()))
                .containsExactly(1L, 1L, 0L, 1L);
        assertThat(outcome.revisions().get(0).state().count()).isEqualTo(451 + 1);
        assertThat(value("coastline", "350581A001@2015", "place")).isEqualTo("新地名");
    }

    @Test
    void aHandInOfOneSurveyLeavesTheOthersAlone() throws IOException {
        Set<String> others = Rows.ids(demo.store(), layer("coastline")).stream()
                .filter(id -> !id.endsWith("@2020"))
                .collect(Collectors.toSet());
        ShapeZip one = ShapeZip.like(Shishi.handIn("AX2020.zip"), ShapeKind.LINE);
        one.rows().subList(1, one.rows().size()).clear();
        Intake.Outcome outcome = demo.commit(one.in(folder));
        assertThat(outcome.revisions().get(0).removed()).isEqualTo(150);
        assertThat(Rows.ids(demo.store(), layer("coastline")))
                .hasSize(others.size() + 1)
                .containsAll(others);
    }

    @Test
    void aFileWithoutRecordsRemovesNothing() throws IOException {
        ShapeZip empty = ShapeZip.like(Shishi.handIn("HJGKDY.zip"), ShapeKind.POLYGON);
        empty.rows().clear();
        Intake.Outcome outcome = demo.commit(empty.in(folder));
        assertThat(outcome.report().findings()).extracting(Finding::code).containsExactly("part.empty");
        assertThat(Rows.ids(demo.store(), layer("control-units"))).hasSize(15);
    }
}
