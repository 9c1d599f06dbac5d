package org.anlan.coast.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.anlan.coast.Scenario;
import org.anlan.coast.SitePlace;
import org.anlan.coast.survey.Survey;
import org.anlan.geo.Inside;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Where on the map a scenario changes the coast. A place that several sites change is in each.
 *
 * @param built what footprints make artificial or take away, lines in CGCS2000 degrees
 * @param restored what restorations make nature-like, by its type in the survey
 */
public record SiteCoast(List<Geometry> built, List<Geometry> restored) {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** The lines of a survey that lie in the sites and do not stay what they are. */
    public static SiteCoast of(Scenario scenario, Survey survey) {
        List<Geometry> built = new ArrayList<>();
        List<Geometry> restored = new ArrayList<>();
        for (Scenario.Footprint site : scenario.footprints()) {
            collect(site.place(), survey, kind -> ScenarioRun.after(site, kind), built);
        }
        for (Scenario.Restoration site : scenario.restorations()) {
            collect(site.place(), survey, kind -> Optional.of(ScenarioRun.restored(site, kind)), restored);
        }
        return new SiteCoast(built, restored);
    }

    private static void collect(
            SitePlace place, Survey survey, Function<Survey.Kind, Optional<Survey.Kind>> change, List<Geometry> lines) {
        Function<Survey.Segment, Optional<Geometry>> common = common(place);
        for (Survey.Segment segment : survey.segments()) {
            boolean changes = !change.apply(segment.kind()).equals(Optional.of(segment.kind()));
            if (changes) {
                common.apply(segment).ifPresent(lines::add);
            }
        }
    }

    /** What of a segment lies in a place; empty when nothing does. */
    private static Function<Survey.Segment, Optional<Geometry>> common(SitePlace place) {
        if (place instanceof SitePlace.Segments named) {
            Set<String> ids = Set.copyOf(named.ids());
            return segment -> Optional.of(segment.line()).filter(line -> ids.contains(segment.id()));
        }
        Geometry ground = place.ground().orElseThrow();
        Inside inside = new Inside(ground);
        return segment -> Optional.of(segment.line())
                .filter(line -> ground.getEnvelopeInternal().intersects(line.getEnvelopeInternal()))
                .map(inside::common)
                .filter(part -> !part.isEmpty());
    }

    /** What a site looks like on a map: its ground, or the lines of its segments; empty (a shape without positions) where a survey has none of them. */
    public static Geometry shape(SitePlace place, Survey survey) {
        Function<Survey.Segment, Optional<Geometry>> common = common(place);
        return place.ground()
                .orElseGet(() -> SHAPES.buildGeometry(survey.segments().stream()
                        .flatMap(segment -> common.apply(segment).stream())
                        .toList()));
    }
}
