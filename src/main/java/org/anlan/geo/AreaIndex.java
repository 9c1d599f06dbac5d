package org.anlan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/** Areas made ready for many questions of what lies in them. Not safe for many threads. */
public final class AreaIndex {

    private final STRtree tree = new STRtree();

    private record Area(int number, RegionShape region, RelateNG prepared) {

        boolean holds(Geometry shape, double depthM) {
            if (shape instanceof Point point) {
                double y = point.getY();
                return region.signedDistanceM(point.getX(), y, LocalScale.at(y), 0) < -depthM;
            }
            return prepared.evaluate(shape, RelatePredicate.matches("T********"));
        }
    }

    /** An index of these areas (longitude/latitude in degrees, valid), numbered in their order from 0. */
    public AreaIndex(List<? extends Geometry> areas) {
        for (int i = 0; i < areas.size(); i++) {
            tree.insert(
                    areas.get(i).getEnvelopeInternal(),
                    new Area(i, new RegionShape("", areas.get(i)), RelateNG.prepare(areas.get(i))));
        }
        tree.build();
    }

    /**
     * The numbers of the areas whose inside a shape meets, in order; one that only touches the border does not.
     *
     * @param depthM a point is only in an area when it is deeper in it than this, metres: what lies on a border lies in it or out of it by rounding
     */
    public List<Integer> meeting(Geometry shape, double depthM) {
        List<Area> near = new ArrayList<>();
        tree.query(shape.getEnvelopeInternal(), item -> near.add((Area) item));
        return near.stream()
                .filter(area -> area.holds(shape, depthM))
                .map(Area::number)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
