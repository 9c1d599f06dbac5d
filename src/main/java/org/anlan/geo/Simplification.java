package org.anlan.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * What is left of a line at a coarser scale: vertices that lie no farther than a tolerance from the line between those that stay are left out (D. H. Douglas and
 * T. K. Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line or its caricature", Cartographica 10(2), 1973).
 * The ends of every part stay, so lines that meet there still do; a ring keeps the vertex where it begins, and one that is nowhere farther from it than the
 * tolerance shrinks to nothing. Distances are metres in the plane at the latitude of the part's middle.
 *
 * @param lengthM geodesic length of what is left, metres
 * @param vertices how many vertices are left
 */
public record Simplification(double lengthM, int vertices) {

    /**
     * A line at a coarser scale.
     *
     * @param line LineString or MultiLineString, longitude and latitude in degrees; other shapes give nothing
     * @param toleranceM how far from what is left a vertex may lie, metres; 0 leaves out only what changes nothing
     */
    public static Simplification of(Geometry line, double toleranceM) {
        double lengthM = 0;
        int vertices = 0;
        for (int i = 0; i < line.getNumGeometries(); i++) {
            if (line.getGeometryN(i) instanceof LineString part && !part.isEmpty()) {
                Simplification left = left(part, toleranceM);
                lengthM += left.lengthM();
                vertices += left.vertices();
            }
        }
        return new Simplification(lengthM, vertices);
    }

    private static Simplification left(LineString part, double toleranceM) {
        CoordinateSequence positions = part.getCoordinateSequence();
        boolean[] stays = new boolean[positions.size()];
        stays[0] = true;
        stays[stays.length - 1] = true;
        LocalScale scale = LocalScale.at(part.getEnvelopeInternal().centre().y);
        mark(positions, scale, toleranceM * toleranceM, stays);
        double lengthM = 0;
        int vertices = 1;
        int last = 0;
        for (int i = 1; i < stays.length; i++) {
            if (stays[i]) {
                lengthM += Geodesy.distanceM(
                        positions.getX(last), positions.getY(last), positions.getX(i), positions.getY(i));
                vertices++;
                last = i;
            }
        }
        return new Simplification(lengthM, vertices);
    }

    /** Without recursion, so that no line is too long for it. */
    private static void mark(CoordinateSequence positions, LocalScale scale, double mostM2, boolean[] stays) {
        int[] stack = new int[64];
        int top = 0;
        stack[top++] = 0;
        stack[top++] = stays.length - 1;
        while (top > 0) {
            int last = stack[--top];
            int first = stack[--top];
            int farthest = farthest(positions, scale, first, last, mostM2);
            if (farthest > 0) {
                stays[farthest] = true;
                if (top + 4 > stack.length) {
                    stack = Arrays.copyOf(stack, 2 * stack.length);
                }
                stack[top++] = first;
                stack[top++] = farthest;
                stack[top++] = farthest;
                stack[top++] = last;
            }
        }
    }

    /** The vertex between two that is farthest from the edge between them; 0 when none is farther than allowed. */
    private static int farthest(CoordinateSequence positions, LocalScale scale, int first, int last, double mostM2) {
        double x = positions.getX(first);
        double y = positions.getY(first);
        double dx = (positions.getX(last) - x) * scale.lonM();
        double dy = (positions.getY(last) - y) * scale.latM();
        double edge2 = dx * dx + dy * dy;
        int farthest = 0;
        double worst = mostM2;
        for (int i = first + 1; i < last; i++) {
            double px = (positions.getX(i) - x) * scale.lonM();
            double py = (positions.getY(i) - y) * scale.latM();
            double along = edge2 > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / edge2)) : 0;
            double away2 = square(px - along * dx) + square(py - along * dy);
            if (away2 > worst) {
                worst = away2;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double square(double value) {
        return value * value;
    }
}
