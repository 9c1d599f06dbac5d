package org.anlan.coast.scenario;

import java.util.List;
import java.util.Set;
import org.anlan.coast.SitePlace;
import org.anlan.coast.survey.Survey;
import org.anlan.geo.LineInArea;
import org.anlan.geo.Overlaps;

/** Which stretches of a segment a site covers, metres from its start. */
@FunctionalInterface
interface SiteRanges {

    /** The stretches in order, not meeting; none where the site does not lie on the segment. */
    List<Overlaps.Range> of(Survey.Segment segment);

    /** For a site at this place. Not safe for many threads. */
    static SiteRanges of(SitePlace place) {
        if (place instanceof SitePlace.Segments named) {
            Set<String> ids = Set.copyOf(named.ids());
            return segment ->
                    ids.contains(segment.id()) ? List.of(new Overlaps.Range(0, segment.lengthM())) : List.of();
        }
        LineInArea inside = new LineInArea(place.ground().orElseThrow());
        return segment -> inside.of(segment.line());
    }
}
