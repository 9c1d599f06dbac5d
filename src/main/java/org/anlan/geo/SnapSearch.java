package org.anlan.geo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anlan.base.Refusal;

/**
 * Decides where the loose ends of lines go, and moves them in the store. Ends that are joined are fixed. Pairs of near ends are taken from the nearest to the
 * farthest: a loose end goes to a fixed one; of two loose ones the second goes to the first, which is then fixed. So in the end no two loose ends are near each
 * other, and each went once and no farther than the tolerance.
 */
final class SnapSearch {

    private final LineStore lines;
    private final double toleranceM;
    private final LineEnds ends;
    private final BitSet loose;
    /** Vertices on whose edges an end lies: they stay. */
    private final BitSet pinned = new BitSet();

    private final BitSet gone = new BitSet();
    private final Map<Integer, Double> moved = new HashMap<>();

    private record Pair(int first, int second, double metres) {}

    SnapSearch(LineStore lines, double toleranceM) {
        this.lines = lines;
        this.toleranceM = toleranceM;
        this.ends = new LineEnds(lines);
        this.loose = ends.joined();
        loose.flip(0, ends.size());
    }

    /** The vertices that were moved, and how far, metres. */
    Map<Integer, Double> run() {
        pinTouching();
        pairs().forEach(this::join);
        toEdges(true);
        toEdges(false);
        return moved;
    }

    /** An end that lies on the middle of another line stays, and so does that edge; one that is near an end too goes to that like any other. */
    private void pinTouching() {
        EdgeFeet touching = new EdgeFeet(lines, ends, loose, LineEnds.JOINED_M);
        for (int end : loose.stream().toArray()) {
            if (touching.edge(end) >= 0 && alone(end)) {
                loose.clear(end);
                pin(touching.edge(end));
            }
        }
    }

    private boolean alone(int end) {
        boolean[] alone = {true};
        ends.near(end, toleranceM, (other, metres) -> alone[0] = false);
        return alone[0];
    }

    private void pin(int edge) {
        pinned.set(edge, edge + 2);
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int end : loose.stream().toArray()) {
            ends.near(end, toleranceM, (other, metres) -> {
                if (!loose.get(other) || other > end) {
                    pairs.add(new Pair(Math.min(end, other), Math.max(end, other), metres));
                }
            });
            if (pairs.size() > OverlapSearch.MOST_HITS) {
                throw tooMany();
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::metres)
                .thenComparingInt(Pair::first)
                .thenComparingInt(Pair::second));
        return pairs;
    }

    private static Refusal tooMany() {
        return Refusal.unprocessable(
                "too-many-gaps",
                "端点过于密集（相近的端点超过 %d 对），无法捕捉",
                "More than %d pairs of ends lie near each other; they cannot be snapped",
                OverlapSearch.MOST_HITS);
    }

    private void join(Pair pair) {
        if (gone.get(pair.first()) || gone.get(pair.second())) {
            return;
        }
        if (loose.get(pair.second()) && !moveTo(pair.second(), pair.first())) {
            moveTo(pair.first(), pair.second());
        } else if (loose.get(pair.first())) {
            moveTo(pair.first(), pair.second());
        }
    }

    /** Moves a loose end to another end, which then stays. */
    private boolean moveTo(int end, int target) {
        if (!loose.get(end) || !move(end, ends.x(target), ends.y(target))) {
            return false;
        }
        loose.clear(target);
        return true;
    }

    private boolean move(int end, double x, double y) {
        int vertex = ends.vertex(end);
        if (pinned.get(vertex) || collapses(end, x, y)) {
            return false;
        }
        moved.put(vertex, LocalScale.at(y).distanceM(ends.x(end), ends.y(end), x, y));
        lines.move(vertex, x, y);
        loose.clear(end);
        gone.set(end);
        return true;
    }

    /** Whether the line would have no length, or go out and straight back, with its end there. */
    private boolean collapses(int end, double x, double y) {
        int part = lines.partOf(ends.vertex(end));
        int from = lines.firstVertex(part) + (ends.isStart(end) ? 1 : 0);
        int to = lines.lastVertex(part) - (ends.isStart(end) ? 0 : 1);
        int far = ends.isStart(end) ? to : from;
        boolean closes = at(far, x, y);
        int between = 0;
        for (int v = from; v <= to; v++) {
            boolean repeats = v > from && lines.x(v) == lines.x(v - 1) && lines.y(v) == lines.y(v - 1);
            between += repeats || at(v, x, y) ? 0 : 1;
        }
        return closes ? between < 2 : between < 1;
    }

    private boolean at(int vertex, double x, double y) {
        return LocalScale.at(y).distanceM(lines.x(vertex), lines.y(vertex), x, y) <= LineEnds.JOINED_M;
    }

    /**
     * What is still loose goes to the vertices of other features, then to the middle of their edges, which stay from then on. An edge that moved since is
     * no longer where it was looked for: whoever is near it is looked at again, behind all others.
     */
    private void toEdges(boolean onlyVertices) {
        boolean again;
        do {
            again = false;
            EdgeFeet feet = new EdgeFeet(lines, ends, loose, toleranceM);
            BitSet late = new BitSet();
            for (int end : loose.stream().toArray()) {
                int edge = feet.edge(end);
                if (edge >= 0 && (late.get(edge) || late.get(edge + 1))) {
                    again = true;
                } else if (edge >= 0 && toEdge(end, edge, feet.x(end), feet.y(end), onlyVertices)) {
                    late.set(ends.vertex(end));
                }
            }
        } while (again); // an edge was late because an end went and is loose no more: that comes to an end
    }

    /** Moves an end to the nearer vertex of an edge where that is within the tolerance, else onto the edge; not to where another loose end is near. */
    private boolean toEdge(int end, int edge, double footX, double footY, boolean onlyVertices) {
        LocalScale scale = LocalScale.at(ends.y(end));
        double first = scale.distanceM(ends.x(end), ends.y(end), lines.x(edge), lines.y(edge));
        double second = scale.distanceM(ends.x(end), ends.y(end), lines.x(edge + 1), lines.y(edge + 1));
        int vertex = first <= second ? edge : edge + 1;
        boolean atVertex = Math.min(first, second) <= toleranceM;
        if (onlyVertices && !atVertex) {
            return false;
        }
        double x = atVertex ? lines.x(vertex) : footX;
        double y = atVertex ? lines.y(vertex) : footY;
        boolean[] crowded = {false};
        ends.near(x, y, toleranceM, (other, metres) -> crowded[0] |= other != end && loose.get(other));
        if (crowded[0] || !move(end, x, y)) {
            return false;
        }
        if (!atVertex) {
            pin(edge);
        }
        return true;
    }
}
