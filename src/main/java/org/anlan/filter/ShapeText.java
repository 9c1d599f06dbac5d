package org.anlan.filter;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes shapes in well-known text with every digit, so that they are read as the same. */
final class ShapeText {

    private ShapeText() {}

    static String write(Geometry shape) {
        return shape.getGeometryType().toUpperCase(Locale.ROOT) + body(shape);
    }

    private static String body(Geometry shape) {
        if (shape instanceof Point point) {
            return positions(point.getCoordinateSequence());
        } else if (shape instanceof LineString line) {
            return positions(line.getCoordinateSequence());
        } else if (shape instanceof Polygon polygon) {
            return IntStream.range(-1, polygon.getNumInteriorRing())
                    .mapToObj(i -> i < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i))
                    .map(ShapeText::body)
                    .collect(Collectors.joining(",", "(", ")"));
        }
        boolean mixed = shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        GeometryCollection parts = (GeometryCollection) shape;
        return IntStream.range(0, parts.getNumGeometries())
                .mapToObj(parts::getGeometryN)
                .map(part -> mixed ? write(part) : body(part))
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static String positions(CoordinateSequence line) {
        return IntStream.range(0, line.size())
                .mapToObj(i -> line.getX(i) + " " + line.getY(i))
                .collect(Collectors.joining(",", "(", ")"));
    }
}
