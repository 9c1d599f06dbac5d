package org.anlan.coast;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * How the mainland coast changed from one survey to another: metres from type to type, by place, with everything the figure rests on. What both surveys have
 * is measured along the older line; what only the newer one has, along that.
 *
 * @param fromYear the older survey
 * @param toYear the newer survey
 * @param by what the rows are: city, town or bay
 * @param rules the counting rule set, which says what is natural
 * @param revisions the state of the layers it was computed from
 * @param toleranceM how far the line may have moved and still be the same coast, metres
 * @param total the whole mainland coast
 * @param rows one per region that has coast, in the order of their codes
 * @param unassigned coast that no region takes
 * @param reaches where the type changed, where coast is gone, where there is new coast
 * @param warnings what a reader should know: coast drawn twice, surveys of different or unknown scale
 */
public record ChangeFigure(
        int fromYear,
        int toYear,
        By by,
        RetentionFigure.RuleSet rules,
        RetentionFigure.Revisions revisions,
        double toleranceM,
        Sums total,
        List<Row> rows,
        Sums unassigned,
        List<Reach> reaches,
        List<Text> warnings) {

    /**
     * A type of coast.
     *
     * @param type1 code of level 1 ("natural"); blank when it has none
     * @param type2 code of level 2 ("sandy"); blank when it has none
     */
    public record Type(String type1, String type2) {}

    /**
     * Metres that went from one type to another, or stayed.
     *
     * @param from the older survey's type; empty = there was no coast: it is new
     * @param to the newer survey's type; empty = there is no coast any more: it is gone
     * @param lengthM metres
     */
    public record Cell(Optional<Type> from, Optional<Type> to, double lengthM) {

        /** Whether anything changed. */
        public boolean changed() {
            return !from.equals(to);
        }
    }

    /**
     * The matrix of some coast, and what follows from it.
     *
     * @param cells the matrix, without empty cells; unchanged coast is on its diagonal
     * @param changedM metres off the diagonal
     * @param naturalLostM metres that counted as natural and count so no more, gone coast included
     * @param naturalGainedM metres that count as natural and did not before, new coast included
     * @param goneM metres of the older survey that the newer one has no coast for
     * @param newM metres of the newer survey that the older one had no coast for
     */
    public record Sums(
            List<Cell> cells, double changedM, double naturalLostM, double naturalGainedM, double goneM, double newM) {}

    /**
     * One row.
     *
     * @param code code of the region
     * @param name its name
     * @param sums its coast
     */
    public record Row(String code, String name, Sums sums) {}

    /**
     * A stretch that changed.
     *
     * @param segment id of the segment it is part of: of the older survey, of the newer one where the coast is new
     * @param from the older survey's type; empty where the coast is new
     * @param to the newer survey's type; empty where it is gone
     * @param region code of its region; blank when none takes it
     * @param lengthM its length
     * @param line where it lies, CGCS2000 degrees
     */
    public record Reach(
            String segment, Optional<Type> from, Optional<Type> to, String region, double lengthM, Geometry line) {}
}
