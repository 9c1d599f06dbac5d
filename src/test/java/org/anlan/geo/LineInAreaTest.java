package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Stretches of lines in areas against JTS's overlay, and the cases in which a line follows the border. */
class LineInAreaTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final String SQUARE =
            "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0), (0.4 0.4, 0.4 0.6, 0.6 0.6, 0.6 0.4, 0.4 0.4))";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LINESTRING (0.2 0.2, 0.8 0.2)       | LINESTRING (0.2 0.2, 0.8 0.2)",
                "LINESTRING (-1 0, 2 0)              | LINESTRING (0 0, 1 0)",
                "LINESTRING (-1 0, 0.5 0, 0.5 -1)    | LINESTRING (0 0, 0.5 0)",
                "LINESTRING (0.4 0.4, 0.6 0.4)       | LINESTRING (0.4 0.4, 0.6 0.4)",
                "LINESTRING (0.2 0.5, 0.8 0.5)       | MULTILINESTRING ((0.2 0.5, 0.4 0.5), (0.6 0.5, 0.8 0.5))",
                "LINESTRING (-1 1, 1 -1)             | LINESTRING EMPTY",
                "LINESTRING (2 2, 3 3)               | LINESTRING EMPTY",
                "MULTILINESTRING ((-1 0.1, 0.1 0.1), (5 5, 6 6), (0.9 0.9, 2 0.9)) | MULTILINESTRING ((0 0.1, 0.1 0.1), (0.9 0.9, 1 0.9))"
            })
    void theBorderBelongsToTheAreaAndHolesDoNot(String line, String inside) throws ParseException {
        Geometry whole = new WKTReader().read(line);
        List<Overlaps.Range> ranges = new LineInArea(new WKTReader().read(SQUARE)).of(whole);
        double expected = Geodesy.lengthM(new WKTReader().read(inside));
        assertThat(length(ranges)).isCloseTo(expected, within(0.01));
        for (Overlaps.Range range : ranges) {
            assertThat(new WKTReader().read(inside).distance(LineCut.between(whole, range.fromM(), range.toM())))
                    .isLessThan(1e-9);
        }
    }

    @Test
    void lengthsAreThoseOfTheOverlay() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Coordinate[] walk = new Coordinate[60];
            walk[0] = new Coordinate(118.7, 24.7);
            for (int i = 1; i < walk.length; i++) {
                walk[i] = new Coordinate(
                        walk[i - 1].x + 0.001 * random.nextGaussian(), walk[i - 1].y + 0.001 * random.nextGaussian());
            }
            Geometry line = SHAPES.createLineString(walk);
            Geometry area = SHAPES.createPoint(walk[random.nextInt(60)])
                    .buffer(0.0005 + 0.003 * random.nextDouble(), 2 + random.nextInt(8));
            double expected = Geodesy.lengthM(OverlayNGRobust.overlay(line, area, OverlayNG.INTERSECTION));
            // the overlay draws a stretch once that the line itself draws twice; a random walk has none
            assertThat(length(new LineInArea(area).of(line))).isCloseTo(expected, within(1e-3));
        }
    }

    private static double length(List<Overlaps.Range> ranges) {
        return ranges.stream().mapToDouble(range -> range.toM() - range.fromM()).sum();
    }
}
