package org.anlan.coast;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * What a scenario would do to the retention ratio.
 *
 * @param surveyYear the survey
 * @param coast mainland or islands
 * @param rules the counting rule set
 * @param target what the ratio is held against
 * @param revisions the state of the layers it was computed from
 * @param before the whole coast as it is
 * @param after the whole coast as it would be; a segment of which a part changes counts as two
 * @param places by city, town and bay, where there are such regions
 * @param built what the footprints do, type by type
 * @param restored what the restorations do after that
 * @param replacement whether what is lost is replaced
 * @param sites each footprint, then each restoration
 * @param warnings what a reader should know: sites that meet no coast, coast drawn twice
 */
public record ScenarioFigure(
        int surveyYear,
        Coast coast,
        RetentionFigure.RuleSet rules,
        Optional<RetentionFigure.Target> target,
        RetentionFigure.Revisions revisions,
        Sums before,
        Sums after,
        List<Places> places,
        ChangeFigure.Sums built,
        ChangeFigure.Sums restored,
        Replacement replacement,
        List<Site> sites,
        List<Text> warnings) {

    /**
     * The coast by the regions of a level.
     *
     * @param by city, town or bay
     * @param rows one per region that has coast, in the order of their codes; what no region takes is last, with a blank code
     */
    public record Places(By by, List<Row> rows) {}

    /**
     * The coast of a region.
     *
     * @param code its code; blank = no region takes it
     * @param name its name; blank with the code
     * @param before as it is
     * @param after as it would be
     */
    public record Row(String code, String name, Sums before, Sums after) {}

    /**
     * The balance of natural coast lost and gained (占补平衡).
     *
     * @param ratio metres that must be gained for every metre lost
     * @param lostM metres that footprints take from what counts as natural
     * @param requiredM metres that must be gained for it
     * @param gainedM metres that restorations add to what counts as natural
     */
    public record Replacement(double ratio, double lostM, double requiredM, double gainedM) {

        /** Whether enough is gained, to a micrometre. */
        public boolean met() {
            return gainedM >= requiredM - 1e-6;
        }
    }

    /**
     * What one site does, after those before it.
     *
     * @param name its name
     * @param what {@code artificial}, {@code reclaim} or {@code restoration}
     * @param coastM coast in it
     * @param changedM coast that it changes
     * @param naturalM what it takes from natural coast, or adds to it where it is a restoration
     */
    public record Site(String name, String what, double coastM, double changedM, double naturalM) {}
}
