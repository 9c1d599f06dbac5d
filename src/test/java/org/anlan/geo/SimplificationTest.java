package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SimplificationTest {

    /** 0.001° of latitude is 110.77 m at 24.7° N. */
    @Test
    void aVertexStaysWhenItLiesFartherAwayThanTheTolerance() throws ParseException {
        var line = new WKTReader().read("LINESTRING (118.70 24.70, 118.71 24.701, 118.72 24.70)");
        assertThat(Simplification.of(line, 120)).isEqualTo(straight(118.70, 24.70, 118.72, 24.70));
        Simplification kept = Simplification.of(line, 100);
        assertThat(kept.vertices()).isEqualTo(3);
        assertThat(kept.lengthM()).isEqualTo(Geodesy.lengthM(line));
    }

    @Test
    void theEndsOfEveryPartStay() throws ParseException {
        var lines = new WKTReader()
                .read("MULTILINESTRING ((118.70 24.70, 118.7001 24.7001), (118.71 24.70, 118.7101 24.70))");
        Simplification left = Simplification.of(lines, 5000);
        assertThat(left.vertices()).isEqualTo(4);
        assertThat(left.lengthM()).isEqualTo(Geodesy.lengthM(lines));
    }

    @Test
    void aRingStaysWhereItBeginsAndVanishesWhenItIsSmall() throws ParseException {
        var ring = new WKTReader()
                .read("LINESTRING (118.70 24.70, 118.701 24.70, 118.701 24.701, 118.70 24.701, 118.70 24.70)");
        assertThat(Simplification.of(ring, 1).lengthM()).isCloseTo(Geodesy.lengthM(ring), within(1e-9));
        assertThat(Simplification.of(ring, 200)).isEqualTo(new Simplification(0, 2));
    }

    @Test
    void aLineOfAMillionVerticesIsNoTrouble() {
        Coordinate[] spiral = new Coordinate[1_000_000];
        for (int i = 0; i < spiral.length; i++) {
            spiral[i] = new Coordinate(118 + i * 1e-6, 24 + (i % 2) * 1e-7);
        }
        LineString line = new GeometryFactory().createLineString(spiral);
        assertThat(Simplification.of(line, 1).vertices()).isEqualTo(2);
    }

    private static Simplification straight(double lon1, double lat1, double lon2, double lat2) {
        return new Simplification(Geodesy.distanceM(lon1, lat1, lon2, lat2), 2);
    }
}
