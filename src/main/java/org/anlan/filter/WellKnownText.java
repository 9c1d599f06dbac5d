package org.anlan.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads shapes in well-known text (OGC 06-103r4, clause 7) amid a filter. Heights are read and dropped. */
final class WellKnownText {

    private final Tokens tokens;
    private final ShapeCheck check;

    WellKnownText(Tokens tokens, ShapeCheck check) {
        this.tokens = tokens;
        this.check = check;
    }

    Expression read() {
        Spot spot = tokens.spot(tokens.here());
        return check.literal(shape(true), spot);
    }

    /** A signed number as coordinates have it. */
    double number() {
        Token start = tokens.here();
        boolean minus = tokens.skip("-");
        if (!minus) {
            tokens.skip("+");
        }
        Token digits = tokens.here();
        if (digits.kind() != Token.Kind.NUMBER) {
            throw tokens.expected("数值", "a number");
        }
        if (digits.text().length() > Limits.NUMBER) {
            throw tokens.spot(start)
                    .refusal("数值过长，最多 %d 个字符", "the number is too long: at most %d characters", Limits.NUMBER);
        }
        tokens.take();
        double value = Double.parseDouble(digits.text());
        return minus ? -value : value;
    }

    private Geometry shape(boolean collections) {
        Token kind = tokens.take();
        Spot spot = tokens.spot(kind);
        if (tokens.here().word("M") || tokens.here().word("ZM")) {
            throw tokens.expected("没有 M 值的图形", "a geometry without measures");
        }
        tokens.skipWord("Z");
        if (tokens.here().word("EMPTY")) {
            throw spot.refusal("图形为空", "the geometry is empty");
        }
        GeometryFactory factory = check.factory();
        return switch (kind.upper()) {
            case "POINT" -> within(this::point);
            case "LINESTRING" -> line(spot);
            case "POLYGON" -> polygon(spot);
            case "MULTIPOINT" ->
                factory.createMultiPoint(list(this::bareOrPoint).toArray(Point[]::new));
            case "MULTILINESTRING" ->
                factory.createMultiLineString(list(() -> line(spot)).toArray(LineString[]::new));
            case "MULTIPOLYGON" ->
                factory.createMultiPolygon(list(() -> polygon(spot)).toArray(Polygon[]::new));
            case "GEOMETRYCOLLECTION" -> {
                if (!collections) {
                    throw spot.refusal("集合中不能再有集合", "a collection cannot hold a collection");
                }
                yield factory.createGeometryCollection(list(this::member).toArray(Geometry[]::new));
            }
            default -> throw spot.refusal("不是图形", "no geometry");
        };
    }

    private Geometry member() {
        if (!Keywords.SHAPES.contains(tokens.here().upper())) {
            throw tokens.expected("图形", "a geometry");
        }
        return shape(false);
    }

    private Point point() {
        return check.point(position());
    }

    /** Older software writes the points of a multipoint without parentheses. */
    private Point bareOrPoint() {
        return tokens.here().sign("(") ? within(this::point) : point();
    }

    private LineString line(Spot spot) {
        return check.line(list(this::position), spot);
    }

    private Polygon polygon(Spot spot) {
        return check.polygon(list(this::ring), spot);
    }

    private LinearRing ring() {
        Spot spot = tokens.spot(tokens.here());
        return check.ring(list(this::position), spot);
    }

    private double[] position() {
        Spot spot = tokens.spot(tokens.here());
        List<Double> numbers = new ArrayList<>();
        do {
            numbers.add(number());
        } while (numbers.size() < 4
                && !tokens.here().sign(",")
                && !tokens.here().sign(")"));
        return check.position(numbers, spot);
    }

    private <T> List<T> list(Supplier<T> one) {
        return within(() -> {
            List<T> list = new ArrayList<>();
            do {
                list.add(one.get());
            } while (tokens.skip(","));
            return list;
        });
    }

    private <T> T within(Supplier<T> inner) {
        tokens.need("(");
        T value = inner.get();
        tokens.need(")");
        return value;
    }
}
