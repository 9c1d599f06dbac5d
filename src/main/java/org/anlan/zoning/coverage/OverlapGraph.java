package org.anlan.zoning.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.anlan.base.Refusal;
import org.anlan.geo.Outline;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/** Which areas overlap: their insides meet; a border in common is no overlap. Safe for many threads. */
public final class OverlapGraph {

    /** More than any two layers that people work with have; each is overlaid. */
    private static final int MOST_PAIRS = 100_000;

    /** For each area the higher numbers of those that overlap it, rising. */
    private final List<List<Integer>> higher = new ArrayList<>();

    private final List<Geometry> areas;
    private final STRtree boxes = new STRtree();

    /** What some of the areas cover together, square metres, by their numbers. */
    private final Map<List<Integer>, Double> unions = new ConcurrentHashMap<>();

    /**
     * Compares areas (degrees, valid), which are numbered in their order from 0.
     *
     * @throws Refusal {@code too-many-overlaps} beyond a hundred thousand pairs
     */
    public OverlapGraph(List<Geometry> areas) {
        this.areas = areas;
        for (int i = 0; i < areas.size(); i++) {
            boxes.insert(areas.get(i).getEnvelopeInternal(), i);
        }
        boxes.build();
        int pairs = 0;
        for (int i = 0; i < areas.size(); i++) {
            List<Integer> over = meeting(areas.get(i), i + 1);
            higher.add(over);
            pairs += over.size();
            if (pairs > MOST_PAIRS) {
                throw Refusal.unprocessable(
                        "too-many-overlaps",
                        "面要素大量重叠（超过 %d 处），无法处理",
                        "Areas lie on each other in more than %d places; this cannot be worked through",
                        MOST_PAIRS);
            }
        }
    }

    /** The numbers of the areas that overlap an area and come after it, rising. */
    public List<Integer> over(int number) {
        return higher.get(number);
    }

    /** Whether a shape is an area itself, and not cut from it. */
    @SuppressWarnings("ReferenceEquality") // the very same shape: nothing was cut
    boolean isWhole(int number, Geometry shape) {
        return areas.get(number) == shape;
    }

    /** What some areas cover together, square metres; computed when it is first asked for. */
    double unionM2(List<Integer> numbers, ToDoubleFunction<List<Integer>> compute) {
        return unions.computeIfAbsent(numbers, compute::applyAsDouble);
    }

    /** The numbers of the areas whose insides a shape meets, rising. */
    public List<Integer> meeting(Geometry shape) {
        return meeting(shape, 0);
    }

    /** Only one area is prepared at a time: prepared ones take many times the memory of their positions. */
    private List<Integer> meeting(Geometry shape, int from) {
        List<Integer> near = new ArrayList<>();
        boxes.query(shape.getEnvelopeInternal(), item -> {
            if ((Integer) item >= from) {
                near.add((Integer) item);
            }
        });
        if (near.isEmpty()) {
            return List.of();
        }
        Outline outline = new Outline(shape);
        RelateNG relations = RelateNG.prepare(shape);
        return near.stream()
                .filter(i -> switch (outline.lieOf(areas.get(i))) {
                    case APART -> false;
                    case WITHIN, MEETS -> true;
                    case TOUCHES -> relations.evaluate(areas.get(i), RelatePredicate.matches("T********"));
                })
                .sorted()
                .toList();
    }
}
