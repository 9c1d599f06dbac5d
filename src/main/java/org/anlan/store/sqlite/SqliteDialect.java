package org.anlan.store.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.anlan.base.Text;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.sql.Dialect;
import org.anlan.store.sql.KeptTable;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.RowSink;
import org.anlan.store.sql.RowWriter;
import org.locationtech.jts.geom.Envelope;

/** SQLite's own ways: shapes are GeoPackage blobs, the spatial index is an R*Tree beside the table, moments are ISO 8601 texts in UTC. */
final class SqliteDialect implements Dialect {

    @Override
    public String shape() {
        return "geom";
    }

    @Override
    public ByteBuffer wkb(byte[] shape) {
        return GeoPackageBlob.wkb(shape);
    }

    @Override
    public void set(PreparedStatement statement, int at, Object value) throws SQLException {
        Values.set(statement, at, value);
    }

    @Override
    public Object get(ResultSet row, int at, FieldType type) throws SQLException {
        return Values.get(row, at, type);
    }

    @Override
    public Object moment(Instant at) {
        return at.toString();
    }

    @Override
    public Instant moment(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Instant.parse(text);
    }

    @Override
    public String meets(LayerTable table) {
        return "fid IN (SELECT id FROM " + SpatialIndex.of(table)
                + " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)";
    }

    @Override
    public int setExtent(PreparedStatement statement, int at, Extent extent) throws SQLException {
        statement.setDouble(at, extent.west());
        statement.setDouble(at + 1, extent.east());
        statement.setDouble(at + 2, extent.south());
        statement.setDouble(at + 3, extent.north());
        return at + 4;
    }

    /** The R*Tree rounds outward to 32-bit numbers; the blob's own box decides. */
    @Override
    public boolean meets(byte[] shape, Extent extent) {
        Envelope own = GeoPackageBlob.box(shape);
        return own.getMaxX() >= extent.west()
                && own.getMinX() <= extent.east()
                && own.getMaxY() >= extent.south()
                && own.getMinY() <= extent.north();
    }

    @Override
    public PreparedStatement streaming(Connection connection, String sql, FeatureQuery query) throws SQLException {
        return connection.prepareStatement(sql); // SQLite computes a row when it is asked for it
    }

    @Override
    public Optional<Extent> extent(Connection connection, LayerTable table) throws SQLException {
        if (table.layer().geometry() == GeometryKind.NONE) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM " + SpatialIndex.of(table) + " r JOIN "
                                + table.table() + " f ON f.fid = r.id WHERE f.rev_to IS NULL");
                ResultSet row = query.executeQuery()) {
            row.next();
            Extent extent = new Extent(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
            return row.wasNull() ? Optional.empty() : Optional.of(extent);
        }
    }

    @Override
    public RowWriter rows(Connection connection, LayerTable table, long revision) throws SQLException {
        return new SqliteRows(connection, table, revision);
    }

    @Override
    public RowCopied copied(Connection connection, LayerTable table) throws SQLException {
        return table.layer().geometry() == GeometryKind.NONE ? new NoBoxes() : new CopiedBoxes(connection, table);
    }

    @Override
    public void changed(Connection connection, LayerTable table, Instant at, Optional<Extent> extent)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE gpkg_contents SET last_change = ?, min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?")) {
            update.setString(1, at.toString());
            if (extent.isPresent()) {
                update.setDouble(2, extent.get().west());
                update.setDouble(3, extent.get().south());
                update.setDouble(4, extent.get().east());
                update.setDouble(5, extent.get().north());
            }
            update.setString(6, table.word());
            update.executeUpdate();
        }
    }

    @Override
    public void alone(Connection connection, String table) {
        // a transaction that writes is the only one
    }

    @Override
    public void holdState(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement first = connection.prepareStatement("SELECT count(*) FROM sqlite_schema")) {
            first.executeQuery().close(); // the state is that of the first read
        }
    }

    @Override
    public RowSink sink(Connection connection, KeptTable table) throws SQLException {
        return new SqliteSink(connection, table);
    }

    @Override
    public void lookAtIndexes(Connection connection, List<LayerTable> tables, BiConsumer<String, Text> found)
            throws SQLException {
        new IndexLook(connection, found).at(tables);
    }

    /** A table without shapes has no boxes. */
    private static final class NoBoxes implements RowCopied {
        @Override
        public void row(long fid, long of) {}

        @Override
        public void close() {}
    }

    /** Copies the boxes of rows. */
    private static final class CopiedBoxes implements RowCopied {
        private final PreparedStatement insert;

        CopiedBoxes(Connection connection, LayerTable table) throws SQLException {
            String index = SpatialIndex.of(table);
            insert = connection.prepareStatement(
                    "INSERT INTO " + index + " SELECT ?, minx, maxx, miny, maxy FROM " + index + " WHERE id = ?");
        }

        @Override
        public void row(long fid, long of) throws SQLException {
            insert.setLong(1, fid);
            insert.setLong(2, of);
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}
