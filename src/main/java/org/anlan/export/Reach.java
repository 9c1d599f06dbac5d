package org.anlan.export;

import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;

/** Whether a coordinate system reaches as far as a layer does: asked before the first byte is written, not in the middle of a file. */
public final class Reach {

    private Reach() {}

    /** Refuses ({@code crs-not-possible}) a system in which a corner of what is exported has no place. */
    public static void require(Crs crs, FeatureQuery query, Optional<Revision> revision) {
        Optional<Extent> extent = revision.flatMap(r -> r.state().extent());
        if (extent.isEmpty() || crs.geographic()) {
            return;
        }
        Extent e = extent.get();
        double[] corners = {e.west(), e.south(), e.east(), e.south(), e.east(), e.north(), e.west(), e.north()};
        try {
            CrsTransform.fromCgcs2000(crs).apply(corners, corners.length / 2);
        } catch (OutsideCrsException outside) {
            throw refusal(query.layer().id(), crs, outside);
        }
    }

    static Refusal refusal(String what, Crs crs, OutsideCrsException outside) {
        return Refusal.invalid(
                "crs-not-possible",
                "%s 有坐标 (%s, %s)，不在 %s 的范围内；请换一个坐标系，例如 EPSG:4490",
                "%s has the coordinate (%s, %s), which has no place in %s; choose another system, for instance EPSG:4490",
                what,
                outside.x(),
                outside.y(),
                crs.code());
    }
}
