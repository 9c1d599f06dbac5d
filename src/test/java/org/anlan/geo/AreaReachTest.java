package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class AreaReachTest {

    private final GeometryFactory factory = new GeometryFactory();
    private final Geometry west = box(118.6, 118.7);
    private final Geometry east = box(118.72, 118.8);

    private Geometry box(double from, double to) {
        return factory.toGeometry(new Envelope(from, to, 24.6, 24.8));
    }

    @Test
    void nothingIsWithinReachOfNothing() {
        assertThat(new AreaReach(List.of(), 500).outside(factory.createPoint(new CoordinateXY(118, 24))))
                .isPresent();
    }

    @Property(tries = 300)
    void aPathIsOutsideWhereEachOfItsPlacesAskedAloneIs(@ForAll long seed) {
        Random random = new Random(seed);
        AreaReach reach = new AreaReach(List.of(west, east), 800);
        RegionSplit alone =
                new RegionSplit(List.of(new RegionSplit.Region("W", west), new RegionSplit.Region("E", east)), 800);
        for (int line = 0; line < 5; line++) {
            Coordinate[] path = new Coordinate[30];
            double x = 118.55 + random.nextDouble() * 0.3;
            double y = 24.58 + random.nextDouble() * 0.24;
            for (int i = 0; i < path.length; i++) {
                x += (random.nextDouble() - 0.5) * 0.01;
                y += (random.nextDouble() - 0.5) * 0.01;
                path[i] = new CoordinateXY(x, y);
            }
            boolean expected = false;
            for (Coordinate at : path) {
                expected |= alone.at(at.x, at.y).isEmpty();
            }
            assertThat(reach.outside(factory.createLineString(path)).isPresent())
                    .isEqualTo(expected);
        }
    }
}
