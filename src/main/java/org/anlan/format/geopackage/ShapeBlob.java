package org.anlan.format.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.format.FindingList;
import org.locationtech.jts.geom.Geometry;

/** Reads the geometry encoding of a GeoPackage (OGC 12-128r18, clause 2.1.3): a header, then well-known binary. */
final class ShapeBlob {

    private static final int FIXED = 8;
    private static final int[] BOX_BYTES = {0, 32, 48, 48, 64};
    private static final int LITTLE_ENDIAN = 1;
    private static final int EMPTY = 1 << 4;
    private static final int EXTENDED = 1 << 5;

    private final FindingList findings;

    ShapeBlob(FindingList findings) {
        this.findings = findings;
    }

    /** The shape in the blob of a record (from 1); empty for one without points. */
    Optional<Geometry> decode(int record, byte[] blob) throws BadShape {
        if (blob.length < FIXED || blob[0] != 'G' || blob[1] != 'P') {
            throw BadShape.because("图形字段中的内容不是 GeoPackage 图形", "the geometry column holds no GeoPackage geometry");
        }
        int flags = blob[3];
        int box = flags >> 1 & 7;
        if ((flags & EXTENDED) != 0) {
            throw BadShape.unread(
                    "gpkg.geometry-kind",
                    "图形为厂商扩展类型，无法读取；请转换为标准图形",
                    "the geometry is of a vendor's own kind and is not read; convert it to a standard one");
        }
        if (box >= BOX_BYTES.length || FIXED + BOX_BYTES[box] > blob.length) {
            throw BadShape.because("图形头部损坏", "the header of the geometry is damaged");
        }
        if ((flags & EMPTY) != 0) {
            return nothingIn(record);
        }
        ByteBuffer content = ByteBuffer.wrap(blob)
                .order((flags & LITTLE_ENDIAN) != 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        content.position(FIXED + BOX_BYTES[box]);
        Geometry shape = new WellKnownBinary(record, content, findings).geometry();
        return shape.isEmpty() ? nothingIn(record) : Optional.of(shape);
    }

    private Optional<Geometry> nothingIn(int record) {
        findings.tally(
                "gpkg.empty-shape",
                Severity.WARNING,
                record,
                new Text("图形中没有点，已按空图形读取", "the shape has no points and was read as a null shape"));
        return Optional.empty();
    }
}
