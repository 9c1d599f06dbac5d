package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Changes;
import org.anlan.store.LayerWriter;
import org.anlan.store.NewFeature;
import org.anlan.store.sql.ContentHash;
import org.anlan.store.sql.LayerDiff;
import org.anlan.store.sql.LayerTable;

/** Writes the features of one layer within a commit, in batches. */
final class SqliteLayerWriter implements LayerWriter, LayerChange {

    private static final int BATCH = 1_000;
    private static final byte[] NO_SHAPE = {};

    private final CurrentRows current;
    private final LayerDiff diff;
    private final long revision;
    private final boolean shapes;
    private final GeoPackageBlob blobs = new GeoPackageBlob();
    private final ContentHash hashes;
    private final PreparedStatement insert;
    private final BoxIndex boxes;
    private final PreparedStatement close;
    private long nextFid;
    private int waiting;

    SqliteLayerWriter(Connection connection, LayerTable table, long revision) throws SQLException {
        LayerDefinition layer = table.layer();
        this.diff = new LayerDiff(layer.id());
        this.hashes = new ContentHash(layer);
        this.current = new CurrentRows(connection, table, diff);
        this.revision = revision;
        this.shapes = layer.geometry() != GeometryKind.NONE;
        this.nextFid = current.lastFid();
        String columns = Stream.concat(
                        Stream.of("fid", "id", "rev_from", "geom", "length_m", "area_m2", "content_hash", "extra"),
                        table.columns().stream())
                .collect(Collectors.joining(", "));
        String marks = String.join(", ", Collections.nCopies(8 + layer.fields().size(), "?"));
        insert = connection.prepareStatement(
                "INSERT INTO " + table.table() + "(" + columns + ") VALUES (" + marks + ")");
        boxes = new BoxIndex(connection, table);
        close = connection.prepareStatement("UPDATE " + table.table() + " SET rev_to = ? WHERE fid = ?");
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
    public void stateAll() {
        try {
            current.loadAll();
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    @Override
    public Verdict put(NewFeature feature) {
        try {
            current.lookUp(feature);
            byte[] shape = feature.geometry().map(blobs::encode).orElse(NO_SHAPE);
            byte[] hash = hashes.of(feature, shape);
            Verdict verdict = diff.put(feature.id(), hash);
            switch (verdict) {
                case ADDED -> add(feature, shape, hash);
                case CHANGED -> {
                    close(diff.fidOf(feature.id()));
                    add(feature, shape, hash);
                }
                case UNCHANGED -> {}
            }
            return verdict;
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private void add(NewFeature feature, byte[] shape, byte[] hash) throws SQLException {
        long fid = ++nextFid;
        int at = 1;
        insert.setLong(at++, fid);
        insert.setString(at++, feature.id());
        insert.setLong(at++, revision);
        insert.setBytes(at++, shape == NO_SHAPE ? null : shape);
        insert.setDouble(at++, feature.lengthM());
        insert.setDouble(at++, feature.areaM2());
        insert.setBytes(at++, hash);
        insert.setString(at++, feature.extra().orElse(null));
        for (Object value : feature.values()) {
            Values.set(insert, at++, value);
        }
        insert.addBatch();
        if (feature.geometry().isPresent()) {
            boxes.add(fid, feature.geometry().get().getEnvelopeInternal());
        }
        if (++waiting >= BATCH) {
            flush();
        }
    }

    private void close(long fid) throws SQLException {
        close.setLong(1, revision);
        close.setLong(2, fid);
        close.addBatch();
        waiting++;
    }

    /** Rows are closed before rows are added: no two current rows ever have the same id. */
    private void flush() throws SQLException {
        close.executeBatch();
        insert.executeBatch();
        waiting = 0;
    }

    @Override
    public Changes finish() throws SQLException {
        for (long fid : diff.unseen()) {
            close(fid);
        }
        flush();
        if (shapes) {
            boxes.finish();
        }
        return diff.changes();
    }

    @Override
    public Changes changes() {
        return diff.changes();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        close.close();
    }
}
