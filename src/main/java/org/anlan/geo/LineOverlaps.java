package org.anlan.geo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** x. */
public final class LineOverlaps {
    private LineOverlaps() {}
    /** x. */
    public record Overlap(int kept, int repeated, double fromM, double toM) {}
    /** x. */
    public static List<Overlap> find(List<? extends Geometry> lines, double t) {
        return List.of();
    }
}
