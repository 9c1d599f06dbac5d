package org.anlan.filter;

import java.util.IdentityHashMap;
import org.anlan.filter.Expression.Shape;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsTransform;
import org.anlan.geo.OutsideCrsException;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Brings the shapes of a filter to CGCS2000 degrees, x = longitude. Edges of a projected system are straight there and not in degrees: they get points every
 * hundredth of the shape's size before.
 */
final class FilterShapes {

    private static final int PARTS = 100;

    private final Crs crs;
    private final boolean swapped;
    private final IdentityHashMap<Shape, Shape> done = new IdentityHashMap<>();

    FilterShapes(Crs crs, boolean swapped) {
        this.crs = crs;
        this.swapped = swapped;
    }

    Shape toStore(Shape written) {
        return done.computeIfAbsent(written, shape -> new Shape(brought(shape), shape.where()));
    }

    private Geometry brought(Shape shape) {
        Geometry geometry = shape.geometry().copy();
        if (swapped) {
            geometry.apply(new Swap());
        }
        double size = geometry.getEnvelopeInternal().getDiameter();
        if (!crs.geographic() && size > 0) {
            geometry = Densifier.densify(geometry, size / PARTS);
        }
        try {
            return CrsTransform.toCgcs2000(crs).apply(geometry);
        } catch (OutsideCrsException e) {
            throw shape.where()
                    .wrong(
                            "坐标 (%s, %s) 不在 %s 的范围内",
                            "the coordinate (%s, %s) has no place in %s", e.x(), e.y(), crs.code());
        }
    }

    /** Exchanges the axes. */
    private static final class Swap implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double x = sequence.getX(i);
            sequence.setOrdinate(i, 0, sequence.getY(i));
            sequence.setOrdinate(i, 1, x);
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
