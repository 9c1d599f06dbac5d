package org.anlan.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;

/**
 * What a hand-in would change of one feature.
 *
 * @param layer the layer
 * @param kind added, changed or removed
 * @param id the feature's id
 * @param fields the fields that change, for a changed feature
 * @param movedM how far its shape moves, metres (largest distance between the two lines); empty when it stays or one is missing
 * @param before its shape now, coarse enough to be shown on a map; CGCS2000 degrees
 * @param after its shape after the commit, likewise
 */
public record FeatureChange(
        String layer,
        Kind kind,
        String id,
        List<Field> fields,
        OptionalDouble movedM,
        Optional<Geometry> before,
        Optional<Geometry> after) {

    /** What happens to it. */
    public enum Kind {
        /** It is not there yet. */
        ADDED,
        /** Its values or its shape change. */
        CHANGED,
        /** It is no longer there. */
        REMOVED
    }

    /**
     * A field that changes.
     *
     * @param name the catalogue's field; "extra" for what the file carries beyond the catalogue
     * @param before its value now
     * @param after its value after the commit
     */
    public record Field(String name, JsonNode before, JsonNode after) {}
}
