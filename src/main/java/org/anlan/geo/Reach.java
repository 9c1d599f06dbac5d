package org.anlan.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * What lies within a distance of a shape. The shape is laid into a plane that touches the ellipsoid at its middle: metres to the east are scaled by the radius of
 * curvature in the prime vertical at the middle's latitude, metres to the north by that in the meridian. Up to {@link #MOST_EXTENT_DEGREES} across, distances
 * of {@link #MOST_DISTANCE_M} are right to 0.3 % there: the cosine of the latitude changes by at most tan φ · 0.05° = 0.0025 at 70°. Arcs have 32 corners a quarter, which
 * falls short of the circle by at most 0.03 %.
 */
public final class Reach {

    /** Shapes may be so many degrees across. */
    public static final double MOST_EXTENT_DEGREES = 0.1;

    /** The most that may be asked for, metres. */
    public static final double MOST_DISTANCE_M = 5_000;

    private static final int CORNERS_A_QUARTER = 32;

    private Reach() {}

    /**
     * The area within so many metres of a shape (longitude/latitude in degrees), the shape included; empty when the shape is larger than this way of
     * computing allows, or nearer to a pole than 20°.
     */
    public static Optional<Geometry> within(Geometry shape, double distanceM) {
        Envelope box = shape.getEnvelopeInternal();
        if (box.getWidth() > MOST_EXTENT_DEGREES
                || box.getHeight() > MOST_EXTENT_DEGREES
                || Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) > 70
                || !(distanceM > 0 && distanceM <= MOST_DISTANCE_M)) {
            return Optional.empty();
        }
        Coordinate middle = box.centre();
        LocalScale scale = LocalScale.at(middle.y);
        Geometry flat = shape.copy();
        flat.apply(new Scaling(middle.x, middle.y, scale.lonM(), scale.latM()));
        flat.geometryChanged();
        Geometry reach = BufferOp.bufferOp(flat, distanceM, new BufferParameters(CORNERS_A_QUARTER));
        reach.apply(
                new Scaling(-middle.x * scale.lonM(), -middle.y * scale.latM(), 1 / scale.lonM(), 1 / scale.latM()));
        reach.geometryChanged();
        return Optional.of(reach);
    }

    /** x → (x − x₀) · a, y → (y − y₀) · b. */
    private record Scaling(double x0, double y0, double a, double b) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence line, int i) {
            line.setOrdinate(i, CoordinateSequence.X, (line.getX(i) - x0) * a);
            line.setOrdinate(i, CoordinateSequence.Y, (line.getY(i) - y0) * b);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
