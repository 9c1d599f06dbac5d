package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.coast.rates.Casting;
import org.anlan.coast.rates.Pick;
import org.anlan.geo.Geodesy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Rates of coasts that moved by known metres. */
class RatesTest {

    private static final double MILLIMETRE = 1e-3;

    private static DrawnCoast coast;

    @BeforeAll
    static void draw() throws IOException {
        coast = DrawnCoast.open();
    }

    @AfterAll
    static void close() throws IOException {
        coast.close();
    }

    @Test
    void aCoastThatMovesByTheSameMetresEveryYearHasThatRate() {
        RatesFigure figure = coast.figure(Map.of(
                2000,
                DrawnCoast.straight(0),
                2005,
                DrawnCoast.straight(-12.5),
                2010,
                DrawnCoast.straight(-25),
                2020,
                DrawnCoast.straight(-50)));
        assertThat(figure.transects())
                .hasSize((int) Math.floor(figure.baseline().lengthM() / 100 + 0.5))
                .allSatisfy(transect -> {
                    RatesFigure.Movement movement = transect.movement().orElseThrow();
                    assertThat(movement.nsmM()).isCloseTo(-50, within(1e-6));
                    assertThat(movement.sceM()).isCloseTo(50, within(1e-6));
                    assertThat(movement.eprMPerYear()).isCloseTo(-2.5, within(1e-7));
                    assertThat(movement.lrr().rateMPerYear()).isCloseTo(-2.5, within(1e-7));
                    assertThat(movement.lrr().determination().orElseThrow()).isCloseTo(1, within(1e-9));
                    assertThat(movement.lrr().bandMPerYear().orElseThrow()).isCloseTo(0, within(1e-6));
                    assertThat(movement.trend()).isEqualTo(RatesFigure.Trend.ERODING);
                    assertThat(transect.crossing()).isFalse();
                    assertThat(Geodesy.lengthM(transect.shape())).isCloseTo(1000, within(0.05));
                });
        assertThat(figure.total().eroding()).isEqualTo(figure.transects().size());
        assertThat(figure.total().percent(figure.total().eroding())).hasValue(100);
        assertThat(figure.total().meanEprMPerYear().orElseThrow()).isCloseTo(-2.5, within(1e-7));
    }

    /** By hand: t − 2010 = −10, 0, 10 and d = 0, 10, 50 give Σtd = 500, Σt² = 200, Σe² = 150, Σ(d − 20)² = 1400; t of one degree of freedom is 12.7062. */
    @Test
    void aSpeedThatChangesGivesTheRegressionComputedByHand() {
        RatesFigure.Movement movement = only(threeSurveys(""));
        assertThat(movement.eprMPerYear()).isCloseTo(2.5, within(1e-7));
        assertThat(movement.eprUncertaintyMPerYear()).isCloseTo(Math.sqrt(50) / 20, within(1e-12));
        assertThat(movement.lrr().rateMPerYear()).isCloseTo(2.5, within(1e-7));
        assertThat(movement.lrr().determination().orElseThrow()).isCloseTo(1 - 150.0 / 1400, within(1e-7));
        assertThat(movement.lrr().standardError().orElseThrow()).isCloseTo(Math.sqrt(150), within(1e-5));
        assertThat(movement.lrr().bandMPerYear().orElseThrow())
                .isCloseTo(12.7062 * Math.sqrt(150.0 / 200), within(1e-4));
        assertThat(movement.wlr().rateMPerYear()).as("all weigh the same").isCloseTo(2.5, within(1e-7));
        assertThat(movement.wlr().determination()).isEqualTo(movement.lrr().determination());
        assertThat(movement.wlr().bandMPerYear()).isEqualTo(movement.lrr().bandMPerYear());
        assertThat(movement.wlr().standardError().orElseThrow())
                .as("in fifths")
                .isCloseTo(Math.sqrt(150) / 5, within(1e-6));
    }

