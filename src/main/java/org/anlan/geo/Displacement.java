package org.anlan.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * How far a shape has moved: the largest distance from a vertex of either shape to the nearest place of the other (the discrete Hausdorff distance),
 * in metres. The nearest place is sought in a plane with longitudes shortened by the cosine of the latitude, and measured on the ellipsoid.
 */
public final class Displacement {

    private Displacement() {}

    /** The distance between two states of a shape, CGCS2000 degrees, neither empty; 0 for the same place, however many vertices. */
    public static double metres(Geometry before, Geometry after) {
        Envelope box = new Envelope(before.getEnvelopeInternal());
        box.expandToInclude(after.getEnvelopeInternal());
        double shortening = Math.max(0.01, Math.cos(Math.toRadians((box.getMinY() + box.getMaxY()) / 2)));
        AffineTransformation flat = AffineTransformation.scaleInstance(shortening, 1);
        Geometry one = flat.transform(before);
        Geometry other = flat.transform(after);
        return Math.max(farthest(one, other, shortening), farthest(other, one, shortening));
    }

    private static double farthest(Geometry from, Geometry to, double shortening) {
        Farthest farthest = new Farthest(new IndexedFacetDistance(to), from, shortening);
        from.apply(farthest);
        return farthest.metres;
    }

    private static final class Farthest implements CoordinateSequenceFilter {
        private final IndexedFacetDistance index;
        private final Geometry shape;
        private final double shortening;
        private double metres;

        Farthest(IndexedFacetDistance index, Geometry shape, double shortening) {
            this.index = index;
            this.shape = shape;
            this.shortening = shortening;
        }

        @Override
        public void filter(CoordinateSequence vertices, int i) {
            Coordinate[] nearest = index.nearestPoints(shape.getFactory().createPoint(vertices.getCoordinateCopy(i)));
            metres = Math.max(
                    metres,
                    Geodesy.distanceM(
                            nearest[0].x / shortening, nearest[0].y, nearest[1].x / shortening, nearest[1].y));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
