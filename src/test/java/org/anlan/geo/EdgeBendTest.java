package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The bound for what lies between edges as drawn and geodesics, against edges that are drawn with so many vertices that they hardly bend. */
class EdgeBendTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    @Property(tries = 100)
    void verticesAddedOnTheEdgesNeverChangeTheAreaByMoreThanTheBound(
            @ForAll @DoubleRange(min = -70, max = 70) double lat,
            @ForAll @DoubleRange(min = 0.01, max = 0.4) double width,
            @ForAll @DoubleRange(min = -0.4, max = 0.4) double rise) {
        Geometry shape = SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(118, lat),
            new Coordinate(118 + width, lat + rise),
            new Coordinate(118 + width / 3, lat + 1),
            new Coordinate(118, lat)
        });
        double change = Geodesy.areaM2(Densifier.densify(shape, 0.002)) - Geodesy.areaM2(shape);
        assertThat(Math.abs(change)).isLessThanOrEqualTo(EdgeBend.mostM2(shape) + 1);
    }

    @Test
    void anEdgeOfAKilometreToTheEastBendsByTheSixSquareMetresThatTheFormulaSays() {
        double lon = 1_000 / Geodesy.distanceM(118, 24.7, 119, 24.7);
        Coordinate west = new Coordinate(118, 24.7);
        Coordinate east = new Coordinate(118 + lon, 24.7);
        Geometry drawn =
                SHAPES.createPolygon(new Coordinate[] {west, east, new Coordinate(118 + lon / 2, 24.75), west.copy()});
        Geometry split = SHAPES.createPolygon(new Coordinate[] {
            west, new Coordinate(118 + lon / 2, 24.7), east, new Coordinate(118 + lon / 2, 24.75), west.copy()
        });
        double bend = (Geodesy.areaM2(split) - Geodesy.areaM2(drawn)) * 4 / 3;
        double formula = Math.pow(1_000, 3) * Math.tan(Math.toRadians(24.7)) / (12 * 6_371_000.0);
        assertThat(bend).isCloseTo(formula, within(0.05));
    }
}
