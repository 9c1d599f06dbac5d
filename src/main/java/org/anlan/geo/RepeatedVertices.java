package org.anlan.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Takes out vertices that repeat the one before; a line or ring that would have too few left stays as it is. */
final class RepeatedVertices extends GeometryEditor.CoordinateOperation {

    static Geometry removed(Geometry shape) {
        return new GeometryEditor(shape.getFactory()).edit(shape, new RepeatedVertices());
    }

    @Override
    public Coordinate[] edit(Coordinate[] positions, Geometry part) {
        Coordinate[] fewer = CoordinateArrays.removeRepeatedPoints(positions);
        int least = part instanceof LinearRing ? 4 : 2;
        return fewer.length >= least ? fewer : positions;
    }
}
