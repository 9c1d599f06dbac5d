package org.anlan.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFactory;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * Carries shapes between a listed coordinate system and that of the store, CGCS2000 longitude/latitude in degrees (x = longitude).
 * WGS 84 and CGCS2000 count as one; for Xian 1980 and Beijing 1954 longitude and latitude are kept on their own ellipsoid, without a
 * datum shift (see {@link Crs#datumShiftUnknown()}). Heights and measures are dropped. Immutable and safe for many threads.
 */
public final class CrsTransform {

    private final Crs crs;
    private final Projection projection;
    private final boolean towardsStore;

    private CrsTransform(Crs crs, boolean towardsStore) {
        this.crs = crs;
        this.projection = Projection.of(crs);
        this.towardsStore = towardsStore;
    }

    /** From the coordinates of a file to those of the store. */
    public static CrsTransform toCgcs2000(Crs source) {
        return new CrsTransform(source, true);
    }

    /** From the coordinates of the store to those of an export. */
    public static CrsTransform fromCgcs2000(Crs target) {
        return new CrsTransform(target, false);
    }

    /** The system at the far end from the store. */
    public Crs crs() {
        return crs;
    }

    /** Whether coordinates stay as they are (both ends are longitude/latitude). */
    public boolean identity() {
        return crs.geographic();
    }

    /**
     * The shape in the other system, 2-D. The same object comes back when nothing changes (identity, already 2-D); else a copy, and
     * the original is untouched. Empty shapes stay empty.
     *
     * @throws OutsideCrsException when a coordinate is not finite or cannot lie in the system
     */
    public Geometry apply(Geometry geometry) throws OutsideCrsException {
        Editing editing = new Editing();
        geometry.apply(editing);
        if (editing.outside != null) {
            throw editing.outside;
        }
        if (!editing.changes) {
            return geometry;
        }
        try {
            Geometry copy = new GeometryEditor(geometry.getFactory()).edit(geometry, editing);
            copy.setUserData(geometry.getUserData());
            return copy;
        } catch (OutsideFound e) {
            throw e.outside;
        }
    }

    /**
     * Changes points x0, y0, x1, y1, … in place.
     *
     * @param points how many points to change
     * @throws OutsideCrsException at the first coordinate that is not finite or cannot lie in the system; those before it are changed
     */
    public void apply(double[] xy, int points) throws OutsideCrsException {
        for (int i = 0; i < points; i++) {
            if (!one(xy, 2 * i)) {
                throw new OutsideCrsException(crs, xy[2 * i], xy[2 * i + 1]);
            }
        }
    }

    private boolean one(double[] xy, int at) {
        return towardsStore ? projection.inverse(xy, at) : projection.forward(xy, at);
    }

    /** First looks whether anything is outside or changes at all, then makes the copy. */
    private final class Editing extends GeometryEditor.CoordinateSequenceOperation
            implements org.locationtech.jts.geom.CoordinateSequenceFilter {

        private OutsideCrsException outside;
        private boolean changes = !identity();

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            changes |= sequence.getDimension() > 2;
            double x = sequence.getX(i);
            double y = sequence.getY(i);
            if (identity() && !(Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
                outside = new OutsideCrsException(crs, x, y);
            }
        }

        @Override
        public boolean isDone() {
            return outside != null || !identity();
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }

        @Override
        public CoordinateSequence edit(CoordinateSequence sequence, Geometry geometry) {
            GeometryFactory factory = geometry.getFactory();
            CoordinateSequenceFactory sequences = factory.getCoordinateSequenceFactory();
            int size = sequence.size();
            CoordinateSequence copy = sequences.create(size, 2);
            double[] xy = new double[2];
            for (int i = 0; i < size; i++) {
                xy[0] = sequence.getX(i);
                xy[1] = sequence.getY(i);
                if (!one(xy, 0)) {
                    throw new OutsideFound(new OutsideCrsException(crs, xy[0], xy[1]));
                }
                copy.setOrdinate(i, 0, xy[0]);
                copy.setOrdinate(i, 1, xy[1]);
            }
            return copy;
        }
    }

    /** Carries the checked exception through JTS, which knows none. */
    private static final class OutsideFound extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient OutsideCrsException outside;

        OutsideFound(OutsideCrsException outside) {
            super(outside);
            this.outside = outside;
        }
    }
}
