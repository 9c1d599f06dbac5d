package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.SourceField;
import org.anlan.format.shapefile.ShapeKind;
import org.anlan.store.Actor;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hand-ins that cannot be taken in as they are: each is told by its name, and nothing changes. */
class BadHandInsTest {

    private static final String LINE = "LINESTRING (118.70 24.70, 118.71 24.71)";
    private static final String NEXT = "LINESTRING (118.71 24.71, 118.72 24.70)";

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

    private List<Revision> revisions() {
        return installed.catalog().layers().stream()
                .map(LayerDefinition::id)
                .flatMap(id -> installed.store().revisions().of(id).stream())
                .toList();
    }

    private static ShapeZip coast() {
        return ShapeZip.coast("AX2020")
                .segment("A1", 2020, "自然岸线", "砂质", LINE)
                .segment("A2", 2020, "人工岸线", "防护堤", NEXT);
    }

    /** The check and the commit find this, and nothing changes. */
    private CheckReport blocked(Upload upload, String code, int times) throws IOException {
        List<Revision> before = revisions();
        CheckReport check = installed.intake().check(upload, Progress.SILENT);
        Intake.Outcome outcome = installed.intake().commit(upload, new Actor("tester", ""), "", Progress.SILENT);
        assertThat(outcome.report().findings()).isEqualTo(check.findings());
        assertThat(outcome.revisions()).isEmpty();
        assertThat(revisions()).isEqualTo(before);
        assertThat(installed.intake().find(upload.id()).state()).isEqualTo(Upload.State.CHECKED);
        assertThat(check.findings().stream().filter(f -> f.code().equals(code)))
                .as("%s", check.findings())
                .hasSize(times)
                .allMatch(f -> f.severity() == Severity.ERROR);
        assertThat(check.blocked()).isTrue();
        return check;
    }

    private void refused(String code, Call call) {
        List<Revision> before = revisions();
        assertThatThrownBy(call::make).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
        assertThat(revisions()).isEqualTo(before);
    }

    private interface Call {
        void make() throws IOException;
    }

    /** Choices that are refused leave the upload as it was. */
    private void choiceRefused(String code, Upload upload, Choosing choosing) throws IOException {
        refused(code, () -> installed.intake().choose(upload, choosing.done()));
        assertThat(installed.intake().find(upload.id())).isEqualTo(upload);
    }

    // What is no hand-in at all

