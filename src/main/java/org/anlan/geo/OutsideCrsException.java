package org.anlan.geo;

import java.util.Locale;
import org.anlan.base.Text;

/** A coordinate that cannot be a place in the coordinate system it is said to be in (not finite, or far outside its range). */
public final class OutsideCrsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Crs crs;
    private final double x;
    private final double y;

    OutsideCrsException(Crs crs, double x, double y) {
        super(String.format(Locale.ROOT, "%s: (%s, %s)", crs.code(), x, y));
        this.crs = crs;
        this.x = x;
        this.y = y;
    }

    /** The coordinate system that was asked. */
    public Crs crs() {
        return crs;
    }

    /** The x (easting or longitude) as it came, in the units it came in. */
    public double x() {
        return x;
    }

    /** The y (northing or latitude) as it came, in the units it came in. */
    public double y() {
        return y;
    }

    /** What is wrong, for people. */
    public Text text() {
        return Text.of(
                "坐标 (%s, %s) 不在 %s（%s）的范围内，请检查坐标系",
                "Coordinate (%1$s, %2$s) cannot lie in %3$s (%5$s); check the coordinate system",
                x,
                y,
                crs.code(),
                crs.name().zh(),
                crs.name().en());
    }
}
