package org.anlan.format.shapefile;

import java.nio.ByteBuffer;

/** The parts of a line or polygon record, whose counts fit the record (Technical Description, pp. 6-8). */
final class RecordParts {

    private static final int COUNTS = RecordPoints.BOX + 8;

    private final ByteBuffer content;
    private final int at;
    private final int count;
    private final int points;

    private RecordParts(ByteBuffer content, int at, int count, int points) {
        this.content = content;
        this.at = at;
        this.count = count;
        this.points = points;
    }

    /** The parts of the content behind the shape type. */
    static RecordParts of(ByteBuffer content, int at, int bytes) throws BadRecord {
        int parts = RecordPoints.count(content, at, bytes, RecordPoints.BOX);
        int points = RecordPoints.count(content, at, bytes, RecordPoints.BOX + 4);
        RecordPoints.requireRoom(bytes, COUNTS, parts, points);
        RecordParts result = new RecordParts(content, at + COUNTS, parts, points);
        if (!result.isEmpty()) {
            result.requireOrder();
        }
        return result;
    }

    boolean isEmpty() {
        return count == 0 || points == 0;
    }

    int count() {
        return count;
    }

    /** Points of a part. */
    int length(int part) {
        return begin(part + 1) - begin(part);
    }

    /** A part as x, y, x, y… */
    double[] coordinates(int part) throws BadRecord {
        return RecordPoints.coordinates(content, at + 4 * count + RecordPoints.XY * begin(part), length(part));
    }

    private int begin(int part) {
        return part == count ? points : content.getInt(at + 4 * part);
    }

    private void requireOrder() throws BadRecord {
        int before = 0;
        for (int part = 0; part <= count; part++) {
            int begin = begin(part);
            if (begin < before || begin > points || (part == 0 && begin != 0)) {
                throw BadRecord.because(
                        "第 %d 部分的起点序号 %d 不合理（共 %d 个点）",
                        "part %d begins at point %d, which cannot be (there are %d points)", part + 1, begin, points);
            }
            before = begin;
        }
    }
}
