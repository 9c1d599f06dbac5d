package org.anlan.tiles;

import java.util.Arrays;

/** Points x0, y0, x1, y1, … that can grow; reused. */
final class Points {

    double[] xy = new double[256];
    int count;

    void clear() {
        count = 0;
    }

    void add(double x, double y) {
        if (2 * count == xy.length) {
            xy = Arrays.copyOf(xy, 2 * xy.length);
        }
        xy[2 * count] = x;
        xy[2 * count + 1] = y;
        count++;
    }

    double x(int i) {
        return xy[2 * i];
    }

    double y(int i) {
        return xy[2 * i + 1];
    }
}
