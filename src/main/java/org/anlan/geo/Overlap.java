package org.anlan.geo;

import org.anlan.base.Finding.Place;

/**
 * A stretch that two features of one layer both draw.
 *
 * @param kept number of the feature that came first
 * @param repeated number of the feature that draws it again
 * @param fromM where the stretch starts, metres from the start of the repeated feature
 * @param toM where it ends, metres from the start of the repeated feature
 * @param place the middle of the first edge concerned
 */
public record Overlap(int kept, int repeated, double fromM, double toM, Place place) {

    /** Length of the stretch in metres. */
    public double lengthM() {
        return toM - fromM;
    }
}
