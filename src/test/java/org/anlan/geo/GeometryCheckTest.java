package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.anlan.geo.GeometryProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeometryCheckTest {

    private static final String BOW_TIE = "POLYGON ((118 24, 118.01 24.01, 118.01 24, 118 24.01, 118 24))";

    private final GeometryFactory factory = new GeometryFactory();

    @Test
    void theDemonstrationLayersAreSoundButForOneRepeatedVertex() {
        List<GeometryProblem> found = new ArrayList<>();
        for (String layer :
                List.of("regions", "red-lines", "protected-areas", "coastline-2020", "outfalls", "wetlands")) {
            for (Demo.Feature f : Demo.layer(layer)) {
                List<GeometryProblem> problems = GeometryCheck.check(f.shape());
                found.addAll(problems);
                assertThat(Repair.of(f.shape()).changed()).isEqualTo(!problems.isEmpty());
            }
        }
        assertThat(found).extracting(GeometryProblem::kind).containsExactly(Kind.DUPLICATE_VERTEX);
    }

    @Test
    void aSoundShapeStaysTheSameObject() {
        Geometry square = wkt("POLYGON ((118 24, 118.01 24, 118.01 24.01, 118 24.01, 118 24))");
        assertThatObject(Repair.of(square).shape()).isSameAs(square);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            POLYGON EMPTY | EMPTY
            POLYGON ((118 24, 118.01 24.01, 118.01 24, 118 24.01, 118 24)) | SELF_CROSSING
            POLYGON ((118 24, 118.01 24, 118 24, 118 24)) | TOO_FEW_POINTS
            LINESTRING (118 24, 118 24) | TOO_FEW_POINTS
            POLYGON ((118 24, 118.01 24, 118.01 24.01, 118 24), (119 24, 119.01 24, 119.01 24.01, 119 24)) | WRONG_RING_ORDER
            LINESTRING (118 24, 118.02 24, 118.02 24.01, 118.01 23.99) | SELF_CROSSING_LINE
            LINESTRING (118 24, 118.02 24, 118.01 24) | SELF_CROSSING_LINE
            LINESTRING (118 24, 118.02 24, 118.02 24, 118.02 24, 118.03 24) | DUPLICATE_VERTEX
            POLYGON ((118 24, 118.01 24, 118.01 24.01, 118 24), (118.004 24.002, 118.008 24.002, 118.008 24.004, 118.004 24.002)) | WRONG_RING_DIRECTION
            MULTIPOLYGON (((118 24, 118.01 24, 118.01 24.01, 118 24)), ((119 24, 119.01 24.01, 119.01 24, 119 24))) | WRONG_RING_DIRECTION
            """)
    void everyProblemIsNamed(String wkt, Kind kind) {
        assertThat(GeometryCheck.check(wkt(wkt)))
                .extracting(GeometryProblem::kind)
                .contains(kind);
    }

    @Test
    void aProblemHasItsPlaceAndCount() {
        GeometryProblem crossing = GeometryCheck.check(wkt(BOW_TIE)).get(0);
        assertThat(crossing.place().orElseThrow().lon()).isCloseTo(118.005, within(1e-9));
        GeometryProblem repeated = GeometryCheck.check(
                        wkt("LINESTRING (118 24, 118.02 24, 118.02 24, 118.02 24, 118.03 24)"))
                .get(0);
        assertThat(repeated.count()).isEqualTo(2);
        assertThat(repeated.place().orElseThrow().lon()).isEqualTo(118.02);
        assertThat(repeated.kind().text().zh()).isNotBlank();
    }

    @Test
    void coordinatesThatAreNoNumbersAreTold() {
        LineString line = factory.createLineString(
                new Coordinate[] {new CoordinateXY(118, 24), new CoordinateXY(Double.NaN, 24), new CoordinateXY(119, 24)
                });
        assertThat(GeometryCheck.check(line)).extracting(GeometryProblem::kind).containsExactly(Kind.NOT_FINITE);
        assertThat(Repair.of(line).shape().getNumPoints()).isEqualTo(2);
        assertThat(Repair.of(line).steps()).contains(Repair.Step.REMOVED_NOT_FINITE);
    }

    @Test
    void aShellMayRunEitherWay() {
        Geometry square = wkt("POLYGON ((118 24, 118.01 24, 118.01 24.01, 118 24.01, 118 24))");
        assertThat(GeometryCheck.check(square)).isEmpty();
        assertThat(GeometryCheck.check(square.reverse())).isEmpty();
        Geometry ring = wkt(
                "POLYGON ((118 24, 118.03 24, 118 24.03, 118 24), (118.01 24.01, 118.01 24.012, 118.012 24.01, 118.01 24.01))");
        assertThat(GeometryCheck.check(ring)).isEmpty();
        assertThat(GeometryCheck.check(ring.reverse())).isEmpty();
    }

    @Test
    void aHoleThatRunsLikeItsShellIsTurnedAndStaysTheSameArea() {
        Geometry wrong = wkt(
                "POLYGON ((118 24, 118.03 24, 118 24.03, 118 24), (118.01 24.01, 118.012 24.01, 118.01 24.012, 118.01 24.01))");
        assertThat(GeometryCheck.check(wrong).get(0).count()).isEqualTo(1);
        Repair repair = Repair.of(wrong, Set.of(RepairKind.REVERSE_RINGS));
        assertThat(repair.kinds()).containsExactly(RepairKind.REVERSE_RINGS);
        assertThat(GeometryCheck.check(repair.shape())).isEmpty();
        assertThat(repair.shape().equalsTopo(wrong)).isTrue();
        assertThat(Repair.of(wrong, Set.of(RepairKind.MAKE_VALID)).changed()).isFalse();
    }

    @Test
    void onlyTheRepairsThatAreAllowedAreMade() {
        Geometry repeated = wkt("POLYGON ((118 24, 118 24, 118.01 24.01, 118.01 24, 118 24.01, 118 24))");
        Set<RepairKind> harmless = Set.of(RepairKind.DROP_DUPLICATE_VERTICES, RepairKind.REVERSE_RINGS);
        assertThat(Repair.of(repeated, harmless).steps()).containsExactly(Repair.Step.REMOVED_REPEATED);
        assertThat(Repair.of(repeated, harmless).shape().isValid()).isFalse();
        assertThat(Repair.of(repeated, Set.of()).changed()).isFalse();
        assertThat(Repair.of(repeated).kinds())
                .containsExactly(RepairKind.DROP_DUPLICATE_VERTICES, RepairKind.MAKE_VALID);
    }

    @Test
    void aBowTieKeepsBothItsHalves() {
        Repair repair = Repair.of(wkt(BOW_TIE));
        double halves = 2 * Geodesy.areaM2(wkt("POLYGON ((118 24, 118.005 24.005, 118 24.01, 118 24))"));
        assertThat(repair.shape().isValid()).isTrue();
        assertThat(repair.steps()).containsExactly(Repair.Step.REBUILT_RINGS);
        assertThat(Geodesy.areaM2(repair.shape())).isCloseTo(halves, within(0.1));
    }

    @Test
    void repeatedVerticesAndCollapsedPartsAreTakenOut() {
        Repair line = Repair.of(wkt("LINESTRING (118 24, 118 24, 118.01 24, 118.01 24)"));
        assertThat(line.shape().getNumPoints()).isEqualTo(2);
        assertThat(line.steps()).containsExactly(Repair.Step.REMOVED_REPEATED);
        Repair nothing = Repair.of(wkt("LINESTRING (118 24, 118 24)"));
        assertThat(nothing.shape().isEmpty()).isTrue();
        assertThat(nothing.steps()).contains(Repair.Step.DROPPED_COLLAPSED);
    }

    @Property(tries = 300)
    void whateverTheRingTheRepairIsSoundAndAgainUnchanged(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 25) int corners) {
        Random random = new Random(seed);
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            ring[i] = new CoordinateXY(118 + random.nextInt(6) * 0.001, 24 + random.nextInt(6) * 0.001);
        }
        ring[corners] = ring[0].copy();
        Repair repair = Repair.of(factory.createPolygon(ring));
        assertThat(repair.shape().isValid()).isTrue();
        assertThat(Repair.of(repair.shape()).changed()).isFalse();
    }

    @Property(tries = 500)
    void theQuickLookAtLinesNeverContradictsTheProperOne(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int vertices) {
        Random random = new Random(seed);
        Coordinate[] line = new Coordinate[vertices];
        for (int i = 0; i < vertices; i++) {
            line[i] = new CoordinateXY(random.nextInt(5), random.nextInt(5));
        }
        LineString shape = factory.createLineString(line);
        if (PlainLine.surelySimple(shape)) {
            assertThat(shape.isSimple()).isTrue();
        }
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
