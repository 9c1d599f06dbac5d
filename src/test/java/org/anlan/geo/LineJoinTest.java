package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anlan.support.Rows;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

class LineJoinTest {

    @Test
    void segmentsInAnyOrderAndDirectionBecomeTheLineTheyWereCutFrom() {
        assertThat(join("LINESTRING(2 0, 3 1)", "LINESTRING(0 0, 1 1, 2 0)", "LINESTRING(5 0, 4 0, 3 1)"))
                .containsExactly("LINESTRING (0 0, 1 1, 2 0, 3 1, 4 0, 5 0)");
    }

    @Test
    void aClosedLineBeginsAtItsWesternmostVertexWhereverItWasCut() {
        String ring = "LINESTRING (0 0, 1 1, 2 0, 1 -1, 0 0)";
        assertThat(join("LINESTRING(1 1, 2 0, 1 -1)", "LINESTRING(1 1, 0 0, 1 -1)"))
                .isEqualTo(join("LINESTRING(2 0, 1 -1, 0 0, 1 1, 2 0)"))
                .hasSize(1)
                .first()
                .isIn(ring, "LINESTRING (0 0, 1 -1, 2 0, 1 1, 0 0)");
    }

    @Test
    void linesEndWhereThreeMeetAndWhereAGapIs() {
        assertThat(join(
                        "LINESTRING(0 0, 1 0)",
                        "LINESTRING(1 0, 2 0)",
                        "LINESTRING(1 1, 1 0)",
                        "LINESTRING(3 0, 2.001 0)"))
                .containsExactly(
                        "LINESTRING (0 0, 1 0)",
                        "LINESTRING (1 0, 1 1)",
                        "LINESTRING (1 0, 2 0)",
                        "LINESTRING (2.001 0, 3 0)");
    }

    @Test
    void endsWithinAMillimetreAreJoined() {
        assertThat(join("LINESTRING(0 0, 1 0)", "LINESTRING(1.000000005 0, 2 0)"))
                .containsExactly("LINESTRING (0 0, 1 0, 2 0)");
    }

    @Test
    void raysMeetLinesWhereTheyCrossAndAtSharedVertices() {
        LineHits hits = new LineHits(List.of(shape("LINESTRING(0 0, 1 1, 2 1)"), shape("LINESTRING(0 3, 2 3)")));
        assertThat(met(hits, 0.5, 0, 0, 1, 5)).containsExactly(0.5, 3.0);
        assertThat(met(hits, 0.5, 0, 0, 1, 2)).as("within reach").containsExactly(0.5);
        assertThat(met(hits, 0.5, 2, 0, -1, 5)).as("to both sides").containsExactly(-1.0, 1.5);
        assertThat(met(hits, 1, 0, 0, 0.5, 4)).as("a vertex").contains(2.0);
        assertThat(met(hits, 0, 1, 1, 0, 5))
                .as("along an edge: the one before ends there")
                .containsExactly(1.0);
    }

    private static List<Double> met(LineHits hits, double x, double y, double stepX, double stepY, double reach) {
        List<Double> met = new ArrayList<>();
        hits.along(x, y, stepX, stepY, reach, met::add);
        met.sort(null);
        return met;
    }

    private static List<String> join(String... segments) {
        return LineJoin.join(Arrays.stream(segments).map(LineJoinTest::shape).toList()).stream()
                .map(LineString::toText)
                .toList();
    }

    private static Geometry shape(String wkt) {
        return Rows.shape(wkt).orElseThrow();
    }
}
