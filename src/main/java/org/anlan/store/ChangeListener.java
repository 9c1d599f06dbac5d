package org.anlan.store;

import org.anlan.catalog.LayerDefinition;

/** Hears what a comparison finds, feature by feature; rows are valid only during the call. */
public interface ChangeListener {

    /** Nobody listens. */
    ChangeListener NONE = new ChangeListener() {
        @Override
        public void added(LayerDefinition layer, NewFeature now) {}

        @Override
        public void changed(LayerDefinition layer, Row before, NewFeature now) {}

        @Override
        public void removed(LayerDefinition layer, Row before) {}
    };

    /** A feature that is not there yet. */
    void added(LayerDefinition layer, NewFeature now);

    /** A feature with other content than the current one of its id. */
    void changed(LayerDefinition layer, Row before, NewFeature now);

    /** A current feature of a stated scope that the hand-in does not carry. */
    void removed(LayerDefinition layer, Row before);
}
