package org.anlan.http.ogc;

import java.util.Optional;
import org.anlan.catalog.LayerDefinition;
import org.anlan.frozen.FeatureProperties;
import org.anlan.store.Revision;
import org.anlan.store.Row;

/** One feature for people. */
final class ItemPage {
    private final Asked asked;
    private String shown;

    ItemPage(Asked asked, LayerDefinition layer, Optional<Revision> revision, FeatureProperties properties) {
        this.asked = asked;
        this.shown = layer.id() + revision.isPresent() + properties.names();
    }

    void take(Row row) {
        shown += row.id();
    }

    void send() {
        asked.context().html(shown);
    }
}
