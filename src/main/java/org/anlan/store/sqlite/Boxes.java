package org.anlan.store.sqlite;

import java.util.Arrays;

/** Boxes with a number each, 24 bytes a box, as an R*Tree holds them: 32-bit numbers, rounded outward. */
final class Boxes {

    private long[] ids = new long[1024];
    private float[] sides = new float[4 * 1024];
    private int size;

    void add(long id, float minX, float maxX, float minY, float maxY) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            sides = Arrays.copyOf(sides, 8 * size);
        }
        ids[size] = id;
        sides[4 * size] = minX;
        sides[4 * size + 1] = maxX;
        sides[4 * size + 2] = minY;
        sides[4 * size + 3] = maxY;
        size++;
    }

    int size() {
        return size;
    }

    long id(int box) {
        return ids[box];
    }

    float minX(int box) {
        return sides[4 * box];
    }

    float maxX(int box) {
        return sides[4 * box + 1];
    }

    float minY(int box) {
        return sides[4 * box + 2];
    }

    float maxY(int box) {
        return sides[4 * box + 3];
    }
}
