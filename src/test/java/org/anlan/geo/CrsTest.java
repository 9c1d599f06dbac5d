package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTReader;

class CrsTest {

    private final GeometryFactory factory = new GeometryFactory();

    @Test
    void theListHoldsExactlyTheSystemsOfTheTable() {
        Set<Integer> table =
                GdalTable.samples().stream().map(GdalTable.Sample::epsg).collect(Collectors.toSet());
        assertThat(CrsList.all()).extracting(Crs::epsg).containsExactlyInAnyOrderElementsOf(table);
        assertThat(CrsList.all()).extracting(c -> c.name().zh()).doesNotHaveDuplicates();
        assertThat(CrsList.all()).extracting(c -> c.name().en()).doesNotHaveDuplicates();
    }

    @Test
    void everyParameterIsThatOfGdal() {
        for (GdalTable.Sample s : GdalTable.samples()) {
            Crs crs = crs(s.epsg());
            assertThat(crs.centralMeridian()).as(crs.code()).isEqualTo(s.meridian());
            assertThat(crs.falseEasting()).as(crs.code()).isEqualTo(s.falseEasting());
            assertThat(crs.scale()).as(crs.code()).isEqualTo(s.scale());
            assertThat(crs.datum().semiMajorM()).as(crs.code()).isEqualTo(s.semiMajorM());
            assertThat(crs.datum().inverseFlattening()).as(crs.code()).isCloseTo(s.inverse(), within(1e-9));
        }
    }

    @Test
    void everySamplePointFallsWhereGdalPutsItToTwoMicrometres() throws OutsideCrsException {
        for (GdalTable.Sample s : GdalTable.samples()) {
            Crs crs = crs(s.epsg());
            double tolerance = crs.geographic() ? 0 : 2e-6;
            double[] forward = {s.lon(), s.lat()};
            CrsTransform.fromCgcs2000(crs).apply(forward, 1);
            assertThat(forward[0]).as(crs.code()).isCloseTo(s.x(), within(tolerance));
            assertThat(forward[1]).as(crs.code()).isCloseTo(s.y(), within(tolerance));
            double[] back = {s.x(), s.y()};
            CrsTransform.toCgcs2000(crs).apply(back, 1);
            assertThat(back[0]).as(crs.code()).isCloseTo(s.lon(), within(3e-11));
            assertThat(back[1]).as(crs.code()).isCloseTo(s.lat(), within(3e-11));
        }
    }

    @Test
    void zonesAreCountedAsInTheFiles() {
        assertThat(crs(4528).zone()).isEqualTo(40);
        assertThat(crs(4549).zone()).isEqualTo(40);
        assertThat(crs(4498).zone()).isEqualTo(20);
        assertThat(crs(32650).zone()).isEqualTo(50);
        assertThat(CrsList.CGCS2000.zone()).isZero();
    }

    @Test
    void onlyTheOldDatumsHaveAnUnknownShift() {
        for (Crs crs : CrsList.all()) {
            boolean old = crs.datum() == Datum.XIAN_1980 || crs.datum() == Datum.BEIJING_1954;
            assertThat(crs.datumShiftUnknown()).isEqualTo(old);
        }
    }

    @Test
    void longitudeAndLatitudeStayTheSameObject() throws Exception {
        Geometry line = new WKTReader().read("LINESTRING (118.6 24.7, 118.7 24.8)");
        Geometry flat = CrsTransform.toCgcs2000(CrsList.WGS84).apply(line);
        assertThatObject(CrsTransform.toCgcs2000(CrsList.WGS84).apply(flat)).isSameAs(flat);
        assertThatObject(CrsTransform.fromCgcs2000(CrsList.WGS84).apply(flat)).isSameAs(flat);
    }

    @Test
    void heightsAreDroppedAndTheOriginalIsUntouched() throws Exception {
        Geometry high = new WKTReader().read("POLYGON Z ((118 24 5, 119 24 5, 119 25 5, 118 24 5))");
        Geometry flat = CrsTransform.toCgcs2000(CrsList.CGCS2000).apply(high);
        assertThat(flat.getCoordinate().getZ()).isNaN();
        assertThat(high.getCoordinate().getZ()).isEqualTo(5);
        assertThat(flat.getArea()).isEqualTo(high.getArea());
    }

    @Test
    void everyKindOfShapeComesThere() throws Exception {
        for (String wkt : new String[] {
            "POINT (118.7 24.73)",
            "MULTIPOINT ((118.7 24.73), (118.71 24.73))",
            "LINESTRING (118.7 24.73, 118.71 24.75)",
            "MULTIPOLYGON (((118 24, 119 24, 119 25, 118 24), (118.5 24.2, 118.8 24.2, 118.8 24.4, 118.5 24.2)))",
            "GEOMETRYCOLLECTION (POINT (118.7 24.73), LINESTRING (118.7 24.73, 118.71 24.75))",
            "POLYGON EMPTY"
        }) {
            Geometry there = CrsTransform.fromCgcs2000(crs(4528)).apply(new WKTReader().read(wkt));
            Geometry back = CrsTransform.toCgcs2000(crs(4528)).apply(there);
            assertThat(back.equalsExact(new WKTReader().read(wkt), 1e-11))
                    .as(wkt)
                    .isTrue();
        }
    }

    @Test
    void aShapeOutsideTheSystemIsRefusedWithItsCoordinate() {
        Point sixDigits = factory.createPoint(new CoordinateXY(368472, 2736770));
        assertThatThrownBy(() -> CrsTransform.toCgcs2000(crs(4528)).apply(sixDigits))
                .isInstanceOfSatisfying(OutsideCrsException.class, e -> {
                    assertThat(e.x()).isEqualTo(368472);
                    assertThat(e.crs().epsg()).isEqualTo(4528);
                    assertThat(e.text().en()).contains("EPSG:4528").contains("368472");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {4326, 4490, 4528, 4549, 3857, 32650, 4610, 2437})
    void whatIsNotANumberIsRefusedEverywhere(int epsg) {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300}) {
            for (Coordinate c : new Coordinate[] {new CoordinateXY(bad, 20), new CoordinateXY(20, bad)}) {
                Point point = factory.createPoint(c);
                assertThatThrownBy(() -> CrsTransform.toCgcs2000(crs(epsg)).apply(point))
                        .isInstanceOf(OutsideCrsException.class);
                assertThatThrownBy(() -> CrsTransform.fromCgcs2000(crs(epsg)).apply(point))
                        .isInstanceOf(OutsideCrsException.class);
            }
        }
    }

    @Test
    void metresTakenForDegreesAreRefused() {
        Point metres = factory.createPoint(new CoordinateXY(40368472, 2736770));
        assertThatThrownBy(() -> CrsTransform.toCgcs2000(CrsList.CGCS2000).apply(metres))
                .isInstanceOf(OutsideCrsException.class);
        assertThatThrownBy(() -> CrsTransform.toCgcs2000(crs(4549)).apply(metres))
                .isInstanceOf(OutsideCrsException.class);
    }

    private static Crs crs(int epsg) {
        return CrsList.byCode(epsg).orElseThrow();
    }
}
