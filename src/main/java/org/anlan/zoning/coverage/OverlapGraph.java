package org.anlan.zoning.coverage;

import java.util.ArrayList;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.geo.AreaIndex;
import org.locationtech.jts.geom.Geometry;

/** Which areas overlap: their insides meet; a border in common is no overlap. */
public final class OverlapGraph {

    /** More than any two layers that people work with have; each is overlaid. */
    private static final int MOST_PAIRS = 100_000;

    /** For each area the higher numbers of those that overlap it, rising. */
    private final List<List<Integer>> higher = new ArrayList<>();

    private final AreaIndex index;

    /**
     * Compares areas (degrees, valid), which are numbered in their order from 0.
     *
     * @throws Refusal {@code too-many-overlaps} beyond a hundred thousand pairs
     */
    public OverlapGraph(List<Geometry> areas) {
        this.index = new AreaIndex(areas);
        int pairs = 0;
        for (int i = 0; i < areas.size(); i++) {
            int number = i;
            List<Integer> over = index.meeting(areas.get(i), 0).stream()
                    .filter(other -> other > number)
                    .toList();
            higher.add(over);
            pairs += over.size();
            if (pairs > MOST_PAIRS) {
                throw Refusal.unprocessable(
                        "too-many-overlaps",
                        "面要素大量重叠（超过 %d 处），无法处理",
                        "Areas lie on each other in more than %d places; this cannot be worked through",
                        MOST_PAIRS);
            }
        }
    }

    /** The numbers of the areas that overlap an area and come after it, rising. */
    public List<Integer> over(int number) {
        return higher.get(number);
    }

    /** The numbers of the areas whose insides a shape meets, rising. */
    public List<Integer> meeting(Geometry shape) {
        return index.meeting(shape, 0);
    }
}
