package org.anlan.coast.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anlan.coast.Scenario;
import org.anlan.coast.survey.Survey;
import org.anlan.geo.Inside;
import org.locationtech.jts.geom.Geometry;

/**
 * Where on the map a scenario changes the coast. A place that several sites change is in each.
 *
 * @param built what footprints make artificial or take away, lines in CGCS2000 degrees
 * @param restored what restorations make nature-like, by its type in the survey
 */
public record SiteCoast(List<Geometry> built, List<Geometry> restored) {

    /** The lines of a survey that lie in the sites and do not stay what they are. */
    public static SiteCoast of(Scenario scenario, Survey survey) {
        List<Geometry> built = new ArrayList<>();
        List<Geometry> restored = new ArrayList<>();
        for (Scenario.Footprint site : scenario.footprints()) {
            collect(site.area(), survey, kind -> ScenarioRun.after(site, kind), built);
        }
        for (Scenario.Restoration site : scenario.restorations()) {
            collect(site.area(), survey, kind -> Optional.of(ScenarioRun.restored(kind)), restored);
        }
        return new SiteCoast(built, restored);
    }

    private static void collect(
            Geometry area, Survey survey, Function<Survey.Kind, Optional<Survey.Kind>> change, List<Geometry> lines) {
        Inside inside = new Inside(area);
        for (Survey.Segment segment : survey.segments()) {
            boolean changes = !change.apply(segment.kind()).equals(Optional.of(segment.kind()));
            if (changes && area.getEnvelopeInternal().intersects(segment.line().getEnvelopeInternal())) {
                Geometry part = inside.common(segment.line());
                if (!part.isEmpty()) {
                    lines.add(part);
                }
            }
        }
    }
}
