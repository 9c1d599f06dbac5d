package org.anlan.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * Joins the ends of lines that nearly meet: first all lines are added (longitude/latitude in degrees), then {@link #join} decides where each loose end goes,
 * then each line is asked for again. Only ends move, and none farther than the tolerance; ends that are joined stay. The same lines in the same order always
 * give the same. Holds 16 bytes a vertex.
 */
public final class LineSnap {

    private final LineStore lines = new LineStore();
    private Map<Integer, Double> moved = Map.of();

    /**
     * A line with its ends joined.
     *
     * @param line the line as it now is
     * @param movedM the farthest way an end of it went, metres
     */
    public record Joined(Geometry line, double movedM) {}

    /** Adds a feature and returns its number, from 0. */
    public int add(Geometry shape) {
        return lines.add(shape);
    }

    /**
     * Decides where the loose ends go: ends of two features nearer than the tolerance are put together, the nearest pairs first; what is left goes to a vertex
     * or an edge of another feature within it. No line is made to collapse.
     *
     * @param toleranceM how far an end may go, metres
     * @throws org.anlan.base.Refusal when more than some millions of loose ends lie that near to each other
     */
    public void join(double toleranceM) {
        Map<Integer, Double> vertices = new SnapSearch(lines, toleranceM).run();
        moved = new HashMap<>();
        vertices.forEach((vertex, metres) -> moved.merge(lines.featureOf(vertex), metres, Math::max));
    }

    /** The feature of this number with its ends joined; empty when none of them went anywhere. */
    public Optional<Joined> joined(int feature, Geometry shape) {
        Double metres = moved.get(feature);
        if (metres == null) {
            return Optional.empty();
        }
        List<LineString> parts = new ArrayList<>();
        for (int p = lines.firstPart(feature); p < lines.parts() && lines.featureOfPart(p) == feature; p++) {
            parts.add(shape.getFactory().createLineString(positions(p)));
        }
        Geometry line = shape instanceof LineString
                ? parts.get(0)
                : shape.getFactory().createMultiLineString(parts.toArray(new LineString[0]));
        return Optional.of(new Joined(line, metres));
    }

    /** The vertices of a part; an end that went to the vertex beside it is not repeated. */
    private Coordinate[] positions(int part) {
        int first = lines.firstVertex(part);
        int last = lines.lastVertex(part);
        while (last - first > 1 && same(first, first + 1)) {
            first++;
        }
        while (last - first > 1 && same(last, last - 1)) {
            last--;
        }
        Coordinate[] positions = new Coordinate[last - first + 1];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new CoordinateXY(lines.x(first + i), lines.y(first + i));
        }
        return positions;
    }

    private boolean same(int one, int other) {
        return lines.x(one) == lines.x(other) && lines.y(one) == lines.y(other);
    }
}
