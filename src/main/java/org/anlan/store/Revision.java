package org.anlan.store;

import java.time.Instant;
import java.util.SortedMap;
import org.anlan.geo.RepairKind;

/**
 * One change of one layer. Ids rise over the whole store, so a revision names a state of its layer for ever.
 *
 * @param id rising number, unique in the store
 * @param layer id of the layer that changed
 * @param origin who, why and from which source
 * @param at when it was committed
 * @param added features that were not there before
 * @param changed features whose shape or values changed
 * @param removed features that are no longer there
 * @param state the layer after this revision
 * @param repairs what the hand-in had mended on its way in: class of repair → number of features
 */
public record Revision(
        long id,
        String layer,
        Origin origin,
        Instant at,
        long added,
        long changed,
        long removed,
        LayerState state,
        SortedMap<RepairKind, Long> repairs) {}
