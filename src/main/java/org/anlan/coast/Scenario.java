package org.anlan.coast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What might be built on the coast and what might be restored: a question to the retention ratio.
 *
 * @param name its name; may be blank while it is not kept
 * @param note anything else; may be blank
 * @param year survey year; empty = the newest
 * @param coast mainland or islands
 * @param rules the counting rule set: its id, or id@version; empty = the usual one
 * @param target the target: its id, or a number of percent; empty = the usual one for the mainland, none for islands
 * @param revision the state of all layers at this revision; empty = the current one
 * @param replacementRatio metres of natural coast that must be gained for every metre lost (占补比例)
 * @param footprints what would be built, in the order in which it is laid on the coast
 * @param restorations what would be restored, after all footprints: where both lie, the coast is restored in the end
 */
public record Scenario(
        String name,
        String note,
        Optional<Integer> year,
        Coast coast,
        Optional<String> rules,
        Optional<String> target,
        OptionalLong revision,
        double replacementRatio,
        List<Footprint> footprints,
        List<Restoration> restorations) {

    /** One metre gained for every metre lost. [cfg] */
    public static final double USUAL_REPLACEMENT_RATIO = 1;

    /** What a footprint does to the coast in it. */
    public enum Effect {
        /** The line stays where it is and becomes artificial coast. */
        ARTIFICIAL,
        /** The coast in it is gone; where the footprint's border lies outside every region of the level "city" is new artificial coast (围填海). */
        RECLAIM
    }

    /**
     * The place of a project.
     *
     * @param name its name; may be blank
     * @param effect what becomes of the coast; segments cannot be reclaimed, as they take no ground
     * @param type2 level 2 type of the artificial coast
     * @param place where it lies
     */
    public record Footprint(String name, Effect effect, String type2, SitePlace place) {}

    /**
     * The place of a restoration: artificial coast in it becomes accepted nature-like coast (整治修复).
     *
     * @param name its name; may be blank
     * @param type2 level 2 type of the nature-like coast
     * @param place where it lies
     */
    public record Restoration(String name, String type2, SitePlace place) {

        /** What restoring makes of coast where nothing is said (整治修复). */
        public static final String USUAL_TYPE2 = "restored";
    }

    /** The same question, to be answered alike for ever: with what the figure was computed from. */
    Scenario settled(ScenarioFigure figure) {
        return new Scenario(
                name,
                note,
                Optional.of(figure.surveyYear()),
                coast,
                Optional.of(figure.rules().id() + "@" + figure.rules().version()),
                figure.target().map(t -> Double.toString(t.percent())),
                OptionalLong.of(Math.max(
                        figure.revisions().coastline(), figure.revisions().regions())),
                replacementRatio,
                footprints,
                restorations);
    }
}
