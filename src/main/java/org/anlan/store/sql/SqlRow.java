package org.anlan.store.sql;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.FieldDefinition;
import org.anlan.store.Extent;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The row under the cursor. */
final class SqlRow implements Row {

    private final ResultSet rows;
    private final List<FieldDefinition> fields;
    private final Database database;
    private byte[] shape;

    SqlRow(Database database, ResultSet rows, List<FieldDefinition> fields) {
        this.database = database;
        this.rows = rows;
        this.fields = fields;
    }

    void moved() throws SQLException {
        shape = rows.getBytes(3);
    }

    /** Whether its bounding box meets a rectangle. */
    boolean meets(Extent wanted) {
        return shape != null && database.dialect().meets(shape, wanted);
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
        return Optional.ofNullable(shape).map(database.dialect()::wkb);
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
        return get(() -> database.dialect()
                .get(
                        rows,
                        LayerTable.FIXED.size() + 1 + field,
                        fields.get(field).type()));
    }

    @Override
    public long since() {
        return get(() -> rows.getLong(6));
    }

    @Override
    public Optional<String> extra() {
        return Optional.ofNullable(get(() -> rows.getString(LayerTable.FIXED.size() + 1 + fields.size())));
    }

    private interface Getter<T> {
        T get() throws SQLException;
    }

    private <T> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
