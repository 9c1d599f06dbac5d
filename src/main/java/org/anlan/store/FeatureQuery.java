package org.anlan.store;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.catalog.LayerDefinition;

/**
 * Which features of a layer.
 *
 * @param layer the layer
 * @param revision the state at this revision; empty = the current one
 * @param extent only features whose bounding box meets this rectangle
 * @param surveyYear only features of this survey year
 * @param ids only features with one of these ids, at most {@link #MOST_IDS}; empty = whatever their id
 * @param filter only features that it lets pass, of those that everything else lets pass
 * @param afterFid only features behind this key: the way to page
 * @param limit at most so many
 * @param order in which order they come
 * @param goneAt only features that are no longer as they are, changed or removed, at this later revision; asked of a revision
 */
public record FeatureQuery(
        LayerDefinition layer,
        OptionalLong revision,
        Optional<Extent> extent,
        Optional<Integer> surveyYear,
        Set<String> ids,
        RowFilter filter,
        long afterFid,
        int limit,
        Order order,
        OptionalLong goneAt) {

    /** The most ids that one query may name. */
    public static final int MOST_IDS = 1_000;

    /** The order of an answer. */
    public enum Order {
        /** Rising {@code fid}: the quickest, and the one to page by. A rollback gives restored features new keys. */
        KEY,
        /** Falling {@code fid}: the way to page back. Features behind a key then have smaller ones. */
        KEY_DOWN,
        /** Rising {@code id}, by its UTF-8 bytes: the same features always come in the same order, whatever happened between. */
        ID
    }

    /** Features in the order of their keys. */
    public FeatureQuery(
            LayerDefinition layer,
            OptionalLong revision,
            Optional<Extent> extent,
            Optional<Integer> surveyYear,
            long afterFid,
            int limit) {
        this(
                layer,
                revision,
                extent,
                surveyYear,
                Set.of(),
                RowFilter.ALL,
                afterFid,
                limit,
                Order.KEY,
                OptionalLong.empty());
    }

    /** All features of a layer at a revision. */
    public static FeatureQuery all(LayerDefinition layer, long revision) {
        return new FeatureQuery(
                layer, OptionalLong.of(revision), Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE);
    }

    /** The same, of one survey year. */
    public FeatureQuery ofYear(int year) {
        return new FeatureQuery(
                layer, revision, extent, Optional.of(year), ids, filter, afterFid, limit, order, goneAt);
    }

    /** The same, as of a revision. */
    public FeatureQuery at(long state) {
        return new FeatureQuery(
                layer, OptionalLong.of(state), extent, surveyYear, ids, filter, afterFid, limit, order, goneAt);
    }

    /** The same, in this order. */
    public FeatureQuery in(Order other) {
        return new FeatureQuery(layer, revision, extent, surveyYear, ids, filter, afterFid, limit, other, goneAt);
    }

    /** The same, within a rectangle. */
    public FeatureQuery within(Extent rectangle) {
        return new FeatureQuery(
                layer, revision, Optional.of(rectangle), surveyYear, ids, filter, afterFid, limit, order, goneAt);
    }

    /** The same, only features with one of these ids. */
    public FeatureQuery withIds(Set<String> wanted) {
        return new FeatureQuery(layer, revision, extent, surveyYear, wanted, filter, afterFid, limit, order, goneAt);
    }

    /** The same, only features that pass this filter in the place of the present one. */
    public FeatureQuery passing(RowFilter other) {
        return new FeatureQuery(layer, revision, extent, surveyYear, ids, other, afterFid, limit, order, goneAt);
    }

    /** The same, behind this key, at most so many. */
    public FeatureQuery page(long after, int most) {
        return new FeatureQuery(layer, revision, extent, surveyYear, ids, filter, after, most, order, goneAt);
    }

    /** The same, only features that are no longer as they are at a later revision: what was changed or removed between. */
    public FeatureQuery goneAt(long later) {
        return new FeatureQuery(
                layer, revision, extent, surveyYear, ids, filter, afterFid, limit, order, OptionalLong.of(later));
    }
}
