package org.anlan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.PackedGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads geometries (RFC 7946, section 3.1). The parser is led to the end of the value before anything is judged. */
final class GeometryReading {

    private final FindingList findings;

    GeometryReading(FindingList findings) {
        this.findings = findings;
    }

    /** What stood there, not yet judged. */
    private record Raw(String type, Optional<Coordinates> coordinates, List<Raw> members) {}

    /** A geometry that was read and can be built, or cannot. */
    interface Reading {
        /** The geometry; empty for null and for one without points. */
        Optional<Geometry> geometry() throws BadGeometry;
    }

    /** Reads the value the parser is at and leaves the parser at its last token. */
    Reading read(int record, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Optional::empty;
        }
        Optional<Raw> raw = raw(parser, new Coordinates.Size());
        return () -> {
            Geometry geometry =
                    build(record, raw.orElseThrow(() -> new BadGeometry("“geometry”不是对象", "“geometry” is no object")));
            return geometry.isEmpty() ? Optional.empty() : Optional.of(geometry);
        };
    }

    private static Optional<Raw> raw(JsonParser parser, Coordinates.Size size) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Optional.empty();
        }
        String type = "";
        Optional<Coordinates> coordinates = Optional.empty();
        List<Raw> members = new ArrayList<>(0);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            } else if (member.equals("coordinates")) {
                coordinates = Optional.of(Coordinates.read(parser, size));
            } else if (member.equals("geometries") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    members.add(raw(parser, size).orElse(new Raw("", Optional.empty(), List.of())));
                }
            } else {
                parser.skipChildren();
            }
        }
        return Optional.of(new Raw(type, coordinates, members));
    }

    private Geometry build(int record, Raw raw) throws BadGeometry {
        if (raw.type.equals("GeometryCollection")) {
            List<Geometry> members = new ArrayList<>();
            for (Raw member : raw.members) {
                members.add(build(record, member));
            }
            return PackedGeometry.FACTORY.createGeometryCollection(members.toArray(new Geometry[0]));
        }
        Coordinates coordinates = raw.coordinates.orElseThrow(
                () -> new BadGeometry("图形缺少“coordinates”", "the geometry has no “coordinates”"));
        if (coordinates.hasHeights()) {
            findings.tally(
                    "geojson.z-dropped",
                    Severity.NOTE,
                    record,
                    new Text("坐标带有高程，已只保留平面坐标", "coordinates carry heights; only x and y were kept"));
        }
        return switch (raw.type) {
            case "Point" -> point(leveled(coordinates, 0));
            case "MultiPoint" ->
                PackedGeometry.FACTORY.createMultiPoint(
                        PackedGeometry.sequence(leveled(coordinates, 1).xy()));
            case "LineString" -> line(leveled(coordinates, 1));
            case "MultiLineString" -> lines(leveled(coordinates, 2));
            case "Polygon" -> polygon(record, leveled(coordinates, 2));
            case "MultiPolygon" -> polygons(record, leveled(coordinates, 3));
            default -> throw new BadGeometry("图形类型未知", "the type of the geometry is not known");
        };
    }

    private static Coordinates leveled(Coordinates coordinates, int lists) throws BadGeometry {
        coordinates.require(lists);
        return coordinates;
    }

    private static Point point(Coordinates position) {
        return position.isEmpty()
                ? PackedGeometry.FACTORY.createPoint()
                : PackedGeometry.FACTORY.createPoint(PackedGeometry.sequence(position.xy()));
    }

    private static LineString line(Coordinates positions) throws BadGeometry {
        if (positions.points() == 1) {
            throw new BadGeometry("线只有一个点", "a line has one point only");
        }
        return PackedGeometry.FACTORY.createLineString(PackedGeometry.sequence(positions.xy()));
    }

    private static Geometry lines(Coordinates parts) throws BadGeometry {
        List<LineString> lines = new ArrayList<>();
        for (Coordinates part : parts.parts()) {
            lines.add(line(part));
        }
        return PackedGeometry.FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private Polygon polygon(int record, Coordinates rings) throws BadGeometry {
        if (rings.parts().isEmpty() || rings.parts().get(0).isEmpty()) {
            return PackedGeometry.FACTORY.createPolygon();
        }
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinates hole : rings.parts().subList(1, rings.parts().size())) {
            holes.add(ring(record, hole));
        }
        return PackedGeometry.FACTORY.createPolygon(
                ring(record, rings.parts().get(0)), holes.toArray(new LinearRing[0]));
    }

    private Geometry polygons(int record, Coordinates parts) throws BadGeometry {
        List<Polygon> polygons = new ArrayList<>();
        for (Coordinates part : parts.parts()) {
            polygons.add(polygon(record, part));
        }
        return PackedGeometry.FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private LinearRing ring(int record, Coordinates positions) throws BadGeometry {
        double[] xy = positions.xy();
        int last = xy.length - 2;
        boolean closed = last > 0 && xy[0] == xy[last] && xy[1] == xy[last + 1];
        if (positions.points() < (closed ? 4 : 3)) {
            throw new BadGeometry("面的某个环不足三个点", "a ring of a polygon has fewer than three points");
        }
        if (!closed) {
            findings.tally(
                    "geojson.ring-closed",
                    Severity.NOTE,
                    record,
                    new Text("面的环首尾不相接，已连到起点", "a ring of a polygon was not closed; it was closed at its first point"));
            xy = Arrays.copyOf(xy, xy.length + 2);
            xy[xy.length - 2] = xy[0];
            xy[xy.length - 1] = xy[1];
        }
        return PackedGeometry.FACTORY.createLinearRing(PackedGeometry.sequence(xy));
    }
}
