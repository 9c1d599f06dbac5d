package org.anlan.store.sqlite;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.FieldDefinition;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.store.Extent;
import org.anlan.store.Row;
import org.anlan.store.sql.LayerTable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The row under the cursor. */
final class SqliteRow implements Row {

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
        Envelope own = GeoPackageBlob.box(blob);
        return own.getMaxX() >= wanted.west()
                && own.getMinX() <= wanted.east()
                && own.getMaxY() >= wanted.south()
                && own.getMinY() <= wanted.north();
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
