package org.anlan.zoning;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/**
 * What an impact check is asked.
 *
 * @param footprint the project's shape: points, lines or areas, valid, CGCS2000 longitude and latitude in degrees
 * @param activity code of what is to be done there; empty = the first there is, construction in general
 * @param year survey year of the coast; empty = the newest
 * @param rules id of the one set of zoning rules to ask; empty = all
 * @param counting id of the counting rule set of the retention ratio; empty = the usual one
 * @param revision the state of all layers at this revision; empty = the current one
 * @param day the day whose rules are asked
 * @param nearM how near an outfall is told, metres
 */
public record ImpactQuestion(
        Geometry footprint,
        Optional<String> activity,
        Optional<Integer> year,
        Optional<String> rules,
        Optional<String> counting,
        OptionalLong revision,
        LocalDate day,
        double nearM) {

    /** How near an outfall is told when nothing is said: metres. */
    public static final double USUAL_NEAR_M = 500;

    /** Farthest that may be asked for: metres. */
    public static final double MOST_NEAR_M = 20_000;
}
