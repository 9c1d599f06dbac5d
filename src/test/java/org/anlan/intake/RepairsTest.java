package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.shapefile.ShapeKind;
import org.anlan.geo.Geodesy;
import org.anlan.geo.RepairKind;
import org.anlan.store.Actor;
import org.anlan.store.Revision;
import org.anlan.support.Choosing;
import org.anlan.support.Installed;
import org.anlan.support.Rows;
import org.anlan.support.ShapeZip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** What is mended on the way in: only what is allowed, told one by one, and counted on the revision. */
class RepairsTest {

    private static final String BOW_TIE = "POLYGON ((118.7 24.7, 118.71 24.71, 118.71 24.7, 118.7 24.71, 118.7 24.7))";
    private static final String REPEATED =
            "POLYGON ((118.8 24.7, 118.8 24.71, 118.8 24.71, 118.81 24.71, 118.81 24.7, 118.8 24.7))";
    private static final double METRE = 1 / 110_700.0;

    @TempDir
    Path folder;

    private Installed installed;

    @BeforeEach
    void openAnEmptyInstallation() throws IOException {
        installed = Installed.fresh(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        installed.close();
    }

    private Path wetlands(String... shapes) throws IOException {
        ShapeZip zip = ShapeZip.of("SD", ShapeKind.POLYGON, ShapeZip.text("BM", 10), ShapeZip.text("MC", 20));
        for (int i = 0; i < shapes.length; i++) {
            zip.row(shapes[i], "W" + i, "湿地");
        }
        return zip.in(folder);
    }

    private static Choosing allowing(RepairKind... repairs) {
        return Choosing.layer("wetlands").repairs(repairs);
    }

    private Geometry kept(String layer, String id) {
        LayerDefinition definition = installed.catalog().layer(layer);
        return Rows.shape(Rows.byId(Rows.current(installed.store(), definition))
                        .get(id)
                        .wkt())
                .orElseThrow();
    }

    private Map<RepairKind, Long> recorded(String layer) {
        Revision newest = installed.store().revisions().newest(layer).orElseThrow();
        return newest.repairs();
    }

    @Test
    void anAreaThatCrossesItselfIsAnErrorThatSaysWhatWouldMendIt() throws IOException {
        Intake.Outcome outcome =
                installed.commit(wetlands(BOW_TIE), Choosing.layer("wetlands").done());
        assertThat(outcome.revisions()).isEmpty();
        Finding finding = only(outcome, "geometry.self-crossing");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.fix()).contains("make-valid");
        assertThat(finding.text().zh()).contains("自相交").contains("make-valid");
        assertThat(finding.place().orElseThrow().lon()).isCloseTo(118.705, within(1e-6));
        assertThat(finding.shape().orElseThrow().isValid()).isTrue();
    }

    @Test
    void withMakeValidAllowedItIsMendedToldAndCounted() throws IOException {
        Intake.Outcome outcome = installed.commit(
                wetlands(BOW_TIE), allowing(RepairKind.MAKE_VALID).done());
        assertThat(outcome.report().errors()).isZero();
        Finding finding = only(outcome, "repair.make-valid");
        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        Geometry kept = kept("wetlands", "W0");
        assertThat(kept.isValid()).isTrue();
        double halves = 2
                * Geodesy.areaM2(Rows.shape("POLYGON ((118.7 24.7, 118.705 24.705, 118.7 24.71, 118.7 24.7))")
                        .orElseThrow());
        assertThat(Geodesy.areaM2(kept)).isCloseTo(halves, within(1.0));
        assertThat(finding.text().en()).contains("%.1f m²".formatted(Geodesy.areaM2(kept)));
        assertThat(finding.shape().orElseThrow().equalsTopo(kept)).isTrue();
        assertThat(recorded("wetlands")).containsExactly(Map.entry(RepairKind.MAKE_VALID, 1L));
    }

    @Test
    void repeatedVerticesAreTakenOutUnlessThatIsForbidden() throws IOException {
        Intake.Outcome usual =
                installed.commit(wetlands(REPEATED), Choosing.layer("wetlands").done());
        only(usual, "repair.drop-duplicate-vertices");
        assertThat(kept("wetlands", "W0").getNumPoints()).isEqualTo(5);
        assertThat(recorded("wetlands")).containsExactly(Map.entry(RepairKind.DROP_DUPLICATE_VERTICES, 1L));

        Intake.Outcome forbidden =
                installed.commit(wetlands(REPEATED), allowing().done());
        Finding finding = only(forbidden, "geometry.duplicate-vertex");
        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        assertThat(finding.fix()).contains("drop-duplicate-vertices");
        assertThat(kept("wetlands", "W0").getNumPoints()).isEqualTo(6);
        assertThat(recorded("wetlands")).isEmpty();
    }

