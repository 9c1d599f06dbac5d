package org.anlan.coast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Where the sites of a scenario lie beside areas: lines with a width, and whole segments. All coast drawn here is natural. */
class ScenarioPlacesTest {

    private static final double CENTIMETRE = 0.01;
    private static final double MILLIMETRE = 0.001;
    private static final double SHORE = DrawnCoast.MIDDLE.y;

    private DrawnCoast coast;

    @BeforeEach
    void open() throws IOException {
        coast = DrawnCoast.open();
    }

    @AfterEach
    void close() throws IOException {
        coast.close();
    }

    /** A road that crosses the shore askew; by hand its ground is laid out with geodesics, 60 m to both sides. */
    @Test
    void aLineWithAWidthGivesWhatTheSameGroundDrawnByHandGives() {
        coast.keep(Map.of(2020, DrawnCoast.straight(0)));
        for (double azimuth : new double[] {0, 20, 305}) {
            Coordinate inland = DrawnCoast.moved(DrawnCoast.MIDDLE, azimuth + 180, 350);
            Coordinate atSea = DrawnCoast.moved(DrawnCoast.MIDDLE, azimuth, 420);
            ScenarioFigure line = built("'geometry':" + line(inland, atSea) + ",'widthM':120");
            ScenarioFigure byHand = built(area(
                    DrawnCoast.moved(inland, azimuth - 90, 60),
                    DrawnCoast.moved(inland, azimuth + 90, 60),
                    DrawnCoast.moved(atSea, azimuth + 90, 60),
                    DrawnCoast.moved(atSea, azimuth - 90, 60)));
            assertThat(line.sites().get(0).coastM())
                    .isCloseTo(120 / Math.cos(Math.toRadians(azimuth)), within(0.05))
                    .isCloseTo(byHand.sites().get(0).coastM(), within(CENTIMETRE));
            assertThat(line.after().countedNaturalM()).isCloseTo(byHand.after().countedNaturalM(), within(CENTIMETRE));
        }
    }

    @Test
    void aLineTooLongForOnePlaneIsLaidInStretchesThatCountOnce() {
        coast.keep(Map.of(2020, DrawnCoast.straight(0)));
        Coordinate west = new Coordinate(118.55, SHORE);
        ScenarioFigure whole = built("'geometry':" + line(west, new Coordinate(118.95, SHORE)) + ",'widthM':40");
        assertThat(whole.sites().get(0).coastM()).isCloseTo(whole.before().totalM(), within(MILLIMETRE));
        assertThat(whole.after().countedNaturalM()).isZero();
        assertBroken("at most 2° across", "'geometry':" + line(west, new Coordinate(120.6, SHORE)) + ",'widthM':40");
    }

    @Test
    void reclaimedGroundMayBeALineWithAWidth() {
        coast.keep(Map.of(2020, DrawnCoast.straight(0)));
        Coordinate inland = DrawnCoast.moved(DrawnCoast.MIDDLE, 180, 200);
        Coordinate atSea = DrawnCoast.moved(DrawnCoast.MIDDLE, 0, 200);
        ScenarioFigure pier = built("'effect':'reclaim','geometry':" + line(inland, atSea) + ",'widthM':40");
        assertThat(pier.built().goneM()).isCloseTo(40, within(CENTIMETRE));
        // Two sides of 200 m and half a circle.
        assertThat(pier.built().newM()).isCloseTo(400 + Math.PI * 20, within(0.1));
    }

    @Test
    void wholeSegmentsGiveTheirGeodesicLengths() {
        Coordinate[] breaks = breaks(new Random(3));
        keep(breaks);
        ScenarioFigure figure = built(named(1, 4));
        double metres = DrawnCoast.metres(breaks[1], breaks[2]) + DrawnCoast.metres(breaks[4], breaks[5]);
        assertThat(figure.sites().get(0).coastM()).isCloseTo(metres, within(MILLIMETRE));
        assertThat(figure.before().countedNaturalM() - figure.after().countedNaturalM())
                .isCloseTo(metres, within(MILLIMETRE));
        assertThat(figure.after().totalM()).isCloseTo(figure.before().totalM(), within(MILLIMETRE));
    }

    /** Footprints overlap and restorations lie over them; segments and areas that hold the same segments may stand for each other, in any order. */
    @Test
    void anAreaThatHoldsExactlySomeSegmentsIsTheListOfThem() {
        Random random = new Random(5);
        for (int round = 0; round < 12; round++) {
            Coordinate[] breaks = breaks(random);
            keep(breaks);
            String[] one = bothWays(breaks, random);
            String[] other = bothWays(breaks, random);
            String[] mended = bothWays(breaks, random);
            List<ScenarioFigure> figures = new ArrayList<>();
            for (int way = 0; way < 8; way++) {
                String a = one[way & 1];
                String b = other[way >> 1 & 1];
                String c = mended[way >> 2];
                figures.add(coast.scenario("{'footprints':[{" + a + "},{" + b + "}],'restorations':[{" + c + "}]}"));
                figures.add(coast.scenario("{'footprints':[{" + b + "},{" + a + "}],'restorations':[{" + c + "}]}"));
            }
            ScenarioFigure first = figures.get(0);
            assertThat(first.replacement().lostM()).isPositive();
            for (ScenarioFigure figure : figures) {
                assertThat(figure.after().countedNaturalM())
                        .isCloseTo(first.after().countedNaturalM(), within(MILLIMETRE));
                assertThat(figure.after().natureLikeM()).isCloseTo(first.after().natureLikeM(), within(MILLIMETRE));
                assertThat(figure.replacement().lostM())
                        .isCloseTo(first.replacement().lostM(), within(MILLIMETRE));
                assertThat(figure.replacement().gainedM())
                        .isCloseTo(first.replacement().gainedM(), within(MILLIMETRE));
            }
        }
    }

