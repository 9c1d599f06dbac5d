package org.anlan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.anlan.geo.RegionSplit.Region;
import org.anlan.geo.RegionSplit.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RegionSplitTest {

    private static final double METRE = 1 / 111_000.0;
    private static final String WEST = "POLYGON ((118.6 24.6, 118.7 24.6, 118.7 24.8, 118.6 24.8, 118.6 24.6))";

    private final GeometryFactory factory = new GeometryFactory();
    private final RegionSplit twoTowns = new RegionSplit(
            List.of(
                    new Region("A", wkt(WEST)),
                    new Region("B", wkt("POLYGON ((118.7 24.6, 118.8 24.6, 118.8 24.8, 118.7 24.8, 118.7 24.6))"))),
            500);

    @ParameterizedTest
    @ValueSource(ints = {2015, 2020})
    void townsAndBaysOfShishiAreAsComputedElsewhere(int year) {
        reproduces(year, "town", "by_town", UnaryOperator.identity());
        reproduces(year, "bay", "by_bay", UnaryOperator.identity());
    }

    @Test
    void noiseOfATwentiethOfAMillimetreChangesNothing() {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            reproduces(2020, "town", "by_town", shape -> moved(shape, random));
            reproduces(2020, "bay", "by_bay", shape -> moved(shape, random));
        }
    }

    @Test
    void theRoundTripThroughAFileInMetresToATenthOfAMillimetreChangesNothing() {
        reproduces(2020, "town", "by_town", RegionSplitTest::roundTrip);
        reproduces(2020, "bay", "by_bay", RegionSplitTest::roundTrip);
    }

    @Test
    void aSegmentIsSplitWhereItCrossesTheBorder() {
        List<Stretch> stretches = twoTowns.split(wkt("LINESTRING (118.69 24.7, 118.72 24.7)"));
        assertThat(codes(stretches)).containsExactly("A", "B");
        assertThat(stretches.get(0).lengthM()).isCloseTo(Geodesy.distanceM(118.69, 24.7, 118.70, 24.7), within(0.01));
        assertThat(stretches.get(1).lengthM()).isCloseTo(Geodesy.distanceM(118.70, 24.7, 118.72, 24.7), within(0.01));
        assertThat(stretches.get(0).toM()).isEqualTo(stretches.get(1).fromM());
    }

    @Test
    void coastOutsideGoesToTheNearestUpToTheTolerance() {
        double south = 24.6 - 300 * METRE;
        assertThat(codes(twoTowns.split(wkt("LINESTRING (118.65 %s, 118.68 %s)".formatted(south, south)))))
                .containsExactly("A");
    }

    @Test
    void coastBeyondTheToleranceIsUnassigned() {
        List<Stretch> stretches = twoTowns.split(wkt("LINESTRING (118.65 24.6, 118.65 24.59)"));
        assertThat(codes(stretches)).containsExactly("A", "-");
        assertThat(stretches.get(0).lengthM()).isCloseTo(500, within(0.05));
        assertThat(codes(twoTowns.split(wkt("LINESTRING (110 20, 110.1 20)")))).containsExactly("-");
    }

    @Test
    void coastAlongASharedBorderGoesToTheLowerCodeWhateverTheNoise() {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Geometry border = moved(wkt("LINESTRING (118.7 24.65, 118.7 24.6507, 118.7 24.652)"), random);
            assertThat(codes(twoTowns.split(border))).containsExactly("A");
        }
    }

    @Test
    void whereRegionsOverlapTheDeeperHasItAndItIsTold() {
        String east = "POLYGON ((118.69 24.6, 118.8 24.6, 118.8 24.8, 118.69 24.8, 118.69 24.6))";
        RegionSplit both = new RegionSplit(List.of(new Region("A", wkt(WEST)), new Region("B", wkt(east))), 500);
        List<Stretch> stretches = both.split(wkt("LINESTRING (118.65 24.7, 118.75 24.7)"));
        assertThat(codes(stretches)).containsExactly("A", "B");
        assertThat(stretches).extracting(Stretch::overlapping).containsExactly(true, true);
        assertThat(stretches.get(0).lengthM()).isCloseTo(Geodesy.distanceM(118.65, 24.7, 118.695, 24.7), within(0.01));
        assertThat(both.split(wkt("LINESTRING (118.61 24.7, 118.68 24.7)")))
                .extracting(Stretch::overlapping)
                .containsExactly(false);
    }

    @Test
    void partsAreMeasuredOnAndHolesAreOutside() {
        String holed = "POLYGON ((118.6 24.6, 118.7 24.6, 118.7 24.7, 118.6 24.7, 118.6 24.6),"
                + "(118.63 24.63, 118.67 24.63, 118.67 24.67, 118.63 24.67, 118.63 24.63))";
        Geometry parts = wkt("MULTILINESTRING ((118.61 24.61, 118.62 24.61), (118.64 24.64, 118.65 24.64))");
        List<Stretch> stretches = new RegionSplit(List.of(new Region("A", wkt(holed))), 0).split(parts);
        assertThat(codes(stretches)).containsExactly("A", "-");
        assertThat(stretches.get(1).toM()).isCloseTo(Geodesy.lengthM(parts), within(1e-6));
    }

    @Test
    void aPlaceIsGivenByTheSameRule() {
        assertThat(twoTowns.at(118.65, 24.7)).contains("A");
        assertThat(twoTowns.at(118.75, 24.6 - 400 * METRE)).contains("B");
        assertThat(twoTowns.at(118.7005, 24.6 - 400 * METRE)).contains("B"); // A is some metres farther
        assertThat(twoTowns.at(118.75, 24.6 - 600 * METRE)).isEmpty();
    }

    @Test
    void withoutRegionsOrLengthThereIsNothingToGive() {
        assertThat(codes(new RegionSplit(List.of(), 500).split(wkt("LINESTRING (118 24, 118.1 24)"))))
                .containsExactly("-");
        assertThat(twoTowns.split(wkt("LINESTRING EMPTY"))).isEmpty();
        assertThat(twoTowns.split(wkt("LINESTRING (118.65 24.7, 118.65 24.7)"))).isEmpty();
        assertThat(twoTowns.split(wkt("POINT (118.65 24.7)"))).isEmpty();
    }

    private static void reproduces(int year, String level, String table, UnaryOperator<Geometry> change) {
        Map<String, String> rows = new HashMap<>();
        List<Region> regions = new ArrayList<>();
        for (Demo.Feature f : Demo.layer("regions")) {
            if (f.text("level").equals(level)) {
                rows.put(f.text("code"), level.equals("bay") ? f.text("code") : f.text("name"));
                regions.add(new Region(f.text("code"), f.shape()));
            }
        }
        RegionSplit split = new RegionSplit(regions, RegionSplit.DEFAULT_TOLERANCE_M);
        Map<String, Double> lengths = new HashMap<>();
        Map<String, Set<String>> segments = new HashMap<>();
        for (Demo.Feature segment : Demo.mainland(year)) {
            Geometry line = change.apply(segment.shape());
            List<Stretch> stretches = split.split(line);
            assertThat(stretches.stream().mapToDouble(Stretch::lengthM).sum())
                    .isCloseTo(Geodesy.lengthM(line), within(1e-6));
            for (Stretch s : stretches) {
                String row = rows.getOrDefault(s.region().orElse(""), "unassigned");
                lengths.merge(row, s.lengthM(), Double::sum);
                segments.computeIfAbsent(row, k -> new HashSet<>()).add(segment.text("seg_code"));
            }
        }
        JsonNode expected =
                Demo.checks().path("coastline").path(String.valueOf(year)).path(table);
        assertThat(lengths).hasSize(expected.size());
        for (Map.Entry<String, Double> row : lengths.entrySet()) {
            JsonNode figures = expected.path(row.getKey());
            assertThat(row.getValue())
                    .as(row.getKey())
                    .isCloseTo(figures.path("total_m").asDouble(), within(0.01));
            assertThat(segments.get(row.getKey()))
                    .as(row.getKey())
                    .hasSize(figures.path("segments").asInt());
        }
    }

    private Geometry moved(Geometry line, Random random) {
        Coordinate[] moved = new Coordinate[line.getNumPoints()];
        for (int i = 0; i < moved.length; i++) {
            Coordinate c = line.getCoordinates()[i];
            double noise = 0.0001 * METRE;
            moved[i] = new CoordinateXY(
                    c.x + (random.nextDouble() - 0.5) * noise, c.y + (random.nextDouble() - 0.5) * noise);
        }
        return factory.createLineString(moved);
    }

    private static Geometry roundTrip(Geometry line) {
        Crs metres = CrsList.byCode(4528).orElseThrow();
        try {
            Geometry there = CrsTransform.fromCgcs2000(metres).apply(line);
            for (Coordinate c : there.getCoordinates()) {
                c.x = Math.round(c.x * 10_000) / 10_000.0;
                c.y = Math.round(c.y * 10_000) / 10_000.0;
            }
            return CrsTransform.toCgcs2000(metres).apply(there);
        } catch (OutsideCrsException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> codes(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::region).map(r -> r.orElse("-")).toList();
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
