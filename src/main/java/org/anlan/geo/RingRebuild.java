package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Rebuilds the rings of a broken shape so that the result is valid. */
final class RingRebuild {

    /** A grid of 1e-10 degrees, some 0.01 mm. */
    private static final PrecisionModel FINE = new PrecisionModel(1e10);

    private RingRebuild() {}

    /**
     * The valid shape: what JTS's GeometryFixer makes of it; where rounding leaves that broken still, its lines are noded on a fine grid
     * and the faces that lie inside are put together.
     */
    static Geometry of(Geometry broken) {
        Geometry fixed = GeometryFixer.fix(broken);
        return fixed.getDimension() < 2 || fixed.isValid() ? fixed : byFaces(fixed);
    }

    private static Geometry byFaces(Geometry area) {
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(UnaryUnionNG.union(LinearComponentExtracter.getGeometry(area), FINE));
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        List<Geometry> kept = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            if (inside.locate(polygon.getInteriorPoint().getCoordinate()) != Location.EXTERIOR) {
                kept.add(polygon);
            }
        }
        return UnaryUnionOp.union(kept, area.getFactory());
    }
}
