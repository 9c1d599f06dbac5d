package org.anlan.report.picture;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A shape as the path of a drawing; vertices that fall on the half pixel of the one before are left out. */
public final class SvgPath {

    private static final double LEAST_STEP = 0.5;

    private final Frame frame;
    private final StringBuilder path = new StringBuilder();

    private SvgPath(Frame frame) {
        this.frame = frame;
    }

    /** The path data ("M1 2L3 4"); a point is a small circle. */
    public static String of(Geometry shape, Frame frame) {
        SvgPath path = new SvgPath(frame);
        path.add(shape);
        return path.path.toString();
    }

    /** What stands for shapes of a dimension in a legend, in a box of 34 by 14. */
    public static String sample(int dimension) {
        return switch (dimension) {
            case 0 -> "M14 7a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z";
            case 1 -> "M1 7H33";
            default -> "M2 2H32V12H2Z";
        };
    }

    private void add(Geometry shape) {
        if (shape instanceof Point point) {
            if (!point.isEmpty()) {
                path.append(String.format(
                        Locale.ROOT,
                        "M%.1f %.1fa3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z",
                        frame.x(point.getX()) - 3,
                        frame.y(point.getY())));
            }
        } else if (shape instanceof LineString line) {
            line(line);
        } else if (shape instanceof Polygon polygon) {
            line(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                line(polygon.getInteriorRingN(i));
            }
        } else {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                add(shape.getGeometryN(i));
            }
        }
    }

    private void line(LineString line) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        Coordinate[] points = line.getCoordinates();
        for (int i = 0; i < points.length; i++) {
            double x = frame.x(points[i].x);
            double y = frame.y(points[i].y);
            boolean same = Math.abs(x - lastX) < LEAST_STEP && Math.abs(y - lastY) < LEAST_STEP;
            if (!same || i == points.length - 1) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
                lastX = x;
                lastY = y;
            }
        }
    }
}
