package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.CrsList;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.store.Changes;
import org.anlan.store.LayerWriter;
import org.anlan.store.NewFeature;
import org.anlan.store.sql.ContentHash;
import org.anlan.store.sql.LayerDiff;
import org.anlan.store.sql.LayerTable;

/** Writes the features of one layer within a commit, in batches. */
final class SqliteLayerWriter implements LayerWriter, LayerChange {

    private static final byte[] NO_SHAPE = {};

    private final CurrentRows current;
    private final LayerDiff diff;
    private final boolean shapes;
    private final GeoPackageBlob blobs = new GeoPackageBlob(CrsList.CGCS2000.epsg());
    private final ContentHash hashes;
    private final BoxIndex boxes;
    private final RowBatches rows;
    private long nextFid;

    SqliteLayerWriter(Connection connection, LayerTable table, long revision) throws SQLException {
        LayerDefinition layer = table.layer();
        this.diff = new LayerDiff(layer.id());
        this.hashes = new ContentHash(layer);
        this.current = new CurrentRows(connection, table, diff);
        this.shapes = layer.geometry() != GeometryKind.NONE;
        this.nextFid = current.lastFid();
        boxes = new BoxIndex(connection, table);
        rows = new RowBatches(connection, table, revision);
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
                    rows.close(diff.fidOf(feature.id()));
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
        rows.add(fid, feature, shape, hash);
        if (feature.geometry().isPresent()) {
            boxes.add(fid, feature.geometry().get().getEnvelopeInternal());
        }
    }

    @Override
    public Changes finish() throws SQLException {
        for (long fid : diff.unseen()) {
            rows.close(fid);
        }
        rows.finish();
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
        rows.close();
    }
}
