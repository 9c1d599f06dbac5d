package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTReader;

class GeodesyTest {

    /** Quarter meridian of the CGCS2000 ellipsoid: a π/2 /(1+n) (1 + n²/4 + n⁴/64 + …). */
    private static final double QUARTER_MERIDIAN_M = quarterMeridian();

    /** Half the surface of the ellipsoid: π a² (1 + (1−e²)/e artanh e). */
    private static final double HALF_SURFACE_M2 = surfaceNorthOfEquator(90);

    @Test
    void aQuarterMeridianHasItsClosedFormLength() {
        assertThat(Geodesy.distanceM(118, 0, 118, 90)).isCloseTo(QUARTER_MERIDIAN_M, within(1e-7));
        double sum = 0;
        for (int i = 0; i < 900; i++) {
            sum += Geodesy.distanceM(118, i * 0.1, 118, (i + 1) * 0.1);
        }
        assertThat(sum).isCloseTo(QUARTER_MERIDIAN_M, within(1e-5));
    }

    @Test
    void aHemisphereHasItsClosedFormArea() {
        double area = Geodesy.areaM2(ring(new double[][] {{0, 0}, {90, 0}, {180, 0}, {-90, 0}}));
        assertThat(area).isCloseTo(HALF_SURFACE_M2, within(1e-9 * HALF_SURFACE_M2));
    }

    @Test
    void aZoneBetweenParallelsHasItsClosedFormArea() {
        int n = 20_000;
        double[][] ring = new double[2 * n + 2][];
        for (int i = 0; i <= n; i++) {
            ring[i] = new double[] {100 + 10.0 * i / n, 24};
            ring[n + 1 + i] = new double[] {110 - 10.0 * i / n, 25};
        }
        double exact = (surfaceNorthOfEquator(25) - surfaceNorthOfEquator(24)) * 10 / 360;
        assertThat(Geodesy.areaM2(ring(ring))).isCloseTo(exact, within(1e-8 * exact));
    }

    @Test
    void holesAreTakenOffAndPartsAddedUp() throws Exception {
        WKTReader wkt = new WKTReader();
        double outer = Geodesy.areaM2(wkt.read("POLYGON ((118 24, 118.1 24, 118.1 24.1, 118 24.1, 118 24))"));
        double hole = Geodesy.areaM2(wkt.read("POLYGON ((118.02 24.02, 118.03 24.02, 118.03 24.03, 118.02 24.02))"));
        double both = Geodesy.areaM2(wkt.read("MULTIPOLYGON (((118 24, 118.1 24, 118.1 24.1, 118 24.1, 118 24),"
                + "(118.02 24.02, 118.03 24.02, 118.03 24.03, 118.02 24.02)),"
                + "((119.02 24.02, 119.03 24.02, 119.03 24.03, 119.02 24.02)))"));
        assertThat(both).isCloseTo(outer, within(1e-2));
        assertThat(hole).isBetween(560_000.0, 565_000.0);
    }

    @Test
    void whatHasNoLengthOrAreaHasNone() throws Exception {
        WKTReader wkt = new WKTReader();
        assertThat(Geodesy.lengthM(wkt.read("POINT (118 24)"))).isZero();
        assertThat(Geodesy.lengthM(wkt.read("LINESTRING (118 24, 118 24)"))).isZero();
        assertThat(Geodesy.areaM2(wkt.read("LINESTRING (118 24, 118 25)"))).isZero();
        assertThat(Geodesy.areaM2(wkt.read("POLYGON EMPTY"))).isZero();
        assertThat(Geodesy.distanceM(Double.NaN, 24, 118, 24)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {2015, 2020})
    void theCoastOfShishiIsAsLongAsComputedElsewhere(int year) {
        JsonNode expected = Demo.checks().path("coastline").path(String.valueOf(year));
        double total = Demo.mainland(year).stream()
                .mapToDouble(f -> Geodesy.lengthM(f.shape()))
                .sum();
        assertThat(total).isCloseTo(expected.path("total_m").asDouble(), within(0.001));
        Map<String, Double> byType = Demo.mainland(year).stream()
                .collect(Collectors.groupingBy(
                        f -> f.text("type2"), Collectors.summingDouble(f -> Geodesy.lengthM(f.shape()))));
        for (Map.Entry<String, Double> type : byType.entrySet()) {
            double metres = expected.path("by_type2_m").path(type.getKey()).asDouble();
            assertThat(type.getValue()).as(type.getKey()).isCloseTo(metres, within(0.001));
        }
    }

    @Test
    void theAreasOfShishiAreAsComputedElsewhere() {
        JsonNode regions = Demo.checks().path("regions");
        for (Demo.Feature f : Demo.layer("regions")) {
            double km2 =
                    switch (f.text("level")) {
                        case "city" -> regions.path("city_km2").asDouble();
                        case "town" ->
                            regions.path("towns_km2").path(f.text("name")).asDouble();
                        default -> regions.path("bays_km2").path(f.text("code")).asDouble();
                    };
            assertThat(Geodesy.areaM2(f.shape()) / 1e6).as(f.text("name")).isCloseTo(km2, within(0.000051));
        }
        for (Demo.Feature f : Demo.layer("red-lines")) {
            double hectares =
                    Demo.checks().path("red_lines_ha").path(f.text("code")).asDouble();
            assertThat(Geodesy.areaM2(f.shape()) / 1e4).as(f.text("code")).isCloseTo(hectares, within(0.00051));
        }
        List<Demo.Feature> areas = Demo.layer("protected-areas");
        for (int i = 0; i < areas.size(); i++) {
            JsonNode expected = Demo.checks().path("protected_areas").path(i);
            assertThat(areas.get(i).text("zone"))
                    .isEqualTo(expected.path("zone").asText());
            assertThat(Geodesy.areaM2(areas.get(i).shape()) / 1e4)
                    .isCloseTo(expected.path("area_ha").asDouble(), within(0.00051));
        }
    }

    private static double quarterMeridian() {
        double n = Geodesy.FLATTENING / (2 - Geodesy.FLATTENING);
        return Geodesy.SEMI_MAJOR_M
                * Math.PI
                / 2
                / (1 + n)
                * (1 + n * n / 4 + Math.pow(n, 4) / 64 + Math.pow(n, 6) / 256);
    }

    private static double surfaceNorthOfEquator(double latitude) {
        double e = Math.sqrt(Geodesy.FLATTENING * (2 - Geodesy.FLATTENING));
        double s = Math.sin(Math.toRadians(latitude));
        double b2 = Geodesy.SEMI_MAJOR_M * Geodesy.SEMI_MAJOR_M * (1 - e * e);
        return Math.PI * b2 * (s / (1 - e * e * s * s) + Math.log((1 + e * s) / (1 - e * s)) / (2 * e));
    }

    private static Polygon ring(double[][] corners) {
        Coordinate[] closed = new Coordinate[corners.length + 1];
        for (int i = 0; i < closed.length; i++) {
            closed[i] = new CoordinateXY(corners[i % corners.length][0], corners[i % corners.length][1]);
        }
        return new GeometryFactory().createPolygon(closed);
    }
}
