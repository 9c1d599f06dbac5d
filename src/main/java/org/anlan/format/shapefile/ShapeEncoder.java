package org.anlan.format.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Refusal;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Makes a record's content of a geometry (ESRI Shapefile Technical Description, July 1998, pp. 5-9). */
final class ShapeEncoder {

    private static final int XY = 16;
    private static final int LONGEST = 1 << 30;

    private final ShapeKind kind;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    ShapeEncoder(ShapeKind kind) {
        this.kind = kind;
    }

    /** The content of a null shape. */
    ByteBuffer nothing() {
        return buffer.clear().putInt(ShapeType.NULL.code()).flip();
    }

    /** The content, good until the next call. An empty geometry is a null shape. */
    ByteBuffer encode(Geometry geometry, int record) {
        if (geometry.isEmpty()) {
            return nothing();
        }
        return switch (kind) {
            case POINT -> point(geometry, record);
            case MULTIPOINT -> multiPoint(geometry, record);
            case LINE -> parts(geometry, lines(geometry, record));
            case POLYGON -> parts(geometry, rings(geometry, record));
        };
    }

    private ByteBuffer point(Geometry geometry, int record) {
        Geometry only = geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry;
        if (!(only instanceof Point point)) {
            throw mismatch(geometry, record);
        }
        buffer.clear().putInt(ShapeType.POINT.code()).putDouble(point.getX()).putDouble(point.getY());
        return buffer.flip();
    }

    private ByteBuffer multiPoint(Geometry geometry, int record) {
        if (!(geometry instanceof Point) && !(geometry instanceof MultiPoint)) {
            throw mismatch(geometry, record);
        }
        begin(geometry, 40L + (long) XY * geometry.getNumPoints());
        int countAt = buffer.position();
        buffer.putInt(0);
        int points = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Point point && !point.isEmpty()) {
                buffer.putDouble(point.getX()).putDouble(point.getY());
                points++;
            }
        }
        return buffer.putInt(countAt, points).flip();
    }

    private List<CoordinateSequence> lines(Geometry geometry, int record) {
        if (!(geometry instanceof LineString) && !(geometry instanceof MultiLineString)) {
            throw mismatch(geometry, record);
        }
        List<CoordinateSequence> parts = new ArrayList<>(geometry.getNumGeometries());
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(((LineString) geometry.getGeometryN(i)).getCoordinateSequence());
        }
        parts.removeIf(part -> part.size() == 0);
        return parts;
    }

    /** Shells clockwise, each followed by its holes, anticlockwise. */
    private List<CoordinateSequence> rings(Geometry geometry, int record) {
        if (!(geometry instanceof Polygon) && !(geometry instanceof MultiPolygon)) {
            throw mismatch(geometry, record);
        }
        List<CoordinateSequence> rings = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            if (polygon.isEmpty()) {
                continue;
            }
            rings.add(oriented(polygon.getExteriorRing().getCoordinateSequence(), true));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(oriented(polygon.getInteriorRingN(hole).getCoordinateSequence(), false));
            }
        }
        return rings;
    }

    private static CoordinateSequence oriented(CoordinateSequence ring, boolean shell) {
        double[] xy = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            xy[2 * i] = ring.getX(i);
            xy[2 * i + 1] = ring.getY(i);
        }
        return new Ring(xy).oriented(shell).getCoordinateSequence();
    }

    private ByteBuffer parts(Geometry geometry, List<CoordinateSequence> parts) {
        long points = 0;
        for (CoordinateSequence part : parts) {
            points += part.size();
        }
        begin(geometry, 44L + 4L * parts.size() + XY * points);
        buffer.putInt(parts.size()).putInt((int) points);
        int begin = 0;
        for (CoordinateSequence part : parts) {
            buffer.putInt(begin);
            begin += part.size();
        }
        for (CoordinateSequence part : parts) {
            for (int i = 0; i < part.size(); i++) {
                buffer.putDouble(part.getX(i)).putDouble(part.getY(i));
            }
        }
        return buffer.flip();
    }

    private void begin(Geometry geometry, long length) {
        if (length > LONGEST) {
            throw Refusal.unprocessable(
                    "shapefile-too-large",
                    "有一个图形超过 1 GB，shapefile 无法存放；请改用其他格式导出",
                    "One shape is larger than 1 GB, which a shapefile cannot hold; export another format");
        }
        if (length > buffer.capacity()) {
            buffer = ByteBuffer.allocate((int) Math.min(LONGEST, 2 * length)).order(ByteOrder.LITTLE_ENDIAN);
        }
        Envelope box = geometry.getEnvelopeInternal();
        buffer.clear().putInt(kind.type().code());
        buffer.putDouble(box.getMinX()).putDouble(box.getMinY());
        buffer.putDouble(box.getMaxX()).putDouble(box.getMaxY());
    }

    private Refusal mismatch(Geometry geometry, int record) {
        return Refusal.unprocessable(
                "shapefile-mixed-geometry",
                "第 %d 个要素是 %s，而这个 shapefile 只存放 %s；请按图形类型分开导出",
                "Feature %d is a %s, but this shapefile holds %s only; export each kind of shape by itself",
                record,
                geometry.getGeometryType(),
                kind);
    }
}
