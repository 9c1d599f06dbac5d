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
        scenario.footprints().forEach(site -> mustBeIn(known, site.name(), site.place(), year, coast));
        scenario.restorations().forEach(site -> mustBeIn(known, site.name(), site.place(), year, coast));
    }

    private static void mustBeIn(Set<String> known, String site, SitePlace place, int year, Coast coast) {
        if (place instanceof SitePlace.Segments named) {
            named.ids().stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
                throw unknown(site, id, year, coast);
            });
        }
    }

    private static Refusal unknown(String site, String id, int year, Coast coast) {
        return Refusal.unprocessable(
                "unknown-segment",
                "地块“%1$s”的岸段“%2$s”不在 %3$d 年修测的%4$s中；请改用该年度的岸段",
                "The segment \"%2$s\" of the site \"%1$s\" is not in the survey of %3$d (%5$s); choose segments of that survey",
                site,
                id,
                year,
                coast.label().zh(),
                coast.label().en());
    }
}
