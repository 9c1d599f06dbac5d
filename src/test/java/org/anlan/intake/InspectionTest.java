package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.format.SourceField;
import org.anlan.format.shapefile.ShapeKind;
import org.anlan.geo.CrsList;
import org.anlan.geo.CrsWkt;
import org.anlan.store.Actor;
import org.anlan.store.Upload;
import org.anlan.support.Choosing;
import org.anlan.support.FilledStore;
import org.anlan.support.Installed;
import org.anlan.support.Rows;
import org.anlan.support.ShapeZip;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** What an inspection tells, asks and remembers; home is Shishi. */
class InspectionTest {

    private static final String LINE = "LINESTRING (118.70 24.70, 118.71 24.71)";
    private static final String NEXT = "LINESTRING (118.71 24.71, 118.72 24.70)";
    private static final AffineTransformation OFF_WITH_THE_ZONE =
            AffineTransformation.translationInstance(-40_000_000, 0);

    @TempDir
    Path folder;

    private Installed installed;

    @BeforeEach
    void openShishi() throws IOException {
        installed = Installed.open(FilledStore.make(folder.resolve("data"), FilledStore.COAST));
    }

    @AfterEach
    void close() {
        installed.close();
    }

    private Inspection.Part look(Upload upload) throws IOException {
        return installed.intake().inspect(upload).parts().get(0);
    }

    private CheckReport check(Upload upload) throws IOException {
        return installed.intake().check(upload, Progress.SILENT);
    }

