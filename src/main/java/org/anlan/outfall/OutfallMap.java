package org.anlan.outfall;

import java.util.List;
import java.util.Map;

/**
 * Outfalls within a rectangle as a map shows them: one by one, or in clusters where they are many.
 *
 * @param matching how many there are within it
 * @param outfalls the outfalls, by code; empty where they are in clusters
 * @param clusters the clusters, from the south-west to the north-east; empty where the outfalls stand for themselves
 * @param revisions what it rests on, by layer
 */
public record OutfallMap(
        int matching, List<OutfallList.Line> outfalls, List<Cluster> clusters, Map<String, Long> revisions) {

    /** The most outfalls that stand for themselves: more are in clusters. */
    public static final int MOST_ALONE = 500;

    /**
     * Outfalls that lie close together.
     *
     * @param lon their middle: longitude in degrees, CGCS2000
     * @param lat latitude in degrees
     * @param bbox what they lie in: west, south, east, north
     * @param outfalls how many they are
     * @param exceeding of how many the newest reading is above a limit
     * @param overdue how many are past their deadline
     * @param states how many are in each state, by the work; states that none is in are left out
     */
    public record Cluster(
            double lon,
            double lat,
            List<Double> bbox,
            int outfalls,
            int exceeding,
            int overdue,
            Map<String, Integer> states) {}
}
