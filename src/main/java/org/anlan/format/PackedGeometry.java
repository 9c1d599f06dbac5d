package org.anlan.format;

import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/** Two-dimensional geometries whose coordinates lie packed in one array: 16 bytes a point. */
public final class PackedGeometry {

    /** Makes such geometries. Its SRID is 0: what the coordinates mean, the file tells elsewhere. */
    public static final GeometryFactory FACTORY =
            new GeometryFactory(new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private PackedGeometry() {}

    /** Points of alternating x and y; the array is not copied. */
    public static PackedCoordinateSequence.Double sequence(double[] xy) {
        return new PackedCoordinateSequence.Double(xy, 2, 0);
    }
}
