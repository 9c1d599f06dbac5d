package org.anlan.store.postgis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.anlan.base.Text;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.geo.Rounding;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.RowFilter;
import org.anlan.store.sql.Dialect;
import org.anlan.store.sql.KeptTable;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.PlainSql;
import org.anlan.store.sql.RowSink;
import org.anlan.store.sql.RowWriter;

/** PostGIS' own ways: shapes are of type geometry (EPSG:4490, x = longitude), found by a GiST index; values have PostgreSQL's types. */
final class PostgisDialect implements Dialect {

    /** Rows that come over the wire at once. */
    private static final int FETCH = 1_000;

    @Override
    public String shape() {
        return "ST_AsBinary(geom, 'NDR')";
    }

    @Override
    public ByteBuffer wkb(byte[] shape) {
        return ByteBuffer.wrap(shape).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void set(PreparedStatement statement, int at, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.NULL);
        } else {
            statement.setObject(at, value);
        }
    }

    @Override
    public Object get(ResultSet row, int at, FieldType type) throws SQLException {
        Class<?> kind =
                switch (type) {
                    case TEXT -> String.class;
                    case INTEGER -> Long.class;
                    case NUMBER -> Double.class;
                    case BOOLEAN -> Boolean.class;
                    case DATE -> LocalDate.class;
                };
        return row.getObject(at, kind);
    }

    @Override
    public Object moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** The index and the operator && round to 32-bit numbers; the box of the shape itself decides. */
    @Override
    public String meets(LayerTable table) {
        return "geom && ST_MakeEnvelope(?, ?, ?, ?, 4490)"
                + " AND ST_XMax(geom) >= ? AND ST_XMin(geom) <= ? AND ST_YMax(geom) >= ? AND ST_YMin(geom) <= ?";
    }

    @Override
    public int setExtent(PreparedStatement statement, int at, Extent extent) throws SQLException {
        double[] sides = {
            extent.west(), extent.south(), extent.east(), extent.north(),
            extent.west(), extent.east(), extent.south(), extent.north()
        };
        for (int i = 0; i < sides.length; i++) {
            statement.setDouble(at + i, sides[i]);
        }
        return at + sides.length;
    }

    @Override
    public boolean meets(byte[] shape, Extent extent) {
        return true; // the query has seen to it
    }

    /** Within a transaction the driver asks for rows as they are needed; a limit lets the planner take the key's index. */
    @Override
    public PreparedStatement streaming(Connection connection, String sql, FeatureQuery query) throws SQLException {
        connection.setAutoCommit(false);
        String limit = query.limit() == Integer.MAX_VALUE || query.filter() != RowFilter.ALL
                ? ""
                : " LIMIT " + (query.limit() + 1L);
        PreparedStatement statement = connection.prepareStatement(sql + limit);
        statement.setFetchSize(FETCH);
        return statement;
    }

    @Override
    public Optional<Extent> extent(Connection connection, LayerTable table) throws SQLException {
        if (table.layer().geometry() == GeometryKind.NONE) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT min(ST_XMin(geom)), min(ST_YMin(geom)), max(ST_XMax(geom)), max(ST_YMax(geom)) FROM "
                                + table.table() + " WHERE rev_to IS NULL");
                ResultSet row = query.executeQuery()) {
            row.next();
            Extent extent = new Extent(
                    Rounding.down(row.getDouble(1)),
                    Rounding.down(row.getDouble(2)),
                    Rounding.up(row.getDouble(3)),
                    Rounding.up(row.getDouble(4)));
            return row.wasNull() ? Optional.empty() : Optional.of(extent);
        }
    }

    @Override
    public RowWriter rows(Connection connection, LayerTable table, long revision) throws SQLException {
        return new CopiedIn(connection, table, revision);
    }

    @Override
    public RowCopied copied(Connection connection, LayerTable table) {
        return new IndexedByItself();
    }

    @Override
    public void changed(Connection connection, LayerTable table, Instant at, Optional<Extent> extent) {
        // views tell of themselves
    }

    @Override
    public void alone(Connection connection, String table) throws SQLException {
        PlainSql.run(connection, "LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE");
    }

    @Override
    public void holdState(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        PlainSql.run(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        PlainSql.run(connection, "SET LOCAL statement_timeout TO 0"); // a table may be long
    }

    @Override
    public RowSink sink(Connection connection, KeptTable table) throws SQLException {
        return new CopySink(connection, table);
    }

    @Override
    public void lookAtIndexes(Connection connection, List<LayerTable> tables, BiConsumer<String, Text> found)
            throws SQLException {
        new IndexLook(connection, found).at(tables);
    }

    /** The GiST index takes every row in by itself. */
    private static final class IndexedByItself implements RowCopied {
        @Override
        public void row(long fid, long of) {}

        @Override
        public void close() {}
    }
}
