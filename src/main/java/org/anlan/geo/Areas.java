package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Refusal;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Intersection, difference and union of valid areas (longitude/latitude in degrees, x = longitude, edges straight as drawn in these) by JTS's OverlayNG; only
 * what has an area is kept. How far edges as drawn are from geodesics is told by {@link EdgeBend}.
 */
public final class Areas {

    /** Two combs of a hundred thousand teeth cross more often than any computer can work through. */
    private static final int MOST_CROSSINGS = 20_000_000;

    private Areas() {}

    /**
     * What both cover.
     *
     * @throws Refusal when their outlines cross in more than some millions of places
     */
    public static Geometry common(Geometry one, Geometry other) {
        checkCrossings(List.of(one, other));
        return areal(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
    }

    /** What the first covers and the second does not. */
    public static Geometry without(Geometry one, Geometry other) {
        checkCrossings(List.of(one, other));
        return areal(OverlayNGRobust.overlay(one, other, OverlayNG.DIFFERENCE));
    }

    /**
     * What any of them covers; joined in the order of a tree over their boxes, so that memory stays near that of the areas and their union.
     *
     * @throws Refusal when their outlines cross in more than some millions of places
     */
    public static Geometry union(List<? extends Geometry> areas) {
        checkCrossings(areas);
        return areal(
                OverlayNGRobust.union(new GeometryFactory().createGeometryCollection(areas.toArray(Geometry[]::new))));
    }

    /** The polygons of a result: areas that only touch have lines and points in common too. */
    private static Geometry areal(Geometry result) {
        List<?> polygons = PolygonExtracter.getPolygons(result);
        GeometryFactory factory = result.getFactory();
        return polygons.size() == 1
                ? (Geometry) polygons.get(0)
                : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static void checkCrossings(List<? extends Geometry> areas) {
        long edges = areas.stream().mapToLong(Geometry::getNumPoints).sum();
        if (edges * edges / 2 <= MOST_CROSSINGS) {
            return; // were every edge to cross every other, it would not be too many
        }
        int[] crossings = {0};
        SegmentIntersector counting = new SegmentIntersector() {
            @Override
            public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
                crossings[0] += a != b && properly(a, i, b, j) ? 1 : 0;
            }

            @Override
            public boolean isDone() {
                return crossings[0] > MOST_CROSSINGS;
            }
        };
        MCIndexNoder noder = new MCIndexNoder(counting);
        List<LineString> rings = new ArrayList<>();
        LinearComponentExtracter extracter = new LinearComponentExtracter(rings);
        areas.forEach(area -> area.apply(extracter));
        noder.computeNodes(rings.stream()
                .map(ring -> new BasicSegmentString(ring.getCoordinates(), null))
                .toList());
        if (crossings[0] > MOST_CROSSINGS) {
            throw Refusal.unprocessable(
                    "too-many-crossings",
                    "面的边界相互交叉超过 %d 处，无法处理",
                    "Outlines of areas cross in more than %d places; this cannot be worked through",
                    MOST_CROSSINGS);
        }
    }

    /** Two edges whose boxes meet and that share no vertex are taken for a crossing: neighbours share their vertices. */
    private static boolean properly(SegmentString a, int i, SegmentString b, int j) {
        return !a.getCoordinate(i).equals2D(b.getCoordinate(j))
                && !a.getCoordinate(i).equals2D(b.getCoordinate(j + 1))
                && !a.getCoordinate(i + 1).equals2D(b.getCoordinate(j))
                && !a.getCoordinate(i + 1).equals2D(b.getCoordinate(j + 1));
    }
}
