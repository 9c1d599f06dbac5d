package org.anlan.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A boundary marker (界桩、界碑、标识牌) with its inspections.
 *
 * @param code its code
 * @param area code of the protected area it marks; blank where none is said
 * @param kind code of what it is ("post"); blank where none is said
 * @param shape where it stands, CGCS2000 degrees; empty where the layer has no place
 * @param place town and bay it stands in
 * @param state code of its state: of the newest inspection, or of the layer where that is newer or there is none; blank where nobody said
 * @param inspected the day its state was seen; empty where nobody said
 * @param inspections its inspections, the oldest first
 */
public record Marker(
        String code,
        String area,
        String kind,
        Optional<Geometry> shape,
        CasePlace place,
        String state,
        Optional<LocalDate> inspected,
        List<MarkerInspection> inspections) {

    /** Whether nobody saw it for more than so many days before a day. */
    public boolean overdue(LocalDate day, int days) {
        return inspected.map(seen -> seen.isBefore(day.minusDays(days))).orElse(true);
    }
}
