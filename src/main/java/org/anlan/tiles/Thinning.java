package org.anlan.tiles;

import java.util.Arrays;

/**
 * Leaves points of a line out that lie no farther than a tolerance from the line between those that stay (Douglas and Peucker 1973). The ends stay. Without
 * recursion, so that no line is too long for it.
 */
final class Thinning {

    private boolean[] stays = new boolean[256];
    private int[] stack = new int[128];

    /** Thins in place. */
    void thin(Points points, double tolerance) {
        int count = points.count;
        if (count < 3) {
            return;
        }
        if (stays.length < count) {
            stays = new boolean[2 * count];
        }
        Arrays.fill(stays, 0, count, false);
        stays[0] = true;
        stays[count - 1] = true;
        mark(points, tolerance * tolerance);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (stays[i]) {
                points.xy[2 * kept] = points.xy[2 * i];
                points.xy[2 * kept + 1] = points.xy[2 * i + 1];
                kept++;
            }
        }
        points.count = kept;
    }

    private void mark(Points points, double most) {
        int top = 0;
        stack[top++] = 0;
        stack[top++] = points.count - 1;
        while (top > 0) {
            int last = stack[--top];
            int first = stack[--top];
            int farthest = farthest(points, first, last, most);
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

    /** The point between two that is farthest from the line between them; 0 when none is farther than allowed. */
    private static int farthest(Points points, int first, int last, double most) {
        double x = points.x(first);
        double y = points.y(first);
        double dx = points.x(last) - x;
        double dy = points.y(last) - y;
        double square = dx * dx + dy * dy;
        double worst = most;
        int found = 0;
        for (int i = first + 1; i < last; i++) {
            double px = points.x(i) - x;
            double py = points.y(i) - y;
            double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
            double ex = px - along * dx;
            double ey = py - along * dy;
            double distance = ex * ex + ey * ey;
            if (distance > worst) {
                worst = distance;
                found = i;
            }
        }
        return found;
    }
}
