package org.anlan.filter;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.anlan.geo.WkbBox;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** Conditions on how shapes lie to each other, in degrees. A feature without a shape makes them unknown. */
final class SpatialConditions {

    private final FilterShapes shapes;
    private final WkbBox box = new WkbBox();

    SpatialConditions(FilterShapes shapes) {
        this.shapes = shapes;
    }

    Condition of(Expression.Spatial spatial) {
        boolean leftStored = spatial.left() instanceof Expression.Property;
        boolean rightStored = spatial.right() instanceof Expression.Property;
        SpatialRelation relation = spatial.relation();
        if (leftStored && rightStored) {
            return row -> stored(row)
                    .map(shape -> Verdict.of(RelateNG.relate(shape, shape, predicate(relation))))
                    .orElse(Verdict.UNKNOWN);
        }
        if (leftStored) {
            return against(relation.turned(), shapes.inDegrees(spatial.right()));
        }
        if (rightStored) {
            return against(relation, shapes.inDegrees(spatial.left()));
        }
        Verdict settled = Verdict.of(RelateNG.relate(
                shapes.inDegrees(spatial.left()), shapes.inDegrees(spatial.right()), predicate(relation)));
        return row -> settled;
    }

    /** How a literal lies to the features' shapes. Most features are told by their boxes alone. */
    private Condition against(SpatialRelation relation, Geometry literal) {
        Envelope around = literal.getEnvelopeInternal();
        RelateNG prepared = RelateNG.prepare(literal);
        return row -> {
            Optional<ByteBuffer> wkb = row.wkb();
            if (wkb.isEmpty()) {
                return Verdict.UNKNOWN;
            }
            box.of(wkb.get());
            if (!(box.minX() <= around.getMaxX()
                    && box.maxX() >= around.getMinX()
                    && box.minY() <= around.getMaxY()
                    && box.maxY() >= around.getMinY())) {
                return Verdict.of(relation == SpatialRelation.DISJOINT);
            }
            return Verdict.of(prepared.evaluate(stored(row).orElseThrow(), predicate(relation)));
        };
    }

    private static Optional<Geometry> stored(Row row) {
        return row.geometry();
    }

    private static TopologyPredicate predicate(SpatialRelation relation) {
        return switch (relation) {
            case INTERSECTS -> RelatePredicate.intersects();
            case DISJOINT -> RelatePredicate.disjoint();
            case EQUALS -> RelatePredicate.equalsTopo();
            case TOUCHES -> RelatePredicate.touches();
            case CROSSES -> RelatePredicate.crosses();
            case WITHIN -> RelatePredicate.within();
            case CONTAINS -> RelatePredicate.contains();
            case OVERLAPS -> RelatePredicate.overlaps();
        };
    }
}