    private static List<String> codes(CheckReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    /** AX2020 with six-digit eastings. */
    private static ShapeZip withoutZoneDigits() throws IOException {
        ShapeZip zip = ShapeZip.like(Shishi.handIn("AX2020.zip"), ShapeKind.LINE);
        zip.rows().replaceAll(row -> new ShapeZip.Row(row.shape().map(InspectionTest::shifted), row.values()));
        return zip;
    }

    private static Geometry shifted(Geometry shape) {
        return OFF_WITH_THE_ZONE.transform(shape);
    }

    private static ShapeZip coast() {
        return ShapeZip.coast("AX2026")
                .segment("A1", 2026, "自然岸线", "砂质", LINE)
                .segment("A2", 2026, "人工岸线", "防护堤", NEXT);
    }

    // Coordinates

    @Test
    void aFileWithoutPrjAndZoneDigitsIsAskedAbout() throws IOException {
        Upload upload =
                installed.receive(withoutZoneDigits().prj(Optional.empty()).in(folder));
        Inspection.CrsReading crs = look(upload).crs();
        assertThat(crs.how()).isEqualTo(Inspection.How.GUESSED);
        assertThat(crs.code()).contains("EPSG:4549");
        assertThat(crs.settled()).isFalse();
        assertThat(crs.alternatives())
                .extracting(Inspection.Alternative::code)
                .startsWith("EPSG:4549")
                .contains("EPSG:4548", "EPSG:4550");
        assertThat(crs.alternatives().get(0).distanceM()).contains(0.0);
        assertThat(crs.alternatives())
                .filteredOn(a -> a.code().equals("EPSG:4548"))
                .singleElement()
                .satisfies(a -> assertThat(a.distanceM().orElseThrow()).isBetween(250_000.0, 350_000.0));
        assertThat(codes(check(upload))).containsExactly("crs.unconfirmed");
        Upload chosen =
                installed.intake().choose(upload, Choosing.crs("EPSG:4549").done());
        assertThat(check(chosen).errors()).isZero();
        assertThat(check(chosen).parts().get(0).changes().unchanged()).isEqualTo(151);
    }

    @Test
    void withoutAHomeSixDigitEastingsAreNotEvenGuessed() throws IOException {
        try (Installed homeless = Installed.fresh(folder.resolve("homeless"))) {
            Upload upload =
                    homeless.receive(withoutZoneDigits().prj(Optional.empty()).in(folder));
            Inspection.CrsReading crs =
                    homeless.intake().inspect(upload).parts().get(0).crs();
            assertThat(crs.how()).isEqualTo(Inspection.How.UNKNOWN);
            assertThat(crs.code()).isEmpty();
            assertThat(crs.alternatives())
                    .extracting(Inspection.Alternative::code)
                    .contains("EPSG:4549");
            assertThat(crs.alternatives())
                    .allSatisfy(a -> assertThat(a.distanceM()).isEmpty());
        }
    }

    @Test
    void aDeclaredZoneFarFromHomeIsAskedAboutAndCanBeConfirmed() throws IOException {
        String neighbour = CrsWkt.esri(CrsList.byCode(4548).orElseThrow());
        Upload upload = installed.receive(
                withoutZoneDigits().prj(Optional.of(neighbour)).in(folder));
        Inspection.Part part = look(upload);
        assertThat(part.crs().how()).isEqualTo(Inspection.How.MATCHED);
        assertThat(part.crs().better()).map(Inspection.Alternative::code).contains("EPSG:4549");
        CheckReport report = check(upload);
        assertThat(codes(report)).containsExactly("crs.far-from-home");
        assertThat(report.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(report.findings().get(0).text().zh()).contains("EPSG:4548", "EPSG:4549");

        Upload better =
                installed.intake().choose(upload, Choosing.crs("EPSG:4549").done());
        assertThat(check(better).errors()).isZero();
        Upload confirmed =
                installed.intake().choose(upload, Choosing.crs("EPSG:4548").done());
        assertThat(codes(check(confirmed))).doesNotContain("crs.far-from-home").contains("place.outside");
    }

    @Test
    void eastingsThatLostTheirZoneUnderAPrjWithOneAreAskedAbout() throws IOException {
        Upload upload = installed.receive(withoutZoneDigits().in(folder));
        assertThat(look(upload).crs().code()).contains("EPSG:4528");
        CheckReport report = check(upload);
        assertThat(codes(report)).containsExactly("crs.far-from-home");
        assertThat(report.findings().get(0).text().en()).contains("EPSG:4549");
    }

    @Test
    void exchangedAxesCanBeChosen() throws IOException {
        ShapeZip swapped =
                ShapeZip.coast("AX2026").segment("A1", 2026, "自然岸线", "砂质", "LINESTRING (24.70 118.70, 24.71 118.71)");
        Upload upload = installed.receive(swapped.in(folder));
        Inspection.Alternative better = look(upload).crs().better().orElseThrow();
        assertThat(better.code()).isEqualTo("EPSG:4490,axes=yx");
        assertThat(better.swapped()).isTrue();
        assertThat(better.distanceM()).contains(0.0);
        assertThat(codes(check(upload))).containsExactly("crs.far-from-home");

        for (String word : List.of("EPSG:4490;axes=yx", better.code())) {
            Upload chosen = installed.intake().choose(upload, Choosing.crs(word).done());
            assertThat(look(chosen).crs().code()).contains(better.code());
            assertThat(check(chosen).errors()).as(word).isZero();
        }
        Intake.Outcome outcome = installed
                .intake()
                .commit(installed.intake().find(upload.id()), new Actor("tester", ""), "", Progress.SILENT);
        assertThat(outcome.revisions().get(0).origin().source().orElseThrow().crs())
                .isEqualTo(better.code());
        assertThat(kept("A1@2026").wkt()).startsWith("LINESTRING (118.7 24.7,");
    }

    // Texts

    @Test
    void samplesAreShownUnderEachEncoding() throws IOException {
        Inspection.Part part = look(installed.receive(Shishi.handIn("AX2025.zip")));
        assertThat(part.encodings())
                .extracting(Inspection.EncodingCandidate::charset, Inspection.EncodingCandidate::valid)
                .containsExactly(tuple("GB18030", true), tuple("UTF-8", false));
        assertThat(part.encodings().get(0).samples().toString()).contains("是否大陆", "人工岸线");
        assertThat(part.encodings().get(1).samples().toString()).contains("\uFFFD");
        assertThat(part.encodings().get(1).samples())
                .as("the same texts under both")
                .extracting(field -> field.values().size())
                .isEqualTo(part.encodings().get(0).samples().stream()
                        .map(field -> field.values().size())
                        .toList());
    }

    @Test
    void shapesFillRatesAndValuesAreCounted() throws IOException {
        Inspection.Part part =
                look(installed.receive(coast().set(1, "EJLX", null).in(folder)));
        assertThat(part.geometryCounts()).containsOnlyKeys("LineString").containsEntry("LineString", 2);
        Inspection.Field type2 = part.fields().stream()
                .filter(f -> f.source().name().equals("EJLX"))
                .findFirst()
                .orElseThrow();
        assertThat(type2.fillRate()).isEqualTo(0.5);
        assertThat(type2.distinct()).contains(1);
        assertThat(type2.samples()).containsExactly("砂质");
        assertThat(part.candidates().get(0).layer()).isEqualTo("coastline");
        assertThat(part.candidates().get(0).why().zh()).contains("AX").contains("6 个字段中认识 6 个");
    }

    // Mapping

    private static ShapeZip ownNames() {
        return ShapeZip.of(
                        "AX2026",
                        ShapeKind.LINE,
                        ShapeZip.text("AXBM", 20),
                        new SourceField("DCNF", SourceField.Type.INTEGER, 4, 0),
                        ShapeZip.text("SFDL", 8),
                        ShapeZip.text("KIND_A", 60),
                        ShapeZip.text("岸线备注", 30))
                .row(LINE, "A1", 2026L, "是", "自然岸线", "甲")
                .row(NEXT, "A2", 2026L, "是", "人工岸线", "乙");
    }

    @Test
    void valuesOfACodeListTellTheFieldAndAreToldAsAGuess() throws IOException {
        Upload upload = installed.receive(ownNames().in(folder));
        assertThat(look(upload).fields())
                .extracting(f -> f.source().name(), f -> f.mapping().map(Inspection.Mapping::how))
                .contains(
                        tuple("AXBM", Optional.of(Inspection.MappedBy.ALIAS)),
                        tuple("KIND_A", Optional.of(Inspection.MappedBy.VALUES)),
                        tuple("岸线备注", Optional.empty()));
        assertThat(look(upload).fields().get(3).mappedTo()).contains("type1");
        CheckReport report = check(upload);
        assertThat(report.errors()).isZero();
        assertThat(report.findings())
                .filteredOn(f -> f.code().equals("field.guessed"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.NOTE);
                    assertThat(f.text().zh()).contains("KIND_A", "一级类");
                });
    }

    @Test
    void wordsThatNoListKnowsAreCountedAndCanBeGivenAMeaning() throws IOException {
        ShapeZip zip = coast().segment("A3", 2026, "自然岸线", "沙砾质海滩", "LINESTRING (118.72 24.70, 118.73 24.70)")
                .segment("A4", 2026, "自然岸线", "沙砾质海滩", "LINESTRING (118.73 24.70, 118.74 24.70)");
        Upload upload = installed.receive(zip.in(folder));
        assertThat(look(upload).unmatched())
                .extracting(Inspection.Unmatched::field, Inspection.Unmatched::word, Inspection.Unmatched::count)
                .containsExactly(tuple("EJLX", "沙砾质海滩", 2L));
        assertThat(check(upload).parts().get(0).unmatched())
                .isEqualTo(look(upload).unmatched());

        Choosing meaning = Choosing.nothing().code("EJLX", "沙砾质海滩", "sandy");
        Upload chosen = installed.intake().choose(upload, meaning.done());
        assertThat(look(chosen).unmatched()).isEmpty();
        installed.intake().commit(chosen, new Actor("tester", ""), "", Progress.SILENT);
        assertThat(kept("A3@2026").values().get(coastField("type2"))).isEqualTo("sandy");

        Upload again = installed.receive(zip.in(folder));
        assertThat(look(again).unmatched()).as("remembered from the last time").isEmpty();
        Upload left = installed
                .intake()
                .choose(again, Choosing.nothing().code("EJLX", "沙砾质海滩", "").done());
        installed.intake().commit(left, new Actor("tester", ""), "", Progress.SILENT);
        assertThat(kept("A3@2026").values().get(coastField("type2"))).isNull();
        assertThat(kept("A3@2026").extra()).isEmpty();
    }

    @Test
    void aMeaningThatTheListDoesNotHaveIsRefused() throws IOException {
        Upload upload = installed.receive(coast().in(folder));
        assertThatThrownBy(() -> installed
                        .intake()
                        .choose(
                                upload,
                                Choosing.nothing().code("EJLX", "砂质", "beachy").done()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("bad-code");
                    assertThat(refusal.text().en()).contains("beachy", "sandy");
                });
    }

    private Rows.Kept kept(String id) {
        return Rows.byId(Rows.current(installed.store(), installed.catalog().layer("coastline")))
                .get(id);
    }

    private int coastField(String name) {
        return installed.catalog().layer("coastline").indexOf(name);
    }

    @Test
    void whatWasCommittedIsOfferedForTheNextHandInOfTheKindAndAChoiceWins() throws IOException {
        installed.commit(
                ownNames().in(folder), Choosing.nothing().map("岸线备注", "place").done());
        ShapeZip next = ShapeZip.of(
                        "ax2027",
                        ShapeKind.LINE,
                        ShapeZip.text("岸线备注", 30),
                        ShapeZip.text("AXBM", 20),
                        new SourceField("DCNF", SourceField.Type.INTEGER, 4, 0),
                        ShapeZip.text("SFDL", 8),
                        ShapeZip.text("KIND_A", 60))
                .row(LINE, "甲", "A1", 2027L, "是", "自然岸线");
        Upload upload = installed.receive(next.in(folder));
        assertThat(look(upload).fields())
                .extracting(f -> f.source().name(), f -> f.mappedTo().orElse("-"), f -> f.mapping()
                        .map(Inspection.Mapping::how)
                        .orElse(null))
                .contains(
                        tuple("岸线备注", "place", Inspection.MappedBy.SAVED),
                        tuple("KIND_A", "type1", Inspection.MappedBy.SAVED),
                        tuple("AXBM", "seg_code", Inspection.MappedBy.ALIAS));
        assertThat(codes(check(upload))).doesNotContain("field.guessed");

        Upload chosen = installed
                .intake()
                .choose(upload, Choosing.nothing().map("岸线备注", "").done());
        assertThat(look(chosen).fields().get(0).mappedTo()).isEmpty();
        ShapeZip other = ShapeZip.coast("AX2027").segment("A1", 2027, "自然岸线", "砂质", LINE);
        assertThat(look(installed.receive(other.in(folder))).fields())
                .allSatisfy(f -> assertThat(f.mapping().orElseThrow().how()).isEqualTo(Inspection.MappedBy.ALIAS));
    }
}
