package org.anlan.report.picture;

import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * Lines that look the same as one path, on a raster of half pixels: a step that another line took already is left out, so that the path does not grow with the
 * number of lines but with the ink on the drawing.
 */
final class SvgLines {

    private static final double CELLS_PER_PIXEL = 2;
    private static final int CELL_BITS = 16;
    /** Beyond the edges of a drawing nothing is seen; as far out, cells end. */
    private static final double FARTHEST = 8_000;

    private final double left;
    private final double top;
    private final double pixelsEast;
    private final double pixelsNorth;
    private final Set<Long> steps = new HashSet<>();
    private final StringBuilder path = new StringBuilder();

    SvgLines(Frame frame) {
        this.left = frame.x(0);
        this.top = frame.y(0);
        this.pixelsEast = frame.x(1) - left;
        this.pixelsNorth = frame.y(1) - top;
    }

    /** The path data so far. */
    String path() {
        return path.toString();
    }

    /** Adds a line or several. */
    void add(Geometry shape) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
                Walk walk = new Walk();
                line.apply(walk);
                walk.end();
            }
        }
    }

    /** One line from its first vertex to its last. */
    private final class Walk implements CoordinateFilter {

        private int lastX;
        private int lastY;
        private boolean begun;
        private boolean stepped;
        private boolean penDown;

        @Override
        public void filter(Coordinate at) {
            int x = cell(left + at.x * pixelsEast);
            int y = cell(top + at.y * pixelsNorth);
            if (begun && (x != lastX || y != lastY)) {
                step(x, y);
            }
            begun = true;
            lastX = x;
            lastY = y;
        }

        private void step(int x, int y) {
            stepped = true;
            boolean fresh = fresh(lastX, lastY, x, y);
            if (fresh) {
                if (!penDown) {
                    moveTo(lastX, lastY);
                }
                path.append('l').append(text(x - lastX)).append(' ').append(text(y - lastY));
            }
            penDown = fresh;
        }

        /** A line within one cell is a dot there. */
        private void end() {
            if (!stepped && fresh(lastX, lastY, lastX, lastY)) {
                moveTo(lastX, lastY);
                path.append("h.5");
            }
        }
    }

    private boolean fresh(int fromX, int fromY, int toX, int toY) {
        long from = (long) fromX << CELL_BITS | fromY;
        long to = (long) toX << CELL_BITS | toY;
        return steps.add(Math.min(from, to) << (2 * CELL_BITS) | Math.max(from, to));
    }

    private static int cell(double pixels) {
        double within = Math.max(-FARTHEST, Math.min(FARTHEST, pixels));
        return (int) Math.round((within + FARTHEST) * CELLS_PER_PIXEL);
    }

    private void moveTo(int x, int y) {
        int origin = (int) (FARTHEST * CELLS_PER_PIXEL);
        path.append('M').append(text(x - origin)).append(' ').append(text(y - origin));
    }

    /** So many cells in pixels. */
    private static String text(int cells) {
        String pixels = Double.toString(cells / CELLS_PER_PIXEL);
        return pixels.endsWith(".0") ? pixels.substring(0, pixels.length() - 2) : pixels;
    }
}
