package org.anlan.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** A quick answer for most lines of a survey: short, open, and no two edges near each other. */
final class PlainLine {

    private static final int SHORT = 64;

    private PlainLine() {}

    /** True when the line cannot cross or touch itself; false when it has to be looked at properly. */
    static boolean surelySimple(Geometry shape) {
        if (!(shape instanceof LineString line) || line.getNumPoints() > SHORT) {
            return false;
        }
        CoordinateSequence c = line.getCoordinateSequence();
        for (int i = 0; i + 2 < c.size(); i++) {
            if (turnsBack(c, i)) {
                return false;
            }
            for (int j = i + 2; j + 1 < c.size(); j++) {
                if (meet(c.getX(i), c.getX(i + 1), c.getX(j), c.getX(j + 1))
                        && meet(c.getY(i), c.getY(i + 1), c.getY(j), c.getY(j + 1))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether two edges in a row may lie on each other: the second goes back within 90° of the first. */
    private static boolean turnsBack(CoordinateSequence c, int i) {
        double along = (c.getX(i + 1) - c.getX(i)) * (c.getX(i + 2) - c.getX(i + 1))
                + (c.getY(i + 1) - c.getY(i)) * (c.getY(i + 2) - c.getY(i + 1));
        return !(along > 0) && side(c, i) == 0;
    }

    private static double side(CoordinateSequence c, int i) {
        return (c.getX(i + 1) - c.getX(i)) * (c.getY(i + 2) - c.getY(i + 1))
                - (c.getY(i + 1) - c.getY(i)) * (c.getX(i + 2) - c.getX(i + 1));
    }

    private static boolean meet(double a1, double a2, double b1, double b2) {
        return Math.max(a1, a2) >= Math.min(b1, b2) && Math.max(b1, b2) >= Math.min(a1, a2);
    }
}
