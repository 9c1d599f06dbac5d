package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.By;
import org.anlan.coast.Retention;
import org.anlan.coast.RetentionEffect;
import org.anlan.coast.Sums;
import org.anlan.format.shapefile.ShapeKind;
import org.anlan.store.Actor;
import org.anlan.store.Changes;
import org.anlan.store.Revision;
import org.anlan.store.Upload;
import org.anlan.support.Choosing;
import org.anlan.support.Installed;
import org.anlan.support.ShapeZip;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.util.AffineTransformation;

/** What a hand-in would change is told before it is committed: feature by feature, and in the figures. */
class CompareTest {

    @TempDir
    Path folder;

    private Installed demo;

    @BeforeEach
    void open() throws IOException {
        demo = Installed.demo(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    private ShapeZip survey2015() throws IOException {
        return ShapeZip.like(Shishi.handIn("AX2015.zip"), ShapeKind.LINE);
    }

    private CheckReport check(ShapeZip file) throws IOException {
        return demo.intake().check(demo.receive(file.in(folder)), Progress.SILENT);
    }

    @Test
    void aChangedFeatureNamesItsFieldsAndHowFarItMoved() throws IOException {
        ShapeZip changed = survey2015();
        changed.set(3, "CD", 9.9).set(3, "DM", "改");
        changed.shape(
                20, line -> AffineTransformation.translationInstance(0, 0.0001).transform(line));

        List<FeatureChange> changes = check(changed).changes();

        assertThat(changes).hasSize(2);
        FeatureChange values = changes.get(0);
        assertThat(values.kind()).isEqualTo(FeatureChange.Kind.CHANGED);
        assertThat(values.fields()).extracting(FeatureChange.Field::name).contains("length_cd_km");
        assertThat(values.movedM()).isEmpty();
        FeatureChange moved = changes.get(1);
        assertThat(moved.fields()).isEmpty();
        assertThat(moved.movedM().orElseThrow())
                .as("a ten-thousandth of a degree of latitude, less where the line runs north")
                .isBetween(1.0, 11.2);
        assertThat(moved.before()).isNotEqualTo(moved.after());
    }

    @Test
    void theEffectOnTheRatioIsWhatTheCommitThenGives() throws IOException {
        ShapeZip changed = survey2015();
        changed.rows().remove(10);
        changed.set(0, "YJLX", "人工岸线");
        Upload upload = demo.receive(changed.in(folder));
        double before = total2015().ratioPercent().orElseThrow();

        List<RetentionEffect> effects =
                demo.intake().check(upload, Progress.SILENT).effects();
        demo.intake().commit(upload, new Actor("tester", ""), "", Progress.SILENT);

        Sums after = total2015();
        assertThat(effects).hasSize(1);
        assertThat(effects.get(0).year()).isEqualTo(2015);
        assertThat(effects.get(0).before().orElseThrow().ratioPercent().orElseThrow())
                .isCloseTo(before, within(1e-9));
        assertThat(effects.get(0).after().ratioPercent().orElseThrow())
                .isCloseTo(after.ratioPercent().orElseThrow(), within(1e-9));
        assertThat(effects.get(0).after().totalM()).isCloseTo(after.totalM(), within(1e-6));
        assertThat(after.ratioPercent().orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void aHandInThatChangesNothingHasNoChangesAndNoEffect() throws IOException {
        CheckReport report = demo.intake().check(demo.receive(Shishi.handIn("AX2020.zip")), Progress.SILENT);
        assertThat(report.changes()).isEmpty();
        assertThat(report.effects()).isEmpty();
    }

    @Test
    void theModesDifferInWhatTheyRemoveAndChange() throws IOException {
        ShapeZip few = survey2015();
        few.rows().subList(5, few.rows().size()).clear();
        few.set(0, "DM", "改");
        Path file = few.in(folder);
        assertThat(counts(file, Mode.REPLACE_SCOPE)).containsExactly(0L, 1L, 142L, 4L);
        assertThat(counts(file, Mode.UPSERT)).containsExactly(0L, 1L, 0L, 4L);
        long all = demo.store()
                .revisions()
                .newest("coastline")
                .orElseThrow()
                .state()
                .count();
        assertThat(counts(file, Mode.REPLACE_ALL)).containsExactly(0L, 1L, all - 5, 4L);

        CheckReport append = check(file, Mode.APPEND);
        assertThat(append.blocked()).isTrue();
        assertThat(append.findings())
                .extracting(Finding::code)
                .containsOnly("id.exists")
                .hasSize(5);
    }

    @Test
    void aCommitAfterSomebodyElsesComparesAnewInsteadOfOverwriting() throws IOException {
        ShapeZip one = survey2015();
        one.rows().remove(10);
        ShapeZip other = survey2015();
        other.rows().remove(20);
        Upload first = demo.receive(one.in(folder));
        Upload second = demo.receive(other.in(folder));
        demo.intake().check(first, Progress.SILENT);
        CheckReport seen = demo.intake().check(second, Progress.SILENT);
        assertThat(removed(seen)).hasSize(1);
        demo.intake().commit(first, new Actor("甲", ""), "先提交", Progress.SILENT);
        Revision newest = newest();

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> demo.intake().commit(second, new Actor("乙", ""), "", Progress.SILENT));

        assertThat(refusal.code()).isEqualTo("base-moved");
        assertThat(refusal.text().zh()).contains("甲", "先提交", "r" + newest.id());
        assertThat(newest()).as("nothing was committed").isEqualTo(newest);
        CheckReport anew = demo.intake().report(second).orElseThrow();
        assertThat(removed(anew)).isEqualTo(removed(seen));
        assertThat(anew.parts().get(0).changes().added())
                .as("the other's removal would be undone, and that is told")
                .isEqualTo(1);
        assertThat(demo.intake()
                        .commit(second, new Actor("乙", ""), "", Progress.SILENT)
                        .revisions())
                .hasSize(1);
    }

    @Test
    void aRollbackAfterTheCheckMovesTheBaseToo() throws IOException {
        ShapeZip one = survey2015();
        one.rows().remove(10);
        demo.commit(one.in(folder));
        Revision before = newest();
        ShapeZip other = survey2015();
        other.rows().remove(20);
        Upload upload = demo.receive(other.in(folder));
        CheckReport seen = demo.intake().check(upload, Progress.SILENT);
        long older = demo.store().revisions().of("coastline").get(1).id();
        LayerDefinition coastline = demo.catalog().layer("coastline");
        demo.store().revisions().rollback(coastline, older, new Actor("乙", ""), "");

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> demo.intake().commit(upload, new Actor("甲", ""), "", Progress.SILENT));

        assertThat(refusal.code()).isEqualTo("base-moved");
        assertThat(newest().id()).as("the rollback, and nothing after it").isEqualTo(before.id() + 1);
        assertThat(seen.parts().get(0).changes().added()).isEqualTo(1);
        assertThat(demo.intake()
                        .report(upload)
                        .orElseThrow()
                        .parts()
                        .get(0)
                        .changes()
                        .added())
                .as("compared with what the rollback restored")
                .isZero();
    }

    @Test
    void aReportOutlivesARestart() throws IOException {
        Upload upload = demo.receive(survey2015().in(folder));
        CheckReport report = demo.intake().check(upload, Progress.SILENT);
        demo.close();
        demo = Installed.open(folder.resolve("data"));
        CheckReport kept = demo.intake().report(upload).orElseThrow();
        assertThat(ReportJson.write(kept)).isEqualTo(ReportJson.write(report));
        assertThat(demo.intake().open()).extracting(Upload::id).containsExactly(upload.id());
    }

    @Test
    void anUploadThatNobodyCommitsExpiresWithItsFile() throws IOException {
        ShapeZip file = survey2015();
        file.set(0, "DM", "改");
        Upload lying = demo.receive(file.in(folder));
        Upload again = demo.receive(Shishi.handIn("AX2015.zip"));
        assertThat(demo.intake().expire(lying.receivedAt().minusMillis(1))).isZero();
        assertThat(demo.intake().expire(Instant.now().plusSeconds(1))).isEqualTo(2);
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> demo.intake().check(lying, Progress.SILENT));
        assertThat(refusal.code()).isEqualTo("upload-expired");
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> demo.store().archive().file(lying.sha256()))
                        .code())
                .isEqualTo("upload-gone");
        assertThat(demo.store().archive().file(again.sha256()))
                .as("a revision came from the same file")
                .exists();
    }

    @Test
    void aFileThatIsRefusedLeavesNothingBehind() throws IOException {
        Path data = folder.resolve("data").resolve("uploads");
        long before = files(data);
        Path broken = Files.writeString(folder.resolve("x.zip"), "no zip");
        assertThat(catchThrowableOfType(Refusal.class, () -> demo.receive(broken)))
                .isNotNull();
        assertThat(files(data)).isEqualTo(before);
    }

    private static long files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).count();
        }
    }

    private Sums total2015() {
        return demo.retention()
                .figure(new Retention.Question(Optional.of(2015), By.CITY, Optional.empty(), OptionalLong.empty()))
                .total();
    }

    private Revision newest() {
        return demo.store().revisions().newest("coastline").orElseThrow();
    }

    private static List<String> removed(CheckReport report) {
        return report.changes().stream()
                .filter(c -> c.kind() == FeatureChange.Kind.REMOVED)
                .map(FeatureChange::id)
                .toList();
    }

    private CheckReport check(Path file, Mode mode) throws IOException {
        Upload upload = demo.intake()
                .choose(demo.receive(file), Choosing.nothing().mode(mode).done());
        return demo.intake().check(upload, Progress.SILENT);
    }

    private List<Long> counts(Path file, Mode mode) throws IOException {
        Changes changes = check(file, mode).parts().get(0).changes();
        return List.of(changes.added(), changes.changed(), changes.removed(), changes.unchanged());
    }
}
