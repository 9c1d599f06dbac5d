package org.anlan.filter;

import java.util.List;
import java.util.function.UnaryOperator;
import org.anlan.filter.Expression.Call;
import org.anlan.filter.Expression.Property;
import org.anlan.filter.Expression.Shape;
import org.anlan.geo.WkbBox;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * The relations of two shapes in the plane of longitude and latitude (OGC 06-103r4 §6.1.15). Of a feature whose box is apart from the written shape's box
 * nothing more is looked at.
 */
final class SpatialRelation {

    private final Evaluation evaluation;
    private final UnaryOperator<Shape> toStore;

    SpatialRelation(Evaluation evaluation, UnaryOperator<Shape> toStore) {
        this.evaluation = evaluation;
        this.toStore = toStore;
    }

    Value of(Call call) {
        List<Expression> arguments = call.arguments();
        Expression first = arguments.get(0);
        Expression second = arguments.get(1);
        if (first instanceof Property && second instanceof Shape shape) {
            return prepared(call.operator().seenFromTheOther(), shape);
        }
        if (first instanceof Shape shape && second instanceof Property) {
            return prepared(call.operator(), shape);
        }
        Value left = evaluation.of(first);
        Value right = evaluation.of(second);
        Operator operator = call.operator();
        if (Evaluation.constant(first, second)) {
            boolean always = RelateNG.relate((Geometry) left.of(null), (Geometry) right.of(null), predicate(operator));
            return row -> always;
        }
        return row -> left.of(row) instanceof Geometry a && right.of(row) instanceof Geometry b
                ? (Object) RelateNG.relate(a, b, predicate(operator))
                : null;
    }

    /** The written shape stands first. */
    private Value prepared(Operator operator, Shape shape) {
        Geometry written = toStore.apply(shape).geometry();
        RelateNG relate = RelateNG.prepare(written);
        Envelope around = written.getEnvelopeInternal();
        WkbBox box = new WkbBox();
        return row -> {
            var wkb = row.wkb();
            if (wkb.isEmpty()) {
                return null;
            }
            return apart(box.of(wkb.get()), around)
                    ? operator == Operator.S_DISJOINT
                    : (Object) relate.evaluate(geometry(row), predicate(operator));
        };
    }

    private static Geometry geometry(Row row) {
        return row.geometry().orElseThrow();
    }

    private static boolean apart(WkbBox box, Envelope around) {
        return box.minX() > around.getMaxX()
                || box.maxX() < around.getMinX()
                || box.minY() > around.getMaxY()
                || box.maxY() < around.getMinY();
    }

    private static TopologyPredicate predicate(Operator operator) {
        return switch (operator) {
            case S_INTERSECTS -> RelatePredicate.intersects();
            case S_DISJOINT -> RelatePredicate.disjoint();
            case S_EQUALS -> RelatePredicate.equalsTopo();
            case S_TOUCHES -> RelatePredicate.touches();
            case S_CROSSES -> RelatePredicate.crosses();
            case S_WITHIN -> RelatePredicate.within();
            case S_CONTAINS -> RelatePredicate.contains();
            case S_OVERLAPS -> RelatePredicate.overlaps();
            default -> throw new IllegalArgumentException(operator + " is no relation of shapes");
        };
    }
}
