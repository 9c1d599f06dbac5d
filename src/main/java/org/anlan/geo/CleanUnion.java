package org.anlan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.anlan.geo.CleanCrossings.Crossing;
import org.locationtech.jts.geom.Coordinate;

/**
 * The ground that areas cover together, each place once, without making its shape: from the areas that are known, the edges that lie inside others are taken off.
 * By Green's theorem the area of a shape is a sum over its edges ({@link Geodesy#underM2}), and the edges of the union are what lies outside all other areas. Each
 * cut edge is measured in its parts, as it would be in the shape of the union; so the figure is the same but for rounding. Only for areas whose outlines cross
 * cleanly; where two touch, the shape must be made.
 */
public final class CleanUnion {

    private final List<Outline> outlines;
    private final Optional<Outline> region;
    /** For each outline, and last for the region, where others cross its edges, by the number of the edge. */
    private final List<Map<Integer, List<Cut>>> cuts = new ArrayList<>();

    private boolean clean = true;

    /** A place where an edge comes under one more cover (+1) or out of one (-1). */
    private record Cut(Coordinate at, int deeper) {}

    private CleanUnion(List<Outline> outlines, Optional<Outline> region) {
        this.outlines = outlines;
        this.region = region;
        for (int i = 0; i <= outlines.size(); i++) {
            cuts.add(new HashMap<>());
        }
    }

    /**
     * Square metres that areas cover together; empty where outlines touch.
     *
     * @param outlines the areas; around no pole
     * @param sumM2 these areas added up
     */
    public static OptionalDouble areaM2(List<Outline> outlines, double sumM2) {
        return new CleanUnion(outlines, Optional.empty()).areaM2(sumM2);
    }

    /**
     * Square metres that areas cover together in a region; empty where outlines touch, or touch that of the region.
     *
     * @param outlines the areas, whole; around no pole
     * @param sumM2 these areas added up, whole
     */
    public static OptionalDouble areaInM2(Outline region, List<Outline> outlines, double sumM2) {
        return new CleanUnion(outlines, Optional.of(region)).areaM2(sumM2);
    }

    private OptionalDouble areaM2(double sumM2) {
        for (int i = 0; clean && i < outlines.size(); i++) {
            for (int j = i + 1; clean && j < outlines.size(); j++) {
                cross(i, outlines.get(j), j, 1);
            }
            if (region.isPresent()) {
                cross(i, region.get(), outlines.size(), -1);
            }
        }
        double areaM2 = sumM2;
        for (int i = 0; clean && i < outlines.size(); i++) {
            areaM2 += changeM2(i);
        }
        if (clean && region.isPresent()) {
            areaM2 += borderM2(region.get());
        }
        return clean ? OptionalDouble.of(areaM2) : OptionalDouble.empty();
    }

    /** Where two outlines cross: an edge that comes into the other comes under its cover, but out of what lies beyond the region (-1). */
    private void cross(int first, Outline other, int second, int cover) {
        Outline one = outlines.get(first);
        if (!one.extent().intersects(other.extent())) {
            return;
        }
        Optional<List<Crossing>> crossings = CleanCrossings.of(one.edges(), other);
        clean &= crossings.isPresent();
        for (Crossing crossing : crossings.orElse(List.of())) {
            int deeper = crossing.enters() ? 1 : -1;
            cut(first, crossing.edge(), new Cut(crossing.at(), cover * deeper));
            cut(second, crossing.other(), new Cut(crossing.at(), -deeper));
        }
    }

    private void cut(int outline, int edge, Cut cut) {
        cuts.get(outline).computeIfAbsent(edge, first -> new ArrayList<>()).add(cut);
    }

    /** What the edges of an area in the union have more than those of the area itself. */
    private double changeM2(int number) {
        Outline outline = outlines.get(number);
        double change = 0;
        for (int ring = 0; ring + 1 < outline.rings().length; ring++) {
            int first = outline.rings()[ring];
            int beyond = region.isPresent() && !region.get().holds(outline.edges(), 4 * first) ? 1 : 0;
            int start = beyond + depth(number, outline.edges(), first);
            int depth = start;
            for (int edge = first; edge < outline.rings()[ring + 1]; edge++) {
                List<Cut> here = cuts.get(number).getOrDefault(edge, List.of());
                if (depth > 0 || !here.isEmpty()) {
                    change -= stretchM2(outline.edges(), 4 * edge, List.of(), 0, deep -> true);
                    change += stretchM2(outline.edges(), 4 * edge, here, depth, deep -> deep == 0);
                }
                depth += deeper(here);
            }
            clean &= depth == start;
        }
        return change;
    }

    /** What the edges of the region have that lie in any area. */
    private double borderM2(Outline border) {
        double sum = 0;
        for (int ring = 0; ring + 1 < border.rings().length; ring++) {
            int first = border.rings()[ring];
            int start = depth(outlines.size(), border.edges(), first);
            int depth = start;
            for (int edge = first; edge < border.rings()[ring + 1]; edge++) {
                List<Cut> here = cuts.get(outlines.size()).getOrDefault(edge, List.of());
                if (depth > 0 || !here.isEmpty()) {
                    sum += stretchM2(border.edges(), 4 * edge, here, depth, deep -> deep > 0);
                }
                depth += deeper(here);
            }
            clean &= depth == start;
        }
        return sum;
    }

    private static int deeper(List<Cut> here) {
        return here.stream().mapToInt(Cut::deeper).sum();
    }

    /** In how many other areas the start of an edge lies. */
    private int depth(int number, double[] edges, int edge) {
        int depth = 0;
        for (int i = 0; i < outlines.size(); i++) {
            depth += i != number && outlines.get(i).holds(edges, 4 * edge) ? 1 : 0;
        }
        return depth;
    }

    /** What is under those stretches of an edge that lie as deep as wanted, from a start that lies so deep. */
    private double stretchM2(double[] edges, int at, List<Cut> here, int depth, IntPredicate wanted) {
        List<Cut> along = new ArrayList<>(here);
        along.sort(Comparator.comparing(Cut::at, CleanCrossings.along(edges, at)));
        along.add(new Cut(new Coordinate(edges[at + 2], edges[at + 3]), 0));
        double sum = 0;
        Coordinate last = new Coordinate(edges[at], edges[at + 1]);
        int deep = depth;
        for (int i = 0; i < along.size(); i++) {
            Coordinate to = along.get(i).at();
            sum += wanted.test(deep) ? Geodesy.underM2(last.x, last.y, to.x, to.y) : 0;
            clean &= i == 0 || i == along.size() - 1 || !CleanCrossings.unsure(last, to);
            deep += along.get(i).deeper();
            clean &= deep >= 0;
            last = to;
        }
        return sum;
    }
}
