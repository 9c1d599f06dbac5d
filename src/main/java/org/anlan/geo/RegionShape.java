package org.anlan.geo;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A region, or a line that others may follow, made ready for many questions of distance. */
final class RegionShape {

    private final String code;
    private final Envelope envelope;
    private final EdgeTree edges;
    private final boolean area;

    RegionShape(String code, Geometry shape) {
        this.code = code;
        this.envelope = shape.getEnvelopeInternal();
        this.edges = new EdgeTree(shape);
        this.area = shape.getDimension() == 2;
    }

    String code() {
        return code;
    }

    Envelope envelope() {
        return envelope;
    }

    /**
     * Metres to the border, negative inside; to a line they are never negative.
     *
     * @param boundM outside, a distance of more than this is told as this
     */
    double signedDistanceM(double x, double y, LocalScale scale, double boundM) {
        return area && envelope.contains(x, y) && edges.inside(x, y)
                ? -edges.distanceM(x, y, scale, Double.POSITIVE_INFINITY)
                : edges.distanceM(x, y, scale, Math.max(0, boundM));
    }
}
