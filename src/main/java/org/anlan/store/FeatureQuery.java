package org.anlan.store;

import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.catalog.LayerDefinition;

/**
 * Which features of a layer.
 *
 * @param layer the layer
 * @param revision the state at this revision; empty = the current one
 * @param extent only features whose bounding box meets this rectangle
 * @param surveyYear only features of this survey year
 * @param afterFid only features behind this key: the way to page
 * @param limit at most so many
 */
public record FeatureQuery(
        LayerDefinition layer,
        OptionalLong revision,
        Optional<Extent> extent,
        Optional<Integer> surveyYear,
        long afterFid,
        int limit) {

    /** All features of a layer at a revision. */
    public static FeatureQuery all(LayerDefinition layer, long revision) {
        return new FeatureQuery(
                layer, OptionalLong.of(revision), Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE);
    }

    /** The same, of one survey year. */
    public FeatureQuery ofYear(int year) {
        return new FeatureQuery(layer, revision, extent, Optional.of(year), afterFid, limit);
    }
}
