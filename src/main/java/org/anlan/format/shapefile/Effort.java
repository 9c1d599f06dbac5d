package org.anlan.format.shapefile;

import java.util.List;

/** How much work the rings of one record may cause; only a record made to waste time comes near it. */
final class Effort {

    private static final int PER_RING = 1_000;
    private static final int PER_POINT = 50;

    private long left;

    Effort(List<Ring> rings) {
        left = (long) PER_RING * rings.size();
        for (Ring ring : rings) {
            left += (long) PER_POINT * ring.points();
        }
    }

    long left() {
        return left;
    }

    void spend(int work) throws BadRecord {
        left -= work;
        if (left <= 0) {
            throw BadRecord.because(
                    "面中互相套叠的环过多，无法判断内外", "too many rings of the polygon lie in each other to tell shells from holes");
        }
    }
}
