package org.anlan.http.ogc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import org.anlan.store.Revision;
import org.anlan.store.RevisionLog;

/** When revisions were committed. A revision's moment never changes, so it is asked for once. */
final class Moments {

    private final RevisionLog revisions;
    private final Cache<Long, Instant> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Moments(RevisionLog revisions) {
        this.revisions = revisions;
    }

    /** The moment of a revision that the store has. */
    Instant of(long revision) {
        return known.get(revision, id -> revisions.find(id).map(Revision::at).orElse(Instant.EPOCH));
    }
}
