package org.anlan.filter;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;

/** Exchanges the axes of a shape in place: latitude, longitude becomes longitude, latitude. */
final class SwappedAxes implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence sequence, int i) {
        double first = sequence.getOrdinate(i, 0);
        sequence.setOrdinate(i, 0, sequence.getOrdinate(i, 1));
        sequence.setOrdinate(i, 1, first);
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
