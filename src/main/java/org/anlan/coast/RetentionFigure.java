package org.anlan.coast;

import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;

/**
 * The natural-coast retention ratio of one survey, with everything it rests on. The same inputs give the same figure for ever.
 *
 * @param surveyYear the survey
 * @param coast mainland or islands
 * @param by what the rows are
 * @param rules id and version of the counting rule set
 * @param target what the ratio is held against; empty for islands, which have no target unless one is asked for
 * @param revisions the state of the layers it was computed from
 * @param source scale and source of the survey
 * @param total the whole coast
 * @param rows one per region or class that has coast, in the order of their codes
 * @param unassigned coast that no row takes: farther than the tolerance from every region, or without a class
 * @param warnings what a reader should know: coast drawn twice, types the rules do not name
 */
public record RetentionFigure(
        int surveyYear,
        Coast coast,
        By by,
        RuleSet rules,
        Optional<Target> target,
        Revisions revisions,
        SurveySource source,
        Sums total,
        List<Row> rows,
        Sums unassigned,
        List<Text> warnings) {

    /** How lengths are computed: see {@link org.anlan.geo.Geodesy}. */
    public static final String LENGTH_METHOD = "geodesic-cgcs2000";

    /**
     * A versioned table or target used.
     *
     * @param id its id
     * @param version its version
     */
    public record RuleSet(String id, int version) {}

    /**
     * A target for the ratio.
     *
     * @param percent what the ratio should be at least, percent
     * @param from the configured target it is; empty = a number that was asked for
     */
    public record Target(double percent, Optional<RuleSet> from) {}

    /**
     * The layer states used.
     *
     * @param coastline revision of the coastline
     * @param regions revision of the regions; 0 when there are none
     */
    public record Revisions(long coastline, long regions) {}

    /**
     * One row.
     *
     * @param code code of the region or class
     * @param name its name (the Chinese label of a class)
     * @param sums its coast
     */
    public record Row(String code, String name, Sums sums) {}
}
