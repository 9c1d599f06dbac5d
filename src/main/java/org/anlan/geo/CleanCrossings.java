package org.anlan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Intersection;
import org.locationtech.jts.geom.Coordinate;

/** Where edges cross an outline, as long as none only touches it. */
final class CleanCrossings {

    /** Crossings of one edge nearer to each other than this, in degrees, have no sure order. */
    private static final double SAME_PLACE = 1e-12;

    private CleanCrossings() {}

    /**
     * A crossing.
     *
     * @param at where
     * @param edge number of the edge
     * @param other number of the edge of the outline
     * @param enters whether the edge comes into the area there; else it leaves it
     */
    record Crossing(Coordinate at, int edge, int other, boolean enters) {}

    /** All crossings of edges (x and y of the start, x and y of the end) with an outline; empty where an edge touches the outline. */
    static Optional<List<Crossing>> of(double[] edges, Outline outline) {
        List<Crossing> found = new ArrayList<>();
        boolean[] touched = {false};
        outline.meet(edges, new Meeting() {
            @Override
            public void crosses(int edge, int other, boolean enters) {
                found.add(new Crossing(place(edges, 4 * edge, outline.edges(), 4 * other), edge, other, enters));
            }

            @Override
            public void touches() {
                touched[0] = true;
            }

            @Override
            public boolean enough() {
                return touched[0];
            }
        });
        return touched[0] ? Optional.empty() : Optional.of(found);
    }

    private static Coordinate place(double[] one, int a, double[] other, int b) {
        return Intersection.intersection(start(one, a), start(one, a + 2), start(other, b), start(other, b + 2));
    }

    private static Coordinate start(double[] edges, int at) {
        return new Coordinate(edges[at], edges[at + 1]);
    }

    /** By the distance from the start of the edge whose numbers stand there. */
    static Comparator<Coordinate> along(double[] edges, int at) {
        Coordinate from = start(edges, at);
        return Comparator.comparingDouble(from::distance);
    }

    /** Whether two crossings of an edge lie so near that their order is not sure. */
    static boolean unsure(Coordinate one, Coordinate next) {
        return one.distance(next) <= SAME_PLACE;
    }
}
