package org.anlan.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.anlan.base.Refusal;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * How the areas of one layer lie to each other: what two cover, the small holes between them, what they leave of another area. Areas are added one by one
 * (longitude/latitude in degrees, valid) and kept. Only pairs whose insides meet are overlaid, so a layer of neighbours costs little more than its index.
 */
public final class PolygonTopology {

    /** Bounds the work: more overlaps than any hand-in that a person could correct. */
    private static final int MOST_OVERLAPS = 100_000;

    /** Bounds the time: pairs of areas whose boxes meet. */
    private static final long MOST_PAIRS = 20_000_000;

    private final List<Geometry> areas = new ArrayList<>();
    /** For each area the number of an earlier one of the very same shape, or its own. */
    private final List<Integer> originals = new ArrayList<>();

    private final Map<ShapeKey, Integer> known = new HashMap<>();

    /** Adds a feature and returns its number, from 0. Shapes other than areas are counted and otherwise left out. */
    public int add(Geometry shape) {
        int number = areas.size();
        areas.add(shape);
        boolean area = shape.getDimension() == 2 && !shape.isEmpty();
        Integer earlier = area ? known.putIfAbsent(ShapeKey.of(shape), number) : Integer.valueOf(-1);
        originals.add(earlier == null ? number : earlier);
        return number;
    }

    /**
     * What two features both cover. A feature of the very same shape as an earlier one is told against that only.
     *
     * @param leastM2 smaller overlaps are not told, square metres
     * @throws Refusal when there are more than a hundred thousand
     */
    public void overlaps(double leastM2, Consumer<AreaOverlap> found) {
        STRtree tree = new STRtree();
        Counted counted = new Counted(found);
        for (int i = 0; i < areas.size(); i++) {
            int original = originals.get(i);
            if (original == i) {
                tree.insert(areas.get(i).getEnvelopeInternal(), i);
            } else if (original >= 0) {
                counted.accept(overlap(original, i, areas.get(i)), leastM2);
            }
        }
        for (int i = 0; i < areas.size(); i++) {
            if (originals.get(i) == i) {
                against(i, tree, leastM2, counted);
            }
        }
    }

    private void against(int first, STRtree tree, double leastM2, Counted counted) {
        Geometry area = areas.get(first);
        List<Integer> later = new ArrayList<>();
        tree.query(area.getEnvelopeInternal(), item -> {
            if ((Integer) item > first) {
                later.add((Integer) item);
            }
        });
        if (later.isEmpty()) {
            return;
        }
        counted.pairs(later.size());
        later.sort(null);
        RelateNG prepared = RelateNG.prepare(area);
        for (int second : later) {
            if (prepared.evaluate(areas.get(second), RelatePredicate.matches("T********"))) {
                counted.accept(overlap(first, second, Areas.common(area, areas.get(second))), leastM2);
            }
        }
    }

    private static AreaOverlap overlap(int first, int second, Geometry shape) {
        return new AreaOverlap(first, second, shape, Geodesy.areaM2(shape));
    }

    private static final class Counted {
        private final Consumer<AreaOverlap> found;
        private int count;
        private long pairs;

        Counted(Consumer<AreaOverlap> found) {
            this.found = found;
        }

        void pairs(int more) {
            pairs += more;
            if (pairs > MOST_PAIRS) {
                throw tooMany(MOST_PAIRS);
            }
        }

        private static Refusal tooMany(long most) {
            return Refusal.unprocessable(
                    "too-many-overlaps",
                    "面要素大量重叠（超过 %d 处），无法处理",
                    "Areas lie on each other in more than %d places; this cannot be worked through",
                    most);
        }

        void accept(AreaOverlap overlap, double leastM2) {
            if (++count > MOST_OVERLAPS) {
                throw tooMany(MOST_OVERLAPS);
            }
            if (overlap.areaM2() > leastM2) {
                found.accept(overlap);
            }
        }
    }

    /**
     * Holes that the features leave between them.
     *
     * @param leastM2 smaller ones are not told, square metres
     * @param mostM2 larger ones are meant, square metres
     */
    public List<AreaGap> gaps(double leastM2, double mostM2) {
        List<AreaGap> found = new ArrayList<>();
        Geometry union = union();
        for (int i = 0; i < union.getNumGeometries(); i++) {
            Polygon part = (Polygon) union.getGeometryN(i);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                Polygon shape = part.getFactory().createPolygon(part.getInteriorRingN(hole));
                double area = Geodesy.areaM2(shape);
                if (area > leastM2 && area <= mostM2) {
                    found.add(new AreaGap(shape, area));
                }
            }
        }
        return found;
    }

    /** What the features leave of another area: its parts of more than so many square metres. */
    public List<AreaGap> uncovered(Geometry whole, double leastM2) {
        List<AreaGap> found = new ArrayList<>();
        Geometry rest = Areas.without(whole, union());
        for (int i = 0; i < rest.getNumGeometries(); i++) {
            Polygon part = (Polygon) rest.getGeometryN(i);
            double area = Geodesy.areaM2(part);
            if (area > leastM2) {
                found.add(new AreaGap(part, area));
            }
        }
        return found;
    }

    private Geometry union() {
        return Areas.union(known.values().stream().sorted().map(areas::get).toList());
    }
}
