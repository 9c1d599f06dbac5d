package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** What change rates do not depend on. */
class RatesPropertyTest {

    private static final Map<Integer, LineString> SURVEYS =
            Map.of(2000, DrawnCoast.winding(0), 2010, DrawnCoast.winding(14), 2021, DrawnCoast.winding(-33));

    /** A metre or so, degrees. */
    private static final double STEP = 1e-5;

    private static DrawnCoast coast;
    private static RatesFigure whole;

    @BeforeContainer
    static void draw() throws IOException {
        coast = DrawnCoast.open();
        whole = coast.figure(pieces(line -> List.of(line)));
    }

    @AfterContainer
    static void close() throws IOException {
        coast.close();
    }

    private interface Cutting {
        List<LineString> cut(LineString line);
    }

    private static Map<Integer, List<LineString>> pieces(Cutting cutting) {
        Map<Integer, List<LineString>> surveys = new TreeMap<>();
        SURVEYS.forEach((year, line) -> surveys.put(year, cutting.cut(line)));
        return surveys;
    }

    @Property(tries = 12)
    void cutsVerticesDirectionsAndOrderOfSegmentsDoNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        RatesFigure cut = coast.figure(pieces(line -> anyhow(line, random)));
        assertThat(cut.transects()).hasSameSizeAs(whole.transects());
        for (int i = 0; i < cut.transects().size(); i++) {
            RatesFigure.Transect one = cut.transects().get(i);
            RatesFigure.Transect other = whole.transects().get(i);
            assertThat(one.lon()).isCloseTo(other.lon(), within(1e-9));
            assertThat(one.lat()).isCloseTo(other.lat(), within(1e-9));
            assertThat(one.region()).isEqualTo(other.region());
            for (int k = 0; k < other.intersections().size(); k++) {
                assertThat(one.intersections().get(k).distanceM())
                        .isCloseTo(other.intersections().get(k).distanceM(), within(1e-4));
            }
            assertThat(one.movement().orElseThrow().lrr().rateMPerYear())
                    .isCloseTo(other.movement().orElseThrow().lrr().rateMPerYear(), within(1e-5));
        }
        assertThat(cut.total().eroding()).isEqualTo(whole.total().eroding());
    }

    /** Cut at vertices and within edges, each piece drawn either way, in any order, with a vertex more here and there. */
    private static List<LineString> anyhow(LineString line, Random random) {
        List<LineString> pieces = new ArrayList<>();
        List<Coordinate> piece = new ArrayList<>(List.of(line.getCoordinateN(0)));
        for (int i = 1; i < line.getNumPoints(); i++) {
            Coordinate from = line.getCoordinateN(i - 1);
            Coordinate to = line.getCoordinateN(i);
            if (random.nextInt(4) == 0) {
                double t = 0.1 + 0.8 * random.nextDouble();
                Coordinate within = new Coordinate(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y));
                piece.add(within);
                piece = random.nextBoolean() ? piece : next(piece, within, pieces, random);
            }
            piece.add(to);
            piece = random.nextInt(9) == 0 && i + 1 < line.getNumPoints() ? next(piece, to, pieces, random) : piece;
        }
        next(piece, line.getCoordinateN(0), pieces, random);
        Collections.shuffle(pieces, random);
        return pieces;
    }

    private static List<Coordinate> next(
            List<Coordinate> piece, Coordinate start, List<LineString> pieces, Random random) {
        LineString done = DrawnCoast.line(piece.toArray(Coordinate[]::new));
        pieces.add(random.nextBoolean() ? done : done.reverse());
        return new ArrayList<>(List.of(start));
    }

    @Property(tries = 12)
    void aLineThatLiesElsewhereInAllSurveysAlikeDoesNotMove(
            @ForAll @IntRange(min = -100, max = 100) int east, @ForAll @IntRange(min = -100, max = 100) int north) {
        LineString baseline = DrawnCoast.winding(0);
        List<LineString> moved = List.of(DrawnCoast.line(Arrays.stream(baseline.getCoordinates())
                .map(place -> new Coordinate(place.x + east * STEP, place.y + north * STEP))
                .toArray(Coordinate[]::new)));
        RatesFigure figure =
                coast.figure(Map.of(2000, moved, 2010, moved, 2021, moved), DrawnCoast.on(baseline, Optional.empty()));
        assertThat(figure.total().measured()).isPositive();
        assertThat(figure.transects())
                .allSatisfy(transect -> transect.movement().ifPresent(movement -> {
                    assertThat(movement.nsmM()).isZero();
                    assertThat(movement.lrr().rateMPerYear()).isZero();
                    assertThat(movement.lrr().determination()).isEmpty();
                }));
    }

    /** Baseline and surveys moved together: the rates stay as they are, to what the scale of a degree changes over 100 m. */
    @Property(tries = 6)
    void whereOnEarthItAllLiesDoesNotMatter(
            @ForAll @IntRange(min = -100, max = 100) int east, @ForAll @IntRange(min = -50, max = 50) int north) {
        RatesFigure moved = coast.figure(pieces(line -> List.of(DrawnCoast.line(Arrays.stream(line.getCoordinates())
                .map(place -> new Coordinate(place.x + east * STEP, place.y + north * STEP))
                .toArray(Coordinate[]::new)))));
        assertThat(moved.total().meanEprMPerYear().orElseThrow())
                .isCloseTo(whole.total().meanEprMPerYear().orElseThrow(), within(1e-3));
    }
}
