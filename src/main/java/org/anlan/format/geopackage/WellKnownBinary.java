package org.anlan.format.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.PackedGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * One geometry in well-known binary (OGC 06-103r4, clause 8; ISO 13249-3 codes for Z and M). Every count is held against the bytes
 * that are left before anything is allocated. Heights and measures are dropped, with one note.
 */
final class WellKnownBinary {

    private static final GeometryFactory FACTORY = PackedGeometry.FACTORY;
    private static final int MOST_PARTS = 1_000_000;
    private static final int DEEPEST = 8;
    private static final int COLLECTION = 7;
    private static final int LAST_CURVED = 14;
    private static final int TRIANGLE = 17; // the last kind there is
    private static final int PART_HEADER = 5;
    private static final int HIGH_Z = 0x8000_0000; // how software before 2010 told heights

    private final int record;
    private final ByteBuffer bytes;
    private final FindingList findings;
    private int parts;

    WellKnownBinary(int record, ByteBuffer bytes, FindingList findings) {
        this.record = record;
        this.bytes = bytes;
        this.findings = findings;
    }

    /** The geometry that begins at the buffer's position. */
    Geometry geometry() throws BadShape {
        return geometry(0, 0);
    }

    /** A geometry, of the wanted kind unless that is 0. */
    private Geometry geometry(int wanted, int depth) throws BadShape {
        need(PART_HEADER);
        byte order = bytes.get();
        if (order != 0 && order != 1) {
            throw BadShape.because("图形内容损坏（字节序标记为 %d）", "the geometry is damaged (byte order mark %d)", order);
        }
        bytes.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int code = bytes.getInt();
        boolean oldZ = (code & HIGH_Z) != 0;
        int plain = code & ~HIGH_Z;
        int kind = plain % 1000;
        int more = plain / 1000;
        if (kind < 1
                || kind > TRIANGLE
                || more > 3
                || (wanted != 0 && kind != wanted)
                || depth > DEEPEST
                || ++parts > MOST_PARTS) {
            throw BadShape.because("图形内容损坏（类型 %d）", "the geometry is damaged (type %d)", plain);
        }
        if (kind > COLLECTION) {
            throw unread(kind);
        }
        int ordinates = more == 3 ? 4 : more > 0 || oldZ ? 3 : 2;
        if (ordinates > 2) {
            noteHeights();
        }
        return switch (kind) {
            case 1 -> point(ordinates);
            case 2 -> FACTORY.createLineString(PackedGeometry.sequence(line(ordinates)));
            case 3 -> polygon(ordinates);
            case 4 -> FACTORY.createMultiPoint(members(1, depth).toArray(new Point[0]));
            case 5 -> FACTORY.createMultiLineString(members(2, depth).toArray(new LineString[0]));
            case 6 -> FACTORY.createMultiPolygon(members(3, depth).toArray(new Polygon[0]));
            default -> FACTORY.createGeometryCollection(members(0, depth).toArray(new Geometry[0]));
        };
    }

    private static BadShape unread(int kind) {
        return kind <= LAST_CURVED
                ? BadShape.unread(
                        "gpkg.curve",
                        "图形含有圆弧或曲线，无法读取；请在 GIS 软件中将曲线转换为折线后重新上传",
                        "the shape has arcs or curves, which are not read; convert the curves to lines in a GIS and hand in again")
                : BadShape.unread(
                        "gpkg.geometry-kind",
                        "图形类型（如三维曲面、三角网）无法读取；请转换为点、线或面",
                        "the kind of the shape (a surface or a mesh, say) is not read; convert it to points, lines or areas");
    }

    private void noteHeights() {
        findings.tally(
                "gpkg.z-dropped",
                Severity.NOTE,
                record,
                new Text(
                        "坐标带有高程（Z）或量测值（M），已只保留平面坐标",
                        "coordinates carry heights (Z) or measures (M); only x and y were kept"));
    }

    private Geometry point(int ordinates) throws BadShape {
        need(8 * ordinates);
        int at = bytes.position();
        if (Double.isNaN(bytes.getDouble(at)) && Double.isNaN(bytes.getDouble(at + 8))) {
            bytes.position(at + 8 * ordinates);
            return FACTORY.createPoint();
        }
        return FACTORY.createPoint(PackedGeometry.sequence(coordinates(1, ordinates)));
    }

    private double[] line(int ordinates) throws BadShape {
        int points = count(8 * ordinates);
        if (points == 1) {
            throw BadShape.because("线只有一个点", "a line has one point only");
        }
        return coordinates(points, ordinates);
    }

    private Polygon polygon(int ordinates) throws BadShape {
        int rings = count(4);
        List<LinearRing> all = new ArrayList<>();
        for (int i = 0; i < rings; i++) {
            int points = count(8 * ordinates);
            if (points == 0 && i == 0 && rings == 1) {
                return FACTORY.createPolygon();
            }
            all.add(ring(coordinates(points, ordinates)));
        }
        return all.isEmpty()
                ? FACTORY.createPolygon()
                : FACTORY.createPolygon(all.get(0), all.subList(1, rings).toArray(new LinearRing[0]));
    }

    private LinearRing ring(double[] xy) throws BadShape {
        int last = xy.length - 2;
        boolean closed = last > 0 && xy[0] == xy[last] && xy[1] == xy[last + 1];
        if (xy.length / 2 < (closed ? 4 : 3)) {
            throw BadShape.because("面的某个环不足三个点", "a ring of a polygon has fewer than three points");
        }
        if (closed) {
            return FACTORY.createLinearRing(PackedGeometry.sequence(xy));
        }
        findings.tally(
                "gpkg.ring-closed",
                Severity.NOTE,
                record,
                new Text("面的环首尾不相接，已连到起点", "a ring of a polygon was not closed; it was closed at its first point"));
        double[] mended = Arrays.copyOf(xy, xy.length + 2);
        mended[xy.length] = xy[0];
        mended[xy.length + 1] = xy[1];
        return FACTORY.createLinearRing(PackedGeometry.sequence(mended));
    }

    private List<Geometry> members(int kind, int depth) throws BadShape {
        int count = count(PART_HEADER + 4);
        List<Geometry> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(geometry(kind, depth + 1));
        }
        return members;
    }

    /** A count of things of which each takes at least so many bytes. */
    private int count(int each) throws BadShape {
        need(4);
        int count = bytes.getInt();
        if (count < 0 || (long) count * each > bytes.remaining()) {
            throw BadShape.because(
                    "图形声明有 %d 个点或部分，但只剩 %d 字节，容不下这么多",
                    "the geometry claims %d points or parts with only %d bytes left",
                    Integer.toUnsignedLong(count),
                    bytes.remaining());
        }
        return count;
    }

    private double[] coordinates(int points, int ordinates) throws BadShape {
        double[] xy = new double[2 * points];
        int at = bytes.position();
        double zero = 0;
        for (int i = 0; i < points; i++, at += 8 * ordinates) {
            xy[2 * i] = bytes.getDouble(at);
            xy[2 * i + 1] = bytes.getDouble(at + 8);
            zero += xy[2 * i] * 0.0 + xy[2 * i + 1] * 0.0; // not a number as soon as one value is not finite
        }
        if (zero != 0) {
            throw BadShape.because("坐标中有无效数（NaN 或无穷大）", "a coordinate is not a finite number");
        }
        bytes.position(at);
        return xy;
    }

    private void need(int wanted) throws BadShape {
        if (bytes.remaining() < wanted) {
            throw BadShape.because("图形内容不完整", "the geometry is cut off");
        }
    }
}
