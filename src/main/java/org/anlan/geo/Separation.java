package org.anlan.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * How far others lie from a shape, longitude and latitude in degrees. The two places that are nearest are found in the plane whose metres are those of the
 * shape's middle latitude; the distance between them is then geodesic. Over 10 km that is too long by some centimetres at most, for other places of the two
 * may be nearer by so much.
 */
public final class Separation {

    private final Geometry shape;
    private final LocalScale scale;
    private final AffineTransformation toPlane;
    private final IndexedFacetDistance distance;

    /** Prepares a shape. */
    public Separation(Geometry shape) {
        this.shape = shape;
        this.scale = LocalScale.at(shape.getEnvelopeInternal().centre().y);
        this.toPlane = AffineTransformation.scaleInstance(scale.lonM(), scale.latM());
        this.distance = new IndexedFacetDistance(toPlane.transform(shape));
    }

    /** Geodesic metres between the two; 0 when they meet, also when one lies inside the other. */
    public double metres(Geometry other) {
        if (shape.intersects(other)) {
            return 0;
        }
        Coordinate[] nearest = distance.nearestPoints(toPlane.transform(other));
        return Geodesy.distanceM(
                nearest[0].x / scale.lonM(),
                nearest[0].y / scale.latM(),
                nearest[1].x / scale.lonM(),
                nearest[1].y / scale.latM());
    }

    /** A box around the shape beyond which everything is farther than so many metres. */
    public Envelope box(double metres) {
        Envelope box = shape.getEnvelopeInternal();
        double latitude =
                Math.min(89, Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) + metres / scale.latM());
        box.expandBy(1.01 * metres / LocalScale.at(latitude).lonM(), 1.01 * metres / scale.latM());
        return box;
    }
}
