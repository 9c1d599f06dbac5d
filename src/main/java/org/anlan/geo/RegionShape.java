package org.anlan.geo;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A region made ready for many questions of distance. */
final class RegionShape {

    private final String code;
    private final Envelope envelope;
    private final EdgeTree edges;

    RegionShape(String code, Geometry shape) {
        this.code = code;
        this.envelope = shape.getEnvelopeInternal();
        this.edges = new EdgeTree(shape);
    }

    String code() {
        return code;
    }

    Envelope envelope() {
        return envelope;
    }

    /** Metres to the border, negative inside. */
    double signedDistanceM(double x, double y, LocalScale scale) {
        double distance = edges.distanceM(x, y, scale);
        return envelope.contains(x, y) && edges.inside(x, y) ? -distance : distance;
    }
}
