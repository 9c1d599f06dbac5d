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

    /** The two sums that the ratio is made of. */
    public Counted counted() {
        return new Counted(countedNaturalM, countedTotalM);
    }

    /** The retention ratio in percent: {@link Counted#ratioPercent}. */
    public OptionalDouble ratioPercent() {
        return counted().ratioPercent();
    }

    /** Margin to a target in metres: {@link Counted#marginM}. */
    public double marginM(double targetPercent) {
        return counted().marginM(targetPercent);
    }
}
