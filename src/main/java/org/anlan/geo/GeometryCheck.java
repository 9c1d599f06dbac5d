package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Finding.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Looks at one shape by itself, in longitude/latitude degrees: whether its coordinates are numbers, its rings sound by the OGC Simple
 * Features rules (JTS's validity), its vertices not repeated, its rings of one mind about their direction ({@link RingDirection}).
 */
public final class GeometryCheck {

    private GeometryCheck() {}

    /** The problems of a shape, the gravest first; none for a sound one. A loop in a line is told too. */
    public static List<GeometryProblem> check(Geometry shape) {
        if (shape.isEmpty()) {
            return List.of(new GeometryProblem(GeometryProblem.Kind.EMPTY, 1, Optional.empty()));
        }
        VertexWalk walk = new VertexWalk();
        shape.apply(walk);
        if (!walk.finite()) {
            return List.of(new GeometryProblem(GeometryProblem.Kind.NOT_FINITE, 1, walk.somewhere()));
        }
        List<GeometryProblem> found = new ArrayList<>();
        TopologyValidationError error = shape.getDimension() == 0 ? null : new IsValidOp(shape).getValidationError();
        if (error != null) {
            found.add(problem(kind(error), 1, error.getCoordinate()));
        } else if (shape.getDimension() == 1) {
            loops(shape, found);
        }
        walk.repeated().ifPresent(found::add);
        if (error == null) {
            RingDirection.problem(shape).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static GeometryProblem.Kind kind(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.TOO_FEW_POINTS, TopologyValidationError.RING_NOT_CLOSED ->
                GeometryProblem.Kind.TOO_FEW_POINTS;
            case TopologyValidationError.HOLE_OUTSIDE_SHELL,
                    TopologyValidationError.NESTED_HOLES,
                    TopologyValidationError.NESTED_SHELLS,
                    TopologyValidationError.DISCONNECTED_INTERIOR,
                    TopologyValidationError.DUPLICATE_RINGS -> GeometryProblem.Kind.WRONG_RING_ORDER;
            case TopologyValidationError.INVALID_COORDINATE -> GeometryProblem.Kind.NOT_FINITE;
            default -> GeometryProblem.Kind.SELF_CROSSING;
        };
    }

    private static void loops(Geometry lines, List<GeometryProblem> found) {
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            IsSimpleOp simple = new IsSimpleOp(lines.getGeometryN(i));
            if (!PlainLine.surelySimple(lines.getGeometryN(i)) && !simple.isSimple()) {
                Coordinate where = simple.getNonSimpleLocation();
                found.add(problem(GeometryProblem.Kind.SELF_CROSSING_LINE, 1, where));
                return;
            }
        }
    }

    private static GeometryProblem problem(GeometryProblem.Kind kind, int count, Coordinate at) {
        Optional<Place> place = Optional.ofNullable(at).map(c -> new Place(c.x, c.y));
        return new GeometryProblem(kind, count, place);
    }
}
