package org.anlan.filter;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.anlan.filter.Expression.Call;
import org.anlan.filter.Expression.Literal;
import org.anlan.filter.Expression.Property;
import org.anlan.filter.Expression.Shape;
import org.anlan.geo.Crs;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.RowFilter;
import org.locationtech.jts.geom.Envelope;

/**
 * Which features pass, ready to be asked. The rectangle, the survey year and the ids are what a store can look up: every feature that passes is among
 * those, and {@link #rows} still decides.
 *
 * @param rows lets a feature pass when the filter is true for it; for one reader at a time
 * @param extent where the shapes lie that can pass
 * @param surveyYear the survey year that can pass
 * @param ids the ids that can pass; empty when any can
 */
public record Filter(RowFilter rows, Optional<Extent> extent, Optional<Integer> surveyYear, Set<String> ids) {

    /**
     * Makes a filter ready.
     *
     * @param crs the system of its shapes
     * @param swapped whether their coordinates have y before x, as the register of the system has it
     * @param committedAt when a revision was committed
     */
    public static Filter of(Cql.Parsed parsed, Crs crs, boolean swapped, LongFunction<Instant> committedAt) {
        FilterShapes shapes = new FilterShapes(crs, swapped);
        Expression whole = parsed.expression();
        Value value = new Evaluation(parsed.queryables(), committedAt, shapes::toStore).of(whole);
        Lookups lookups = new Lookups(parsed.queryables(), shapes::toStore);
        lookups.gather(whole);
        return new Filter(
                row -> Boolean.TRUE.equals(value.of(row)), lookups.extent, lookups.surveyYear, Set.copyOf(lookups.ids));
    }

    /** What can be looked up, gathered from conditions that must all hold. */
    private static final class Lookups {

        private final Queryables queryables;
        private final UnaryOperator<Shape> toStore;
        private Optional<Extent> extent = Optional.empty();
        private Optional<Integer> surveyYear = Optional.empty();
        private Set<String> ids = Set.of();

        Lookups(Queryables queryables, UnaryOperator<Shape> toStore) {
            this.queryables = queryables;
            this.toStore = toStore;
        }

        void gather(Expression expression) {
            if (!(expression instanceof Call call)) {
                return;
            }
            if (call.operator() == Operator.AND) {
                call.arguments().forEach(this::gather);
            } else if (call.operator() == Operator.EQ || call.operator() == Operator.IN) {
                equality(call);
            } else if (call.operator().takes() == Operator.Takes.SHAPES && call.operator() != Operator.S_DISJOINT) {
                shapes(call.arguments());
            }
        }

        private void equality(Call call) {
            List<Expression> arguments = call.arguments();
            Expression first = arguments.get(0);
            Expression second = arguments.get(1);
            if (first instanceof Literal && second instanceof Property) {
                equality(new Call(call.operator(), List.of(second, first), call.kind(), call.where(), call.depth()));
                return;
            }
            if (!(first instanceof Property property)) {
                return;
            }
            boolean year = queryables
                    .layer()
                    .surveyYearField()
                    .equals(property.queryable().field().map(f -> f.name()));
            if (year && arguments.size() == 2 && second instanceof Literal l && l.value() instanceof Long n) {
                if (n == n.intValue() && surveyYear.isEmpty()) {
                    surveyYear = Optional.of(n.intValue());
                }
            }
            if (property.queryable().reads() == Queryable.Reads.ID
                    && ids.isEmpty()
                    && arguments.size() - 1 <= FeatureQuery.MOST_IDS) {
                Set<String> named = new HashSet<>();
                for (Expression argument : arguments.subList(1, arguments.size())) {
                    if (!(argument instanceof Literal literal)) {
                        return;
                    }
                    named.add(literal.value().toString());
                }
                ids = named;
            }
        }

        private void shapes(List<Expression> arguments) {
            Expression first = arguments.get(0);
            Expression second = arguments.get(1);
            if (first instanceof Property && second instanceof Shape shape) {
                within(toStore.apply(shape).geometry().getEnvelopeInternal());
            } else if (second instanceof Property && first instanceof Shape shape) {
                within(toStore.apply(shape).geometry().getEnvelopeInternal());
            }
        }

        private void within(Envelope box) {
            Envelope both = extent.map(e -> new Envelope(e.west(), e.east(), e.south(), e.north()).intersection(box))
                    .filter(e -> !e.isNull())
                    .orElse(box);
            extent = Optional.of(new Extent(both.getMinX(), both.getMinY(), both.getMaxX(), both.getMaxY()));
        }
    }
}
