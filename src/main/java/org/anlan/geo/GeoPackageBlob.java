package org.anlan.geo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The geometry encoding of a GeoPackage (OGC 12-128r18, clause 2.1.3): "GP", version, flags, SRS id, bounding box, then well-known binary.
 * Written little-endian with a bounding box, x = longitude or easting; two dimensions. Reuses its buffer: one per thread.
 */
public final class GeoPackageBlob {

    /** Bytes before the well-known binary in the blobs that we write. */
    public static final int HEADER = 8 + 32;

    private static final int FLAGS_LITTLE_ENDIAN_XY_BOX = 0b0000_0011;

    private final int srsId;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);

    /** Makes blobs whose coordinates are in the spatial reference system of this id ({@code gpkg_spatial_ref_sys.srs_id}). */
    public GeoPackageBlob(int srsId) {
        this.srsId = srsId;
    }

    /** The blob of a shape that is not empty. */
    public byte[] encode(Geometry geometry) {
        int size = HEADER + sizeOf(geometry);
        if (buffer.capacity() < size) {
            buffer = ByteBuffer.allocate(Math.max(size, buffer.capacity() * 2)).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear();
        Envelope box = geometry.getEnvelopeInternal();
        buffer.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) FLAGS_LITTLE_ENDIAN_XY_BOX);
        buffer.putInt(srsId);
        buffer.putDouble(box.getMinX()).putDouble(box.getMaxX());
        buffer.putDouble(box.getMinY()).putDouble(box.getMaxY());
        write(geometry);
        byte[] blob = new byte[buffer.position()];
        buffer.flip().get(blob);
        return blob;
    }

    /** The well-known binary within a blob of ours. */
    public static ByteBuffer wkb(byte[] blob) {
        return ByteBuffer.wrap(blob, HEADER, blob.length - HEADER).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bounding box within a blob of ours. */
    public static Envelope box(byte[] blob) {
        ByteBuffer header = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        return new Envelope(header.getDouble(8), header.getDouble(16), header.getDouble(24), header.getDouble(32));
    }

    private static int sizeOf(Geometry g) {
        if (g instanceof Point) {
            return 21;
        }
        if (g instanceof LineString) {
            return 9 + 16 * g.getNumPoints();
        }
        if (g instanceof Polygon p) {
            int size = 9 + 4 + 16 * p.getExteriorRing().getNumPoints();
            for (int i = 0; i < p.getNumInteriorRing(); i++) {
                size += 4 + 16 * p.getInteriorRingN(i).getNumPoints();
            }
            return size;
        }
        int size = 9;
        for (int i = 0; i < g.getNumGeometries(); i++) {
            size += sizeOf(g.getGeometryN(i));
        }
        return size;
    }

    private void write(Geometry g) {
        if (g instanceof Point p) {
            start(1);
            buffer.putDouble(p.getX()).putDouble(p.getY());
        } else if (g instanceof LineString line) {
            start(2);
            write(line.getCoordinateSequence());
        } else if (g instanceof Polygon p) {
            start(3);
            buffer.putInt(1 + p.getNumInteriorRing());
            write(p.getExteriorRing().getCoordinateSequence());
            for (int i = 0; i < p.getNumInteriorRing(); i++) {
                write(p.getInteriorRingN(i).getCoordinateSequence());
            }
        } else if (g instanceof GeometryCollection parts) {
            start(g instanceof MultiPoint ? 4 : g instanceof MultiLineString ? 5 : g instanceof MultiPolygon ? 6 : 7);
            buffer.putInt(parts.getNumGeometries());
            for (int i = 0; i < parts.getNumGeometries(); i++) {
                write(parts.getGeometryN(i));
            }
        } else {
            throw new IllegalArgumentException("no well-known binary for " + g.getGeometryType());
        }
    }

    private void start(int type) {
        buffer.put((byte) 1).putInt(type);
    }

    private void write(CoordinateSequence points) {
        buffer.putInt(points.size());
        for (int i = 0; i < points.size(); i++) {
            buffer.putDouble(points.getX(i)).putDouble(points.getY(i));
        }
    }
}
