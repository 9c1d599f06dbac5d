package org.anlan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anlan.geo.CleanCrossings.Crossing;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** What of a line lies in an area that it crosses cleanly: the line is cut where it meets the outline, at the places that an overlay finds. */
final class CleanCut {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final List<LineString> parts = new ArrayList<>();
    private final List<Coordinate> part = new ArrayList<>();

    private CleanCut() {}

    /** The stretches of a LineString in the area, in their order; empty where it touches the outline: then the overlay must tell. */
    static Optional<Geometry> of(LineString line, Outline area) {
        double[] edges = EdgeTree.edgesOf(line);
        if (edges.length == 0) {
            return Optional.empty();
        }
        return CleanCrossings.of(edges, area).flatMap(found -> new CleanCut().cut(edges, found, area));
    }

    private Optional<Geometry> cut(double[] edges, List<Crossing> crossings, Outline area) {
        crossings.sort(Comparator.comparingInt(Crossing::edge));
        boolean inside = area.holds(edges, 0);
        add(inside, new Coordinate(edges[0], edges[1]));
        int next = 0;
        for (int edge = 0; 4 * edge < edges.length; edge++) {
            int after = next;
            while (after < crossings.size() && crossings.get(after).edge() == edge) {
                after++;
            }
            List<Crossing> here = new ArrayList<>(crossings.subList(next, after));
            here.sort(Comparator.comparing(Crossing::at, CleanCrossings.along(edges, 4 * edge)));
            for (int i = 0; i < here.size(); i++) {
                boolean unsure = i > 0
                        && CleanCrossings.unsure(
                                here.get(i - 1).at(), here.get(i).at());
                if (unsure || here.get(i).enters() == inside) {
                    return Optional.empty();
                }
                part.add(here.get(i).at());
                if (inside) {
                    end();
                }
                inside = !inside;
            }
            add(inside, new Coordinate(edges[4 * edge + 2], edges[4 * edge + 3]));
            next = after;
        }
        end();
        return Optional.of(
                parts.size() == 1 ? parts.get(0) : SHAPES.createMultiLineString(parts.toArray(LineString[]::new)));
    }

    private void add(boolean inside, Coordinate place) {
        if (inside && (part.isEmpty() || !part.get(part.size() - 1).equals2D(place))) {
            part.add(place);
        }
    }

    private void end() {
        if (part.size() > 1) {
            parts.add(SHAPES.createLineString(part.toArray(Coordinate[]::new)));
        }
        part.clear();
    }
}
