package org.anlan.store;

import java.util.List;

/**
 * What a commit changes in a layer.
 *
 * @param added number of features that were not there
 * @param changed number of features with other content
 * @param removed number of features of a stated scope that the hand-in does not carry
 * @param unchanged number of features with the same content
 * @param addedIds ids of the first thousand added
 * @param changedIds ids of the first thousand changed
 * @param removedIds ids of the first thousand removed
 */
public record Changes(
        long added,
        long changed,
        long removed,
        long unchanged,
        List<String> addedIds,
        List<String> changedIds,
        List<String> removedIds) {}
