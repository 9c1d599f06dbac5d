package org.anlan.intake;

import java.util.function.Consumer;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureQuery;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;

/** Reads what a layer holds now; nothing where it was never handed in. */
public final class NewestRows {

    private NewestRows() {}

    /** Gives every row to the taker; it is valid only during the call. */
    public static void each(Store store, LayerDefinition layer, Consumer<Row> taker) {
        store.revisions().newest(layer.id()).map(Revision::id).ifPresent(revision -> store.features()
                .read(FeatureQuery.all(layer, revision), row -> {
                    taker.accept(row);
                    return true;
                }));
    }
}
