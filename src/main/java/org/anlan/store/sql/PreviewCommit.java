package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.CrsList;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.geo.RepairKind;
import org.anlan.store.ChangeListener;
import org.anlan.store.Changes;
import org.anlan.store.Commit;
import org.anlan.store.LayerState;
import org.anlan.store.LayerWriter;
import org.anlan.store.NewFeature;
import org.anlan.store.Origin;
import org.anlan.store.Revision;

/** Compares a hand-in with the current state on a reading connection, and writes nothing. Its revisions have the number 0. */
public final class PreviewCommit implements Commit {

    private final Database database;
    private final Origin origin;
    private final Connection connection;
    private final ChangeListener listener;
    private final Map<String, Comparing> writers = new LinkedHashMap<>();
    private final Map<String, Map<RepairKind, Long>> repairs = new LinkedHashMap<>();

    public PreviewCommit(Database database, Origin origin, ChangeListener listener) {
        this.database = database;
        this.origin = origin;
        this.listener = listener;
        try {
            connection = database.reading().getConnection();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public LayerWriter layer(LayerDefinition layer) {
        return writers.computeIfAbsent(layer.id(), id -> new Comparing(database, connection, layer, listener));
    }

    @Override
    public void repaired(LayerDefinition layer, Map<RepairKind, Long> made) {
        repairs.put(layer.id(), made);
    }

    @Override
    public List<Revision> finish() {
        List<Revision> revisions = new ArrayList<>();
        LayerState unknown = new LayerState(0, new TreeMap<>(), Optional.empty());
        writers.forEach((layer, writer) -> {
            writer.end();
            Changes changes = writer.changes();
            revisions.add(new Revision(
                    0,
                    layer,
                    origin,
                    Instant.EPOCH,
                    changes.added(),
                    changes.changed(),
                    changes.removed(),
                    unknown,
                    new TreeMap<>(repairs.getOrDefault(layer, Map.of()))));
        });
        return revisions;
    }

    @Override
    public void close() {
        try {
            for (Comparing writer : writers.values()) {
                writer.before.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private static final class Comparing implements LayerWriter {

        private final Database database;
        private final LayerDefinition layer;
        private final ChangeListener listener;
        private final LayerDiff diff;
        private final CurrentRows current;
        private final RowByKey before;
        private final GeoPackageBlob blobs = new GeoPackageBlob(CrsList.CGCS2000.epsg());
        private final ContentHash hashes;

        Comparing(Database database, Connection connection, LayerDefinition layer, ChangeListener listener) {
            this.database = database;
            this.layer = layer;
            this.listener = listener;
            diff = new LayerDiff(layer.id());
            hashes = new ContentHash(layer);
            current = new CurrentRows(database.dialect(), connection, new LayerTable(layer), diff);
            before = new RowByKey(database, connection, new LayerTable(layer));
        }

        @Override
        public void stateScope(Object value) {
            try {
                current.load(value);
            } catch (SQLException e) {
                throw database.failed(e);
            }
        }

        @Override
        public void stateAll() {
            try {
                current.loadAll();
            } catch (SQLException e) {
                throw database.failed(e);
            }
        }

        @Override
        public Verdict put(NewFeature feature) {
            try {
                current.lookUp(feature);
                byte[] shape = feature.geometry().map(blobs::encode).orElse(new byte[0]);
                Verdict verdict = diff.put(feature.id(), hashes.of(feature, shape));
                switch (verdict) {
                    case ADDED -> listener.added(layer, feature);
                    case CHANGED -> before.read(diff.fidOf(feature.id()), row -> listener.changed(layer, row, feature));
                    case UNCHANGED -> {}
                }
                return verdict;
            } catch (SQLException e) {
                throw database.failed(e);
            }
        }

        @Override
        public void remove(String id) {
            try {
                current.lookUp(id);
                diff.state(id);
            } catch (SQLException e) {
                throw database.failed(e);
            }
        }

        void end() {
            try {
                for (long fid : diff.unseen()) {
                    before.read(fid, row -> listener.removed(layer, row));
                }
            } catch (SQLException e) {
                throw database.failed(e);
            }
        }

        @Override
        public Changes changes() {
            return diff.changes();
        }
    }
}
