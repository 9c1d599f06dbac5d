package org.anlan.coast;

/** What a stretch of coast counts as in the natural coast retention ratio. */
public enum Counts {
    /** In both sums: as natural and in the total. */
    NATURAL,
    /** In the total only. */
    TOTAL_ONLY,
    /** In neither sum. */
    EXCLUDED
}
