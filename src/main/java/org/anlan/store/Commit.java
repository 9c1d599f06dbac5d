package org.anlan.store;

import java.io.Closeable;
import java.util.List;
import org.anlan.catalog.LayerDefinition;

/** A change under way. Closing it without {@link #finish} leaves everything as it was. */
public interface Commit extends Closeable {

    /** The writer for one layer; the same one when asked again. */
    LayerWriter layer(LayerDefinition layer);

    /** Makes the change durable and gives its revisions, one per layer; they are on disk when this returns. */
    List<Revision> finish();

    /** Drops the change unless it was finished. */
    @Override
    void close();
}
