package org.anlan.filter;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.anlan.geo.Crs;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.RowFilter;

/**
 * A filter that is ready for a store. What the store can answer with an index stands beside the condition itself; the condition asks everything
 * again, so both stores give the same. The logic is that of SQL: a comparison with no value is unknown; not(unknown) is unknown; and(unknown, false) is false,
 * and(unknown, true) unknown; or(unknown, true) is true, or(unknown, false) unknown; only what is true passes. Immutable, for many threads.
 */
public final class Filter {

    /** Lets every feature pass. */
    public static final Filter ALL = new Filter(Narrowing.NONE, () -> RowFilter.ALL);

    private final Narrowing narrowing;
    private final Supplier<RowFilter> condition;

    private Filter(Narrowing narrowing, Supplier<RowFilter> condition) {
        this.narrowing = narrowing;
        this.condition = condition;
    }

    /**
     * Makes a filter ready.
     *
     * @param expression the filter as it was read
     * @param filterCrs coordinate system of its literal shapes ({@code filter-crs}); they are carried to CGCS2000 degrees here
     * @param axisSwapped whether they give y (latitude, northing) first, as the authority has it for EPSG:4326 and 4490
     * @param committedAt when a revision was committed; asked for every feature that a condition on {@code recorded} looks at
     * @throws org.anlan.base.Refusal {@code bad-filter} when a shape cannot lie in the coordinate system
     */
    public static Filter of(
            Expression expression, Crs filterCrs, boolean axisSwapped, LongFunction<Instant> committedAt) {
        FilterShapes shapes = new FilterShapes(filterCrs, axisSwapped);
        ready(expression, committedAt, shapes); // every shape is looked at now, not amid an answer
        return new Filter(Narrowing.of(expression, shapes), () -> ready(expression, committedAt, shapes));
    }

    private static RowFilter ready(Expression expression, LongFunction<Instant> committedAt, FilterShapes shapes) {
        Condition condition = new Conditions(new Values(committedAt, shapes), shapes).of(expression);
        return row -> condition.of(row) == Verdict.TRUE;
    }

    /** The condition, made anew for each who asks: it is for one thread at a time. */
    public RowFilter rowFilter() {
        return condition.get();
    }

    /** A rectangle that the box of every feature that passes meets, CGCS2000 degrees. */
    public Optional<Extent> extent() {
        return narrowing.extent();
    }

    /** The survey year of every feature that passes. */
    public Optional<Integer> surveyYear() {
        return narrowing.surveyYear();
    }

    /** The ids that features that pass may have, at most {@link FeatureQuery#MOST_IDS}; empty = whatever. */
    public Set<String> ids() {
        return narrowing.ids();
    }

    /** Lets pass what both let pass. */
    public Filter and(Filter other) {
        if (this == ALL || other == ALL) {
            return this == ALL ? other : this;
        }
        return new Filter(narrowing.and(other.narrowing), () -> {
            RowFilter one = rowFilter();
            RowFilter two = other.rowFilter();
            return row -> one.passes(row) && two.passes(row);
        });
    }

    /** The query, of features that also pass this filter. What the query already asks for stays. */
    public FeatureQuery in(FeatureQuery query) {
        RowFilter before = query.filter();
        RowFilter mine = rowFilter();
        return new FeatureQuery(
                query.layer(),
                query.revision(),
                query.extent().or(this::extent),
                query.surveyYear().or(this::surveyYear),
                query.ids().isEmpty() ? ids() : query.ids(),
                before == RowFilter.ALL
                        ? mine
                        : mine == RowFilter.ALL ? before : row -> before.passes(row) && mine.passes(row),
                query.afterFid(),
                query.limit(),
                query.order(),
                query.goneAt());
    }
}
