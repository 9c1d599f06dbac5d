package org.anlan.filter;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads shapes in GeoJSON (RFC 7946, section 3.1) amid a filter. Heights are dropped; other members are passed over (section 6.1). */
final class GeoJsonShapes {

    private final ShapeCheck check;

    GeoJsonShapes(ShapeCheck check) {
        this.check = check;
    }

    Expression read(JsonPlace at) {
        return check.literal(shape(at, true), at);
    }

    private Geometry shape(JsonPlace at, boolean collections) {
        JsonPlace type = at.member("type");
        GeometryFactory factory = check.factory();
        if (type.text().equals("GeometryCollection")) {
            if (!collections) {
                throw type.refusal("集合中不能再有集合", "a collection cannot hold a collection");
            }
            return factory.createGeometryCollection(at.member("geometries").list().stream()
                    .map(member -> shape(member, false))
                    .toArray(Geometry[]::new));
        }
        return switch (type.text()) {
            case "Point" -> point(at.member("coordinates"));
            case "LineString" -> line(at.member("coordinates"));
            case "Polygon" -> polygon(at.member("coordinates"));
            case "MultiPoint" ->
                factory.createMultiPoint(parts(at).stream().map(this::point).toArray(Point[]::new));
            case "MultiLineString" ->
                factory.createMultiLineString(parts(at).stream().map(this::line).toArray(LineString[]::new));
            case "MultiPolygon" ->
                factory.createMultiPolygon(parts(at).stream().map(this::polygon).toArray(Polygon[]::new));
            default -> throw type.refusal("不认识图形类型“%s”", "\"%s\" is no type of geometry", Spot.shown(type.text()));
        };
    }

    private static List<JsonPlace> parts(JsonPlace at) {
        return at.member("coordinates").list();
    }

    private Point point(JsonPlace at) {
        return check.point(position(at));
    }

    private LineString line(JsonPlace at) {
        return check.line(positions(at), at);
    }

    private Polygon polygon(JsonPlace at) {
        return check.polygon(at.list().stream().map(this::ring).toList(), at);
    }

    private LinearRing ring(JsonPlace at) {
        return check.ring(positions(at), at);
    }

    private List<double[]> positions(JsonPlace at) {
        return at.list().stream().map(this::position).toList();
    }

    private double[] position(JsonPlace at) {
        return check.position(at.numbers(), at);
    }
}
