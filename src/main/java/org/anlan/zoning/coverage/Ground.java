package org.anlan.zoning.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.geo.Areas;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * Areas that together are a ground to cut others by: one region, all land, all bays. Only what is near a shape is overlaid with it. Edges are taken as drawn
 * in longitude and latitude. Not safe for many threads.
 */
public final class Ground {

    private final List<Geometry> areas;
    private final STRtree boxes = new STRtree();

    /** Prepared when they are first asked about. */
    private final Map<Integer, RelateNG> prepared = new HashMap<>();

    /** The ground that these areas cover, degrees; they may overlap. */
    public Ground(List<Geometry> areas) {
        this.areas = List.copyOf(areas);
        for (int i = 0; i < areas.size(); i++) {
            boxes.insert(areas.get(i).getEnvelopeInternal(), i);
        }
        boxes.build();
    }

    /** What of a shape lies in the ground: the very same shape when all of it does, empty when nothing does. */
    public Optional<Geometry> within(Geometry shape) {
        List<Integer> near = meeting(shape);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        return covered(shape, near) ? Optional.of(shape) : some(Areas.common(shape, joined(near)));
    }

    /** What of a shape lies outside the ground: the very same shape when all of it does, empty when nothing does. */
    public Optional<Geometry> outside(Geometry shape) {
        List<Integer> near = meeting(shape);
        if (near.isEmpty()) {
            return Optional.of(shape);
        }
        return covered(shape, near) ? Optional.empty() : some(Areas.without(shape, joined(near)));
    }

    /** The areas whose insides a shape meets; one that only touches the border does not. */
    private List<Integer> meeting(Geometry shape) {
        List<Integer> near = new ArrayList<>();
        boxes.query(shape.getEnvelopeInternal(), item -> near.add((Integer) item));
        return near.stream()
                .filter(i -> prepared(i).evaluate(shape, RelatePredicate.matches("T********")))
                .sorted()
                .toList();
    }

    private boolean covered(Geometry shape, List<Integer> near) {
        return near.stream().anyMatch(i -> prepared(i).evaluate(shape, RelatePredicate.covers()));
    }

    private RelateNG prepared(int area) {
        return prepared.computeIfAbsent(area, number -> RelateNG.prepare(areas.get(number)));
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