    @Test
    void aFileThatIsNoZipIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("handin.zip"), "This is no zip.");
        refused("not-a-zip", () -> installed.receive(text));
        Path image = Files.write(folder.resolve("map.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});
        refused("unknown-format", () -> installed.receive(image));
        Path empty = Files.createFile(folder.resolve("empty.zip"));
        refused("empty-file", () -> installed.receive(empty));
    }

    @Test
    void aZipWithoutAShapefileIsRefused() throws IOException {
        Path nothing = ShapeZip.other(folder, Optional.empty());
        Path text = ShapeZip.other(folder, Optional.of("说明.txt"));
        refused("empty-zip", () -> installed.receive(nothing));
        refused("no-shapefile", () -> installed.receive(text));
        Path noShp = ShapeZip.edited(coast().in(folder), ".shp", Optional.empty(), folder);
        refused("no-shapefile", () -> installed.receive(noShp));
    }

    @Test
    void aTruncatedShapefileIsAnErrorNotAShorterHandIn() throws IOException {
        Path cut = ShapeZip.edited(coast().in(folder), ".dbf", Optional.of("x"), folder);
        blocked(installed.receive(cut), "shapefile.dbf-broken", 1);
    }

    // Coordinates

    @Test
    void withoutAPrjTheCoordinateSystemHasToBeConfirmed() throws IOException {
        Path file = ShapeZip.edited(Shishi.handIn("AX2020.zip"), ".prj", Optional.empty(), folder);
        Upload upload = installed.receive(file);
        Inspection.CrsReading reading =
                installed.intake().inspect(upload).parts().get(0).crs();
        assertThat(reading.how()).isEqualTo(Inspection.How.GUESSED);
        assertThat(reading.code()).contains("EPSG:4528");
        assertThat(reading.alternatives()).isNotEmpty();
        blocked(upload, "crs.unconfirmed", 1);

        Upload chosen =
                installed.intake().choose(upload, Choosing.crs("EPSG:4528").done());
        Intake.Outcome outcome = installed.intake().commit(chosen, new Actor("tester", ""), "", Progress.SILENT);
        assertThat(outcome.report().errors()).isZero();
        assertThat(outcome.revisions().get(0).origin().source().orElseThrow().crs())
                .isEqualTo("EPSG:4528");
        assertThat(outcome.revisions().get(0).state().extent().orElseThrow().west())
                .isBetween(118.5, 118.7);
    }

    @Test
    void anUnknownPrjHasToBeConfirmedToo() throws IOException {
        Path file = ShapeZip.edited(
                coast().in(folder), ".prj", Optional.of("LOCAL_CS[\"石狮独立坐标系\",UNIT[\"Meter\",1.0]]"), folder);
        CheckReport check = blocked(installed.receive(file), "crs.unconfirmed", 1);
        assertThat(check.findings().get(0).text().zh()).contains(".prj").contains("EPSG:4490");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:9999", "4528; DROP TABLE", "EPSG:27700", "石狮独立坐标系"})
    void aChosenCoordinateSystemThatIsNotKnownIsRefused(String code) throws IOException {
        Upload upload = installed.receive(coast().in(folder));
        choiceRefused("unknown-crs", upload, Choosing.crs(code));
    }

    @Test
    void aWrongZoneIsFoundByItsPlace() throws IOException {
        for (String regions : List.of("XZQH", "HWGLDY")) {
            installed.commit(Shishi.handIn(regions + ".zip"));
        }
        Upload upload = installed.receive(Shishi.handIn("AX2020.zip"));
        for (String wrong : List.of("EPSG:4549", "EPSG:4527", "EPSG:4529")) {
            Upload chosen =
                    installed.intake().choose(upload, Choosing.crs(wrong).done());
            CheckReport check = installed.intake().check(chosen, Progress.SILENT);
            assertThat(check.findings())
                    .as(wrong)
                    .extracting(Finding::code)
                    .containsAnyOf("place.outside", "geometry.outside-crs");
            long told = check.errors() + check.warnings();
            assertThat(told).as(wrong).isGreaterThanOrEqualTo(151);
        }
    }

    @Test
    void swappedAxesAreNeverTakenInSilently() throws IOException {
        for (String regions : List.of("XZQH", "HWGLDY")) {
            installed.commit(Shishi.handIn(regions + ".zip"));
        }
        ShapeZip swapped =
                ShapeZip.coast("AX2020").segment("A1", 2020, "自然岸线", "砂质", "LINESTRING (24.70 118.70, 24.71 118.71)");
        blocked(installed.receive(swapped.in(folder)), "crs.far-from-home", 1);
        blocked(installed.receive(swapped.prj(Optional.empty()).in(folder)), "crs.unconfirmed", 1);
    }

    // Shapes and values

    @Test
    void shapesOfAnotherKindAreErrors() throws IOException {
        ShapeZip areas = ShapeZip.of(
                "AX2020",
                ShapeKind.POLYGON,
                ShapeZip.text("AXBM", 20),
                new SourceField("DCNF", SourceField.Type.INTEGER, 4, 0),
                ShapeZip.text("SFDL", 8),
                ShapeZip.text("YJLX", 60));
        areas.row("POLYGON ((118.7 24.7, 118.7 24.8, 118.8 24.8, 118.7 24.7))", "A1", 2020L, "是", "自然岸线");
        blocked(installed.receive(areas.in(folder)), "geometry.wrong-kind", 1);
    }

    @Test
    void aMissingShapeIsAnErrorWhereTheLayerNeedsOne() throws IOException {
        ShapeZip coast = coast().segment("A3", 2020, "自然岸线", "砂质", "");
        CheckReport check = blocked(installed.receive(coast.in(folder)), "geometry.missing", 1);
        assertThat(check.findings().get(0).record()).isEqualTo(3);
    }

    @Test
    void aRequiredFieldThatNoColumnFillsIsAnError() throws IOException {
        ShapeZip noType = ShapeZip.of(
                "AX2020",
                ShapeKind.LINE,
                ShapeZip.text("AXBM", 20),
                new SourceField("DCNF", SourceField.Type.INTEGER, 4, 0),
                ShapeZip.text("SFDL", 8),
                ShapeZip.text("XX", 60));
        noType.row(LINE, "A1", 2020L, "是", "自然岸线");
        Upload upload = installed.receive(noType.in(folder));
        CheckReport check = blocked(upload, "field.unmapped", 1);
        assertThat(check.findings().get(0).text().zh()).contains("一级类").contains("AXBM, DCNF, SFDL, XX");

        Upload mapped = installed
                .intake()
                .choose(upload, Choosing.nothing().map("XX", "type1").done());
        assertThat(installed.intake().check(mapped, Progress.SILENT).errors()).isZero();
        Upload constant = installed
                .intake()
                .choose(
                        installed.receive(noType.in(folder)),
                        Choosing.nothing().constant("type1", "人工岸线").done());
        Intake.Outcome outcome = installed.intake().commit(constant, new Actor("tester", ""), "", Progress.SILENT);
        assertThat(outcome.report().errors()).isZero();
        assertThat(value("A1@2020", "type1")).isEqualTo("artificial");
    }

    private Object value(String id, String field) {
        return kept(id).values().get(installed.catalog().layer("coastline").indexOf(field));
    }

    private Kept kept(String id) {
        return Rows.byId(Rows.current(installed.store(), installed.catalog().layer("coastline")))
                .get(id);
    }

    @Test
    void aRequiredValueThatIsMissingIsAnError() throws IOException {
        blocked(installed.receive(coast().set(1, "YJLX", null).in(folder)), "field.required", 1);
        blocked(installed.receive(coast().set(1, "SFDL", " ").in(folder)), "field.required", 1);
        blocked(installed.receive(coast().set(0, "AXBM", null).in(folder)), "id.missing", 1);
    }

    @Test
    void aSurveyYearThatIsMissingInSomeRecordsIsNotTakenFromTheOthers() throws IOException {
        blocked(installed.receive(coast().set(1, "DCNF", null).in(folder)), "field.required", 1);
    }

    @Test
    void aValueThatIsNotInTheListOfARequiredFieldIsAnError() throws IOException {
        CheckReport check =
                blocked(installed.receive(coast().set(1, "YJLX", "冰川岸线").in(folder)), "value.not-in-list", 1);
        assertThat(check.findings().get(0).text().zh()).contains("冰川岸线").contains("YJLX");
        blocked(installed.receive(coast().set(0, "SFDL", "也许").in(folder)), "value.unreadable", 1);
    }

    @Test
    void aValueThatIsNotInTheListOfAnotherFieldIsAWarningAndIsKeptBesideTheFields() throws IOException {
        Intake.Outcome outcome = installed.commit(coast().set(0, "EJLX", "冰川").in(folder));
        assertThat(outcome.report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("value.not-in-list");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.record()).isEqualTo(1);
        });
        assertThat(kept("A1@2020").extra()).contains("{\"EJLX\":\"冰川\"}");
        assertThat(value("A1@2020", "type2")).isNull();
    }

    @Test
    void anIdThatTwoRecordsShareIsAnError() throws IOException {
        CheckReport check = blocked(
                installed.receive(
                        coast().segment("A1", 2020, "自然岸线", "基岩", NEXT).in(folder)),
                "id.duplicate",
                1);
        assertThat(check.findings())
                .anySatisfy(f -> assertThat(f.text().zh()).contains("A1@2020").contains("第 1 条"));
    }

    @Test
    void anotherSurveyYearThanTheFilesIsAnErrorForEveryRecord() throws IOException {
        Upload upload = installed.receive(coast().in(folder));
        Upload chosen = installed.intake().choose(upload, Choosing.year(2015).done());
        blocked(chosen, "survey-year.differs", 2);
        Upload right = installed.intake().choose(chosen, Choosing.year(2020).done());
        assertThat(installed.intake().check(right, Progress.SILENT).errors()).isZero();
    }

    @Test
    void aFileMayHoldSeveralSurveysHoweverLongTheFirstIs() throws IOException {
        ShapeZip two = ShapeZip.coast("AX");
        IntStream.range(0, 20_001).forEach(i -> two.segment("A" + i, 2015, "自然岸线", "砂质", farAway(i)));
        two.segment("A0", 2020, "自然岸线", "砂质", LINE);
        Intake.Outcome outcome = installed.commit(two.in(folder));
        assertThat(outcome.report().findings())
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(outcome.revisions().get(0).state().surveyYears()).containsKeys(2015, 2020);
    }

    private static String farAway(int i) {
        double x = 118 + i / 20_000.0;
        return "LINESTRING (" + x + " 24, " + x + " 24.0001)";
    }

    // Choices

    @Test
    void choicesThatNameWhatDoesNotExistAreRefused() throws IOException {
        Upload upload = installed.receive(coast().in(folder));
        choiceRefused("unknown-layer", upload, Choosing.layer("coast-line"));
        choiceRefused("unknown-encoding", upload, Choosing.encoding("GBK-2000"));
        choiceRefused("unknown-encoding", upload, Choosing.encoding("../x"));
        choiceRefused("unknown-field", upload, Choosing.nothing().map("YJLX", "type9"));
        choiceRefused("unknown-field", upload, Choosing.nothing().constant("type9", "x"));
        choiceRefused("bad-constant", upload, Choosing.nothing().constant("type1", "冰川岸线"));
        choiceRefused("bad-constant", upload, Choosing.nothing().constant("survey_year", "二〇二〇"));
    }

    @Test
    void aWrongFieldIsRefusedEvenWhileTheCoordinateSystemIsOpen() throws IOException {
        Upload upload = installed.receive(coast().prj(Optional.empty()).in(folder));
        choiceRefused("unknown-field", upload, Choosing.nothing().map("YJLX", "type9"));
        choiceRefused("unknown-field", upload, Choosing.nothing().constant("type9", "x"));
    }

    @Test
    void aFileOfWhichEveryLayerIsIgnoredIsAnError() throws IOException {
        Upload upload = installed.receive(coast().in(folder));
        blocked(installed.intake().choose(upload, Choosing.nothing().ignored().done()), "part.none", 1);
    }

    @Test
    void aLayerThatIsNotRecognisedHasToBeChosen() throws IOException {
        ShapeZip strange = ShapeZip.of("abc", ShapeKind.LINE, ShapeZip.text("q1", 10), ShapeZip.text("q2", 10));
        strange.row(LINE, "a", "b");
        CheckReport check = blocked(installed.receive(strange.in(folder)), "part.no-layer", 1);
        assertThat(check.findings().get(0).text().en()).contains("coastline, ");
    }

    // The way of an upload

    @Test
    void anUploadIsCommittedOnce() throws IOException {
        Upload upload = installed.receive(coast().in(folder));
        assertThat(installed
                        .intake()
                        .commit(upload, new Actor("tester", ""), "", Progress.SILENT)
                        .revisions())
                .hasSize(1);
        Upload committed = installed.intake().find(upload.id());
        assertThat(committed.state()).isEqualTo(Upload.State.COMMITTED);
        for (Upload again : List.of(committed, upload)) {
            refused(
                    "already-committed",
                    () -> installed.intake().commit(again, new Actor("tester", ""), "", Progress.SILENT));
            refused("already-committed", () -> installed.intake().check(again, Progress.SILENT));
            refused("already-committed", () -> installed.intake().choose(again, Choices.NONE));
            refused("already-committed", () -> installed.intake().drop(again));
        }
        assertThat(installed.intake().find(upload.id())).isEqualTo(committed);
    }

    @Test
    void aDroppedUploadIsGivenUp() throws IOException {
        Upload upload = installed.receive(coast().in(folder));
        installed.intake().drop(upload);
        for (Upload again : List.of(installed.intake().find(upload.id()), upload)) {
            refused(
                    "upload-dropped",
                    () -> installed.intake().commit(again, new Actor("tester", ""), "", Progress.SILENT));
        }
        refused("upload-gone", () -> installed.store().archive().file(upload.sha256()));
        refused("unknown-upload", () -> installed.intake().find("none"));
    }

    @Test
    void aCheckThatEndsAfterTheCommitDoesNotReopenTheUpload() throws IOException {
        Upload upload = installed.receive(coast().in(folder));
        Predicate<Upload> committed = u -> u.state() == Upload.State.COMMITTED;
        boolean[] done = {false};
        installed.intake().check(upload, (step, read, of) -> {
            if (!done[0]) {
                done[0] = true;
                commitNow(upload);
            }
        });
        assertThat(installed.intake().find(upload.id())).matches(committed);
    }

    private void commitNow(Upload upload) {
        try {
            installed.intake().commit(upload, new Actor("tester", ""), "", Progress.SILENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCheckThatEndsAfterOtherChoicesDoesNotUndoThem() throws IOException {
        Upload upload = installed.receive(coast().in(folder));
        installed.intake().check(upload, (step, read, of) -> {
            try {
                installed.intake().choose(upload, Choosing.year(2015).done());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Upload now = installed.intake().find(upload.id());
        assertThat(now.state()).isEqualTo(Upload.State.INSPECTED);
        assertThat(now.choices()).contains("2015");
    }

    @Test
    void ofTwoWhoCommitTheSameUploadAtOnceOneIsRefused() throws Exception {
        Upload upload = installed.receive(coast().in(folder));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> outcomes =
                    two.invokeAll(List.of(() -> commitOrCode(upload), () -> commitOrCode(upload)));
            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                    .containsExactlyInAnyOrder("done", "already-committed");
        } finally {
            two.shutdown();
        }
        assertThat(revisions()).hasSize(1);
    }

    private String commitOrCode(Upload upload) throws IOException {
        try {
            installed.intake().commit(upload, new Actor("tester", ""), "", Progress.SILENT);
            return "done";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    @Test
    void choicesOutliveARestart() throws IOException {
        Upload upload = installed.receive(coast().prj(Optional.empty()).in(folder));
        installed.intake().choose(upload, Choosing.crs("4490").done());
        installed.close();
        installed = Installed.open(folder.resolve("data"));

        Upload again = installed.intake().find(upload.id());
        Inspection.Part part = installed.intake().inspect(again).parts().get(0);
        assertThat(part.crs().how()).isEqualTo(Inspection.How.CHOSEN);
        assertThat(part.crs().code()).contains("EPSG:4490");
        assertThat(installed
                        .intake()
                        .commit(again, new Actor("tester", ""), "", Progress.SILENT)
                        .revisions())
                .singleElement()
                .matches(r -> r.added() == 2);
    }

    @Test
    void aNameWithFoldersOrControlCharactersIsKeptAsAPlainOne() throws IOException {
        try (var bytes = Files.newInputStream(coast().in(folder))) {
            Upload upload = installed.intake().receive("C:\\成果\\..\\岸线\n2020.zip", bytes);
            assertThat(upload.fileName()).isEqualTo("岸线2020.zip");
        }
    }
}
