package org.anlan.store;

import java.util.List;

/**
 * How a store is doing, for whoever watches over it.
 *
 * @param dataBytes what layers and revisions take on disk, indexes included
 * @param uploadBytes what the files take that were handed in and are still needed
 * @param pools its connections
 */
public record StoreCondition(long dataBytes, long uploadBytes, List<Pool> pools) {

    /**
     * Connections that are shared out.
     *
     * @param name what they are for ("readers")
     * @param active in use now
     * @param idle ready
     * @param waiting requests that wait for one
     * @param most how many there may be
     */
    public record Pool(String name, int active, int idle, int waiting, int most) {}
}
