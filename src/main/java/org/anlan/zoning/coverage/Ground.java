package org.anlan.zoning.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.geo.AreaIndex;
import org.anlan.geo.Areas;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * Areas that together are a ground to cut others by: one region, all land, all bays. Only what is near a shape is overlaid with it. Edges are taken as drawn
 * in longitude and latitude. Not safe for many threads.
 */
public final class Ground {

    private final List<Geometry> areas;
    private final List<RelateNG> prepared = new ArrayList<>();
    private final AreaIndex index;

    /** The ground that these areas cover, degrees; they may overlap. */
    public Ground(List<Geometry> areas) {
        this.areas = List.copyOf(areas);
        this.index = new AreaIndex(areas);
        areas.forEach(area -> prepared.add(RelateNG.prepare(area)));
    }

    /** What of a shape lies in the ground: the very same shape when all of it does, empty when nothing does. */
    public Optional<Geometry> within(Geometry shape) {
        List<Integer> near = index.meeting(shape, 0);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        return covered(shape, near) ? Optional.of(shape) : some(Areas.common(shape, joined(near)));
    }

    /** What of a shape lies outside the ground: the very same shape when all of it does, empty when nothing does. */
    public Optional<Geometry> outside(Geometry shape) {
        List<Integer> near = index.meeting(shape, 0);
        if (near.isEmpty()) {
            return Optional.of(shape);
        }
        return covered(shape, near) ? Optional.empty() : some(Areas.without(shape, joined(near)));
    }

    private boolean covered(Geometry shape, List<Integer> near) {
        return near.stream().anyMatch(i -> prepared.get(i).evaluate(shape, RelatePredicate.covers()));
    }

    private Geometry joined(List<Integer> near) {
        return near.size() == 1
                ? areas.get(near.get(0))
                : Areas.union(near.stream().map(areas::get).toList());
    }

    private static Optional<Geometry> some(Geometry shape) {
        return Optional.of(shape).filter(one -> !one.isEmpty());
    }
}
