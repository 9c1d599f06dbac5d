package org.anlan.zoning.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.anlan.geo.Geodesy;
import org.anlan.geo.Inside;
import org.anlan.geo.Separation;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A project's shape, laid on layers. Used by one thread. */
public final class Footprint {

    /** A common part smaller than this is the rounding of a border that both share. */
    private static final double LEAST_AREA_M2 = 0.01;

    private static final double LEAST_LENGTH_M = 0.001;
    private static final double FIRST_LOOK_M = 500;
    private static final double FARTHEST_M = 200_000;

    private final Geometry shape;
    private final Inside inside;
    private final Separation separation;
    private final IdentityHashMap<LayerShapes, Look> looks = new IdentityHashMap<>();

    /** Prepares a shape: valid, longitude and latitude in degrees. */
    public Footprint(Geometry shape) {
        this.shape = shape;
        this.inside = new Inside(shape);
        this.separation = new Separation(shape);
    }

    /** A feature and what the project has of it. */
    public record Part(LayerShapes.Shape of, Geometry geometry, double lengthM, double areaM2) {}

    /**
     * What a layer has at the project.
     *
     * @param parts what it takes of features, the greatest first
     * @param touching features that share only a border with it
     */
    public record Look(List<Part> parts, List<LayerShapes.Shape> touching) {}

    /** Looks at a layer; a second time it tells what it saw. */
    public Look look(LayerShapes layer) {
        return looks.computeIfAbsent(layer, this::see);
    }

    private Look see(LayerShapes layer) {
        List<Part> parts = new ArrayList<>();
        List<LayerShapes.Shape> touching = new ArrayList<>();
        layer.near(shape.getEnvelopeInternal(), feature -> {
            switch (inside.lieOf(feature.geometry())) {
                case APART -> {}
                case WITHIN -> parts.add(whole(feature));
                case MEETS -> cut(feature).ifPresentOrElse(parts::add, () -> touching.add(feature));
                case TOUCHES ->
                    closer(feature).ifPresentOrElse(parts::add, () -> {
                        if (inside.touches(feature.geometry())) {
                            touching.add(feature);
                        }
                    });
            }
        });
        parts.sort(Comparator.comparingDouble(Part::areaM2)
                .thenComparingDouble(Part::lengthM)
                .reversed()
                .thenComparing(part -> part.of().id()));
        touching.sort(Comparator.comparing(LayerShapes.Shape::id));
        return new Look(parts, touching);
    }

    private static Part whole(LayerShapes.Shape feature) {
        return new Part(feature, feature.geometry(), feature.lengthM(), feature.areaM2());
    }

    private Optional<Part> closer(LayerShapes.Shape feature) {
        if (inside.holds(feature.geometry())) {
            return Optional.of(whole(feature));
        }
        return inside.meets(feature.geometry()) ? cut(feature) : Optional.empty();
    }

    private Optional<Part> cut(LayerShapes.Shape feature) {
        Geometry common = inside.common(feature.geometry());
        double lengthM = common.getDimension() == 1 ? Geodesy.lengthM(common) : 0;
        double areaM2 = common.getDimension() == 2 ? Geodesy.areaM2(common) : 0;
        boolean rounding = common.isEmpty()
                || (common.getDimension() == 2 && areaM2 < LEAST_AREA_M2)
                || (common.getDimension() == 1 && lengthM < LEAST_LENGTH_M);
        return rounding ? Optional.empty() : Optional.of(new Part(feature, common, lengthM, areaM2));
    }

    /**
     * A feature and how far it is.
     *
     * @param shape the feature
     * @param distanceM geodesic metres; 0 when they meet
     */
    public record Apart(LayerShapes.Shape shape, double distanceM) {}

    /** The features of a layer within a distance, the nearest first. */
    public List<Apart> within(LayerShapes layer, double distanceM) {
        List<Apart> near = new ArrayList<>();
        layer.near(separation.box(distanceM), feature -> {
            double apartM = separation.metres(feature.geometry());
            if (apartM <= distanceM) {
                near.add(new Apart(feature, apartM));
            }
        });
        near.sort(Comparator.comparingDouble(Apart::distanceM)
                .thenComparing(one -> one.shape().id()));
        return near;
    }

    /** The nearest feature of a layer, at most 200 km away. */
    public Optional<Apart> nearest(LayerShapes layer) {
        Envelope all = layer.extent();
        for (double reachM = FIRST_LOOK_M; reachM <= FARTHEST_M && layer.count() > 0; reachM *= 4) {
            Envelope box = separation.box(reachM);
            if (box.intersects(all)) {
                List<Apart> found = within(layer, reachM);
                if (!found.isEmpty()) {
                    return Optional.of(found.get(0));
                }
            }
        }
        return Optional.empty();
    }
}
