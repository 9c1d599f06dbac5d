package org.anlan.format.shapefile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.anlan.format.PackedGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * Makes a geometry of a record's content (ESRI Shapefile Technical Description, July 1998, pp. 5-22). Every count is held against
 * the bytes of the record before anything is allocated. Heights and measures are dropped, with one note.
 */
final class ShapeDecoder {

    private static final int XY = 16;
    private static final int BOX = 32;

    private final int declaredType;
    private final FindingList findings;
    private final RingAssembly rings;

    /** Decodes records of a file whose header tells this shape type. */
    ShapeDecoder(int declaredType, FindingList findings) {
        this.declaredType = declaredType;
        this.findings = findings;
        this.rings = new RingAssembly(findings);
    }

    /**
     * Decodes one record.
     *
     * @param content little-endian bytes, of which {@code length} from {@code at} are the record's
     * @return the shape; empty for a null shape
     */
    Optional<Geometry> decode(int record, ByteBuffer content, int at, int length) throws BadRecord {
        if (length < Integer.BYTES) {
            throw BadRecord.because("记录内容只有 %d 字节", "the record holds only %d bytes", length);
        }
        int code = content.getInt(at);
        ShapeType type = ShapeType.of(code)
                .orElseThrow(() -> BadRecord.because("形状类型 %d 不存在", "there is no shape type %d", code));
        if (type.hasMore() && type != ShapeType.MULTIPATCH) {
            findings.tally(
                    "shapefile.z-dropped",
                    Severity.NOTE,
                    record,
                    new Text(
                            "坐标带有高程（Z）或量测值（M），已只保留平面坐标",
                            "coordinates carry heights (Z) or measures (M); only x and y were kept"));
        }
        if (code != declaredType && type != ShapeType.NULL) {
            findings.tally(
                    "shapefile.mixed-types",
                    Severity.WARNING,
                    record,
                    Text.of(
                            "形状类型为 %d，与文件头的 %d 不一致，已按记录读取",
                            "the shape type is %d, the file header says %d; the record was believed",
                            code,
                            declaredType));
        }
        int body = at + Integer.BYTES;
        int bytes = length - Integer.BYTES;
        return switch (type.kind()) {
            case NULL -> Optional.empty();
            case POINT -> point(record, content, body, bytes);
            case MULTIPOINT -> multiPoint(record, content, body, bytes);
            case LINE -> lines(record, content, body, bytes);
            case POLYGON -> polygon(record, content, body, bytes);
            case PATCH ->
                throw new BadRecord(
                        "shapefile.multipatch",
                        Severity.ERROR,
                        new Text(
                                "三维面片（MultiPatch）无法读取，请在 GIS 软件中转换为普通面后重新上传",
                                "MultiPatch shapes are not read; convert them to polygons in a GIS and hand in again"));
        };
    }

    private Optional<Geometry> point(int record, ByteBuffer content, int at, int bytes) throws BadRecord {
        if (bytes < XY) {
            throw BadRecord.because("点记录只有 %d 字节，应有 16 字节", "a point record holds %d bytes, not 16", bytes);
        }
        double x = content.getDouble(at);
        double y = content.getDouble(at + 8);
        if (Double.isNaN(x) && Double.isNaN(y)) {
            return nothingIn(record);
        }
        double[] xy = {x, y};
        requireFinite(xy);
        return Optional.of(PackedGeometry.FACTORY.createPoint(PackedGeometry.sequence(xy)));
    }

    private Optional<Geometry> multiPoint(int record, ByteBuffer content, int at, int bytes) throws BadRecord {
        int points = count(content, at, bytes, BOX);
        requireRoom(bytes, BOX + 4L, 0, points);
        if (points == 0) {
            return nothingIn(record);
        }
        Point[] parts = new Point[points];
        for (int i = 0; i < points; i++) {
            parts[i] = PackedGeometry.FACTORY.createPoint(
                    PackedGeometry.sequence(coordinates(content, at + BOX + 4 + XY * i, 1)));
        }
        return Optional.of(PackedGeometry.FACTORY.createMultiPoint(parts));
    }

