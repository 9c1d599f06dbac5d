package org.anlan.tiles;

import java.util.function.Consumer;

/** Cuts lines and rings at the edges of a square that is a little larger than the tile. */
final class Clip {

    private final double least;
    private final double most;
    private final Points part = new Points();
    private Points ring = new Points();
    private Points cut = new Points();

    Clip(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** Gives each part of a line that lies within (Liang and Barsky 1984). */
    void line(Points points, Consumer<Points> within) {
        part.clear();
        for (int i = 1; i < points.count; i++) {
            segment(points.x(i - 1), points.y(i - 1), points.x(i), points.y(i), within);
        }
        give(within);
    }

    private void segment(double x0, double y0, double x1, double y1, Consumer<Points> within) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] range = {0, 1};
        boolean meets = limit(-dx, x0 - least, range)
                && limit(dx, most - x0, range)
                && limit(-dy, y0 - least, range)
                && limit(dy, most - y0, range);
        if (!meets) {
            give(within);
            return;
        }
        if (part.count == 0 || range[0] > 0) {
            give(within);
            part.add(x0 + range[0] * dx, y0 + range[0] * dy);
        }
        part.add(range[1] == 1 ? x1 : x0 + range[1] * dx, range[1] == 1 ? y1 : y0 + range[1] * dy);
        if (range[1] < 1) {
            give(within);
        }
    }

    private static boolean limit(double step, double room, double[] range) {
        if (step == 0) {
            return room >= 0;
        }
        double at = room / step;
        if (step < 0) {
            range[0] = Math.max(range[0], at);
        } else {
            range[1] = Math.min(range[1], at);
        }
        return range[0] <= range[1];
    }

    private void give(Consumer<Points> within) {
        if (part.count > 1) {
            within.accept(part);
        }
        part.clear();
    }

    /** What of a ring lies within, its first point not repeated (Sutherland and Hodgman 1974): edges along the square's border may double back. */
    Points ring(Points points) {
        ring.clear();
        for (int i = 0; i < points.count; i++) {
            ring.add(points.x(i), points.y(i));
        }
        side(0, least, 1);
        side(0, most, -1);
        side(1, least, 1);
        side(1, most, -1);
        return ring;
    }

    private void side(int axis, double border, int sign) {
        cut.clear();
        for (int i = 0; i < ring.count; i++) {
            int before = i == 0 ? ring.count - 1 : i - 1;
            double from = (ring.xy[2 * before + axis] - border) * sign;
            double to = (ring.xy[2 * i + axis] - border) * sign;
            if ((from >= 0) != (to >= 0)) {
                double part = from / (from - to);
                double x = ring.x(before) + part * (ring.x(i) - ring.x(before));
                double y = ring.y(before) + part * (ring.y(i) - ring.y(before));
                cut.add(axis == 0 ? border : x, axis == 1 ? border : y);
            }
            if (to >= 0) {
                cut.add(ring.x(i), ring.y(i));
            }
        }
        Points swap = ring;
        ring = cut;
        cut = swap;
    }
}
