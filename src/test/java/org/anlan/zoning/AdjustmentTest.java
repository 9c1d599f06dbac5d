package org.anlan.zoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.By;
import org.anlan.geo.Geodesy;
import org.anlan.store.NewFeature;
import org.anlan.support.Installed;
import org.anlan.support.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** Adjusted ranges of made-up reserves, and shapes that no overlay can be made of. */
class AdjustmentTest {

    private static final String CORE = "POLYGON((118.60 24.70,118.61 24.70,118.61 24.71,118.60 24.71,118.60 24.70))";
    private static final String EAST_OF_IT =
            "POLYGON((118.61 24.70,118.62 24.70,118.62 24.71,118.61 24.71,118.61 24.70))";
    private static final String BOTH = "POLYGON((118.60 24.70,118.62 24.70,118.62 24.71,118.60 24.71,118.60 24.70))";
    private static final String HALF = "POLYGON((118.60 24.70,118.605 24.70,118.605 24.71,118.60 24.71,118.60 24.70))";

    @TempDir
    static Path folder;

    private static Installed installed;

    @BeforeAll
    static void open() throws IOException {
        installed = Installed.fresh(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        installed.close();
    }

    @Test
    void whatFellOutAndWhatCameInIsToldByFeatureAndDissolved() {
        long from = commit(List.of(zone("A", "core", CORE), zone("A", "general", EAST_OF_IT), zone("B", "core", HALF)));
        long to = commit(List.of(zone("A", "core", HALF), zone("A", "general", EAST_OF_IT), zone("C", "core", HALF)));
        AdjustmentFigure figure = ask(from, to);
        assertThat(figure.changes())
                .extracting(one -> one.id() + " " + one.kind().word())
                .containsExactly("A@core changed", "B@core removed", "C@core added");
        assertThat(figure.unchanged()).isEqualTo(1);
        AdjustmentFigure.Change core = figure.changes().get(0);
        double lost = areaM2(CORE) - areaM2(HALF);
        assertThat(core.fellOut().areaM2()).isCloseTo(lost, within(1.0));
        assertThat(core.cameIn().areaM2()).isZero();
        assertThat(core.cameIn().shape()).isEmpty();
        assertThat(figure.fellOut().areaM2()).as("B's ground is C's now").isCloseTo(lost, within(1.0));
        assertThat(figure.fellOut().shape().orElseThrow().getEnvelopeInternal().getMinX())
                .isEqualTo(118.605);
        assertThat(figure.cameIn().areaM2()).isZero();
        assertThat(figure.before().unionM2()
                        - figure.fellOut().areaM2()
                        + figure.cameIn().areaM2())
                .isCloseTo(figure.after().unionM2(), within(1.0));
        assertThat(figure.before().sumM2()).isCloseTo(areaM2(CORE) + areaM2(EAST_OF_IT) + areaM2(HALF), within(1e-6));
    }

    @Test
    void aChangeOfZonesMovesGroundFromFeatureToFeatureAndNoneOut() {
        long from = commit(List.of(zone("A", "core", CORE), zone("A", "general", EAST_OF_IT)));
        long to = commit(List.of(zone("A", "general", BOTH)));
        AdjustmentFigure figure = ask(from, to);
        assertThat(figure.fellOut().areaM2()).isCloseTo(0, within(0.01));
        assertThat(figure.cameIn().areaM2()).isCloseTo(0, within(0.01));
        assertThat(figure.changes())
                .extracting(one -> one.cameIn().areaM2() > 1)
                .containsExactly(false, true);
        assertThat(figure.changes().get(1).cameIn().areaM2()).isCloseTo(areaM2(CORE), within(1.0));
    }

    @Test
    void aRingThatBeginsElsewhereOrRunsTheOtherWayIsNoChange() {
        long from = commit(List.of(zone("A", "core", CORE)));
        String turned = Rows.shape(CORE).orElseThrow().norm().reverse().toText();
        AdjustmentFigure figure = ask(from, commit(List.of(zone("A", "core", turned))));
        assertThat(figure.changes()).isEmpty();
        assertThat(figure.unchanged()).isEqualTo(1);
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        long revision = commit(List.of(zone("A", "core", CORE), zone("D", "core", EAST_OF_IT)));
        assertRefused("revisions-in-order", () -> ask(revision, revision));
        assertRefused("unknown-revision", () -> ask(revision, revision + 1_000));
        assertRefused("unknown-layer", () -> adjustment(new Adjustment.Question("nix", 1, 2)));
        assertRefused("not-an-area-layer", () -> adjustment(new Adjustment.Question("coastline", 1, 2)));
        assertRefused("no-regions", () -> installed
                .analyses()
                .coverage()
                .figure(new Coverage.Question(
                        List.of("protected-areas"), By.CITY, Optional.empty(), OptionalLong.empty())));
        assertRefused("empty-layer", () -> installed
                .analyses()
                .coverage()
                .figure(new Coverage.Question(List.of("red-lines"), By.CITY, Optional.empty(), OptionalLong.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON((179 24,-179 24,-179 25,179 25,179 24))",
                "POLYGON((0 80,120 80,-120 80,0 80))",
                "POLYGON((-180 80,0 80,180 80,180 90,-180 90,-180 80))",
                "POLYGON((179 24,181 24,181 25,179 25,179 24))"
            })
    void shapesOverTheDateLineOrAPoleAreRefused(String wkt) {
        long from = commit(List.of(zone("A", "core", HALF)));
        long to = commit(List.of(zone("A", "core", wkt)));
        assertRefused("shape-leaves-the-plane", () -> ask(from, to));
    }

    @Test
    void shapesThatAreCutAtTheDateLineAreCompared() {
        String cut = "MULTIPOLYGON(((179 24,180 24,180 25,179 25,179 24)),((-180 24,-179 24,-179 25,-180 25,-180 24)))";
        long from = commit(List.of(zone("A", "core", cut)));
        long to = commit(List.of(zone("A", "core", "POLYGON((179 24,180 24,180 25,179 25,179 24))")));
        AdjustmentFigure figure = ask(from, to);
        assertThat(figure.fellOut().areaM2()).isCloseTo(areaM2(cut) / 2, within(areaM2(cut) * 1e-9));
    }

    private static AdjustmentFigure ask(long from, long to) {
        return adjustment(new Adjustment.Question("protected-areas", from, to));
    }

    private static AdjustmentFigure adjustment(Adjustment.Question question) {
        return installed.analyses().adjustment().figure(question);
    }

    private static long commit(List<NewFeature> zones) {
        return Rows.commit(
                        installed.store(),
                        installed.catalog().layer("protected-areas"),
                        List.of(""),
                        new ArrayList<>(zones))
                .id();
    }

    private static NewFeature zone(String code, String zone, String wkt) {
        LayerDefinition layer = installed.catalog().layer("protected-areas");
        Object[] values = new Object[layer.fields().size()];
        values[layer.indexOf("pa_code")] = code;
        values[layer.indexOf("name")] = code;
        values[layer.indexOf("zone")] = zone;
        Geometry shape = Rows.shape(wkt).orElseThrow();
        return new NewFeature(
                code + "@" + zone, Optional.of(shape), 0, Geodesy.areaM2(shape), values, Optional.empty());
    }

    private static double areaM2(String wkt) {
        return Geodesy.areaM2(Rows.shape(wkt).orElseThrow());
    }

    private static void assertRefused(String code, Runnable asking) {
        assertThatThrownBy(asking::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
