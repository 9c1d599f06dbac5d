package org.anlan.format.shapefile;

import java.nio.ByteBuffer;

/** Reads counts and coordinates of a record, each checked before it is used. */
final class RecordPoints {

    /** Bytes of a point. */
    static final int XY = 16;
    /** Bytes of the bounding box before the counts. */
    static final int BOX = 32;

    private RecordPoints() {}

    /** A count at an offset of the content. */
    static int count(ByteBuffer content, int at, int bytes, int offset) throws BadRecord {
        if (bytes < offset + Integer.BYTES) {
            throw BadRecord.because("记录内容只有 %d 字节，容不下点数", "the record holds %d bytes, too few for its counts", bytes);
        }
        return content.getInt(at + offset);
    }

    /** Fails unless so many parts and points have room behind the fixed bytes. */
    static void requireRoom(int bytes, long fixed, int parts, int points) throws BadRecord {
        if (parts < 0 || points < 0 || fixed + 4L * parts + (long) XY * points > bytes) {
            throw BadRecord.because(
                    "记录声明有 %d 个部分、%d 个点，但内容只有 %d 字节，容不下这么多",
                    "the record claims %d parts and %d points but holds only %d bytes", parts, points, bytes);
        }
    }

    /** So many points as x, y, x, y…; all finite. */
    static double[] coordinates(ByteBuffer content, int at, int points) throws BadRecord {
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
}
