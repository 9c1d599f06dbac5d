package org.anlan.geo;

/**
 * Whether two edges lie on each other. The longer one is the axis: where their ranges along it meet, both ends of the common range must
 * lie within the tolerance. So edges that cross, or only touch at their ends, do not overlap.
 */
final class EdgeOverlap {

    private final LineStore lines;
    private final double toleranceM;
    private double from;
    private double to;

    EdgeOverlap(LineStore lines, double toleranceM) {
        this.lines = lines;
        this.toleranceM = toleranceM;
    }

    /** Looks at the edges that start at two vertices; when they overlap, the range on the second can be asked for. */
    boolean find(int kept, int repeated) {
        LocalScale scale = LocalScale.at(lines.y(kept));
        double ax = (lines.x(kept + 1) - lines.x(kept)) * scale.lonM();
        double ay = (lines.y(kept + 1) - lines.y(kept)) * scale.latM();
        double cx = (lines.x(repeated) - lines.x(kept)) * scale.lonM();
        double cy = (lines.y(repeated) - lines.y(kept)) * scale.latM();
        double dx = (lines.x(repeated + 1) - lines.x(kept)) * scale.lonM();
        double dy = (lines.y(repeated + 1) - lines.y(kept)) * scale.latM();
        double ex = dx - cx;
        double ey = dy - cy;
        double keptSquare = ax * ax + ay * ay;
        double repeatedSquare = ex * ex + ey * ey;
        if (keptSquare == 0 || repeatedSquare == 0) {
            return false;
        }
        return keptSquare >= repeatedSquare
                ? onKept(ax, ay, cx, cy, ex, ey, Math.sqrt(keptSquare))
                : onRepeated(ax, ay, cx, cy, ex, ey, Math.sqrt(repeatedSquare));
    }

    /** Start of the overlap as a part of the second edge, 0 … 1. */
    double from() {
        return from;
    }

    /** End of the overlap as a part of the second edge, 0 … 1. */
    double to() {
        return to;
    }

    private boolean onKept(double ax, double ay, double cx, double cy, double ex, double ey, double length) {
        double start = (cx * ax + cy * ay) / length;
        double run = (ex * ax + ey * ay) / length;
        double side = (cy * ax - cx * ay) / length;
        double drift = (ey * ax - ex * ay) / length;
        if (run == 0) {
            return false;
        }
        double t0 = clamp(-start / run);
        double t1 = clamp((length - start) / run);
        from = Math.min(t0, t1);
        to = Math.max(t0, t1);
        return to > from && near(side + from * drift) && near(side + to * drift);
    }

    private boolean onRepeated(double ax, double ay, double cx, double cy, double ex, double ey, double length) {
        double start = -(cx * ex + cy * ey) / length;
        double end = start + (ax * ex + ay * ey) / length;
        double side = -(cy * ex - cx * ey) / length;
        double drift = (ay * ex - ax * ey) / length;
        double run = end - start;
        from = clamp(Math.min(start, end) / length);
        to = clamp(Math.max(start, end) / length);
        return to > from
                && near(side + (from * length - start) / run * drift)
                && near(side + (to * length - start) / run * drift);
    }

    private boolean near(double sideways) {
        return Math.abs(sideways) <= toleranceM;
    }

    private static double clamp(double t) {
        return Math.max(0, Math.min(1, t));
    }
}
