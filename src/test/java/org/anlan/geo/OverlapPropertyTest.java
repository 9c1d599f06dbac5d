package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

class OverlapPropertyTest {

    private static final double METRE = 1 / 110_700.0;

    private final GeometryFactory factory = new GeometryFactory();

    @Property(tries = 300)
    void aLineDrawnTwiceOverlapsByItsLength(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int vertices) {
        LineString line = wander(seed, vertices);
        double length = Geodesy.lengthM(line);
        assertThat(repeatedM(line, line)).isCloseTo(length, within(1e-6));
        assertThat(repeatedM(line, line.reverse())).isCloseTo(length, within(1e-6));
    }

    @Property(tries = 300)
    void otherVerticesOnTheSameLineChangeNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int vertices) {
        LineString line = wander(seed, vertices);
        assertThat(repeatedM(line, denser(line, seed))).isCloseTo(Geodesy.lengthM(line), within(0.01));
        assertThat(repeatedM(denser(line, seed), line)).isCloseTo(Geodesy.lengthM(line), within(0.01));
    }

    @Property(tries = 300)
    void aLineMovedByAMetreDoesNotOverlap(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int vertices) {
        LineString line = wander(seed, vertices);
        LineString moved = (LineString) line.copy();
        for (Coordinate c : moved.getCoordinates()) {
            c.y += METRE;
        }
        assertThat(repeatedM(line, moved)).isZero();
    }

    @Property(tries = 300)
    void aLineCutAnywhereAndJoinedEndToEndDoesNotOverlap(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 60) int vertices,
            @ForAll @DoubleRange(min = 0, max = 1) double at) {
        Coordinate[] line = wander(seed, vertices).getCoordinates();
        int edge = new Random(seed).nextInt(line.length - 1);
        Coordinate cut = new CoordinateXY(
                line[edge].x + at * (line[edge + 1].x - line[edge].x),
                line[edge].y + at * (line[edge + 1].y - line[edge].y));
        Coordinate[] first = Arrays.copyOf(line, edge + 2);
        first[edge + 1] = cut;
        Coordinate[] second = Arrays.copyOfRange(line, edge, line.length);
        second[0] = cut;
        assertThat(repeatedM(factory.createLineString(first), factory.createLineString(second)))
                .isZero();
    }

    private static double repeatedM(LineString first, LineString second) {
        return Overlaps.find(List.of(first, second), Overlaps.DEFAULT_TOLERANCE_M)
                .repeatedM();
    }

    /** A line that always goes east, by 1 to 60 m an edge, never steeper than 45°. */
    private LineString wander(long seed, int vertices) {
        Random random = new Random(seed);
        Coordinate[] line = new Coordinate[vertices];
        line[0] = new CoordinateXY(118.6, 24.7);
        for (int i = 1; i < vertices; i++) {
            double east = 1 + 59 * random.nextDouble();
            double north = east * (2 * random.nextDouble() - 1);
            line[i] = new CoordinateXY(line[i - 1].x + east * METRE * 1.1, line[i - 1].y + north * METRE);
        }
        return factory.createLineString(line);
    }

    private LineString denser(LineString line, long seed) {
        Random random = new Random(seed);
        Coordinate[] dense = new Coordinate[2 * line.getNumPoints() - 1];
        for (int i = 0; i < dense.length; i++) {
            Coordinate a = line.getCoordinateN(i / 2);
            Coordinate b = line.getCoordinateN((i + 1) / 2);
            double t = random.nextDouble();
            dense[i] = i % 2 == 0 ? a : new CoordinateXY(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
        }
        return factory.createLineString(dense);
    }
}
