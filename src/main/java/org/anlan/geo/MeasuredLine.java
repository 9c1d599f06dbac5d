package org.anlan.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;

/** A polyline (longitude and latitude in degrees) with the geodesic distance of every vertex from its start. */
public final class MeasuredLine {

    private final CoordinateSequence positions;
    private final double[] fromStart;

    /** Measures the line through these positions, at least two. */
    public MeasuredLine(CoordinateSequence positions) {
        this.positions = positions;
        this.fromStart = new double[positions.size()];
        for (int i = 1; i < fromStart.length; i++) {
            fromStart[i] = fromStart[i - 1]
                    + Geodesy.distanceM(
                            positions.getX(i - 1), positions.getY(i - 1), positions.getX(i), positions.getY(i));
        }
    }

    /** Length in metres; the same sum as {@link Geodesy#lengthM}. */
    public double lengthM() {
        return fromStart.length == 0 ? 0 : fromStart[fromStart.length - 1];
    }

    /** The place that lies so many metres from the start, of the ends the nearer one for what lies past them: longitude into {@code into[0]}, latitude into {@code into[1]}. */
    public void place(double metres, double[] into) {
        int found = Arrays.binarySearch(fromStart, metres);
        int i = Math.max(0, Math.min(fromStart.length - 2, found >= 0 ? found : -found - 2));
        double edge = fromStart[i + 1] - fromStart[i];
        double t = edge > 0 ? Math.max(0, Math.min(1, (metres - fromStart[i]) / edge)) : 0;
        into[0] = positions.getX(i) + t * (positions.getX(i + 1) - positions.getX(i));
        into[1] = positions.getY(i) + t * (positions.getY(i + 1) - positions.getY(i));
    }
}
