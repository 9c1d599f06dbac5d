package org.anlan.geo;

import java.util.Optional;
import org.anlan.base.Finding.Place;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Whether the rings of an area agree about their direction. Formats differ (shells run clockwise in shapefiles, anticlockwise in GeoJSON), but in each a hole
 * runs against its shell and all shells run alike: a ring that does otherwise is the wrong way round. The first shell sets the direction.
 */
final class RingDirection {

    private RingDirection() {}

    /** The first ring that runs the wrong way round, and how many do; empty for a shape without such. */
    static Optional<GeometryProblem> problem(Geometry shape) {
        if (single(shape)) {
            return Optional.empty();
        }
        boolean direction = direction(shape);
        int count = 0;
        Coordinate first = null;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon part) {
                for (int ring = 0; ring <= part.getNumInteriorRing(); ring++) {
                    if (wrong(part, ring, direction)) {
                        count++;
                        first = first == null ? ring(part, ring).getCoordinate() : first;
                    }
                }
            }
        }
        Optional<Place> place = Optional.ofNullable(first).map(c -> new Place(c.x, c.y));
        return count == 0
                ? Optional.empty()
                : Optional.of(new GeometryProblem(GeometryProblem.Kind.WRONG_RING_DIRECTION, count, place));
    }

    /** The same area with every ring the right way round. */
    static Geometry turned(Geometry shape) {
        boolean direction = direction(shape);
        Polygon[] parts = new Polygon[shape.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = turned((Polygon) shape.getGeometryN(i), direction);
        }
        return shape instanceof Polygon ? parts[0] : shape.getFactory().createMultiPolygon(parts);
    }

    private static Polygon turned(Polygon part, boolean direction) {
        LinearRing[] holes = new LinearRing[part.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = right(part, i + 1, direction);
        }
        return part.getFactory().createPolygon(right(part, 0, direction), holes);
    }

    private static LinearRing right(Polygon part, int ring, boolean direction) {
        return wrong(part, ring, direction) ? ring(part, ring).reverse() : ring(part, ring);
    }

    /** A single ring is never the wrong way round. */
    private static boolean single(Geometry shape) {
        return !(shape instanceof MultiPolygon) && !(shape instanceof Polygon p && p.getNumInteriorRing() > 0);
    }

    private static boolean direction(Geometry shape) {
        return anticlockwise(((Polygon) shape.getGeometryN(0)).getExteriorRing());
    }

    private static boolean wrong(Polygon part, int ring, boolean direction) {
        return anticlockwise(ring(part, ring)) != (ring == 0 ? direction : !direction);
    }

    /** Ring 0 is the shell. */
    private static LinearRing ring(Polygon part, int ring) {
        return ring == 0 ? part.getExteriorRing() : part.getInteriorRingN(ring - 1);
    }

    private static boolean anticlockwise(LinearRing ring) {
        return Orientation.isCCW(ring.getCoordinateSequence());
    }
}
