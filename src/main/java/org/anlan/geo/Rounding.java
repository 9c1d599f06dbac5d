package org.anlan.geo;

/** Rounds to 32-bit numbers, as spatial indexes keep the sides of a box, so that the box never gets smaller. */
public final class Rounding {

    private Rounding() {}

    /** The largest 32-bit number that is not above the value. */
    public static float down(double value) {
        float near = (float) value;
        return near > value ? Math.nextDown(near) : near;
    }

    /** The smallest 32-bit number that is not below the value. */
    public static float up(double value) {
        float near = (float) value;
        return near < value ? Math.nextUp(near) : near;
    }
}
