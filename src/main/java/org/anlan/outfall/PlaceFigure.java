package org.anlan.outfall;

import java.util.List;
import java.util.Map;

/**
 * What the checks of outfalls by place found.
 *
 * @param outfalls how many outfalls were looked at
 * @param counts how many outfalls each check found something about
 * @param places those outfalls
 * @param revisions what it rests on, by layer; 0 = never handed in
 */
public record PlaceFigure(int outfalls, List<Count> counts, List<OutfallPlace> places, Map<String, Long> revisions) {

    /**
     * How many outfalls a check found something about.
     *
     * @param check the check as the catalogue calls it
     * @param outfalls how many
     * @param byKind the same by kind ("sea", "river")
     * @param onBorder how many more lie in such an area by their bare coordinates, but no deeper than the check asks for
     * @param onBorderByKind the same by kind
     */
    public record Count(
            String check,
            int outfalls,
            Map<String, Integer> byKind,
            int onBorder,
            Map<String, Integer> onBorderByKind) {}
}
