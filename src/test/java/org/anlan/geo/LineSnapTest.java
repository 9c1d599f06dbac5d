package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LineSnapTest {

    private static final double METRE = 1 / 110_700.0;
    private static final double TOLERANCE_M = 5;

    private final GeometryFactory factory = new GeometryFactory();

    @Test
    void twoLooseEndsAreJoinedAndTheSecondMoves() {
        Geometry first = line("118.60 24.7, 118.61 24.7");
        Geometry second = line("118.61 %s, 118.61 24.71".formatted(24.7 + 2 * METRE));
        LineSnap snap = snap(first, second);
        assertThat(snap.joined(0, first)).isEmpty();
        LineSnap.Joined joined = snap.joined(1, second).orElseThrow();
        assertThat(joined.line().getCoordinates()[0]).isEqualTo(new CoordinateXY(118.61, 24.7));
        assertThat(joined.line().getNumPoints()).isEqualTo(2);
        assertThat(joined.movedM()).isCloseTo(2, within(0.01));
    }

    @Test
    void anEndBeyondTheToleranceStays() {
        Geometry second = line("118.61 %s, 118.61 24.71".formatted(24.7 + 5.1 * METRE));
        assertThat(snap(line("118.60 24.7, 118.61 24.7"), second).joined(1, second))
                .isEmpty();
    }

    @Test
    void aLooseEndGoesToAJointThoughItCameFirst() {
        Geometry loose = line("118.61 %s, 118.61 24.71".formatted(24.7 + 2 * METRE));
        Geometry west = line("118.60 24.7, 118.61 24.7");
        Geometry east = line("118.61 24.7, 118.62 24.7");
        LineSnap snap = snap(loose, west, east);
        assertThat(snap.joined(0, loose).orElseThrow().line().getCoordinates()[0])
                .isEqualTo(new CoordinateXY(118.61, 24.7));
        assertThat(snap.joined(1, west)).isEmpty();
        assertThat(snap.joined(2, east)).isEmpty();
    }

    @Test
    void anEndThatStopsShortOfALineGoesOntoIt() {
        Geometry whole = line("118.60 24.7, 118.61 24.7");
        Geometry dangling = line("118.605 %s, 118.605 24.71".formatted(24.7 + 3 * METRE));
        Geometry moved = snap(whole, dangling).joined(1, dangling).orElseThrow().line();
        assertThat(moved.getCoordinates()[0].y).isCloseTo(24.7, within(1e-12));
        LineTopology after = new LineTopology();
        after.add(whole);
        after.add(moved);
        assertThat(after.dangles(TOLERANCE_M)).isEmpty();
        assertThat(after.gaps(TOLERANCE_M)).isEmpty();
    }

    @Test
    void anEndNearAVertexOfALineGoesToThatVertex() {
        Geometry bent = line("118.60 24.7, 118.605 24.7, 118.61 24.705");
        Geometry dangling = line("118.605 %s, 118.604 24.69".formatted(24.7 - 3 * METRE));
        assertThat(snap(bent, dangling).joined(1, dangling).orElseThrow().line().getCoordinates()[0])
                .isEqualTo(new CoordinateXY(118.605, 24.7));
    }

    @Test
    void aShortLineIsNeverMadeToCollapse() {
        Geometry west = line("118.60 24.7, 118.61 24.7");
        Geometry tiny = line("%s 24.7, %s 24.7".formatted(118.61 + METRE, 118.61 + 3 * METRE));
        LineSnap snap = snap(west, tiny);
        Geometry after = snap.joined(1, tiny).map(LineSnap.Joined::line).orElse(tiny);
        assertThat(Geodesy.lengthM(after)).isGreaterThan(0.5);
        assertThat(after.getCoordinates()[0]).isEqualTo(new CoordinateXY(118.61, 24.7));
    }

    @Test
    void ringsAndThePartsOfOneFeatureAreLeftAlone() throws ParseException {
        Geometry ring = line("118.60 24.7, 118.61 24.7, 118.61 24.71, 118.60 24.7");
        Geometry parts = new WKTReader()
                .read("MULTILINESTRING ((118.7 24.7, 118.71 24.7), (118.71 %s, 118.71 24.71))".formatted(24.7 + METRE));
        LineSnap snap = snap(ring, parts);
        assertThat(snap.joined(0, ring)).isEmpty();
        assertThat(snap.joined(1, parts)).isEmpty();
    }

    /** End 8 lies near an edge whose own end goes elsewhere first. */
    @Test
    void anEndWhoseEdgeHasMovedMeanwhileIsLookedAtAgain() {
        aSnappedHandInHasNoGapsAndNothingMovedTooFar(-133, 13);
    }

    /** End 10 lies near a joint, and far along its own edge another end is put onto that edge, which must then stay. */
    @Test
    void aJointIsGoneToBeforeTheMiddleOfAnEdgeKeepsItsEndsFromGoing() {
        aSnappedHandInHasNoGapsAndNothingMovedTooFar(2556458265469841523L, 21);
    }

    /** Lines from node to node of a coarse net, every end off by up to two metres and a half: as people draw who do not snap. */
    @Property(tries = 200)
    void aSnappedHandInHasNoGapsAndNothingMovedTooFar(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int count) {
        Random random = new Random(seed);
        List<Geometry> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(factory.createLineString(
                    new Coordinate[] {end(random), between(random), between(random), end(random)}));
        }
        LineSnap snap = snap(lines.toArray(Geometry[]::new));
        LineTopology after = new LineTopology();
        for (int i = 0; i < count; i++) {
            Geometry before = lines.get(i);
            Geometry line = snap.joined(i, before).map(LineSnap.Joined::line).orElse(before);
            after.add(line);
            assertThat(line.isValid()).isTrue();
            assertThat(moved(before, line)).isLessThanOrEqualTo(TOLERANCE_M * 1.000001);
            snap.joined(i, before)
                    .ifPresent(j -> assertThat(j.movedM()).isCloseTo(moved(before, j.line()), within(1e-3)));
        }
        assertThat(after.gaps(TOLERANCE_M)).isEmpty();
    }

    @Property(tries = 50)
    void theSameLinesGiveTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add(factory.createLineString(new Coordinate[] {end(random), end(random)}));
        }
        LineSnap one = snap(lines.toArray(Geometry[]::new));
        LineSnap other = snap(lines.toArray(Geometry[]::new));
        for (int i = 0; i < lines.size(); i++) {
            assertThat(one.joined(i, lines.get(i))).isEqualTo(other.joined(i, lines.get(i)));
        }
    }

    private static Coordinate between(Random random) {
        return new CoordinateXY(118.6 + random.nextDouble() * 0.01, 24.7 + random.nextDouble() * 0.01);
    }

    private static Coordinate end(Random random) {
        double x = 118.6 + random.nextInt(4) * 0.003;
        double y = 24.7 + random.nextInt(4) * 0.003;
        double off = 2.4 * METRE;
        return new CoordinateXY(x + (random.nextDouble() - 0.5) * off, y + (random.nextDouble() - 0.5) * off);
    }

    private static double moved(Geometry before, Geometry after) {
        Coordinate[] a = before.getCoordinates();
        Coordinate[] b = after.getCoordinates();
        double start = Geodesy.distanceM(a[0].x, a[0].y, b[0].x, b[0].y);
        Coordinate lastA = a[a.length - 1];
        Coordinate lastB = b[b.length - 1];
        return Math.max(start, Geodesy.distanceM(lastA.x, lastA.y, lastB.x, lastB.y));
    }

    private static LineSnap snap(Geometry... lines) {
        LineSnap snap = new LineSnap();
        for (Geometry line : lines) {
            snap.add(line);
        }
        snap.join(TOLERANCE_M);
        return snap;
    }

    private static Geometry line(String positions) {
        try {
            return new WKTReader().read("LINESTRING (" + positions + ")");
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
