package org.anlan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Lines and areas made ready for many questions of which are nearest to a place. Longitude and latitude in degrees; never changes, and is safe for many threads. */
public final class NearestShapes {

    private static final double FIRST_LOOK_M = 500;
    private static final double WIDER = 8;

    private final STRtree tree = new STRtree();

    private record Numbered(int number, RegionShape shape) {}

    /**
     * A shape near a place.
     *
     * @param number its number in the order given, from 0
     * @param distanceM metres from the place to it; 0 in an area
     */
    public record Near(int number, double distanceM) {}

    /** These shapes, numbered in their order. */
    public NearestShapes(List<? extends Geometry> shapes) {
        for (int i = 0; i < shapes.size(); i++) {
            tree.insert(shapes.get(i).getEnvelopeInternal(), new Numbered(i, new RegionShape("", shapes.get(i))));
        }
        tree.build();
    }

    /** The shapes within this many metres of a place, the nearest first, those equally far in their order. */
    public List<Near> within(double lon, double lat, double metres) {
        LocalScale scale = LocalScale.at(lat);
        Envelope box = new Envelope(lon, lon, lat, lat);
        box.expandBy(metres / scale.lonM() * 1.01, metres / scale.latM() * 1.01);
        List<Near> near = new ArrayList<>();
        tree.query(box, item -> {
            Numbered one = (Numbered) item;
            double distanceM = Math.max(0, one.shape().signedDistanceM(lon, lat, scale, Double.POSITIVE_INFINITY));
            if (distanceM <= metres) {
                near.add(new Near(one.number(), distanceM));
            }
        });
        near.sort(Comparator.comparingDouble(Near::distanceM).thenComparingInt(Near::number));
        return near;
    }

    /** The nearest shape within this many metres of a place. */
    public Optional<Near> nearest(double lon, double lat, double metres) {
        for (double look = Math.min(FIRST_LOOK_M, metres); ; look = Math.min(look * WIDER, metres)) {
            List<Near> near = within(lon, lat, look);
            if (!near.isEmpty() || look >= metres) {
                return near.stream().findFirst();
            }
        }
    }
}
