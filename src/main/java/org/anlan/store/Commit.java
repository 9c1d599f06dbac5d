package org.anlan.store;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.RepairKind;

/** A change under way. Closing it without {@link #finish} leaves everything as it was. */
public interface Commit extends Closeable {

    /** The writer for one layer; the same one when asked again. */
    LayerWriter layer(LayerDefinition layer);

    /** Says how many features of a layer were mended on their way in, by class of repair; its revision keeps that. */
    void repaired(LayerDefinition layer, Map<RepairKind, Long> made);

    /** Makes the change durable and gives its revisions, one per layer; they are on disk when this returns. */
    List<Revision> finish();

    /** Drops the change unless it was finished. */
    @Override
    void close();
}