    private Optional<Geometry> lines(int record, ByteBuffer content, int at, int bytes) throws BadRecord {
        Parts parts = parts(content, at, bytes);
        if (parts.count == 0 || parts.points == 0) {
            return nothingIn(record);
        }
        if (parts.count == 1 && parts.points > 1) {
            return Optional.of(PackedGeometry.FACTORY.createLineString(PackedGeometry.sequence(parts.coordinates(0))));
        }
        List<LineString> lines = new ArrayList<>(parts.count);
        for (int part = 0; part < parts.count; part++) {
            if (parts.length(part) > 1) {
                lines.add(PackedGeometry.FACTORY.createLineString(PackedGeometry.sequence(parts.coordinates(part))));
            } else {
                findings.tally(
                        "shapefile.short-part",
                        Severity.WARNING,
                        record,
                        new Text(
                                "线的某一部分不足两个点，已略去该部分",
                                "a part of a line has fewer than two points; that part was left out"));
            }
        }
        if (lines.isEmpty()) {
            throw BadRecord.because("线的各部分都不足两个点", "no part of the line has two points");
        }
        return Optional.of(
                lines.size() == 1
                        ? lines.get(0)
                        : PackedGeometry.FACTORY.createMultiLineString(lines.toArray(new LineString[0])));
    }

    private Optional<Geometry> polygon(int record, ByteBuffer content, int at, int bytes) throws BadRecord {
        Parts parts = parts(content, at, bytes);
        if (parts.count == 0 || parts.points == 0) {
            return nothingIn(record);
        }
        List<double[]> all = new ArrayList<>(parts.count);
        for (int part = 0; part < parts.count; part++) {
            all.add(parts.coordinates(part));
        }
        return Optional.of(rings.assemble(record, all));
    }

    private Optional<Geometry> nothingIn(int record) {
        findings.tally(
                "shapefile.empty-shape",
                Severity.WARNING,
                record,
                new Text("形状中没有点，已按空图形读取", "the shape has no points and was read as a null shape"));
        return Optional.empty();
    }

    private static Parts parts(ByteBuffer content, int at, int bytes) throws BadRecord {
        int parts = count(content, at, bytes, BOX);
        int points = count(content, at, bytes, BOX + 4);
        requireRoom(bytes, BOX + 8L, parts, points);
        Parts result = new Parts(content, at + BOX + 8, parts, points);
        result.requireOrder();
        return result;
    }

    private static int count(ByteBuffer content, int at, int bytes, int offset) throws BadRecord {
        if (bytes < offset + Integer.BYTES) {
            throw BadRecord.because("记录内容只有 %d 字节，容不下点数", "the record holds %d bytes, too few for its counts", bytes);
        }
        return content.getInt(at + offset);
    }

    private static void requireRoom(int bytes, long fixed, int parts, int points) throws BadRecord {
        if (parts < 0 || points < 0 || fixed + 4L * parts + (long) XY * points > bytes) {
            throw BadRecord.because(
                    "记录声明有 %d 个部分、%d 个点，但内容只有 %d 字节，容不下这么多",
                    "the record claims %d parts and %d points but holds only %d bytes", parts, points, bytes);
        }
    }

    private static double[] coordinates(ByteBuffer content, int at, int points) throws BadRecord {
        double[] xy = new double[2 * points];
        for (int i = 0; i < xy.length; i++) {
            xy[i] = content.getDouble(at + 8 * i);
        }
        requireFinite(xy);
        return xy;
    }

    private static void requireFinite(double[] xy) throws BadRecord {
        double zero = 0;
        for (double value : xy) {
            zero += value * 0.0; // not a number as soon as one value is infinite or not a number
        }
        if (zero != 0) {
            throw BadRecord.because("坐标中有无效数（NaN 或无穷大）", "a coordinate is not a finite number");
        }
    }

    /** The parts of a line or polygon record whose counts are known to fit. */
    private static final class Parts {
        private final ByteBuffer content;
        private final int at;
        private final int count;
        private final int points;

        Parts(ByteBuffer content, int at, int count, int points) {
            this.content = content;
            this.at = at;
            this.count = count;
            this.points = points;
        }

        int begin(int part) {
            return part == count ? points : content.getInt(at + 4 * part);
        }

        int length(int part) {
            return begin(part + 1) - begin(part);
        }

        double[] coordinates(int part) throws BadRecord {
            return ShapeDecoder.coordinates(content, at + 4 * count + XY * begin(part), length(part));
        }

        void requireOrder() throws BadRecord {
            int before = 0;
            for (int part = 0; part <= count; part++) {
                int begin = begin(part);
                if (begin < before || begin > points || (part == 0 && begin != 0)) {
                    throw BadRecord.because(
                            "第 %d 部分的起点序号 %d 不合理（共 %d 个点）",
                            "part %d begins at point %d, which cannot be (there are %d points)",
                            part + 1,
                            begin,
                            points);
                }
                before = begin;
            }
        }
    }
}
