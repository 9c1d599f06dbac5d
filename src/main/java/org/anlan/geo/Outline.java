package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of an area, each with the inside on its right, for the quick answer to how others lie to it. Most outlines stay apart or cross cleanly: an edge passes
 * from one side of another edge to its other side, which is told exactly (JTS's double-double orientation). Where outlines touch, share a vertex or run along each
 * other, the answer is left to those that look closer. Edges are straight in longitude and latitude. Immutable and safe for many threads.
 */
public final class Outline {

    /** From so many edges on a tree finds the near ones faster than looking at all. */
    private static final int MANY_EDGES = 128;

    private final Envelope extent;
    /** x and y of the start, x and y of the end, one edge after another, ring by ring. */
    private final double[] edges;
    /** The first edge of each ring; after the last one the number of edges. */
    private final int[] rings;
    /** Whether a ring is a shell. */
    private final boolean[] shells;
    /** One tree over the edges, or none where there are few. */
    private final List<BoxTree> tree;

    /** Takes an area: Polygon or MultiPolygon, valid, longitude and latitude in degrees. */
    public Outline(Geometry area) {
        this(area, MANY_EDGES);
    }

    /** The same for an area that is asked about once: it needs no tree. */
    static Outline once(Geometry area) {
        return new Outline(area, Integer.MAX_VALUE);
    }

    private Outline(Geometry area, int many) {
        extent = area.getEnvelopeInternal();
        List<LinearRing> found = new ArrayList<>();
        List<Integer> outer = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
                outer.add(found.size());
                found.add(part.getExteriorRing());
                for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                    found.add(part.getInteriorRingN(hole));
                }
            }
        }
        shells = new boolean[found.size()];
        outer.forEach(shell -> shells[shell] = true);
        rings = new int[found.size() + 1];
        for (int i = 0; i < found.size(); i++) {
            rings[i + 1] = rings[i] + found.get(i).getNumPoints() - 1;
        }
        edges = new double[4 * rings[found.size()]];
        for (int i = 0; i < found.size(); i++) {
            take(found.get(i).getCoordinateSequence(), 4 * rings[i], shells[i]);
        }
        tree = count() > many ? List.of(LineHits.treeOf(edges)) : List.of();
    }

    private void take(CoordinateSequence ring, int from, boolean shell) {
        boolean turned = Orientation.isCCW(ring) == shell;
        int last = ring.size() - 1;
        for (int i = 0; i < last; i++) {
            int start = turned ? last - i : i;
            int end = turned ? start - 1 : start + 1;
            edges[from + 4 * i] = ring.getX(start);
            edges[from + 4 * i + 1] = ring.getY(start);
            edges[from + 4 * i + 2] = ring.getX(end);
            edges[from + 4 * i + 3] = ring.getY(end);
        }
    }

    /** How a shape lies to this area; a point is told to touch where it comes near an edge. */
    public Lie lieOf(Geometry shape) {
        Envelope box = shape.getEnvelopeInternal();
        if (!extent.intersects(box)) {
            return Lie.APART;
        }
        if (clear(box)) {
            Coordinate any = shape.getCoordinate();
            return holds(any.x, any.y) ? Lie.WITHIN : Lie.APART;
        }
        return switch (shape.getDimension()) {
            case 1 -> lieOf(EdgeTree.edgesOf(shape), starts(shape));
            case 2 -> lieNear(once(shape));
            default -> Lie.TOUCHES;
        };
    }

    /** How another area lies to this one. */
    public Lie lieOf(Outline other) {
        if (!extent.intersects(other.extent)) {
            return Lie.APART;
        }
        if (clear(other.extent)) {
            return holds(other.edges, 0) ? Lie.WITHIN : Lie.APART;
        }
        return lieNear(other);
    }

    /** Whether no edge comes near a box: then all of it lies on one side. */
    private boolean clear(Envelope box) {
        boolean[] clear = {true};
        near(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), edge -> clear[0] = false);
        return clear[0];
    }

    private Lie lieNear(Outline other) {
        Lie crossing = crossing(other.edges);
        if (crossing != Lie.APART) {
            return crossing;
        }
        int shellsInside = 0;
        int shellsOfOther = 0;
        for (int ring = 0; ring < other.shells.length; ring++) {
            shellsOfOther += other.shells[ring] ? 1 : 0;
            shellsInside += other.shells[ring] && holds(other.edges, 4 * other.rings[ring]) ? 1 : 0;
        }
        boolean shellAround = false;
        boolean ringAround = false;
        for (int ring = 0; ring < shells.length; ring++) {
            boolean around = other.holds(edges, 4 * rings[ring]);
            ringAround |= around;
            shellAround |= around && shells[ring];
        }
        if (shellsInside == shellsOfOther && !ringAround) {
            return Lie.WITHIN;
        }
        return shellsInside == 0 && !shellAround ? Lie.APART : Lie.MEETS;
    }

    /** How lines lie, by their edges and where in these each line starts. */
    private Lie lieOf(double[] lines, List<Integer> starts) {
        Lie crossing = crossing(lines);
        if (crossing != Lie.APART) {
            return crossing;
        }
        long inside = starts.stream().filter(at -> holds(lines, at)).count();
        if (inside == 0) {
            return Lie.APART;
        }
        return inside == starts.size() ? Lie.WITHIN : Lie.MEETS;
    }

    private static List<Integer> starts(Geometry lines) {
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            Geometry line = lines.getGeometryN(i);
            if (line.getNumPoints() > 1) {
                starts.add(at);
                at += 4 * (line.getNumPoints() - 1);
            }
        }
        return starts;
    }

    /** MEETS where an edge crosses the outline, TOUCHES where none does but one touches it, APART where they have no place in common. */
    private Lie crossing(double[] others) {
        Lie[] found = {Lie.APART};
        meet(others, new Meeting() {
            @Override
            public void crosses(int edge, int other, boolean enters) {
                found[0] = Lie.MEETS;
            }

            @Override
            public void touches() {
                found[0] = found[0] == Lie.APART ? Lie.TOUCHES : found[0];
            }

            @Override
            public boolean enough() {
                return found[0] == Lie.MEETS;
            }
        });
        return found[0];
    }

    /** Tells where edges (x and y of the start, x and y of the end) meet this outline. */
    void meet(double[] others, Meeting met) {
        for (int i = 0; i < others.length && !met.enough(); i += 4) {
            int at = i;
            double minX = Math.min(others[i], others[i + 2]);
            double minY = Math.min(others[i + 1], others[i + 3]);
            double maxX = Math.max(others[i], others[i + 2]);
            double maxY = Math.max(others[i + 1], others[i + 3]);
            if (minX <= extent.getMaxX()
                    && maxX >= extent.getMinX()
                    && minY <= extent.getMaxY()
                    && maxY >= extent.getMinY()) {
                near(minX, minY, maxX, maxY, edge -> meet(others, at, 4 * edge, met));
            }
        }
    }

    private void meet(double[] others, int a, int b, Meeting met) {
        int startSide = side(edges, b, others[a], others[a + 1]);
        int endSide = side(edges, b, others[a + 2], others[a + 3]);
        if (startSide == endSide && startSide != Orientation.COLLINEAR) {
            return;
        }
        int one = side(others, a, edges[b], edges[b + 1]);
        int two = side(others, a, edges[b + 2], edges[b + 3]);
        if (one == two && one != Orientation.COLLINEAR) {
            return;
        }
        if (startSide * endSide * one * two != 0) {
            met.crosses(a / 4, b / 4, endSide == Orientation.RIGHT);
        } else {
            met.touches();
        }
    }

    private static int side(double[] edges, int at, double x, double y) {
        return CGAlgorithmsDD.orientationIndex(edges[at], edges[at + 1], edges[at + 2], edges[at + 3], x, y);
    }

    /** The same of the place whose x and y stand there. */
    boolean holds(double[] positions, int at) {
        return holds(positions[at], positions[at + 1]);
    }

    /** Whether a place that is not on the outline lies in the area, by the even-odd rule. */
    boolean holds(double x, double y) {
        if (!extent.intersects(x, y)) {
            return false;
        }
        int[] crossed = {0};
        near(x, y, extent.getMaxX(), y, edge -> {
            int at = 4 * edge;
            boolean up = edges[at + 3] > y;
            if ((edges[at + 1] > y) != up) {
                crossed[0] += side(edges, at, x, y) == (up ? Orientation.LEFT : Orientation.RIGHT) ? 1 : 0;
            }
        });
        return (crossed[0] & 1) == 1;
    }

    private void near(double minX, double minY, double maxX, double maxY, IntConsumer found) {
        if (!tree.isEmpty()) {
            tree.get(0).query(minX, minY, maxX, maxY, found);
            return;
        }
        for (int at = 0; at < edges.length; at += 4) {
            if (Math.min(edges[at], edges[at + 2]) <= maxX
                    && Math.max(edges[at], edges[at + 2]) >= minX
                    && Math.min(edges[at + 1], edges[at + 3]) <= maxY
                    && Math.max(edges[at + 1], edges[at + 3]) >= minY) {
                found.accept(at / 4);
            }
        }
    }

    /** What encloses the area. */
    Envelope extent() {
        return extent;
    }

    /** The edges: x and y of the start, x and y of the end, with the inside on the right, ring by ring. */
    double[] edges() {
        return edges;
    }

    /** The first edge of each ring; after the last one the number of edges. */
    int[] rings() {
        return rings;
    }

    /** How many edges there are. */
    int count() {
        return edges.length / 4;
    }
}