    @Test
    void whatIsRestoredBecomesTheTypeThatIsSaid() {
        keep(breaks(new Random(7)));
        ScenarioFigure figure = coast.scenario("{'footprints':[{" + named(0, 1)
                + "}],'restorations':[{'type2':'reserve'," + named(0) + "},{" + named(1) + "}]}");
        assertThat(figure.restored().cells())
                .filteredOn(ChangeFigure.Cell::changed)
                .extracting(cell -> cell.to().orElseThrow())
                .containsExactlyInAnyOrder(
                        new ChangeFigure.Type("nature-like", "reserve"),
                        new ChangeFigure.Type("nature-like", "restored"));
        assertThatThrownBy(() -> coast.scenario("{'restorations':[{'type2':'sandy'," + named(0) + "}]}"))
                .hasMessageContaining(
                        "no level 2 type of nature-like coast; there are: self-restored, restored, reserve");
    }

    @Test
    void aPlaceThatCannotBeIsToldWithThePlaceAndASegmentThatIsNotThereByItsName() {
        keep(breaks(new Random(9)));
        Coordinate atSea = DrawnCoast.moved(DrawnCoast.MIDDLE, 0, 100);
        String line = "'geometry':" + line(DrawnCoast.MIDDLE, atSea);
        assertBroken("/footprints/0/widthM is missing: a line needs a width", line);
        assertBroken("/footprints/0/widthM must be a number from 1.0 to 2000.0", line + ",'widthM':0.5");
        assertBroken("/footprints/0/widthM is for a LineString only", named(0) + ",'widthM':5");
        assertBroken("at least two points", "'geometry':{'type':'LineString','coordinates':[[118,24]]},'widthM':5");
        assertBroken("/footprints/0 must have either geometry or segments", line + ",'widthM':5," + named(0));
        assertBroken("/footprints/0/geometry is missing; segments may stand in its place", "'name':'a'");
        assertBroken("names the segment \"L1@2020\" a second time", named(1, 1));
        assertBroken("/footprints/0/segments is empty", "'segments':[]");
        assertBroken("/footprints/0/effect reclaim needs ground", "'effect':'reclaim'," + named(0));
        assertThatThrownBy(() ->
                        coast.scenario("{'restorations':[{" + named(2) + "},{'name':'b','segments':['L2@2015']}]}"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("unknown-segment");
                    assertThat(refusal.text().en()).contains("\"L2@2015\"", "the site \"b\"", "survey of 2020");
                });
    }

    private void assertBroken(String told, String site) {
        assertThatThrownBy(() -> built(site)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("scenario-broken");
            assertThat(refusal.text().en()).contains(told);
        });
    }

    private ScenarioFigure built(String site) {
        return coast.scenario("{'footprints':[{" + site + "}]}");
    }

    /** Eight places along the shore. */
    private static Coordinate[] breaks(Random random) {
        TreeSet<Double> along = new TreeSet<>();
        while (along.size() < 8) {
            along.add(118.68 + 0.0001 * random.nextInt(400));
        }
        return along.stream().map(x -> new Coordinate(x, SHORE)).toArray(Coordinate[]::new);
    }

    /** A survey of the segments L0 … L6 between the breaks. */
    private void keep(Coordinate... breaks) {
        List<LineString> segments = IntStream.range(1, breaks.length)
                .mapToObj(i -> DrawnCoast.line(breaks[i - 1], breaks[i]))
                .toList();
        coast.keep(Map.of(2020, segments));
    }

    /** Some segments on end: by their names, and by an area that holds them and no others. */
    private static String[] bothWays(Coordinate[] breaks, Random random) {
        int from = random.nextInt(breaks.length - 1);
        int to = from + 1 + random.nextInt(breaks.length - 1 - from);
        double west = breaks[from].x;
        double east = breaks[to].x;
        return new String[] {
            named(IntStream.range(from, to).toArray()),
            area(
                    new Coordinate(west, SHORE - 0.001),
                    new Coordinate(east, SHORE - 0.001),
                    new Coordinate(east, SHORE + 0.002),
                    new Coordinate(west, SHORE + 0.002))
        };
    }

    private static String named(int... segments) {
        return Arrays.stream(segments)
                .mapToObj(i -> "'L" + i + "@2020'")
                .collect(Collectors.joining(",", "'segments':[", "]"));
    }

    private static String line(Coordinate... places) {
        return "{'type':'LineString','coordinates':[" + positions(Stream.of(places)) + "]}";
    }

    private static String area(Coordinate... corners) {
        Stream<Coordinate> ring = Stream.concat(Stream.of(corners), Stream.of(corners[0]));
        return "'geometry':{'type':'Polygon','coordinates':[[" + positions(ring) + "]]}";
    }

    private static String positions(Stream<Coordinate> places) {
        return places.map(at -> String.format(Locale.ROOT, "[%.12f,%.12f]", at.x, at.y))
                .collect(Collectors.joining(","));
    }
}
