package org.anlan.coast;

import java.util.OptionalDouble;

/**
 * The two sums of the retention ratio under a rule set, in metres.
 *
 * @param naturalM what counts as natural: the numerator
 * @param totalM what counts at all: the denominator
 */
public record Counted(double naturalM, double totalM) {

    /** The retention ratio in percent (DOMAIN: Σ counted as natural / Σ counted in total × 100); empty where nothing is counted. */
    public OptionalDouble ratioPercent() {
        return totalM > 0 ? OptionalDouble.of(100 * naturalM / totalM) : OptionalDouble.empty();
    }

    /**
     * Margin to a target in metres: counted natural coast − target × counted coast. Positive: so many metres of natural coast may still turn into coast that
     * counts in the total only. Negative: so many metres of such coast would have to count as natural. Either way the coast as a whole stays as long as it is.
     */
    public double marginM(double targetPercent) {
        return naturalM - targetPercent / 100 * totalM;
    }
}