    @Test
    void ringsOfAGeoJsonThatRunTheWrongWayAreTurned() throws IOException {
        Path file = Files.writeString(
                folder.resolve("SD.geojson"),
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"BM":"W0","MC":"湿地"},"geometry":{"type":"Polygon","coordinates":[
                [[118.7,24.7],[118.8,24.7],[118.8,24.8],[118.7,24.7]],[[118.76,24.71],[118.79,24.71],[118.79,24.74],[118.76,24.71]]]}}]}
                """);
        Intake.Outcome outcome =
                installed.commit(file, Choosing.layer("wetlands").done());
        only(outcome, "repair.reverse-rings");
        assertThat(recorded("wetlands")).containsExactly(Map.entry(RepairKind.REVERSE_RINGS, 1L));
        Intake.Outcome forbidden = installed.commit(file, allowing().done());
        assertThat(only(forbidden, "geometry.wrong-ring-direction").fix()).contains("reverse-rings");
    }

    @Test
    void anAreaOfWhichNothingWouldBeLeftIsAnErrorThatNoRepairMends() throws IOException {
        Path file = Files.writeString(
                folder.resolve("SD.geojson"),
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"BM":"W0","MC":"湿地"},
                "geometry":{"type":"Polygon","coordinates":[[[118.7,24.7],[118.8,24.7],[118.7,24.7],[118.7,24.7]]]}}]}
                """);
        for (Choosing choosing : List.of(Choosing.layer("wetlands"), allowing(RepairKind.MAKE_VALID))) {
            Intake.Outcome outcome = installed.commit(file, choosing.done());
            assertThat(outcome.revisions()).isEmpty();
            assertThat(outcome.report().findings())
                    .filteredOn(f -> f.severity() == Severity.ERROR)
                    .isNotEmpty()
                    .allMatch(f -> f.fix().isEmpty());
        }
    }

    private static ShapeZip coast() {
        return ShapeZip.coast("AX2020")
                .segment("A1", 2020, "自然岸线", "砂质", "LINESTRING (118.60 24.7, 118.61 24.7)")
                .segment("A2", 2020, "人工岸线", "防护堤", "LINESTRING (118.61 %s, 118.62 24.7)".formatted(24.7 + 2 * METRE))
                .segment("A3", 2020, "人工岸线", "防护堤", "LINESTRING (118.62 24.7, 118.63 24.7)");
    }

    @Test
    void endsThatNearlyMeetAreJoinedOnWishAndOnlyThen() throws IOException {
        Path file = coast().in(folder);
        Intake.Outcome usual = installed.commit(file);
        assertThat(only(usual, "line.gap").fix()).contains("snap");
        assertThat(recorded("coastline")).isEmpty();

        Intake.Outcome snapped = installed.commit(
                file, Choosing.nothing().repairs(RepairKind.SNAP).done());
        assertThat(snapped.report().findings())
                .extracting(Finding::code)
                .contains("repair.snap")
                .doesNotContain("line.gap", "line.dangle");
        Finding finding = only(snapped, "repair.snap");
        assertThat(finding.featureId()).isEmpty();
        assertThat(finding.record()).isEqualTo(2);
        assertThat(finding.text().en()).contains("moved 2.0");
        assertThat(recorded("coastline")).containsExactly(Map.entry(RepairKind.SNAP, 1L));
        assertThat(kept("coastline", "A2@2020").getCoordinates()[0])
                .isEqualTo(kept("coastline", "A1@2020").getCoordinates()[1]);
        assertThat(snapped.revisions().get(0).changed()).isEqualTo(1);
    }

    @Test
    void linesOfAnotherSurveyAreNotJoined() throws IOException {
        ShapeZip two = coast();
        two.rows().remove(1);
        two.segment("A2", 2025, "人工岸线", "防护堤", "LINESTRING (118.61 %s, 118.62 24.7)".formatted(24.7 + 2 * METRE));
        Intake.Outcome outcome = installed.commit(
                two.in(folder), Choosing.nothing().repairs(RepairKind.SNAP).done());
        assertThat(outcome.report().findings()).extracting(Finding::code).doesNotContain("repair.snap");
    }

    @Test
    void aCheckTellsTheSameAsTheCommit() throws IOException {
        var upload = installed
                .intake()
                .choose(
                        installed.receive(coast().in(folder)),
                        Choosing.nothing().repairs(RepairKind.SNAP).done());
        CheckReport check = installed.intake().check(upload, Progress.SILENT);
        Intake.Outcome outcome = installed.intake().commit(upload, new Actor("tester", ""), "", Progress.SILENT);
        assertThat(outcome.report().findings()).isEqualTo(check.findings());
    }

    @Test
    void aRollbackRecordsNoRepairsAndTheOlderRevisionKeepsIts() throws IOException {
        installed.commit(wetlands(BOW_TIE), allowing(RepairKind.MAKE_VALID).done());
        Revision mended = installed.store().revisions().newest("wetlands").orElseThrow();
        LayerDefinition layer = installed.catalog().layer("wetlands");
        installed.store().revisions().rollback(layer, mended.id(), new Actor("tester", ""), "");
        assertThat(recorded("wetlands")).isEmpty();
        assertThat(installed.store().revisions().at("wetlands", mended.id()).repairs())
                .containsExactly(Map.entry(RepairKind.MAKE_VALID, 1L));
    }

    @Test
    void aLineThatCrossesItselfIsAWarning() throws IOException {
        ShapeZip loop = ShapeZip.coast("AX2020")
                .segment("A1", 2020, "自然岸线", "砂质", "LINESTRING (118 24, 118.02 24, 118.02 24.01, 118.01 23.99)");
        Intake.Outcome outcome = installed.commit(loop.in(folder));
        Finding finding = only(outcome, "geometry.self-crossing-line");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.fix()).isEqualTo(Optional.empty());
    }

    private static Finding only(Intake.Outcome outcome, String code) {
        List<Finding> found = outcome.report().findings().stream()
                .filter(f -> f.code().equals(code))
                .toList();
        assertThat(found).as("%s", outcome.report().findings()).hasSize(1);
        return found.get(0);
    }
}
