package org.anlan.outfall;

import java.util.Map;

/**
 * How often each outfall was sampled, and how often a limit was exceeded.
 *
 * @param byOutfall the counts by code of the outfall; one without samples is not there
 * @param revisions what they rest on, by layer; 0 = none were handed in
 */
public record ReadingCounts(Map<String, Count> byOutfall, Map<String, Long> revisions) {

    private static final Count NONE = new Count(0, 0);

    /**
     * The counts of one outfall.
     *
     * @param samples samples
     * @param exceedances values above their limits
     */
    public record Count(int samples, int exceedances) {}

    /** The counts of an outfall. */
    public Count of(String outfall) {
        return byOutfall.getOrDefault(outfall, NONE);
    }
}
