package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

class GeodesyPropertyTest {

    /** GeographicLib itself rounds to some nanometres, which is more than 1e-9 of an edge below a few metres. */
    private static final double GEOGRAPHICLIB_ROUNDING_M = 6e-9;

    private final Geodesic earth = new Geodesic(Geodesy.SEMI_MAJOR_M, Geodesy.FLATTENING);
    private final GeometryFactory factory = new GeometryFactory();

    @Property(tries = 20_000)
    void edgesAreThoseOfGeographicLibWithin1e9(
            @ForAll @Scale(12) @DoubleRange(min = -55, max = 55) double lat,
            @ForAll @Scale(12) @DoubleRange(min = 70, max = 140) double lon,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 360) double azimuth,
            @ForAll @Scale(12) @DoubleRange(min = -1, max = 4.8) double logLength) {
        GeodesicData end = earth.Direct(lat, lon, azimuth, Math.pow(10, logLength));
        double exact = earth.Inverse(lat, lon, end.lat2, end.lon2).s12;
        assertThat(Geodesy.distanceM(lon, lat, end.lon2, end.lat2))
                .isCloseTo(exact, within(1e-9 * exact + GEOGRAPHICLIB_ROUNDING_M));
    }

    @Property(tries = 2_000)
    void tinyEdgesAreThoseOfTheTangentPlaneWithin1e9(
            @ForAll @Scale(12) @DoubleRange(min = -55, max = 55) double lat,
            @ForAll @Scale(12) @DoubleRange(min = -1e-4, max = 1e-4) double dLat,
            @ForAll @Scale(12) @DoubleRange(min = -1e-4, max = 1e-4) double dLon) {
        double lat2 = lat + dLat;
        double lon2 = 100 + dLon;
        double middle = Math.toRadians((lat + lat2) / 2);
        double e2 = Geodesy.FLATTENING * (2 - Geodesy.FLATTENING);
        double w = Math.sqrt(1 - e2 * Math.sin(middle) * Math.sin(middle));
        double north = Geodesy.SEMI_MAJOR_M * (1 - e2) / (w * w * w) * Math.toRadians(lat2 - lat);
        double east = Geodesy.SEMI_MAJOR_M / w * Math.cos(middle) * Math.toRadians(lon2 - 100);
        double exact = Math.hypot(north, east);
        assertThat(Geodesy.distanceM(100, lat, lon2, lat2)).isCloseTo(exact, within(1e-9 * exact));
    }

    @Property
    void anArcOfTheEquatorIsItsAngleTimesTheRadius(@ForAll @Scale(12) @DoubleRange(min = 1e-6, max = 90) double angle) {
        double exact = Math.toRadians(angle) * Geodesy.SEMI_MAJOR_M;
        assertThat(Geodesy.distanceM(0, 0, angle, 0)).isCloseTo(exact, within(1e-9 * exact));
    }

    @Property
    void aLineIsTheSumOfItsParts(@ForAll @Scale(12) @DoubleRange(min = 0.01, max = 0.99) double at) {
        Coordinate a = new CoordinateXY(118.6, 24.7);
        Coordinate b = new CoordinateXY(118.6 + 0.001 * at, 24.7 + 0.002 * at);
        Coordinate c = new CoordinateXY(118.61, 24.71);
        LineString whole = factory.createLineString(new Coordinate[] {a, b, c});
        double parts = Geodesy.distanceM(a.x, a.y, b.x, b.y) + Geodesy.distanceM(b.x, b.y, c.x, c.y);
        assertThat(Geodesy.lengthM(whole)).isCloseTo(parts, within(1e-9));
        assertThat(Geodesy.lengthM(whole.reverse())).isCloseTo(parts, within(1e-9));
    }

    @Property
    void theAreaDoesNotDependOnDirectionOrStart(
            @ForAll @IntRange(min = 4, max = 40) int corners, @ForAll @IntRange(max = 39) int start) {
        Polygon ring = star(corners, 0);
        assertThat(Geodesy.areaM2(star(corners, start % corners))).isCloseTo(Geodesy.areaM2(ring), within(1e-3));
        assertThat(Geodesy.areaM2(ring.reverse())).isCloseTo(Geodesy.areaM2(ring), within(1e-3));
    }

    @Property
    void aPolygonCutAlongAnEdgeIsTheSumOfItsParts(@ForAll @Scale(12) @DoubleRange(min = 0.01, max = 0.99) double at) {
        double[] south = {118.5 + 0.1 * at, 24.5};
        double[] north = {118.5 + 0.1 * at, 24.6};
        double whole = Geodesy.areaM2(
                polygon(new double[][] {{118.5, 24.5}, south, {118.6, 24.5}, {118.6, 24.6}, north, {118.5, 24.6}}));
        double left = Geodesy.areaM2(polygon(new double[][] {{118.5, 24.5}, south, north, {118.5, 24.6}}));
        double right = Geodesy.areaM2(polygon(new double[][] {south, {118.6, 24.5}, {118.6, 24.6}, north}));
        assertThat(left + right).isCloseTo(whole, within(0.01));
    }

    private Polygon star(int corners, int start) {
        double[][] ring = new double[corners][];
        for (int i = 0; i < corners; i++) {
            int k = (i + start) % corners;
            double angle = 2 * Math.PI * k / corners;
            double radius = 0.01 * (2 + k % 3);
            ring[i] = new double[] {118.7 + radius * Math.cos(angle), 24.7 + radius * Math.sin(angle)};
        }
        return polygon(ring);
    }

    private Polygon polygon(double[][] ring) {
        Coordinate[] closed = new Coordinate[ring.length + 1];
        Arrays.setAll(closed, i -> new CoordinateXY(ring[i % ring.length][0], ring[i % ring.length][1]));
        return factory.createPolygon(closed);
    }
}
