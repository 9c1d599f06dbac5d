package org.anlan.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.catalog.LayerDefinition;
import org.locationtech.jts.geom.Geometry;

/**
 * What somebody changes of a layer by hand, feature by feature: kept whole, as one revision, or not at all.
 *
 * @param layer the layer
 * @param base the revision that they had before them
 * @param put features that change or are new
 * @param removed ids of features that go
 * @param note why
 */
public record Edit(LayerDefinition layer, long base, List<Put> put, Set<String> removed, String note) {

    /** The most features of one edit; more come as a hand-in. */
    public static final int MOST_FEATURES = 500;

    /**
     * A feature as it shall be. What is not said of one that is there stays as it is.
     *
     * @param id the id of one that is there; empty for a new one, which gets its id as in a hand-in
     * @param values values by field, as text, numbers or truth values; {@code null} takes a value away
     * @param geometry its shape, CGCS2000 longitude and latitude in degrees
     */
    public record Put(Optional<String> id, Map<String, Object> values, Optional<Geometry> geometry) {}
}
