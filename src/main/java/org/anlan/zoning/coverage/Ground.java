package org.anlan.zoning.coverage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.geo.Areas;
import org.anlan.geo.CleanCommon;
import org.anlan.geo.Outline;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * Areas that together are a ground to cut others by: one region, all land, all bays. Only what is near a shape is overlaid with it. Edges are taken as drawn
 * in longitude and latitude. Safe for many threads.
 */
public final class Ground {

    /** Joined areas are kept up to so many positions: some tens of megabytes. */
    private static final int MOST_KEPT_POSITIONS = 500_000;

    private final List<Prepared> areas;
    private final STRtree boxes = new STRtree();

    /** What several areas cover together, by their numbers: many shapes lie across the same border. */
    private final Cache<List<Integer>, Prepared> joined = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT_POSITIONS)
            .<List<Integer>, Prepared>weigher((near, one) -> one.shape().getNumPoints())
            .executor(Runnable::run)
            .build();

    /** An area to ask about: outlines that do not touch are told apart by themselves, which is the quickest. */
    private record Prepared(Geometry shape, Outline outline, RelateNG relations) {

        Prepared(Geometry shape) {
            this(shape, new Outline(shape), RelateNG.prepare(shape));
        }

        boolean meets(Geometry other, Outline its) {
            return switch (outline.lieOf(its)) {
                case APART -> false;
                case WITHIN, MEETS -> true;
                case TOUCHES -> relates(other, RelatePredicate.matches("T********"));
            };
        }

        boolean covers(Geometry other, Outline its) {
            return switch (outline.lieOf(its)) {
                case APART, MEETS -> false;
                case WITHIN -> true;
                case TOUCHES -> relates(other, RelatePredicate.covers());
            };
        }

        private boolean relates(Geometry other, TopologyPredicate predicate) {
            synchronized (relations) { // it makes its index at the first question
                return relations.evaluate(other, predicate);
            }
        }
    }

    /** The ground that these areas cover, degrees; they may overlap. */
    public Ground(List<Geometry> areas) {
        this.areas = areas.stream().map(Prepared::new).toList();
        for (int i = 0; i < areas.size(); i++) {
            boxes.insert(areas.get(i).getEnvelopeInternal(), i);
        }
        boxes.build();
    }

    /** What of a shape lies in the ground: the very same shape when all of it does, empty when nothing does. */
    public Optional<Geometry> within(Geometry shape) {
        Outline outline = new Outline(shape);
        List<Integer> near = meeting(shape, outline);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        if (covered(shape, outline, near)) {
            return Optional.of(shape);
        }
        Prepared ground = joined(near);
        return some(CleanCommon.of(outline, ground.outline()).orElseGet(() -> Areas.common(shape, ground.shape())));
    }

    /** What of a shape lies outside the ground: the very same shape when all of it does, empty when nothing does. */
    public Optional<Geometry> outside(Geometry shape) {
        Outline outline = new Outline(shape);
        List<Integer> near = meeting(shape, outline);
        if (near.isEmpty()) {
            return Optional.of(shape);
        }
        return covered(shape, outline, near)
                ? Optional.empty()
                : some(Areas.without(shape, joined(near).shape()));
    }

    /** The areas whose insides a shape meets; one that only touches the border does not. */
    private List<Integer> meeting(Geometry shape, Outline outline) {
        List<Integer> near = new ArrayList<>();
        boxes.query(shape.getEnvelopeInternal(), item -> near.add((Integer) item));
        return near.stream()
                .filter(i -> areas.get(i).meets(shape, outline))
                .sorted()
                .toList();
    }

    private boolean covered(Geometry shape, Outline outline, List<Integer> near) {
        return near.stream().anyMatch(i -> areas.get(i).covers(shape, outline))
                || (near.size() > 1 && joined(near).covers(shape, outline));
    }

    private Prepared joined(List<Integer> near) {
        return near.size() == 1
                ? areas.get(near.get(0))
                : joined.get(
                        near,
                        numbers -> new Prepared(Areas.union(numbers.stream()
                                .map(number -> areas.get(number).shape())
                                .toList())));
    }

    private static Optional<Geometry> some(Geometry shape) {
        return Optional.of(shape).filter(one -> !one.isEmpty());
    }
}
