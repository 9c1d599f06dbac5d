package org.anlan.http.ogc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.anlan.frozen.FeatureProperties;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;

/**
 * What is asked of {@code /collections/{id}/items}.
 *
 * @param features which features, without the place in the pages
 * @param revision the state that is read; empty for a layer that has none yet
 * @param limit the most features of the answer
 * @param after only features behind the one of this key
 * @param before only features before the one of this key
 * @param crs the system of the coordinates
 * @param properties what is shown of each feature
 * @param whole whether features are shown as they are encoded: all properties, the shape, CRS84
 * @param shapes whether shapes are shown
 * @param sorting the order, where one is asked for
 * @param narrowed whether anything but the revision tells features apart
 */
record ItemsQuery(
        FeatureQuery features,
        Optional<Revision> revision,
        int limit,
        Optional<Long> after,
        Optional<Long> before,
        OgcCrs crs,
        FeatureProperties properties,
        boolean whole,
        boolean shapes,
        Optional<Sorting> sorting,
        boolean narrowed) {

    /** The parameters of the page behind a feature or before it, which read the same state. */
    Map<String, String> page(Asked asked, String direction, long fid) {
        Map<String, String> parameters = state(asked);
        parameters.put(direction, Long.toString(fid));
        return parameters;
    }

    /** The parameters of the first page in the same state. */
    Map<String, String> state(Asked asked) {
        Map<String, String> parameters = new LinkedHashMap<>(asked.parameters());
        parameters.remove("after");
        parameters.remove("before");
        parameters.remove("as-of");
        revision.ifPresent(r -> parameters.put("revision", Long.toString(r.id())));
        return parameters;
    }
}
