package org.anlan.store.postgis;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.anlan.base.Refusal;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.Revision;
import org.anlan.store.RevisionLog;
import org.anlan.store.RowVisitor;
import org.anlan.store.sql.Database;
import org.anlan.store.sql.ReadingJdbi;
import org.anlan.store.sql.SqlFeatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads features from a replica as soon as it has the revision that is asked for, and from the primary until then, and whenever the replica fails: nobody
 * is ever shown an older state than the primary would show.
 */
final class ReplicaFeatures implements FeatureStore {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaFeatures.class);

    private final FeatureStore primary;
    private final FeatureStore replica;
    private final ReadingJdbi replicaQueries;
    private final RevisionLog revisions;
    private final AtomicLong arrived = new AtomicLong();

    /**
     * @param primary reads from the primary
     * @param replica where features are read when it has them
     * @param revisions the revisions, as the primary has them
     */
    ReplicaFeatures(FeatureStore primary, Database replica, RevisionLog revisions) {
        this.primary = primary;
        this.replica = new SqlFeatures(replica);
        this.replicaQueries = new ReadingJdbi(replica);
        this.revisions = revisions;
    }

    @Override
    public boolean read(FeatureQuery query, RowVisitor visitor) {
        OptionalLong wanted = query.revision().isPresent()
                ? query.revision()
                : newest(query.layer().id());
        if (wanted.isEmpty()) {
            return primary.read(query, visitor);
        }
        FeatureQuery named = query.at(wanted.getAsLong());
        if (!hasArrived(Math.max(wanted.getAsLong(), query.goneAt().orElse(0)))) {
            return primary.read(named, visitor);
        }
        boolean[] begun = {false};
        try {
            return replica.read(named, row -> {
                begun[0] = true;
                return visitor.visit(row);
            });
        } catch (Refusal e) {
            if (begun[0]) {
                throw e;
            }
            LOG.warn("the replica did not answer ({}); the primary is asked", e.code());
            return primary.read(named, visitor);
        }
    }

    private OptionalLong newest(String layer) {
        Optional<Revision> newest = revisions.newest(layer);
        return newest.isPresent() ? OptionalLong.of(newest.get().id()) : OptionalLong.empty();
    }

    /** Revisions arrive in their order, and what has arrived stays. */
    private boolean hasArrived(long revision) {
        if (arrived.get() >= revision) {
            return true;
        }
        try {
            long newest = replicaQueries.withHandle(h -> h.createQuery("SELECT coalesce(max(id), 0) FROM revision")
                    .mapTo(Long.class)
                    .one());
            arrived.accumulateAndGet(newest, Math::max);
            return newest >= revision;
        } catch (RuntimeException e) {
            LOG.warn("the replica cannot be reached; the primary is asked", e);
            return false;
        }
    }
}
