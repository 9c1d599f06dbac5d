package org.anlan.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;

/**
 * The one way in which the store keeps a shape that formats write in several: a shape of one part is that part, and shells run clockwise. So a shape that went
 * through any file and back is the same to the last byte.
 */
public final class KeptShape {

    private KeptShape() {}

    /** The shape as the store keeps it; the same object where it is so already. */
    public static Geometry of(Geometry shape) {
        boolean onePart = shape instanceof GeometryCollection && shape.getNumGeometries() == 1;
        return RingOrder.SHELLS_CLOCKWISE.of(onePart ? shape.getGeometryN(0) : shape);
    }
}
