package org.anlan.coast;

import java.util.List;
import org.anlan.base.Text;

/**
 * Where the mainland coast of one survey year differs between two revisions of the layer. What both have is measured along the earlier line; what only the later one has, along
 * that.
 *
 * @param year the survey year
 * @param from the earlier state of the coastline
 * @param to the later state of the coastline
 * @param rules the counting rule set, which says what is natural
 * @param toleranceM how far the line may have moved and still be the same coast, metres
 * @param reaches where the type differs, where coast is gone, where there is new coast; in no region
 * @param warnings what a reader should know: coast drawn twice
 */
public record RevisedSurvey(
        int year,
        long from,
        long to,
        CountingRules rules,
        double toleranceM,
        List<ChangeFigure.Reach> reaches,
        List<Text> warnings) {}
