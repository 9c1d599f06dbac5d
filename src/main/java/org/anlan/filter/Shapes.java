package org.anlan.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.anlan.filter.Expression.Literal;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Reads the shapes of a filter: well-known text, GeoJSON, boxes. A shape that crosses itself is refused, since what lies within it is not told. */
final class Shapes {

    private static final int MOST_POINTS = 10_000;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    static Geometry wkt(String text, Where where) {
        long brackets = text.chars().filter(c -> c == '(').count();
        int deep = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            deep += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, deep);
        }
        if (deepest > 20 || brackets > MOST_POINTS) {
            throw where.wrong("几何嵌套太深", "the geometry is nested too deep");
        }
        try {
            return checked(new WKTReader(FACTORY).read(text), where);
        } catch (ParseException | IllegalArgumentException e) {
            throw where.wrong(
                    "几何“%s”读不出：%s", "the geometry \"%s\" cannot be read: %s", Builder.clipped(text), reason(e));
        }
    }

    private static String reason(Exception e) {
        return Builder.clipped(
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }

    /** A box: west, south, east, north, or with heights, which are not used. */
    static Geometry box(List<Expression> arguments, Where where) {
        double[] numbers = new double[arguments.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(arguments.get(i) instanceof Literal literal && literal.value() instanceof Number number)) {
                throw arguments.get(i).where().wrong("BBOX 里应为数", "a BBOX has numbers");
            }
            numbers[i] = number.doubleValue();
        }
        return box(numbers, where);
    }

    static Geometry box(double[] numbers, Where where) {
        if (numbers.length != 4 && numbers.length != 6) {
            throw where.wrong("BBOX 应有 4 个或 6 个数", "a BBOX has 4 or 6 numbers");
        }
        int half = numbers.length / 2;
        if (numbers[0] > numbers[half] || numbers[1] > numbers[half + 1]) {
            throw where.wrong("BBOX 的下界大于上界", "a lower bound of the BBOX is greater than the upper one");
        }
        return checked(
                FACTORY.toGeometry(new Envelope(numbers[0], numbers[half], numbers[1], numbers[half + 1])), where);
    }

    /** A GeoJSON geometry. */
    static Geometry json(JsonNode node, Where where) {
        String type = node.path("type").asText();
        if (type.equals("GeometryCollection")) {
            JsonNode parts = node.path("geometries");
            Geometry[] all = new Geometry[parts.size()];
            for (int i = 0; i < all.length; i++) {
                if (parts.get(i).path("type").asText().equals("GeometryCollection")) {
                    throw where.wrong("几何嵌套太深", "the geometry is nested too deep");
                }
                all[i] = json(parts.get(i), where);
            }
            return checked(FACTORY.createGeometryCollection(all), where);
        }
        try {
            return checked(single(type, node.path("coordinates"), where), where);
        } catch (IllegalArgumentException e) {
            throw where.wrong("几何读不出：%s", "the geometry cannot be read: %s", reason(e));
        }
    }

    private static Geometry single(String type, JsonNode c, Where where) {
        return switch (type) {
            case "Point" -> FACTORY.createPoint(position(c, where));
            case "LineString" -> FACTORY.createLineString(positions(c, where));
            case "Polygon" -> polygon(c, where);
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(c, where));
            case "MultiLineString" -> {
                var lines = new LineString[c.size()];
                for (int i = 0; i < lines.length; i++) {
                    lines[i] = FACTORY.createLineString(positions(c.get(i), where));
                }
                yield FACTORY.createMultiLineString(lines);
            }
            case "MultiPolygon" -> {
                var polygons = new Polygon[c.size()];
                for (int i = 0; i < polygons.length; i++) {
                    polygons[i] = polygon(c.get(i), where);
                }
                yield FACTORY.createMultiPolygon(polygons);
            }
            default -> throw where.wrong("不认识几何类型“%s”", "\"%s\" is no type of geometry", Builder.clipped(type));
        };
    }

    private static Polygon polygon(JsonNode rings, Where where) {
        if (rings.isEmpty()) {
            throw where.wrong("面没有环", "a polygon has no ring");
        }
        var holes = new LinearRing[rings.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = FACTORY.createLinearRing(positions(rings.get(i + 1), where));
        }
        return FACTORY.createPolygon(FACTORY.createLinearRing(positions(rings.get(0), where)), holes);
    }

    private static Coordinate[] positions(JsonNode array, Where where) {
        if (!array.isArray() || array.size() > MOST_POINTS) {
            throw where.wrong("坐标应为不超过 %d 个点的数组", "coordinates should be an array of at most %d points", MOST_POINTS);
        }
        Coordinate[] all = new Coordinate[array.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = position(array.get(i), where);
        }
        return all;
    }

    private static Coordinate position(JsonNode pair, Where where) {
        if (!pair.isArray()
                || pair.size() < 2
                || !pair.get(0).isNumber()
                || !pair.get(1).isNumber()) {
            throw where.wrong("坐标应为两个数", "a position should have two numbers");
        }
        return new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
    }

    private static Geometry checked(Geometry shape, Where where) {
        if (shape.isEmpty()) {
            throw where.wrong("几何是空的", "the geometry is empty");
        }
        if (shape.getNumPoints() > MOST_POINTS) {
            throw where.wrong("几何超过 %d 个点", "the geometry has more than %d points", MOST_POINTS);
        }
        for (Coordinate c : shape.getCoordinates()) {
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                throw where.wrong("坐标不是有限的数", "a coordinate is no finite number");
            }
        }
        IsValidOp valid = new IsValidOp(shape);
        return Optional.of(shape)
                .filter(s -> valid.isValid())
                .orElseThrow(() -> where.wrong(
                        "几何无效：%1$s，在 (%2$s, %3$s)",
                        "the geometry is not valid: %1$s at (%2$s, %3$s)",
                        valid.getValidationError().getMessage(),
                        valid.getValidationError().getCoordinate().x,
                        valid.getValidationError().getCoordinate().y));
    }
}
