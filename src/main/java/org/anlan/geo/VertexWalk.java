package org.anlan.geo;

import java.util.Optional;
import org.anlan.base.Finding.Place;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** Goes over all vertices of a shape once: are they numbers, and how many repeat the one before. */
final class VertexWalk implements GeometryComponentFilter {

    private int repeats;
    private Place firstRepeat;
    private Place last;
    private boolean allFinite = true;

    @Override
    public void filter(Geometry component) {
        if (component instanceof LineString line) {
            walk(line.getCoordinateSequence());
        } else if (component instanceof Point point) {
            walk(point.getCoordinateSequence());
        }
    }

    private void walk(CoordinateSequence positions) {
        for (int i = 0; i < positions.size(); i++) {
            double x = positions.getX(i);
            double y = positions.getY(i);
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                allFinite = false;
                return;
            }
            if (i > 0 && x == positions.getX(i - 1) && y == positions.getY(i - 1)) {
                repeats++;
                firstRepeat = firstRepeat == null ? new Place(x, y) : firstRepeat;
            }
            if (i == 0) {
                last = new Place(x, y);
            }
        }
    }

    boolean finite() {
        return allFinite;
    }

    /** The start of the last part that began with a number. */
    Optional<Place> somewhere() {
        return Optional.ofNullable(last);
    }

    boolean repeats() {
        return repeats > 0;
    }

    Optional<GeometryProblem> repeated() {
        return Optional.ofNullable(firstRepeat)
                .map(p -> new GeometryProblem(GeometryProblem.Kind.DUPLICATE_VERTEX, repeats, Optional.of(p)));
    }
}
