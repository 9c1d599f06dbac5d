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

    private static final int MOST_SINGLE_POINTS = 1_000_000;

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
        if (bytes < RecordPoints.XY) {
            throw BadRecord.because("点记录只有 %d 字节，应有 16 字节", "a point record holds %d bytes, not 16", bytes);
        }
        double x = content.getDouble(at);
        double y = content.getDouble(at + 8);
        if (Double.isNaN(x) && Double.isNaN(y)) {
            return nothingIn(record);
        }
        double[] xy = RecordPoints.coordinates(content, at, 1);
        return Optional.of(PackedGeometry.FACTORY.createPoint(PackedGeometry.sequence(xy)));
    }

    private Optional<Geometry> multiPoint(int record, ByteBuffer content, int at, int bytes) throws BadRecord {
        int points = RecordPoints.count(content, at, bytes, RecordPoints.BOX);
        RecordPoints.requireRoom(bytes, RecordPoints.BOX + 4L, 0, points);
        if (points == 0) {
            return nothingIn(record);
        }
        if (points > MOST_SINGLE_POINTS) {
            throw BadRecord.because(
                    "多点图形有 %d 个点，超过 %d 个的上限",
                    "the multipoint has %d points, more than the %d one may have", points, MOST_SINGLE_POINTS);
        }
        Point[] parts = new Point[points];
        for (int i = 0; i < points; i++) {
            parts[i] = PackedGeometry.FACTORY.createPoint(PackedGeometry.sequence(
                    RecordPoints.coordinates(content, at + RecordPoints.BOX + 4 + RecordPoints.XY * i, 1)));
        }
        return Optional.of(PackedGeometry.FACTORY.createMultiPoint(parts));
    }

    private Optional<Geometry> lines(int record, ByteBuffer content, int at, int bytes) throws BadRecord {
        RecordParts parts = RecordParts.of(content, at, bytes);
        if (parts.isEmpty()) {
            return nothingIn(record);
        }
        if (parts.count() == 1 && parts.length(0) > 1) {
            return Optional.of(PackedGeometry.FACTORY.createLineString(PackedGeometry.sequence(parts.coordinates(0))));
        }
        List<LineString> lines = new ArrayList<>();
        for (int part = 0; part < parts.count(); part++) {
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
        RecordParts parts = RecordParts.of(content, at, bytes);
        if (parts.isEmpty()) {
            return nothingIn(record);
        }
        List<double[]> all = new ArrayList<>();
        for (int part = 0; part < parts.count(); part++) {
            if (parts.length(part) > 2) {
                all.add(parts.coordinates(part));
            } else {
                rings.tooShort(record);
            }
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
}
