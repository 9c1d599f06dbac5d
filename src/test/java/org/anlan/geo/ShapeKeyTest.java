package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapeKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            LINESTRING (0 0, 1 1, 2 0) | LINESTRING (2 0, 1 1, 0 0) | true
            LINESTRING (0 0, 1 1, 2 0) | LINESTRING (0 0, 1 1, 1 1, 2 0) | true
            LINESTRING (0 0, 1 1, 2 0) | LINESTRING (1 1, 0 0, 2 0) | false
            POLYGON ((0 0, 1 0, 1 1, 0 0)) | POLYGON ((1 1, 1 0, 0 0, 1 1)) | true
            POLYGON ((0 0, 1 0, 1 1, 0 0)) | LINESTRING (0 0, 1 0, 1 1, 0 0) | false
            MULTIPOINT ((0 0), (1 1)) | MULTIPOINT ((1 1), (0 0)) | true
            MULTILINESTRING ((0 0, 1 1), (5 5, 6 6)) | MULTILINESTRING ((6 6, 5 5), (0 0, 1 1)) | true
            POINT (0 0) | POINT (0 1) | false
            POINT (0 0) | POINT (-0.0 0) | true
            LINESTRING (0 0, 1 1) | LINESTRING (0 0, 1 1.0000000001) | false
            """)
    void shapesDrawnByTheSameEdgesShareTheirKey(String one, String other, boolean same) throws ParseException {
        assertThat(key(one).equals(key(other))).isEqualTo(same);
    }

    @Test
    void aHundredThousandShapesHaveAsManyKeys() {
        GeometryFactory factory = new GeometryFactory();
        Random random = new Random(7);
        Set<ShapeKey> keys = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            keys.add(ShapeKey.of(factory.createLineString(new Coordinate[] {
                new CoordinateXY(random.nextInt(1000), random.nextInt(1000)), new CoordinateXY(i, 0.5)
            })));
        }
        assertThat(keys).hasSize(100_000);
    }

    private static ShapeKey key(String wkt) throws ParseException {
        return ShapeKey.of(new WKTReader().read(wkt));
    }
}
