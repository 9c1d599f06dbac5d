package org.anlan.coast;

import java.util.List;
import org.anlan.base.Text;

/**
 * What the ratio of a whole coast would be under other counting rules, and if it had been surveyed at a coarser scale.
 *
 * @param surveyYear the survey
 * @param coast mainland or islands
 * @param coastlineRevision revision of the coastline
 * @param rules one per counting rule set
 * @param scaleRules the rule set under which the scales are compared
 * @param scales the coast as surveyed, then simplified; of rising tolerance
 * @param warnings what a reader should know: coast drawn twice
 */
public record SensitivityFigure(
        int surveyYear,
        Coast coast,
        long coastlineRevision,
        List<ByRules> rules,
        RetentionFigure.RuleSet scaleRules,
        List<ByScale> scales,
        List<Text> warnings) {

    /** How the line is simplified: see {@link org.anlan.geo.Simplification}. */
    public static final String SIMPLIFICATION_METHOD = "douglas-peucker-1973";

    /**
     * The coast under a rule set.
     *
     * @param rules the rule set
     * @param title its name for people
     * @param sums the coast
     */
    public record ByRules(RetentionFigure.RuleSet rules, Text title, Sums sums) {}

    /**
     * The coast at a scale.
     *
     * @param toleranceM how far what is left out may lie from what is left, metres; 0 = as surveyed
     * @param vertices vertices that are left
     * @param sums the coast
     */
    public record ByScale(double toleranceM, long vertices, Sums sums) {}
}
