package org.anlan.zoning.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.anlan.geo.Areas;
import org.anlan.geo.CleanUnion;
import org.anlan.geo.Geodesy;
import org.anlan.geo.Outline;
import org.locationtech.jts.geom.Geometry;

/**
 * Areas that count once where they overlap. Only what overlaps is joined, cluster by cluster; every other area enters with the area it has. So areas that
 * merely touch are never overlaid, and memory stays near that of the largest cluster. Not safe for many threads.
 */
public final class Dissolved {

    private final OverlapGraph graph;
    private final NavigableMap<Integer, Piece> pieces;
    private final Optional<Clip> clip;
    /** Clusters, and whole unions, that were computed: rows ask for the same in several places. */
    private final Map<List<Integer>, Double> known = new HashMap<>();

    private final Map<List<Integer>, Double> unions = new HashMap<>();

    /**
     * What pieces were cut by.
     *
     * @param whole the areas before they were cut, by their numbers
     * @param region the region that they were cut to
     */
    record Clip(List<Piece> whole, Outline region) {}

    /**
     * Pieces to count.
     *
     * @param graph which areas overlap
     * @param pieces the areas, or the parts of them that count here, by their numbers
     */
    public Dissolved(OverlapGraph graph, NavigableMap<Integer, Piece> pieces) {
        this(graph, pieces, Optional.empty());
    }

    /** Pieces to count; where all of them were cut to one region, the clip tells which. */
    Dissolved(OverlapGraph graph, NavigableMap<Integer, Piece> pieces, Optional<Clip> clip) {
        this.graph = graph;
        this.pieces = pieces;
        this.clip = clip;
    }

    /** All areas as they are. */
    public static Dissolved all(List<Piece> areas) {
        NavigableMap<Integer, Piece> pieces = new TreeMap<>();
        areas.forEach(area -> pieces.put(pieces.size(), area));
        return new Dissolved(new OverlapGraph(areas.stream().map(Piece::shape).toList()), pieces);
    }

    /** The pieces by the numbers of their areas. */
    public NavigableMap<Integer, Piece> pieces() {
        return pieces;
    }

    /** The pieces of these areas added up, square metres; areas without a piece have nothing. */
    public double sumM2(Collection<Integer> numbers) {
        return present(numbers).stream()
                .mapToDouble(number -> pieces.get(number).areaM2())
                .sum();
    }

    /** What the pieces of these areas cover together, square metres. */
    public double unionM2(Collection<Integer> numbers) {
        return unions.computeIfAbsent(present(numbers), this::clustersM2);
    }

    private double clustersM2(List<Integer> numbers) {
        double sum = 0;
        for (List<Integer> cluster : clusters(numbers)) {
            sum += cluster.size() == 1 ? pieces.get(cluster.get(0)).areaM2() : joinedM2(cluster);
        }
        return sum;
    }

    /** Areas that were left whole are joined once for all that is counted on the same graph. */
    private double joinedM2(List<Integer> cluster) {
        boolean whole = cluster.stream()
                .allMatch(number -> graph.isWhole(number, pieces.get(number).shape()));
        return whole ? graph.unionM2(cluster, this::measuredM2) : known.computeIfAbsent(cluster, this::measuredM2);
    }

    /** Only where outlines touch must the shape be made. Pieces that one border cut touch in it; so the areas are asked that they were cut from. */
    private double measuredM2(List<Integer> cluster) {
        List<Piece> members = cluster.stream()
                .map(number ->
                        clip.map(Clip::whole).map(whole -> whole.get(number)).orElseGet(() -> pieces.get(number)))
                .toList();
        List<Outline> outlines =
                members.stream().map(Piece::shape).map(Outline::new).toList();
        double sumM2 = members.stream().mapToDouble(Piece::areaM2).sum();
        OptionalDouble clean = clip.map(one -> CleanUnion.areaInM2(one.region(), outlines, sumM2))
                .orElseGet(() -> CleanUnion.areaM2(outlines, sumM2));
        return clean.orElseGet(() -> Geodesy.areaM2(joined(cluster)));
    }

    /** What all pieces cover together, square metres. */
    public double unionM2() {
        return unionM2(pieces.keySet());
    }

    /** What all pieces cover together, as shapes that do not overlap. */
    public List<Geometry> shapes() {
        return clusters(present(pieces.keySet())).stream().map(this::joined).toList();
    }

    private Geometry joined(List<Integer> cluster) {
        return cluster.size() == 1
                ? pieces.get(cluster.get(0)).shape()
                : Areas.union(cluster.stream()
                        .map(number -> pieces.get(number).shape())
                        .toList());
    }

    private List<Integer> present(Collection<Integer> numbers) {
        return numbers.stream().filter(pieces::containsKey).sorted().distinct().toList();
    }

    /** The numbers, those together that hang together by overlaps; the lowest is the head of its cluster. */
    private Collection<List<Integer>> clusters(List<Integer> numbers) {
        Map<Integer, Integer> heads = new HashMap<>();
        numbers.forEach(number -> heads.put(number, number));
        for (int number : numbers) {
            for (int other : graph.over(number)) {
                if (heads.containsKey(other)) {
                    int one = head(heads, number);
                    int two = head(heads, other);
                    heads.put(Math.max(one, two), Math.min(one, two));
                }
            }
        }
        Map<Integer, List<Integer>> clusters = new TreeMap<>();
        numbers.forEach(number -> clusters.computeIfAbsent(head(heads, number), head -> new ArrayList<>())
                .add(number));
        return clusters.values();
    }

    private static int head(Map<Integer, Integer> heads, int number) {
        int at = number;
        for (int up = heads.get(at); up != at; up = heads.get(at)) {
            heads.put(at, heads.get(up));
            at = up;
        }
        return at;
    }
}
