package org.anlan.zoning;

import java.util.List;
import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.base.Text;
import org.anlan.store.Revision;
import org.locationtech.jts.geom.Geometry;

/**
 * What an adjustment of ranges (范围调整, plan §4.5.1) did: one polygon layer in two states, feature by feature and dissolved.
 *
 * @param layer id of the layer
 * @param title its name
 * @param from the revision before
 * @param to the revision after
 * @param before all features before
 * @param after all features after
 * @param changes the features whose range changed, in the order of their ids
 * @param unchanged how many features lie where they lay
 * @param fellOut ground that some feature covered and none covers any more
 * @param cameIn ground that no feature covered and one covers now
 * @param edgeErrorM2 no area that was cut is off by more than this because edges are cut as drawn and measured as geodesics
 */
public record AdjustmentFigure(
        String layer,
        Text title,
        Revision from,
        Revision to,
        Extent before,
        Extent after,
        List<Change> changes,
        long unchanged,
        Ground fellOut,
        Ground cameIn,
        double edgeErrorM2) {

    /** What became of a feature. */
    public enum Kind {
        /** It was not there before. */
        ADDED,
        /** It is not there any more. */
        REMOVED,
        /** Its range is another. */
        CHANGED;

        /** The word for it: lower case. */
        public String word() {
            return EnumWord.of(this);
        }
    }

    /**
     * How much the features cover.
     *
     * @param features how many there are
     * @param sumM2 their areas added up
     * @param unionM2 the ground they cover, each place once
     */
    public record Extent(int features, double sumM2, double unionM2) {}

    /**
     * A piece of ground.
     *
     * @param areaM2 its area
     * @param shape where it lies, CGCS2000 degrees; empty when there is none
     */
    public record Ground(double areaM2, Optional<Geometry> shape) {}

    /**
     * What became of one feature.
     *
     * @param kind what became of it
     * @param id its id
     * @param name its name
     * @param beforeM2 its area before; 0 when it was not there
     * @param afterM2 its area after; 0 when it is not there any more
     * @param fellOut what it covered and does not any more
     * @param cameIn what it covers and did not
     */
    public record Change(
            Kind kind, String id, String name, double beforeM2, double afterM2, Ground fellOut, Ground cameIn) {}
}
