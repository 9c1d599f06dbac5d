package org.anlan.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;

/**
 * The words of the features of a state: those that were read whole once, and what has come and gone since. Never changes.
 *
 * @param readAt the revision at which all were read
 * @param read the words that were read then
 * @param revision the state that this is of
 * @param gone keys of features that are no longer as they were read
 * @param come the words of those that have come since
 */
record Names(long readAt, NameIndex read, long revision, Set<Long> gone, Optional<NameIndex> come) {

    /** One in so many features may have changed: else all are better read again. */
    private static final int SHARE = 20;

    /** As many may have changed in any case, and no more in none. */
    private static final int LEAST = 100;

    private static final int MOST = 10_000;

    /** Words that were read whole. */
    static Names readAt(long revision, NameIndex read) {
        return new Names(revision, read, revision, Set.of(), Optional.empty());
    }

    /** What it takes in memory, without what little has changed. */
    long bytes() {
        return read.bytes();
    }

    /** The keys of the features that fit searched words best: the best of those that were there and of those that have come, at most so many each. */
    List<Long> best(String folded, int most) {
        return Stream.concat(
                        read.best(folded, most, gone).stream(),
                        come.stream().flatMap(index -> index.best(folded, most, Set.of()).stream()))
                .toList();
    }

    /**
     * The same at the later revision that a query names; empty when too much has changed. Rows of later revisions have greater keys.
     *
     * @param match what is looked at of features
     */
    Optional<Names> at(FeatureQuery query, FeatureStore features, NameMatch match) {
        int most = Math.max(LEAST, Math.min(MOST, read.size() / SHARE));
        long later = query.revision().orElseThrow();
        Set<Long> left = new HashSet<>();
        features.read(query.at(readAt).goneAt(later), row -> left.add(row.fid()) && left.size() <= most);
        if (left.size() > most) {
            return Optional.empty();
        }
        NameIndex.Making making = new NameIndex.Making(match, Long.MAX_VALUE);
        features.read(query.page(read.lastKey(), most + 1), making::take);
        NameIndex more = making.made();
        return more.size() > most
                ? Optional.empty()
                : Optional.of(new Names(readAt, read, later, left, Optional.of(more)));
    }
}
