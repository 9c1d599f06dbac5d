package org.anlan.store.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.GeometryKind;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.Row;
import org.anlan.store.RowVisitor;
import org.anlan.store.sql.LayerTable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads features by SQL. */
final class SqliteFeatures implements FeatureStore {

    private final DataSource readers;

    SqliteFeatures(DataSource readers) {
        this.readers = readers;
    }

    @Override
    public boolean read(FeatureQuery query, RowVisitor visitor) {
        if (query.extent().isPresent() && query.layer().geometry() == GeometryKind.NONE) {
            return false; // a table lies nowhere
        }
        LayerTable table = new LayerTable(query.layer());
        try (Connection connection = readers.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql(table, query))) {
            bind(statement, query);
            try (ResultSet rows = statement.executeQuery()) {
                return give(rows, query, visitor);
            }
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private static boolean give(ResultSet rows, FeatureQuery query, RowVisitor visitor) throws SQLException {
        SqliteRow row = new SqliteRow(rows, query.layer().fields());
        int given = 0;
        while (rows.next()) {
            row.moved();
            if (query.extent().isPresent() && !row.meets(query.extent().get())) {
                continue;
            }
            if (given == query.limit()) {
                return true;
            }
            given++;
            if (!visitor.visit(row)) {
                return true;
            }
        }
        return false;
    }

    private static String sql(LayerTable table, FeatureQuery query) {
        StringBuilder sql =
                new StringBuilder("SELECT " + table.readColumns() + " FROM " + table.table() + " WHERE fid > ?");
        sql.append(
                query.revision().isPresent()
                        ? " AND rev_from <= ? AND (rev_to IS NULL OR rev_to > ?)"
                        : " AND rev_to IS NULL");
        if (query.surveyYear().isPresent() && query.layer().surveyYearField().isPresent()) {
            sql.append(" AND ")
                    .append(LayerTable.quote(query.layer().surveyYearField().get()))
                    .append(" = ?");
        }
        if (query.extent().isPresent()) {
            sql.append(" AND fid IN (SELECT id FROM ")
                    .append(table.spatialIndex())
                    .append(" WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)");
        }
        return sql.append(" ORDER BY fid").toString();
    }

    private static void bind(PreparedStatement statement, FeatureQuery query) throws SQLException {
        int at = 1;
        statement.setLong(at++, query.afterFid());
        if (query.revision().isPresent()) {
            statement.setLong(at++, query.revision().getAsLong());
            statement.setLong(at++, query.revision().getAsLong());
        }
        if (query.surveyYear().isPresent() && query.layer().surveyYearField().isPresent()) {
            statement.setInt(at++, query.surveyYear().get());
        }
        if (query.extent().isPresent()) {
            Extent e = query.extent().get();
            statement.setDouble(at++, e.west());
            statement.setDouble(at++, e.east());
            statement.setDouble(at++, e.south());
            statement.setDouble(at, e.north());
        }
    }

    /** The row under the cursor. */
    private static final class SqliteRow implements Row {

        private final ResultSet rows;
        private final List<FieldDefinition> fields;
        private byte[] blob;

        SqliteRow(ResultSet rows, List<FieldDefinition> fields) {
            this.rows = rows;
            this.fields = fields;
        }

        void moved() throws SQLException {
            blob = rows.getBytes(3);
        }

        /** The R*Tree rounds outward to 32-bit numbers; the blob's own box decides. */
        boolean meets(Extent wanted) {
            if (blob == null) {
                return false;
            }
            Extent own = GeoPackageBlob.extent(blob);
            return own.east() >= wanted.west()
                    && own.west() <= wanted.east()
                    && own.north() >= wanted.south()
                    && own.south() <= wanted.north();
        }

        @Override
        public long fid() {
            return get(() -> rows.getLong(1));
        }

        @Override
        public String id() {
            return get(() -> rows.getString(2));
        }

        @Override
        public Optional<ByteBuffer> wkb() {
            return Optional.ofNullable(blob).map(GeoPackageBlob::wkb);
        }

        @Override
        public Optional<Geometry> geometry() {
            return wkb().map(bytes -> {
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                try {
                    return new WKBReader().read(copy);
                } catch (ParseException e) {
                    throw new IllegalStateException(
                            "the store holds a shape that is not well-known binary, feature " + id(), e);
                }
            });
        }

        @Override
        public double lengthM() {
            return get(() -> rows.getDouble(4));
        }

        @Override
        public double areaM2() {
            return get(() -> rows.getDouble(5));
        }

        @Override
        public Object value(int field) {
            return get(() -> Values.get(
                    rows, LayerTable.FIXED.size() + 1 + field, fields.get(field).type()));
        }

        @Override
        public Optional<String> extra() {
            return Optional.ofNullable(get(() -> rows.getString(LayerTable.FIXED.size() + 1 + fields.size())));
        }

        private interface Getter<T> {
            T get() throws SQLException;
        }

        private static <T> T get(Getter<T> getter) {
            try {
                return getter.get();
            } catch (SQLException e) {
                throw Sql.failed(e);
            }
        }
    }
}
