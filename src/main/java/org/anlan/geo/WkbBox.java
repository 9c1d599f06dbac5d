package org.anlan.geo;

import java.nio.ByteBuffer;

/** Finds the bounding box of a shape in little-endian, 2-D well-known binary (OGC 06-103r4 §8) without making the shape. Reused; not thread-safe. */
public final class WkbBox {

    private double minX;
    private double minY;
    private double maxX;
    private double maxY;

    /** Looks at a shape, from the buffer's position on. */
    public WkbBox of(ByteBuffer wkb) {
        minX = Double.POSITIVE_INFINITY;
        minY = Double.POSITIVE_INFINITY;
        maxX = Double.NEGATIVE_INFINITY;
        maxY = Double.NEGATIVE_INFINITY;
        shape(wkb, wkb.position());
        return this;
    }

    private int shape(ByteBuffer wkb, int at) {
        int type = wkb.getInt(at + 1);
        int inside = at + 5;
        return switch (type) {
            case 1 -> points(wkb, inside, 1);
            case 2 -> points(wkb, inside + 4, wkb.getInt(inside));
            case 3 -> rings(wkb, inside);
            case 4, 5, 6, 7 -> parts(wkb, inside);
            default -> throw new IllegalArgumentException("no shape has well-known binary type " + type);
        };
    }

    private int rings(ByteBuffer wkb, int from) {
        int at = from + 4;
        for (int left = wkb.getInt(from); left > 0; left--) {
            at = points(wkb, at + 4, wkb.getInt(at));
        }
        return at;
    }

    private int parts(ByteBuffer wkb, int from) {
        int at = from + 4;
        for (int left = wkb.getInt(from); left > 0; left--) {
            at = shape(wkb, at);
        }
        return at;
    }

    private int points(ByteBuffer wkb, int from, int count) {
        int end = from + 16 * count;
        for (int at = from; at < end; at += 16) {
            double x = wkb.getDouble(at);
            double y = wkb.getDouble(at + 8);
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
        }
        return end;
    }

    /** Smallest x. */
    public double minX() {
        return minX;
    }

    /** Smallest y. */
    public double minY() {
        return minY;
    }

    /** Largest x. */
    public double maxX() {
        return maxX;
    }

    /** Largest y. */
    public double maxY() {
        return maxY;
    }
}
