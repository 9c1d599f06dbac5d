package org.anlan.geo;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Orders places along a Hilbert curve, so that neighbours in the order are neighbours on the map. */
public final class HilbertOrder {

    private static final int SIDE = 1 << 15;

    private HilbertOrder() {}

    /** The indices 0 … n−1 in the order of the curve over the extent of all places. */
    public static int[] of(int n, IntToDoubleFunction x, IntToDoubleFunction y) {
        double[] rangeX = range(n, x);
        double[] rangeY = range(n, y);
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = ((long) key(cell(x.applyAsDouble(i), rangeX), cell(y.applyAsDouble(i), rangeY)) << 32) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    private static double[] range(int n, IntToDoubleFunction value) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            min = Math.min(min, value.applyAsDouble(i));
            max = Math.max(max, value.applyAsDouble(i));
        }
        return new double[] {min, max > min ? (SIDE - 1) / (max - min) : 0};
    }

    private static int cell(double value, double[] range) {
        return (int) ((value - range[0]) * range[1]);
    }

    /** Distance along the curve of a cell (the classic rotation scheme). */
    private static int key(int cellX, int cellY) {
        int x = cellX;
        int y = cellY;
        int key = 0;
        for (int s = SIDE / 2; s > 0; s /= 2) {
            int rx = (x & s) > 0 ? 1 : 0;
            int ry = (y & s) > 0 ? 1 : 0;
            key += s * s * ((3 * rx) ^ ry);
            if (ry == 0) {
                int turnedX = rx == 1 ? SIDE - 1 - y : y;
                y = rx == 1 ? SIDE - 1 - x : x;
                x = turnedX;
            }
        }
        return key;
    }
}
