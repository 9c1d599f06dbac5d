package org.anlan.geo;

import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * Which way round the rings of areas run. An area is the same either way; formats ask for one, and the store keeps one, so that a shape which went through a
 * file and back is the same to the last byte. A turned ring begins where it began.
 */
public enum RingOrder {
    /** Shells clockwise, holes anticlockwise: shapefiles, and what the store keeps. */
    SHELLS_CLOCKWISE,
    /** Shells anticlockwise, holes clockwise: GeoJSON (RFC 7946, section 3.1.6). */
    SHELLS_ANTICLOCKWISE;

    /** The shape with its rings in this order; the same object where nothing is to be turned. */
    public Geometry of(Geometry shape) {
        return holds(shape) ? shape : new Turning().transform(shape);
    }

    private boolean holds(Geometry shape) {
        if (shape instanceof GeometryCollection) {
            return IntStream.range(0, shape.getNumGeometries()).allMatch(i -> holds(shape.getGeometryN(i)));
        }
        return !(shape instanceof Polygon polygon) || polygon.isEmpty() || holds(polygon);
    }

    private boolean holds(Polygon polygon) {
        boolean holds = isRight(polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            holds &= isRight(polygon.getInteriorRingN(i), false);
        }
        return holds;
    }

    private boolean isRight(LinearRing ring, boolean shell) {
        boolean anticlockwise = Orientation.isCCW(ring.getCoordinateSequence());
        return anticlockwise == (shell == (this == SHELLS_ANTICLOCKWISE));
    }

    private LinearRing turned(LinearRing ring, boolean shell) {
        return isRight(ring, shell) ? ring : ring.reverse();
    }

    /** Turns rings, and keeps parts and collections as they are. */
    private final class Turning extends GeometryTransformer {
        @Override
        protected Geometry transformPolygon(Polygon polygon, Geometry parent) {
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int i = 0; i < holes.length; i++) {
                holes[i] = turned(polygon.getInteriorRingN(i), false);
            }
            return polygon.getFactory().createPolygon(turned(polygon.getExteriorRing(), true), holes);
        }

        @Override
        protected Geometry transformMultiPolygon(MultiPolygon shape, Geometry parent) {
            Polygon[] parts = new Polygon[shape.getNumGeometries()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = (Polygon) transformPolygon((Polygon) shape.getGeometryN(i), shape);
            }
            return shape.getFactory().createMultiPolygon(parts);
        }
    }
}
