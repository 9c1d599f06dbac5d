package org.anlan.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.locationtech.jts.geom.Geometry;

/**
 * What is known of a problem site when it is opened.
 *
 * @param title what it is, in one line
 * @param remark more about it; may be blank
 * @param shape where it lies: points, lines or areas, CGCS2000 longitude and latitude in degrees
 * @param place town, bay and river it belongs to
 * @param source where it comes from
 * @param hits what it lies in or meets, at most {@link #MOST_HITS}
 * @param unit unit in charge; blank = none yet
 * @param deadline until when it is to be put right
 */
public record CaseOpening(
        String title,
        String remark,
        Geometry shape,
        CasePlace place,
        CaseSource source,
        List<CaseHit> hits,
        String unit,
        Optional<LocalDate> deadline) {

    /** The most hits that are kept with a problem site. */
    public static final int MOST_HITS = 1_000;

    /** Keeps no more hits than that. */
    public CaseOpening {
        hits = hits.stream().limit(MOST_HITS).toList();
    }

    /** The same without hits in layers that are not in this catalogue. */
    CaseOpening shownTo(Catalog shown) {
        return new CaseOpening(
                title,
                remark,
                shape,
                place,
                source,
                hits.stream().filter(hit -> shown.find(hit.layer()).isPresent()).toList(),
                unit,
                deadline);
    }
}