    /**
     * By hand for u = 5, 5, 10 m, that is weights of 4 : 4 : 1 (hundredths): means −10/3 and 10, Σwt² = 400, Σwtd = 800, Σwe² = 400, Σw(d − 10)² = 2000; the standard error
     * is √(4.00 / 1), that of the slope √(400 / 400).
     */
    @Test
    void uncertainSurveysWeighLess() {
        RatesFigure.Movement movement = only(threeSurveys("5,2020:10"));
        assertThat(movement.wlr().rateMPerYear()).isCloseTo(2, within(1e-7));
        assertThat(movement.wlr().determination().orElseThrow()).isCloseTo(0.8, within(1e-7));
        assertThat(movement.wlr().standardError().orElseThrow()).isCloseTo(2, within(1e-6));
        assertThat(movement.wlr().bandMPerYear().orElseThrow()).isCloseTo(12.7062, within(1e-4));
        assertThat(movement.lrr().rateMPerYear()).isCloseTo(2.5, within(1e-7));
        assertThat(movement.eprUncertaintyMPerYear()).isCloseTo(Math.sqrt(125) / 20, within(1e-12));
    }

    private static RatesFigure threeSurveys(String uncertainty) {
        return coast.figure(
                Map.of(
                        2000, DrawnCoast.straight(0),
                        2010, DrawnCoast.straight(10),
                        2020, DrawnCoast.straight(50)),
                DrawnCoast.saying(uncertainty, ""));
    }

    private static RatesFigure.Movement only(RatesFigure figure) {
        return figure.transects().get(7).movement().orElseThrow();
    }

    /**
     * The worked example of the end point rate in Himmelstoss (2009), DSAS 4.0 user guide, as printed in USGS Open-File Report 2012-1008, figure 3: 76.03 m between the
     * shorelines of 1936 and 2005 in 69.82 years are 1.09 m a year, whatever lies between.
     */
    @Test
    void theEndPointRateOfThePublishedExampleIsMet() {
        RatesFigure figure = coast.figure(
                Map.of(
                        1936, DrawnCoast.straight(0),
                        1994, DrawnCoast.straight(110),
                        2005, DrawnCoast.straight(76.03)),
                DrawnCoast.saying("", "1936:1936-01-01,1994:1994-07-01,2005:2005-10-27"));
        double years = figure.surveys().get(2).time() - figure.surveys().get(0).time();
        assertThat(years).isCloseTo(69.82, within(0.005));
        assertThat(only(figure).nsmM()).isCloseTo(76.03, within(MILLIMETRE));
        assertThat(only(figure).sceM()).isCloseTo(110, within(MILLIMETRE));
        assertThat(only(figure).eprMPerYear()).isCloseTo(1.09, within(0.005));
        assertThat(only(figure).trend()).isEqualTo(RatesFigure.Trend.ACCRETING);
    }

    @ParameterizedTest
    @CsvSource({"30", "-45", "80"})
    void metresAcrossASlantedCoastAreMeasuredAcrossIt(double azimuth) {
        Coordinate start = new Coordinate(118.70, 24.7195);
        LineString before = DrawnCoast.line(start, DrawnCoast.moved(start, azimuth, 4000));
        Coordinate[] moved = Arrays.stream(before.getCoordinates())
                .map(place -> DrawnCoast.moved(place, azimuth - 90, 40))
                .toArray(Coordinate[]::new);
        // the land of this store lies to the south, so the side is said
        RatesFigure figure = coast.figure(
                Map.of(2000, List.of(before), 2020, List.of(DrawnCoast.line(moved))),
                DrawnCoast.on(before, Optional.of(true)));
        assertThat(figure.transects()).hasSize(40).allSatisfy(transect -> assertThat(
                        transect.movement().orElseThrow().nsmM())
                .isCloseTo(40, within(MILLIMETRE)));
        RatesFigure mirrored = coast.figure(
                Map.of(2000, List.of(before), 2020, List.of(DrawnCoast.line(moved))),
                DrawnCoast.on(before, Optional.of(false)));
        assertThat(mirrored.transects())
                .allSatisfy(transect ->
                        assertThat(transect.movement().orElseThrow().nsmM()).isCloseTo(-40, within(MILLIMETRE)));
    }

    @Test
    void twoSurveysHaveRatesButNoBand() {
        RatesFigure figure = coast.figure(
                Map.of(2000, DrawnCoast.straight(0), 2020, DrawnCoast.straight(6)), DrawnCoast.saying("5", ""));
        RatesFigure.Movement movement = only(figure);
        assertThat(movement.lrr().rateMPerYear()).isCloseTo(movement.eprMPerYear(), within(1e-12));
        assertThat(movement.lrr().bandMPerYear()).isEmpty();
        assertThat(movement.lrr().determination()).isEmpty();
        assertThat(movement.trend()).as("6 m of ± 7.07 m").isEqualTo(RatesFigure.Trend.STABLE);
        assertThat(figure.warnings()).extracting(Text::en).anyMatch(text -> text.startsWith("There are only two"));
    }

