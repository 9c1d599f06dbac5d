package org.anlan.filter;

import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Makes the shapes of a filter from their positions, and refuses what is too large or unsound. */
final class ShapeCheck {

    private static final double FARTHEST = 1e9;

    private final GeometryFactory factory =
            new GeometryFactory(new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
    private int vertices;

    GeometryFactory factory() {
        return factory;
    }

    /** Counts vertices as they are read, before they take memory. */
    void count(int more, Spot spot) {
        vertices += more;
        if (vertices > Limits.VERTICES) {
            throw spot.refusal(
                    "过滤条件中的图形过大，最多 %d 个顶点",
                    "the shapes of the filter are too large: at most %d vertices", Limits.VERTICES);
        }
    }

    /** A position of two or three numbers, of which the third, a height, counts for nothing. */
    double[] position(List<Double> numbers, Spot spot) {
        count(1, spot);
        if (numbers.size() < 2 || numbers.size() > 3) {
            throw spot.refusal("坐标应有 2 个或 3 个数", "a position has 2 or 3 numbers");
        }
        return new double[] {sane(numbers.get(0), spot), sane(numbers.get(1), spot)};
    }

    /** A coordinate that some system may have. The negative zero becomes a plain one, which compares and is written as the same place. */
    static double sane(double coordinate, Spot spot) {
        if (!(Math.abs(coordinate) <= FARTHEST)) {
            throw spot.refusal("坐标 %s 不在任何坐标系内", "the coordinate %s lies in no coordinate system", coordinate);
        }
        return coordinate + 0.0;
    }

    Point point(double[] position) {
        return factory.createPoint(sequence(List.of(position)));
    }

    LineString line(List<double[]> positions, Spot spot) {
        if (positions.size() < 2) {
            throw spot.refusal("线至少要有 2 个点", "a line has at least 2 positions");
        }
        return factory.createLineString(sequence(positions));
    }

    LinearRing ring(List<double[]> positions, Spot spot) {
        if (positions.size() < 4) {
            throw spot.refusal("环至少要有 4 个点", "a ring has at least 4 positions");
        }
        double[] first = positions.get(0);
        double[] last = positions.get(positions.size() - 1);
        if (first[0] != last[0] || first[1] != last[1]) {
            throw spot.refusal("环没有闭合：最后一点应与第一点相同", "the ring is not closed: its last position must be its first");
        }
        return factory.createLinearRing(sequence(positions));
    }

    Polygon polygon(List<LinearRing> rings, Spot spot) {
        if (rings.isEmpty()) {
            throw spot.refusal("面没有环", "a polygon has at least one ring");
        }
        return factory.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    /** A shape as a literal; it must be sound by the OGC Simple Features rules. */
    Expression literal(Geometry shape, Spot spot) {
        if (shape.isEmpty()) {
            throw spot.refusal("图形为空", "the geometry is empty");
        }
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error != null) {
            throw spot.refusal(
                    "图形无效（%s，在 %s %s 附近）",
                    "the geometry is not valid (%s, near %s %s)",
                    error.getMessage(),
                    error.getCoordinate() == null ? "" : error.getCoordinate().x,
                    error.getCoordinate() == null ? "" : error.getCoordinate().y);
        }
        return new Expression.Shape(shape);
    }

    private static CoordinateSequence sequence(List<double[]> positions) {
        double[] xy = new double[2 * positions.size()];
        for (int i = 0; i < positions.size(); i++) {
            xy[2 * i] = positions.get(i)[0];
            xy[2 * i + 1] = positions.get(i)[1];
        }
        return new PackedCoordinateSequence.Double(xy, 2, 0);
    }
}
