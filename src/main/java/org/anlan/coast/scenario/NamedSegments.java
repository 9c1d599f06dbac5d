package org.anlan.coast.scenario;

import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.coast.Coast;
import org.anlan.coast.Scenario;
import org.anlan.coast.SitePlace;
import org.anlan.coast.survey.Survey;

/** The segments that the sites of a scenario name. */
public final class NamedSegments {

    private NamedSegments() {}

    /** Refused ({@code unknown-segment}) when a site names a segment that the survey does not have: another year's, an island's, or none. */
    public static void mustBeIn(Survey survey, int year, Coast coast, Scenario scenario) {
        Set<String> known = survey.segments().stream().map(Survey.Segment::id).collect(Collectors.toSet());
        int number = 0;
        for (SitePlace place : scenario.places()) {
            number++;
            if (place instanceof SitePlace.Segments named) {
                for (String id : named.ids()) {
                    if (!known.contains(id)) {
                        throw unknown(number, id, year, coast);
                    }
                }
            }
        }
    }

    private static Refusal unknown(int number, String id, int year, Coast coast) {
        return Refusal.unprocessable(
                "unknown-segment",
                "第 %1$d 项措施中的岸段“%2$s”不在 %3$d 年修测的%4$s中；请改用该年度的岸段",
                "Segment \"%2$s\" of measure no. %1$d is not in the survey of %3$d (%5$s); choose segments of that survey",
                number,
                id,
                year,
                coast.label().zh(),
                coast.label().en());
    }
}
