package org.anlan.zoning.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.anlan.geo.Areas;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Areas that count once where they overlap: what must hold of any areas. */
class DissolvedTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    @Property(tries = 60)
    void theUnionIsNeverMoreThanTheSumNorLessThanTheLargest(@ForAll long seed) {
        List<Piece> areas = stars(new Random(seed), 12);
        Dissolved all = Dissolved.all(areas);
        assertThat(all.unionM2()).isLessThanOrEqualTo(sum(all) * (1 + 1e-12));
        assertThat(all.unionM2())
                .isGreaterThanOrEqualTo(
                        areas.stream().mapToDouble(Piece::areaM2).max().orElseThrow() * (1 - 1e-6));
    }

    @Property(tries = 40)
    void splittingAnAreaAnywhereChangesNeitherSumNorUnion(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double at) {
        List<Piece> areas = stars(new Random(seed), 8);
        List<Piece> split = new ArrayList<>(areas.subList(1, areas.size()));
        Geometry first = areas.get(0).shape();
        Envelope box = first.getEnvelopeInternal();
        double x = box.getMinX() + at * box.getWidth();
        Geometry west = SHAPES.toGeometry(new Envelope(box.getMinX() - 1, x, box.getMinY() - 1, box.getMaxY() + 1));
        split.add(Piece.of(Areas.common(first, west)));
        split.add(Piece.of(Areas.without(first, west)));
        assertThat(sum(Dissolved.all(split)))
                .isCloseTo(sum(Dissolved.all(areas)), within(sum(Dissolved.all(areas)) * 1e-6));
        double union = Dissolved.all(areas).unionM2();
        assertThat(Dissolved.all(split).unionM2()).isCloseTo(union, within(union * 1e-6));
    }

    @Property(tries = 40)
    void orderStartAndDirectionDoNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Piece> areas = stars(random, 10);
        List<Piece> other = new ArrayList<>();
        for (Piece area : areas) {
            other.add(Piece.of(
                    random.nextBoolean() ? area.shape().reverse() : area.shape().norm()));
        }
        Collections.shuffle(other, random);
        double union = Dissolved.all(areas).unionM2();
        assertThat(Dissolved.all(other).unionM2()).isCloseTo(union, within(union * 1e-9));
    }

    @Test
    void neighboursThatOnlyTouchKeepTheAreasTheyHave() {
        Geometry west = SHAPES.toGeometry(new Envelope(118.6, 118.61, 24.7, 24.71));
        Geometry east = SHAPES.toGeometry(new Envelope(118.61, 118.62, 24.705, 24.715));
        List<Piece> areas = List.of(new Piece(west, 5), new Piece(east, 7));
        assertThat(new OverlapGraph(List.of(west, east)).over(0)).isEmpty();
        assertThat(Dissolved.all(areas).unionM2()).isEqualTo(12);
        assertThat(Dissolved.all(areas).shapes()).containsExactly(west, east);
    }

    @Test
    void theSameAreaManyTimesCountsOnceAndEachPairIsTold() {
        Geometry area = SHAPES.toGeometry(new Envelope(118.6, 118.61, 24.7, 24.71));
        Piece piece = Piece.of(area);
        Dissolved all = Dissolved.all(List.of(piece, Piece.of(area.copy()), Piece.of(area.reverse())));
        assertThat(all.unionM2()).isCloseTo(piece.areaM2(), within(1e-6));
        assertThat(sum(all)).isCloseTo(3 * piece.areaM2(), within(1e-6));
        OverlapGraph graph = new OverlapGraph(List.of(area, area.copy(), area.reverse()));
        assertThat(graph.over(0)).containsExactly(1, 2);
        assertThat(graph.over(1)).containsExactly(2);
    }

    @Test
    void groundGivesWhatLiesInItAndWhatDoesNot() {
        Geometry region = SHAPES.toGeometry(new Envelope(118.6, 118.61, 24.7, 24.71));
        Geometry across = SHAPES.toGeometry(new Envelope(118.605, 118.615, 24.7, 24.71));
        Geometry inside = SHAPES.toGeometry(new Envelope(118.602, 118.603, 24.702, 24.703));
        Geometry beside = SHAPES.toGeometry(new Envelope(118.61, 118.62, 24.7, 24.71));
        Ground ground = new Ground(List.of(region));
        assertThat(ground.within(inside)).get().isSameAs(inside);
        assertThat(ground.outside(inside)).isEmpty();
        assertThat(ground.within(beside)).isEmpty();
        assertThat(ground.outside(beside)).get().isSameAs(beside);
        double parts = Piece.of(ground.within(across).orElseThrow()).areaM2()
                + Piece.of(ground.outside(across).orElseThrow()).areaM2();
        assertThat(parts).isCloseTo(Piece.of(across).areaM2(), within(1.0));
    }

    private static double sum(Dissolved all) {
        return all.sumM2(all.pieces().keySet());
    }

    /** Star-shaped areas of some hundred metres with 24 corners, so close that some overlap. */
    private static List<Piece> stars(Random random, int count) {
        List<Piece> stars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = 118.6 + random.nextDouble() * 0.02;
            double y = 24.7 + random.nextDouble() * 0.02;
            Coordinate[] ring = new Coordinate[25];
            for (int corner = 0; corner < 24; corner++) {
                double radius = 0.001 + random.nextDouble() * 0.003;
                double angle = corner * Math.PI / 12;
                ring[corner] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
            }
            ring[24] = ring[0].copy();
            stars.add(Piece.of(SHAPES.createPolygon(ring)));
        }
        return stars;
    }
}
