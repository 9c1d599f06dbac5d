package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LineTopologyTest {

    private static final double METRE = 1 / 110_700.0;
    private static final double CM = Overlaps.DEFAULT_TOLERANCE_M;

    @Test
    void theCoastOfShishiIsDrawnOnceAndJoinsEndToEnd() {
        LineTopology topology = new LineTopology();
        Demo.layer("coastline-2020").forEach(f -> topology.add(f.shape()));
        assertThat(topology.size()).isEqualTo(151);
        assertThat(topology.overlaps(CM).pairs()).isEmpty();
        assertThat(topology.gaps(LineTopology.DEFAULT_GAP_M)).isEmpty();
        assertThat(topology.crossings()).isEmpty();
        assertThat(topology.dangles(5)).isEmpty();
        assertThat(topology.turns()).isEmpty();
    }

    @Test
    void theSameCoastOfTwoSurveysOverlapsWhole() {
        List<Geometry> both = new ArrayList<>();
        Demo.mainland(2015).forEach(f -> both.add(f.shape()));
        Demo.mainland(2020).forEach(f -> both.add(f.shape()));
        assertThat(Overlaps.find(both, CM).repeatedM()).isCloseTo(56129.505, within(0.05));
    }

    @Test
    void aPartialOverlapIsToldWithItsRangeOnTheLaterLine() {
        Geometry first = line("118.60 24.7, 118.61 24.7");
        Geometry second = line("118.62 24.7, 118.605 24.7, 118.605 24.71");
        Overlaps overlaps = Overlaps.find(List.of(first, second), CM);
        assertThat(overlaps.pairs()).hasSize(1);
        Overlap overlap = overlaps.pairs().get(0);
        assertThat(overlap.kept()).isZero();
        assertThat(overlap.repeated()).isEqualTo(1);
        assertThat(overlap.fromM()).isCloseTo(Geodesy.distanceM(118.62, 24.7, 118.61, 24.7), within(1e-3));
        assertThat(overlap.toM()).isCloseTo(Geodesy.distanceM(118.62, 24.7, 118.605, 24.7), within(1e-3));
        assertThat(overlap.place().lat()).isEqualTo(24.7);
    }

    @Test
    void anOverlapWithinTheToleranceCountsAndOneBesideItDoesNot() {
        Geometry first = line("118.60 24.7, 118.61 24.7");
        double near = 24.7 + 0.008 * METRE;
        double off = 24.7 + 0.012 * METRE;
        assertThat(Overlaps.find(List.of(first, line("118.602 %s, 118.604 %s".formatted(near, near))), CM)
                        .repeatedM())
                .isCloseTo(Geodesy.distanceM(118.602, 24.7, 118.604, 24.7), within(1e-3));
        assertThat(Overlaps.find(List.of(first, line("118.602 %s, 118.604 %s".formatted(off, off))), CM)
                        .pairs())
                .isEmpty();
    }

    @Test
    void threeDrawingsCountTwiceTooOften() {
        Geometry one = line("118.60 24.7, 118.61 24.7, 118.62 24.71");
        Overlaps overlaps = Overlaps.find(List.of(one, one.reverse(), one), CM);
        assertThat(overlaps.repeatedM()).isCloseTo(2 * Geodesy.lengthM(one), within(1e-6));
        assertThat(overlaps.repeated()).containsOnlyKeys(1, 2);
    }

    @Test
    void crossingAndSharpTouchingAreNoOverlap() {
        Geometry first = line("118.60 24.7, 118.61 24.7");
        assertThat(Overlaps.find(List.of(first, line("118.605 24.69, 118.605 24.71")), CM)
                        .pairs())
                .isEmpty();
        assertThat(Overlaps.find(List.of(first, line("118.60 24.6999, 118.61 24.7001")), CM)
                        .pairs())
                .isEmpty();
        assertThat(Overlaps.find(List.of(first, line("118.61 24.7, 118.60 24.7001")), CM)
                        .pairs())
                .isEmpty();
        assertThat(Overlaps.find(List.of(first, line("118.61 24.7, 118.62 24.7")), CM)
                        .pairs())
                .isEmpty();
    }

    @Test
    void aThousandCopiesAreFoundInOnePass() {
        Geometry one = line("118.60 24.7, 118.61 24.7, 118.62 24.71, 118.63 24.72");
        List<Geometry> copies = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            copies.add(one);
        }
        Overlaps overlaps = Overlaps.find(copies, CM);
        assertThat(overlaps.pairs()).hasSize(19_999).allMatch(o -> o.kept() == 0);
    }

    @Test
    void endsThatNearlyMeetAreAGapToldOnce() {
        LineTopology topology = new LineTopology();
        topology.add(line("118.60 24.7, 118.61 24.7"));
        topology.add(line("118.61 %s, 118.61 24.71".formatted(24.7 + 2 * METRE)));
        topology.add(line("118.61 24.71, 118.62 24.72"));
        topology.add(line("118.60 %s, 118.59 24.69".formatted(24.7 - 6 * METRE)));
        List<Gap> gaps = topology.gaps(5);
        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).first()).isZero();
        assertThat(gaps.get(0).second()).isEqualTo(1);
        assertThat(gaps.get(0).distanceM()).isCloseTo(2, within(0.01));
        assertThat(gaps.get(0).place().lon()).isEqualTo(118.61);
        assertThat(topology.gaps(10)).hasSize(2);
    }

    @Test
    void anEndThatLiesOnAnotherLineIsJoined() {
        LineTopology topology = new LineTopology();
        topology.add(line("118.60 24.7, 118.61 24.7"));
        topology.add(line("118.605 24.7, 118.605 24.71"));
        assertThat(topology.gaps(5)).isEmpty();
        assertThat(topology.dangles(5)).isEmpty();
    }

    @Test
    void anEndThatRunsALittleOverAnotherLineDanglesAndIsNoGap() {
        LineTopology topology = new LineTopology();
        topology.add(line("118.60 24.7, 118.61 24.7"));
        topology.add(line("118.60999 24.7, 118.60999 24.71"));
        assertThat(topology.gaps(5)).isEmpty();
        assertThat(topology.dangles(5)).singleElement().satisfies(d -> {
            assertThat(d.feature()).isZero();
            assertThat(d.distanceM()).isCloseTo(1.012, within(0.001));
        });
    }

    @Test
    void anEndThatStopsShortOfTheMiddleOfALineDanglesToTheToleranceAndNoFarther() {
        LineTopology topology = new LineTopology();
        topology.add(line("118.60 24.7, 118.61 24.7"));
        topology.add(line("118.605 %s, 118.605 24.71".formatted(24.7 + 3 * METRE)));
        assertThat(topology.gaps(5)).isEmpty();
        List<Dangle> dangles = topology.dangles(5);
        assertThat(dangles).hasSize(1);
        assertThat(dangles.get(0).feature()).isEqualTo(1);
        assertThat(dangles.get(0).other()).isZero();
        assertThat(dangles.get(0).distanceM()).isCloseTo(3, within(0.01));
        assertThat(dangles.get(0).foot().lat()).isCloseTo(24.7, within(1e-12));
        assertThat(topology.dangles(3.01)).hasSize(1);
        assertThat(topology.dangles(2.99)).isEmpty();
    }

    @Test
    void linesThatRunAgainstEachOtherAreToldOncePerChange() {
        LineTopology topology = new LineTopology();
        topology.add(line("118.60 24.7, 118.61 24.7"));
        topology.add(line("118.62 24.7, 118.61 24.7"));
        topology.add(line("118.62 24.7, 118.63 24.7"));
        topology.add(line("118.63 24.7, 118.64 24.7"));
        assertThat(topology.turns())
                .extracting(Turn::first, Turn::second, Turn::starting)
                .containsExactly(tuple(0, 1, false), tuple(1, 2, true));
    }

    @Test
    void whereThreeLinesMeetNoDirectionIsRight() {
        LineTopology topology = new LineTopology();
        topology.add(line("118.60 24.7, 118.61 24.7"));
        topology.add(line("118.62 24.7, 118.61 24.7"));
        topology.add(line("118.61 24.7, 118.61 24.71"));
        assertThat(topology.turns()).isEmpty();
    }

    @Test
    void theLineOfAnOverlapIsThatStretch() {
        LineTopology topology = new LineTopology();
        topology.add(line("118.60 24.7, 118.61 24.7"));
        topology.add(line("118.62 24.7, 118.605 24.7, 118.605 24.71"));
        Overlap overlap = topology.overlaps(CM).pairs().get(0);
        Geometry stretch = topology.stretch(overlap);
        assertThat(Geodesy.lengthM(stretch)).isCloseTo(overlap.lengthM(), within(1e-3));
        assertThat(stretch.getEnvelopeInternal().getMinX()).isCloseTo(118.605, within(1e-9));
        assertThat(stretch.getEnvelopeInternal().getMaxX()).isCloseTo(118.61, within(1e-9));
    }

    @Test
    void ringsHaveNoEnds() {
        LineTopology topology = new LineTopology();
        topology.add(line("118.60 24.7, 118.61 24.7, 118.61 24.71, 118.60 24.7"));
        topology.add(line("118.60 %s, 118.59 24.69".formatted(24.7 - METRE)));
        assertThat(topology.gaps(5)).isEmpty();
    }

    @Test
    void linesThatCrossAreToldWhere() {
        LineTopology topology = new LineTopology();
        topology.add(line("118.60 24.7, 118.62 24.7"));
        topology.add(line("118.61 24.69, 118.61 24.71"));
        List<Crossing> crossings = topology.crossings();
        assertThat(crossings).hasSize(1);
        assertThat(crossings.get(0).place().lon()).isCloseTo(118.61, within(1e-9));
        assertThat(crossings.get(0).place().lat()).isCloseTo(24.7, within(1e-9));
    }

    @Test
    void crossingAtAVertexIsOneAndTouchingFromOneSideIsNone() {
        assertThat(crossings("118.60 24.7, 118.61 24.7, 118.62 24.7", "118.61 24.69, 118.61 24.7, 118.61 24.71"))
                .hasSize(1);
        assertThat(crossings("118.60 24.7, 118.62 24.7", "118.61 24.69, 118.61 24.7, 118.61 24.71"))
                .hasSize(1);
        assertThat(crossings("118.60 24.7, 118.62 24.7", "118.605 24.69, 118.61 24.7, 118.615 24.69"))
                .isEmpty();
        assertThat(crossings("118.60 24.7, 118.62 24.7", "118.605 24.71, 118.61 24.7, 118.615 24.71"))
                .isEmpty();
        assertThat(crossings("118.60 24.7, 118.62 24.7", "118.61 24.7, 118.61 24.71"))
                .isEmpty();
    }

    @Test
    void nothingIsFoundAmongNothing() {
        LineTopology topology = new LineTopology();
        assertThat(topology.overlaps(CM).pairs()).isEmpty();
        topology.add(line("118.60 24.7, 118.60 24.7"));
        topology.add(wkt("POINT (118 24)"));
        topology.add(wkt("LINESTRING EMPTY"));
        topology.add(line("118.60 24.7, 118.60 24.7"));
        assertThat(topology.overlaps(CM).pairs()).isEmpty();
        assertThat(topology.crossings()).isEmpty();
        assertThat(topology.gaps(5)).isEmpty();
        assertThat(topology.size()).isEqualTo(4);
    }

    private static List<Crossing> crossings(String first, String second) {
        LineTopology topology = new LineTopology();
        topology.add(line(first));
        topology.add(line(second));
        return topology.crossings();
    }

    private static Geometry line(String positions) {
        return wkt("LINESTRING (" + positions + ")");
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
