package org.anlan.coast;

import java.util.OptionalDouble;

/**
 * Lengths of a part of the coast, in metres, geodesic on the CGCS2000 ellipsoid.
 *
 * @param segments segments that have a stretch in this part
 * @param totalM all of it
 * @param naturalM natural coast, estuaries that are a subtype of it included
 * @param natureLikeM coast with the form and function of natural shore
 * @param estuaryM estuary coast, whether a subtype of natural coast or a class of its own
 * @param artificialM artificial coast
 * @param countedNaturalM what the rule set counts as natural: the numerator
 * @param countedTotalM what the rule set counts at all: the denominator
 */
public record Sums(
        int segments,
        double totalM,
        double naturalM,
        double natureLikeM,
        double estuaryM,
        double artificialM,
        double countedNaturalM,
        double countedTotalM) {

    /** No coast at all. */
    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

    /** The retention ratio in percent (DOMAIN: Σ counted as natural / Σ counted in total × 100); empty where nothing is counted. */
    public OptionalDouble ratioPercent() {
        return countedTotalM > 0 ? OptionalDouble.of(100 * countedNaturalM / countedTotalM) : OptionalDouble.empty();
    }

    /**
     * Margin to a target in metres: counted natural coast − target × counted coast. Positive: so many metres of natural coast may still turn into coast that
     * counts in the total only. Negative: so many metres of such coast would have to count as natural. Either way the coast as a whole stays as long as it is.
     */
    public double marginM(double targetPercent) {
        return countedNaturalM - targetPercent / 100 * countedTotalM;
    }
}