    @Test
    void whatATransectDoesNotMeetIsLeftOutOfItsRates() {
        LineString whole = DrawnCoast.straight(20).get(0);
        LineString half = DrawnCoast.line(whole.getCoordinateN(0), new Coordinate(118.70, whole.getCoordinateN(0).y));
        RatesFigure figure =
                coast.figure(Map.of(2000, DrawnCoast.straight(0), 2010, List.of(whole), 2020, List.of(half)));
        RatesFigure.Transect west = figure.transects().get(0);
        RatesFigure.Transect east = figure.transects().get(figure.transects().size() - 1);
        assertThat(east.lon()).as("eastwards: the sea is on the left").isGreaterThan(west.lon());
        assertThat(west.movement().orElseThrow().toYear()).isEqualTo(2020);
        assertThat(east.movement().orElseThrow().toYear()).isEqualTo(2010);
        assertThat(east.movement().orElseThrow().eprMPerYear()).isCloseTo(2, within(1e-6));
        assertThat(east.intersections()).hasSize(2);
        assertThat(figure.warnings()).extracting(Text::en).anyMatch(text -> text.contains("miss some of the surveys"));
        assertThat(figure.rows()).extracting(RatesFigure.Row::code).containsExactly("350581001", "350581002");
        assertThat(figure.rows())
                .allSatisfy(row -> assertThat(row.sums().transects()).isBetween(19, 21));
    }

    /** A spit that doubles the line: three intersections 10, 40 and 60 m seaward. */
    @ParameterizedTest
    @CsvSource({"NEAREST, 10", "SEAWARD, 60", "LANDWARD, 10"})
    void ofSeveralIntersectionsTheOneAskedForCounts(Pick pick, double expectedM) {
        double near = DrawnCoast.straight(10).get(0).getCoordinateN(0).y;
        double middle = DrawnCoast.straight(40).get(0).getCoordinateN(0).y;
        double far = DrawnCoast.straight(60).get(0).getCoordinateN(0).y;
        LineString spit = DrawnCoast.line(
                new Coordinate(118.68, near),
                new Coordinate(118.71, near),
                new Coordinate(118.71, middle),
                new Coordinate(118.69, middle),
                new Coordinate(118.69, far),
                new Coordinate(118.72, far));
        RatesFigure figure = coast.figure(
                Map.of(2000, DrawnCoast.straight(0), 2020, List.of(spit)),
                DrawnCoast.question(new Casting(100, 500, 500, pick)));
        RatesFigure.Transect inTheMiddle = figure.transects().get(20);
        assertThat(inTheMiddle.intersections().get(1).distanceM()).isCloseTo(expectedM, within(MILLIMETRE));
        assertThat(inTheMiddle.intersections().get(1).found()).isEqualTo(3);
        assertThat(figure.warnings())
                .extracting(Text::en)
                .anyMatch(text -> text.contains("more than once; picked: " + pick.word()));
    }

    @Test
    void coastDrawnTwiceStandsOnceInTheBaselineAndIsTold() {
        LineString once = DrawnCoast.straight(0).get(0);
        RatesFigure figure = coast.figure(Map.of(2000, List.of(once, once.reverse()), 2020, DrawnCoast.straight(5)));
        assertThat(figure.baseline().lines()).hasSize(1);
        assertThat(figure.baseline().lengthM()).isCloseTo(Geodesy.lengthM(once), within(1e-6));
        assertThat(figure.warnings()).extracting(Text::en).anyMatch(text -> text.contains("drawn twice"));
    }

    @Test
    void transectsOfANarrowBayCrossAndAreTold() {
        LineString bay = DrawnCoast.line(
                new Coordinate(118.68, 24.72),
                new Coordinate(118.70, 24.72),
                new Coordinate(118.701, 24.71),
                new Coordinate(118.702, 24.72),
                new Coordinate(118.72, 24.72));
        RatesFigure figure = coast.figure(Map.of(2000, List.of(bay), 2020, List.of(bay)));
        assertThat(figure.transects()).anyMatch(RatesFigure.Transect::crossing);
        assertThat(figure.warnings()).extracting(Text::en).anyMatch(text -> text.contains("cross others"));
    }
}
