package org.anlan.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Which stretches of a line lie in an area, its border included, with the edges of both as they are drawn: straight in longitude and latitude. Distances along the
 * line are geodesic. Not safe for many threads.
 */
public final class LineInArea {

    private final Envelope extent;
    private final IndexedPointInAreaLocator locator;
    private final Coordinate[] starts;
    private final Coordinate[] ends;
    private final BoxTree edges;
    private final RobustLineIntersector crossing = new RobustLineIntersector();

    /** A part of an edge of the line, between two fractions of it. */
    private record Part(double from, double to) {}

    /** Prepares an area: Polygon or MultiPolygon, valid and not empty, longitude and latitude in degrees. */
    public LineInArea(Geometry area) {
        extent = area.getEnvelopeInternal();
        locator = new IndexedPointInAreaLocator(area);
        List<Coordinate> from = new ArrayList<>();
        List<Coordinate> to = new ArrayList<>();
        for (Object ring : LinearComponentExtracter.getLines(area)) {
            Coordinate[] vertices = ((LineString) ring).getCoordinates();
            from.addAll(Arrays.asList(vertices).subList(0, vertices.length - 1));
            to.addAll(Arrays.asList(vertices).subList(1, vertices.length));
        }
        starts = from.toArray(Coordinate[]::new);
        ends = to.toArray(Coordinate[]::new);
        double[] boxes = new double[4 * starts.length];
        for (int i = 0; i < starts.length; i++) {
            boxes[4 * i] = Math.min(starts[i].x, ends[i].x);
            boxes[4 * i + 1] = Math.min(starts[i].y, ends[i].y);
            boxes[4 * i + 2] = Math.max(starts[i].x, ends[i].x);
            boxes[4 * i + 3] = Math.max(starts[i].y, ends[i].y);
        }
        edges = new BoxTree(boxes, starts.length);
    }

    /**
     * The stretches of a line that lie in the area, in order and not meeting; parts of a MultiLineString are measured on from one to the next, as {@link
     * RegionSplit#split} does.
     */
    public List<Overlaps.Range> of(Geometry line) {
        List<Overlaps.Range> ranges = new ArrayList<>();
        if (!extent.intersects(line.getEnvelopeInternal())) {
            return ranges;
        }
        double along = 0;
        for (int i = 0; i < line.getNumGeometries(); i++) {
            if (line.getGeometryN(i) instanceof LineString part && !part.isEmpty()) {
                CoordinateSequence positions = part.getCoordinateSequence();
                for (int v = 1; v < positions.size(); v++) {
                    Coordinate a = positions.getCoordinate(v - 1);
                    Coordinate b = positions.getCoordinate(v);
                    double length = Geodesy.distanceM(a.x, a.y, b.x, b.y);
                    if (length > 0 && extent.intersects(a, b)) {
                        edge(a, b, along, length, ranges);
                    }
                    along += length;
                }
            }
        }
        return ranges;
    }

    private void edge(Coordinate a, Coordinate b, double alongM, double lengthM, List<Overlaps.Range> ranges) {
        List<Double> cuts = new ArrayList<>(List.of(0.0, 1.0));
        List<Part> onBorder = new ArrayList<>();
        edges.query(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y), edge -> {
            crossing.computeIntersection(a, b, starts[edge], ends[edge]);
            int met = crossing.getIntersectionNum();
            for (int i = 0; i < met; i++) {
                cuts.add(fraction(a, b, crossing.getIntersection(i)));
            }
            if (met == 2) {
                double one = cuts.get(cuts.size() - 2);
                double other = cuts.get(cuts.size() - 1);
                onBorder.add(new Part(Math.min(one, other), Math.max(one, other)));
            }
        });
        cuts.sort(Comparator.naturalOrder());
        for (int i = 1; i < cuts.size(); i++) {
            double from = cuts.get(i - 1);
            double to = cuts.get(i);
            if (to > from && inside(a, b, (from + to) / 2, onBorder)) {
                append(ranges, alongM + from * lengthM, alongM + to * lengthM);
            }
        }
    }

    private boolean inside(Coordinate a, Coordinate b, double at, List<Part> onBorder) {
        return onBorder.stream().anyMatch(part -> part.from() <= at && at <= part.to())
                || locator.locate(new Coordinate(a.x + at * (b.x - a.x), a.y + at * (b.y - a.y))) != Location.EXTERIOR;
    }

    /** Where on an edge a place on it lies: 0 at its start, 1 at its end. */
    private static double fraction(Coordinate a, Coordinate b, Coordinate place) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double fraction = Math.abs(dx) > Math.abs(dy) ? (place.x - a.x) / dx : (place.y - a.y) / dy;
        return Math.max(0, Math.min(1, fraction));
    }

    private static void append(List<Overlaps.Range> ranges, double fromM, double toM) {
        int last = ranges.size() - 1;
        if (last >= 0 && fromM <= ranges.get(last).toM()) {
            ranges.set(last, new Overlaps.Range(ranges.get(last).fromM(), toM));
        } else {
            ranges.add(new Overlaps.Range(fromM, toM));
        }
    }
}
