package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding.Place;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Tells whether shapes stay within areas and a distance around them, longitude/latitude in degrees. Once a place is known to lie so far within, others need no
 * look until they are that far from it; so a coast along a border costs a look every few hundred metres. Not safe for many threads.
 */
public final class AreaReach {

    /** Distances are by the scale at one of the two places. */
    private static final double SURE = 0.99;

    private final STRtree areas = new STRtree();
    private final double toleranceM;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;
    private double spareM;

    /**
     * @param areas areas; those without one are left out
     * @param toleranceM how far from them a place may lie, metres
     */
    public AreaReach(List<? extends Geometry> areas, double toleranceM) {
        areas.stream()
                .filter(area -> area.getDimension() == 2 && !area.isEmpty())
                .forEach(area -> this.areas.insert(area.getEnvelopeInternal(), new RegionShape("", area)));
        this.areas.build();
        this.toleranceM = toleranceM;
    }

    /** The first vertex of a shape that lies too far from every area; empty when none does. */
    public Optional<Place> outside(Geometry shape) {
        Outside outside = new Outside();
        shape.apply(outside);
        return Optional.ofNullable(outside.found);
    }

    private boolean within(double x, double y) {
        LocalScale scale = LocalScale.at(y);
        if (scale.distanceM(lastX, lastY, x, y) < SURE * spareM) {
            return true;
        }
        lastX = x;
        lastY = y;
        spareM = toleranceM - distanceM(x, y, scale);
        return spareM >= 0;
    }

    /** Signed metres to the nearest area, negative inside; infinite when none comes near the tolerance. */
    private double distanceM(double x, double y, LocalScale scale) {
        Envelope wide = new Envelope(x, x, y, y);
        wide.expandBy(1.01 * toleranceM / scale.lonM(), 1.01 * toleranceM / scale.latM());
        List<RegionShape> near = new ArrayList<>();
        areas.query(wide, item -> near.add((RegionShape) item));
        return near.stream()
                .mapToDouble(area -> area.signedDistanceM(x, y, scale, Double.POSITIVE_INFINITY))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private final class Outside implements CoordinateSequenceFilter {

        private Place found;

        @Override
        public void filter(CoordinateSequence positions, int i) {
            if (!within(positions.getX(i), positions.getY(i))) {
                found = new Place(positions.getX(i), positions.getY(i));
            }
        }

        @Override
        public boolean isDone() {
            return found != null;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
