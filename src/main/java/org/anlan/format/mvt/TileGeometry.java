package org.anlan.format.mvt;

/**
 * The geometry of one feature as the commands of a vector tile (specification 2.1, §4.3): a cursor in the tile's whole numbers (x right, y down) that
 * moves, draws lines and closes rings. Reused from feature to feature.
 */
public final class TileGeometry {

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final ProtoBytes commands = new ProtoBytes();
    private int x;
    private int y;

    /** Begins anew. */
    public TileGeometry clear() {
        commands.clear();
        x = 0;
        y = 0;
        return this;
    }

    /** Whether nothing was drawn. */
    public boolean isEmpty() {
        return commands.size() == 0;
    }

    /** A point. */
    public void point(int px, int py) {
        command(MOVE_TO, 1);
        step(px, py);
    }

    /**
     * A line.
     *
     * @param xy x0, y0, x1, y1, …
     * @param points how many points, at least two
     */
    public void line(int[] xy, int points) {
        path(xy, points);
    }

    /**
     * A ring. A ring whose area is positive by the surveyor's formula (clockwise on the screen, y down) begins a polygon, one with a negative area is a
     * hole in it.
     *
     * @param xy its points, the first not repeated at the end
     * @param points how many points, at least three
     */
    public void ring(int[] xy, int points) {
        path(xy, points);
        command(CLOSE_PATH, 1);
    }

    private void path(int[] xy, int points) {
        command(MOVE_TO, 1);
        step(xy[0], xy[1]);
        command(LINE_TO, points - 1);
        for (int i = 1; i < points; i++) {
            step(xy[2 * i], xy[2 * i + 1]);
        }
    }

    private void command(int id, int count) {
        commands.varint(id | (count << 3));
    }

    private void step(int toX, int toY) {
        commands.varint(zigzag(toX - x));
        commands.varint(zigzag(toY - y));
        x = toX;
        y = toY;
    }

    private static int zigzag(int value) {
        return (value << 1) ^ (value >> 31);
    }

    /** How many bytes it takes. */
    public int bytes() {
        return commands.size();
    }

    ProtoBytes commands() {
        return commands;
    }
}
