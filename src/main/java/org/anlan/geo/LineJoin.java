package org.anlan.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * Joins segments to the lines that they are cut from: through every place where just two ends meet, within a millimetre. What comes out depends neither on the order
 * of the segments nor on their directions, and not on where they were cut.
 */
public final class LineJoin {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private LineJoin() {}

    /**
     * The joined lines, ordered by their first positions.
     *
     * @param segments lines, longitude and latitude in degrees; other shapes are left out
     * @return lines that begin at the end which lies farther west (of two as far west, farther south); closed ones at their westernmost vertex, running on
     *     to the one of its two neighbours that lies farther west
     */
    public static List<LineString> join(List<? extends Geometry> segments) {
        LineStore lines = new LineStore();
        segments.forEach(lines::add);
        bringEndsTogether(lines);
        LineMerger merger = new LineMerger();
        for (int part = 0; part < lines.parts(); part++) {
            merger.add(line(lines, part));
        }
        List<LineString> joined = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) {
            joined.add(directed((LineString) line));
        }
        joined.sort(Comparator.comparing((LineString line) -> line.getCoordinateN(0))
                .thenComparing(line -> line.getCoordinateN(1))
                .thenComparing(line -> line.getCoordinateN(line.getNumPoints() - 1)));
        return joined;
    }

    /** Moves ends that are joined to the very same place, the one that comes first in order. */
    private static void bringEndsTogether(LineStore lines) {
        LineEnds ends = new LineEnds(lines);
        Coordinate[] places = new Coordinate[ends.size()];
        for (int end = 0; end < places.length; end++) {
            Coordinate[] first = {new CoordinateXY(ends.x(end), ends.y(end))};
            ends.near(first[0].x, first[0].y, LineEnds.JOINED_M, (other, metres) -> {
                Coordinate there = new CoordinateXY(ends.x(other), ends.y(other));
                first[0] = there.compareTo(first[0]) < 0 ? there : first[0];
            });
            places[end] = first[0];
        }
        for (int end = 0; end < places.length; end++) {
            lines.move(ends.vertex(end), places[end].x, places[end].y);
        }
    }

    private static LineString line(LineStore lines, int part) {
        Coordinate[] positions = new Coordinate[lines.lastVertex(part) - lines.firstVertex(part) + 1];
        Arrays.setAll(
                positions,
                i -> new CoordinateXY(lines.x(lines.firstVertex(part) + i), lines.y(lines.firstVertex(part) + i)));
        return SHAPES.createLineString(positions);
    }

    private static LineString directed(LineString line) {
        Coordinate[] positions = line.getCoordinates();
        int last = positions.length - 1;
        if (!line.isClosed()) {
            return positions[0].compareTo(positions[last]) <= 0 ? line : line.reverse();
        }
        int first = 0;
        for (int i = 1; i < last; i++) {
            first = positions[i].compareTo(positions[first]) < 0 ? i : first;
        }
        Coordinate[] turned = new Coordinate[positions.length];
        for (int i = 0; i <= last; i++) {
            turned[i] = positions[(first + i) % last];
        }
        LineString ring = SHAPES.createLineString(turned);
        return turned[1].compareTo(turned[last - 1]) <= 0 ? ring : ring.reverse();
    }
}
