package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.anlan.base.Refusal;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class PolygonTopologyTest {

    private static final double M = 0.00001; // about a metre

    private final GeometryFactory factory = new GeometryFactory();

    @Test
    void theTownsTileTheCityOfShishi() {
        PolygonTopology towns = new PolygonTopology();
        Geometry city = null;
        for (Demo.Feature region : Demo.layer("regions")) {
            if (region.text("level").equals("town")) {
                towns.add(region.shape());
            } else if (region.text("level").equals("city")) {
                city = region.shape();
            }
        }
        assertThat(overlaps(towns, 1)).isEmpty();
        assertThat(towns.gaps(1, 10_000)).isEmpty();
        assertThat(towns.uncovered(city, 100)).isEmpty();
    }

    @Test
    void anOverlapIsToldWithItsShapeAboveTheToleranceOnly() {
        PolygonTopology topology = new PolygonTopology();
        topology.add(box(0, 0, 10, 10));
        topology.add(box(9, 0, 19, 10));
        topology.add(box(19, 0, 29, 10));
        List<AreaOverlap> found = overlaps(topology, 1);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).first()).isZero();
        assertThat(found.get(0).second()).isEqualTo(1);
        assertThatObject(found.get(0).shape().norm())
                .isEqualTo(box(9, 0, 10, 10).norm());
        double area = Geodesy.areaM2(box(9, 0, 10, 10));
        assertThat(found.get(0).areaM2()).isCloseTo(area, within(1e-6));
        assertThat(overlaps(topology, area * 1.01)).isEmpty();
        assertThat(overlaps(topology, area * 0.99)).hasSize(1);
    }

    @Test
    void oneAreaWithinAnotherOverlapsWhole() {
        PolygonTopology topology = new PolygonTopology();
        topology.add(box(0, 0, 100, 100));
        topology.add(box(10, 10, 20, 20));
        assertThat(overlaps(topology, 1)).singleElement().satisfies(o -> assertThat(o.areaM2())
                .isCloseTo(Geodesy.areaM2(box(10, 10, 20, 20)), within(1e-6)));
    }

    @Test
    void aThousandCopiesAreEachToldAgainstTheFirst() {
        PolygonTopology topology = new PolygonTopology();
        for (int i = 0; i < 5_000; i++) {
            topology.add(i % 2 == 0 ? box(0, 0, 10, 10) : box(0, 0, 10, 10).reverse());
        }
        assertThat(overlaps(topology, 1)).hasSize(4_999).allMatch(o -> o.first() == 0);
    }

    @Test
    void areasThatAllLieOnEachOtherAreRefusedInTime() {
        PolygonTopology topology = new PolygonTopology();
        for (int i = 0; i < 1_000; i++) {
            topology.add(box(i, 0, 2_000 + i, 10));
        }
        assertThatThrownBy(() -> overlaps(topology, 1))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("too-many-overlaps"));
    }

    @Test
    void aSmallHoleBetweenNeighboursIsAGapAndALargeOneIsMeant() {
        PolygonTopology topology = new PolygonTopology();
        topology.add(box(0, 0, 30, 10));
        topology.add(box(0, 20, 30, 30));
        topology.add(box(0, 10, 10, 20));
        topology.add(box(20, 10, 30, 20));
        List<AreaGap> gaps = topology.gaps(1, 10_000);
        assertThat(gaps).hasSize(1);
        assertThatObject(gaps.get(0).shape().norm())
                .isEqualTo(box(10, 10, 20, 20).norm());
        assertThat(gaps.get(0).areaM2()).isCloseTo(Geodesy.areaM2(box(10, 10, 20, 20)), within(1e-6));
        assertThat(topology.gaps(1, 100)).isEmpty();
        assertThat(topology.gaps(200, 10_000)).isEmpty();
    }

    @Test
    void whatIsNotCoveredIsToldPieceByPiece() {
        PolygonTopology topology = new PolygonTopology();
        topology.add(box(10, 0, 20, 10));
        assertThat(topology.uncovered(box(0, 0, 30, 10), 1)).hasSize(2);
        assertThat(topology.uncovered(box(10, 0, 20, 10), 1)).isEmpty();
        assertThat(new PolygonTopology().uncovered(box(0, 0, 1, 1), 0)).hasSize(1);
    }

    @Property(tries = 100)
    void overlapsAreWhatEveryPairHasInCommon(@ForAll long seed, @ForAll @IntRange(min = 2, max = 15) int count) {
        Random random = new Random(seed);
        List<Geometry> areas = new ArrayList<>();
        PolygonTopology topology = new PolygonTopology();
        for (int i = 0; i < count; i++) {
            areas.add(triangle(random));
            topology.add(areas.get(i));
        }
        double expected = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                if (ShapeKey.of(areas.get(i)).equals(ShapeKey.of(areas.get(j)))) {
                    return; // copies are told against the first only
                }
                expected += Geodesy.areaM2(OverlayNGRobust.overlay(areas.get(i), areas.get(j), OverlayNG.INTERSECTION));
            }
        }
        double found =
                overlaps(topology, 0).stream().mapToDouble(AreaOverlap::areaM2).sum();
        assertThat(found).isCloseTo(expected, within(1e-3));
    }

    private Geometry triangle(Random random) {
        while (true) {
            Coordinate[] ring = new Coordinate[4];
            for (int i = 0; i < 3; i++) {
                ring[i] = new CoordinateXY(118 + random.nextInt(20) * M, 24 + random.nextInt(20) * M);
            }
            ring[3] = ring[0].copy();
            Geometry triangle = factory.createPolygon(ring);
            if (triangle.isValid()) {
                return triangle;
            }
        }
    }

    private static List<AreaOverlap> overlaps(PolygonTopology topology, double leastM2) {
        List<AreaOverlap> found = new ArrayList<>();
        topology.overlaps(leastM2, found::add);
        return found;
    }

    private Geometry box(double west, double south, double east, double north) {
        return factory.toGeometry(new Envelope(118 + west * M, 118 + east * M, 24 + south * M, 24 + north * M));
    }
}
