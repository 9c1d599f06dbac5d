package org.anlan.coast;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Where a site of a scenario lies: ground, a line with a width, or whole segments of the coast. */
public sealed interface SitePlace {

    /** Metres that a corridor may be wide, at least and at most. */
    double LEAST_WIDTH_M = 1;

    /** The widest corridor, metres. */
    double MOST_WIDTH_M = 2_000;

    /** The ground it takes, Polygon or MultiPolygon in CGCS2000 degrees; segments take none. */
    Optional<Geometry> ground();

    /**
     * An area.
     *
     * @param area Polygon or MultiPolygon, CGCS2000 degrees
     */
    record Area(Geometry area) implements SitePlace {

        @Override
        public Optional<Geometry> ground() {
            return Optional.of(area);
        }
    }

    /**
     * A line with a width, such as a sea wall or road yet to be.
     *
     * @param line as it was drawn, CGCS2000 degrees
     * @param widthM its width, metres
     * @param area what lies within half the width ({@link org.anlan.geo.Corridor}), Polygon or MultiPolygon
     */
    record Corridor(LineString line, double widthM, Geometry area) implements SitePlace {

        @Override
        public Optional<Geometry> ground() {
            return Optional.of(area);
        }
    }

    /**
     * Whole segments of the survey, each from its start to its end.
     *
     * @param ids their ids, such as {@code 350581A014@2020}, each once
     */
    record Segments(List<String> ids) implements SitePlace {

        @Override
        public Optional<Geometry> ground() {
            return Optional.empty();
        }
    }
}
