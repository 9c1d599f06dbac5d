package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.geo.GeoPackageBlob;
import org.anlan.store.sql.LayerTable;
import org.locationtech.jts.geom.Envelope;

/** Looks at the data file as SQLite itself can, at references between tables, and whether each R*Tree holds the box of every shape and nothing else. */
final class IndexLook {

    private final Connection connection;
    private final BiConsumer<String, Text> found;

    IndexLook(Connection connection, BiConsumer<String, Text> found) {
        this.connection = connection;
        this.found = found;
    }

    void at(List<LayerTable> tables) throws SQLException {
        integrity();
        references();
        for (LayerTable table : tables) {
            if (table.layer().geometry() != GeometryKind.NONE) {
                boxes(table);
            }
        }
    }

    private void integrity() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("PRAGMA integrity_check(20)");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                if (!rows.getString(1).equals("ok")) {
                    found.accept("data.gpkg", Text.of("SQLite：%s", "SQLite: %s", rows.getString(1)));
                }
            }
        }
    }

    private void references() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("PRAGMA foreign_key_check");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.accept(
                        rows.getString(1) + " " + rows.getString(2),
                        Text.of("指向 %s 中不存在的行", "refers to a row that %s does not have", rows.getString(3)));
            }
        }
    }

    private void boxes(LayerTable table) throws SQLException {
        String index = SpatialIndex.of(table);
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT f.fid, f.geom, r.minx, r.maxx, r.miny, r.maxy, r.id FROM " + table.table()
                                + " f LEFT JOIN " + index + " r ON r.id = f.fid WHERE f.geom IS NOT NULL");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                box(table, rows);
            }
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT id FROM " + index
                        + " WHERE id NOT IN (SELECT fid FROM " + table.table() + " WHERE geom IS NOT NULL)");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.accept(
                        SpatialIndex.name(table) + " " + rows.getLong(1),
                        Text.of("空间索引中多出的条目", "the spatial index has an entry without a shape"));
            }
        }
    }

    private void box(LayerTable table, ResultSet rows) throws SQLException {
        rows.getLong(7);
        if (rows.wasNull()) {
            found.accept(
                    SpatialIndex.name(table) + " " + rows.getLong(1),
                    Text.of("空间索引中缺少该图形", "the spatial index does not have this shape"));
            return;
        }
        Envelope own = GeoPackageBlob.box(rows.getBytes(2));
        if (rows.getDouble(3) > own.getMinX()
                || rows.getDouble(4) < own.getMaxX()
                || rows.getDouble(5) > own.getMinY()
                || rows.getDouble(6) < own.getMaxY()) {
            found.accept(
                    SpatialIndex.name(table) + " " + rows.getLong(1),
                    Text.of("空间索引中的范围不含该图形", "the box in the spatial index does not hold the shape"));
        }
    }
}
