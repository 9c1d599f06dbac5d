package org.anlan.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.locationtech.jts.geom.Envelope;

/**
 * What of a filter the store can answer with an index: what must hold of every feature that passes. Of several rectangles the smallest is taken (a box may
 * meet two rectangles and not what they have in common), of several lists of ids the shortest.
 *
 * @param extent a rectangle that the features' boxes meet
 * @param surveyYear their survey year
 * @param ids their ids; empty = whatever
 */
record Narrowing(Optional<Extent> extent, Optional<Integer> surveyYear, Set<String> ids) {

    static final Narrowing NONE = new Narrowing(Optional.empty(), Optional.empty(), Set.of());

    /** What the conditions that must all hold come to. */
    static Narrowing of(Expression filter, FilterShapes shapes) {
        List<Expression> all = filter instanceof Expression.And and ? and.all() : List.of(filter);
        Narrowing narrowing = NONE;
        for (Expression one : all) {
            narrowing = narrowing.and(single(one, shapes));
        }
        return narrowing;
    }

    /** What both must hold of. */
    Narrowing and(Narrowing other) {
        return new Narrowing(smaller(extent, other.extent), surveyYear.or(other::surveyYear), shorter(ids, other.ids));
    }

    private static Narrowing single(Expression one, FilterShapes shapes) {
        if (one instanceof Expression.Spatial spatial && spatial.relation() != SpatialRelation.DISJOINT) {
            return new Narrowing(around(spatial, shapes), Optional.empty(), Set.of());
        }
        if (one instanceof Expression.Comparison comparison && comparison.op() == CompareOp.EQUAL) {
            Narrowing straight = equal(comparison.left(), comparison.right());
            return straight.equals(NONE) ? equal(comparison.right(), comparison.left()) : straight;
        }
        if (one instanceof Expression.In in && isId(in.value())) {
            return new Narrowing(Optional.empty(), Optional.empty(), words(in.list()));
        }
        return NONE;
    }

    private static Narrowing equal(Expression property, Expression literal) {
        if (isId(property)) {
            return new Narrowing(Optional.empty(), Optional.empty(), words(List.of(literal)));
        }
        boolean year = property instanceof Expression.Property p
                && p.of().surveyYear()
                && literal instanceof Expression.Figure figure
                && figure.value() instanceof Long whole
                && whole == whole.intValue();
        return year
                ? new Narrowing(
                        Optional.empty(),
                        Optional.of(((Expression.Figure) literal).value().intValue()),
                        Set.of())
                : NONE;
    }

    private static Optional<Extent> around(Expression.Spatial spatial, FilterShapes shapes) {
        boolean left = spatial.left() instanceof Expression.Property;
        boolean right = spatial.right() instanceof Expression.Property;
        if (left == right) {
            return Optional.empty();
        }
        Envelope box = shapes.inDegrees(left ? spatial.right() : spatial.left()).getEnvelopeInternal();
        return Optional.of(new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }

    private static boolean isId(Expression expression) {
        return expression instanceof Expression.Property p && p.of().role() == Queryable.Role.ID;
    }

    private static Set<String> words(List<Expression> list) {
        Set<String> words = new LinkedHashSet<>();
        for (Expression one : list) {
            if (!(one instanceof Expression.Words word)) {
                return Set.of();
            }
            words.add(word.value());
        }
        return words.size() <= FeatureQuery.MOST_IDS ? words : Set.of();
    }

    private static Optional<Extent> smaller(Optional<Extent> one, Optional<Extent> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return area(one.get()) <= area(other.get()) ? one : other;
    }

    private static double area(Extent extent) {
        return (extent.east() - extent.west()) * (extent.north() - extent.south());
    }

    private static Set<String> shorter(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.size() <= other.size() ? one : other;
    }
}
