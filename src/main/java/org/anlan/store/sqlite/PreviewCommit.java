package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Changes;
import org.anlan.store.Commit;
import org.anlan.store.LayerState;
import org.anlan.store.LayerWriter;
import org.anlan.store.NewFeature;
import org.anlan.store.Origin;
import org.anlan.store.Revision;
import org.anlan.store.sql.ContentHash;
import org.anlan.store.sql.LayerDiff;
import org.anlan.store.sql.LayerTable;

/** Compares a hand-in with the current state on a reading connection, and writes nothing. Its revisions have the number 0. */
final class PreviewCommit implements Commit {

    private final Origin origin;
    private final Connection connection;
    private final Map<String, Comparing> writers = new LinkedHashMap<>();

    PreviewCommit(DataSource readers, Origin origin) {
        this.origin = origin;
        try {
            connection = readers.getConnection();
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    @Override
    public LayerWriter layer(LayerDefinition layer) {
        return writers.computeIfAbsent(layer.id(), id -> new Comparing(connection, layer));
    }

    @Override
    public List<Revision> finish() {
        List<Revision> revisions = new ArrayList<>();
        LayerState unknown = new LayerState(0, new TreeMap<>(), Optional.empty());
        writers.forEach((layer, writer) -> {
            writer.diff.unseen();
            Changes changes = writer.changes();
            revisions.add(new Revision(
                    0, layer, origin, Instant.EPOCH, changes.added(), changes.changed(), changes.removed(), unknown));
        });
        return revisions;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private static final class Comparing implements LayerWriter {

        private final LayerDiff diff;
        private final CurrentRows current;
        private final GeoPackageBlob blobs = new GeoPackageBlob();
        private final ContentHash hashes;

        Comparing(Connection connection, LayerDefinition layer) {
            diff = new LayerDiff(layer.id());
            hashes = new ContentHash(layer);
            current = new CurrentRows(connection, new LayerTable(layer), diff);
        }

        @Override
        public void stateScope(Object value) {
            try {
                current.load(value);
            } catch (SQLException e) {
                throw Sql.failed(e);
            }
        }

        @Override
        public void put(NewFeature feature) {
            try {
                current.lookUp(feature);
            } catch (SQLException e) {
                throw Sql.failed(e);
            }
            byte[] shape = feature.geometry().map(blobs::encode).orElse(new byte[0]);
            diff.put(feature.id(), hashes.of(feature, shape));
        }

        @Override
        public Changes changes() {
            return diff.changes();
        }
    }
}
