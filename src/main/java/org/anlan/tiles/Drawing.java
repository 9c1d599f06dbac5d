package org.anlan.tiles;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.anlan.format.mvt.TileGeometry;
import org.anlan.format.mvt.TileLayer;

/** Draws shapes into a tile: thinned, cut at the tile's margin, in whole numbers. Well-known binary goes in without becoming objects. */
final class Drawing {

    /** How far beyond the tile shapes are drawn, so that wide lines do not end at its edge. */
    static final int MARGIN = 128;

    private final Square square;
    private final Detail detail;
    private final Points points = new Points();
    private final Thinning thinning = new Thinning();
    private final Clip clip = new Clip(-MARGIN, TileLayer.EXTENT + MARGIN);
    private int[] whole = new int[512];
    private double measure;

    Drawing(Square square, Detail detail) {
        this.square = square;
        this.detail = detail;
    }

    /** Whether a type of well-known binary is a point (0), a line (1) or an area (2) or several of them; −1 for a mixed collection. */
    static int dimension(ByteBuffer wkb) {
        return switch (wkb.getInt(wkb.position() + 1)) {
            case 1, 4 -> 0;
            case 2, 5 -> 1;
            case 3, 6 -> 2;
            default -> -1;
        };
    }

    /** Length or area of what was drawn last, in the tile's numbers: what is larger is kept longer where room is short. */
    double measure() {
        return measure;
    }

    /** Gives each point within the tile. */
    void points(ByteBuffer wkb, BiConsumer<Integer, Integer> found) {
        each(wkb, 1, part -> {
            square.read(part, 1, points);
            int x = (int) Math.round(points.x(0));
            int y = (int) Math.round(points.y(0));
            if (x >= 0 && y >= 0 && x < TileLayer.EXTENT && y < TileLayer.EXTENT) {
                found.accept(x, y);
            }
        });
    }

    /** Draws lines. */
    void lines(ByteBuffer wkb, TileGeometry into) {
        measure = 0;
        lines(wkb, (xy, count) -> into.line(xy, count));
    }

    /** Gives each line within the tile; the array is reused. */
    void lines(ByteBuffer wkb, BiConsumer<int[], Integer> found) {
        each(wkb, 2, part -> {
            square.read(part, part.getInt(), points);
            thin();
            clip.line(points, within -> {
                int count = whole(within, false);
                if (count > 1) {
                    measure += length(count);
                    found.accept(whole, count);
                }
            });
        });
    }

    /** Thins a joined line in whole numbers. */
    int[] thinned(int[] xy) {
        points.clear();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(xy[i], xy[i + 1]);
        }
        thin();
        int count = whole(points, false);
        return Arrays.copyOf(whole, 2 * count);
    }

    /** Draws areas with their holes; what is smaller than a quarter of a pixel is left out. */
    void areas(ByteBuffer wkb, TileGeometry into) {
        measure = 0;
        each(wkb, 3, part -> {
            int rings = part.getInt();
            boolean there = true;
            for (int i = 0; i < rings; i++) {
                square.read(part, part.getInt(), points);
                if (there) {
                    boolean drawn = ring(into, i == 0);
                    there = i > 0 || drawn;
                }
            }
        });
    }

    private boolean ring(TileGeometry into, boolean outer) {
        thin();
        points.count--; // the last point is the first one again
        int count = whole(clip.ring(points), true);
        if (count < 3) {
            return false;
        }
        long twice = twiceArea(count);
        if (Math.abs(twice) < (detail.tolerance() > 0 ? 32 : 1)) {
            return false;
        }
        if ((twice > 0) != outer) {
            turn(count);
        }
        measure += outer ? Math.abs(twice) / 2.0 : 0;
        into.ring(whole, count);
        return true;
    }

    private void thin() {
        if (detail.tolerance() > 0) {
            thinning.thin(points, detail.tolerance());
        }
    }

    private interface Part {
        void take(ByteBuffer wkb);
    }

    /** Goes through the parts of one kind; the buffer stands behind the part's type. */
    private static void each(ByteBuffer wkb, int type, Part take) {
        wkb.get();
        int own = wkb.getInt();
        if (own == type) {
            take.take(wkb);
        } else {
            for (int left = wkb.getInt(); left > 0; left--) {
                each(wkb, type, take);
            }
        }
    }

    /** Points in whole numbers, without those that fall on the one before. */
    private int whole(Points from, boolean closed) {
        if (whole.length < 2 * from.count) {
            whole = new int[4 * from.count];
        }
        int count = 0;
        for (int i = 0; i < from.count; i++) {
            int x = (int) Math.round(from.x(i));
            int y = (int) Math.round(from.y(i));
            if (count == 0 || x != whole[2 * count - 2] || y != whole[2 * count - 1]) {
                whole[2 * count] = x;
                whole[2 * count + 1] = y;
                count++;
            }
        }
        boolean ends = closed && count > 1 && whole[0] == whole[2 * count - 2] && whole[1] == whole[2 * count - 1];
        return ends ? count - 1 : count;
    }

    private double length(int count) {
        double length = 0;
        for (int i = 1; i < count; i++) {
            length += Math.hypot(whole[2 * i] - whole[2 * i - 2], whole[2 * i + 1] - whole[2 * i - 1]);
        }
        return length;
    }

    /** By the surveyor's formula: positive where the ring runs clockwise on the screen. */
    private long twiceArea(int count) {
        long twice = 0;
        for (int i = 0; i < count; i++) {
            int next = i + 1 == count ? 0 : i + 1;
            twice += (long) whole[2 * i] * whole[2 * next + 1] - (long) whole[2 * next] * whole[2 * i + 1];
        }
        return twice;
    }

    private void turn(int count) {
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            int x = whole[2 * i];
            int y = whole[2 * i + 1];
            whole[2 * i] = whole[2 * j];
            whole[2 * i + 1] = whole[2 * j + 1];
            whole[2 * j] = x;
            whole[2 * j + 1] = y;
        }
    }
}
