package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The ground that a line with a width takes: all that lies within half the width of it, its ends and bends round. A line longer than {@link Reach} can take is cut into
 * stretches, whose ground is put together.
 */
public final class Corridor {

    /** A line may be so many degrees across. */
    public static final double MOST_EXTENT_DEGREES = 2;

    /** Stretches are at most so long, in longitude and in latitude. */
    private static final double STRETCH_DEGREES = Reach.MOST_EXTENT_DEGREES / 2;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final List<Geometry> parts = new ArrayList<>();
    private final double halfM;
    private boolean possible = true;

    private Corridor(double halfM) {
        this.halfM = halfM;
    }

    /**
     * The corridor along a line (longitude/latitude in degrees, edges straight there): Polygon or MultiPolygon; empty when the line is more than {@value
     * #MOST_EXTENT_DEGREES}° across or nearer to a pole than 20°.
     *
     * @param widthM the whole width, metres
     */
    public static Optional<Geometry> along(LineString line, double widthM) {
        Envelope box = line.getEnvelopeInternal();
        if (Math.max(box.getWidth(), box.getHeight()) > MOST_EXTENT_DEGREES) {
            return Optional.empty();
        }
        Corridor corridor = new Corridor(widthM / 2);
        corridor.follow(line.getCoordinates());
        return corridor.possible ? Optional.of(corridor.ground()) : Optional.empty();
    }

    private void follow(Coordinate[] vertices) {
        List<Coordinate> stretch = new ArrayList<>(List.of(vertices[0]));
        Envelope box = new Envelope(vertices[0]);
        for (int i = 1; i < vertices.length; i++) {
            for (Coordinate next : steps(vertices[i - 1], vertices[i])) {
                Envelope longer = new Envelope(box);
                longer.expandToInclude(next);
                if (Math.max(longer.getWidth(), longer.getHeight()) > Reach.MOST_EXTENT_DEGREES) {
                    Coordinate last = stretch.get(stretch.size() - 1);
                    add(stretch);
                    stretch = new ArrayList<>(List.of(last));
                    longer = new Envelope(last, next);
                }
                stretch.add(next);
                box = longer;
            }
        }
        add(stretch);
    }

    /** The end of an edge, after as many places on it as keep the steps short. */
    private static List<Coordinate> steps(Coordinate from, Coordinate to) {
        double across = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
        int count = Math.max(1, (int) Math.ceil(across / STRETCH_DEGREES));
        List<Coordinate> steps = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            double share = (double) i / count;
            steps.add(new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)));
        }
        steps.add(to);
        return steps;
    }

    private void add(List<Coordinate> stretch) {
        Optional<Geometry> part = Reach.within(SHAPES.createLineString(stretch.toArray(Coordinate[]::new)), halfM);
        part.ifPresent(parts::add);
        possible &= part.isPresent();
    }

    private Geometry ground() {
        return parts.size() == 1
                ? parts.get(0)
                : OverlayNGRobust.union(SHAPES.createGeometryCollection(parts.toArray(Geometry[]::new)));
    }
}
