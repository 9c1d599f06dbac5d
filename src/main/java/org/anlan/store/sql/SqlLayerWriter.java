package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.anlan.catalog.LayerDefinition;
import org.anlan.geo.CrsList;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.store.Changes;
import org.anlan.store.LayerWriter;
import org.anlan.store.NewFeature;

/** Writes the features of one layer within a commit, in batches. */
final class SqlLayerWriter implements LayerWriter, LayerChange {

    private static final byte[] NO_SHAPE = {};

    private final Database database;
    private final CurrentRows current;
    private final LayerDiff diff;
    private final GeoPackageBlob blobs = new GeoPackageBlob(CrsList.CGCS2000.epsg());
    private final ContentHash hashes;
    private final RowBatches rows;
    private long nextFid;

    SqlLayerWriter(Database database, Connection connection, LayerTable table, long revision) throws SQLException {
        this.database = database;
        LayerDefinition layer = table.layer();
        this.diff = new LayerDiff(layer.id());
        this.hashes = new ContentHash(layer);
        this.current = new CurrentRows(database.dialect(), connection, table, diff);
        this.nextFid = current.lastFid();
        rows = new RowBatches(database.dialect().rows(connection, table, revision));
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

    private void add(NewFeature feature, byte[] shape, byte[] hash) throws SQLException {
        long fid = ++nextFid;
        rows.add(fid, feature, shape, hash);
    }

    @Override
    public Changes finish() throws SQLException {
        for (long fid : diff.unseen()) {
            rows.close(fid);
        }
        rows.finish();
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
