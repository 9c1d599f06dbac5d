package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.anlan.catalog.LayerDefinition;

/** The collections for people. */
final class CollectionPages {
    private CollectionPages() {}

    static void all(Asked asked, ObjectNode collections) {
        asked.context().html(collections.path("links").toString());
    }

    static void one(Asked asked, LayerDefinition layer, ObjectNode collection) {
        asked.context().html(layer.id() + collection.path("id"));
    }
}
