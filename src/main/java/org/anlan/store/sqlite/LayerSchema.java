package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.sql.CodeLabels;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sql.PlainSql;

/**
 * Makes the tables, views and GeoPackage entries that the catalogue asks for. A field that was added to a layer becomes a column; a column is never
 * dropped, since older revisions still have values in it.
 */
final class LayerSchema {

    private final Connection connection;

    LayerSchema(Connection connection) {
        this.connection = connection;
    }

    void apply(Catalog catalog) throws SQLException {
        CodeLabels.write(connection, catalog);
        for (LayerDefinition layer : catalog.layers()) {
            LayerTable table = new LayerTable(layer);
            table(table);
            view(table);
            register(table);
        }
    }

    private void table(LayerTable table) throws SQLException {
        String name = table.table();
        PlainSql.run(
                connection,
                "CREATE TABLE IF NOT EXISTS " + name + " (fid INTEGER PRIMARY KEY, id TEXT NOT NULL,"
                        + " rev_from INTEGER NOT NULL REFERENCES revision(id), rev_to INTEGER REFERENCES revision(id),"
                        + " geom BLOB, length_m REAL NOT NULL, area_m2 REAL NOT NULL, content_hash BLOB NOT NULL, extra TEXT)");
        Set<String> present = columnsOf(table);
        for (FieldDefinition field : table.layer().fields()) {
            if (!present.contains(field.name())) {
                PlainSql.run(
                        connection,
                        "ALTER TABLE " + name + " ADD COLUMN " + LayerTable.quote(field.name()) + " "
                                + sqlType(field.type()));
            }
        }
        PlainSql.run(
                connection,
                "CREATE UNIQUE INDEX IF NOT EXISTS " + LayerTable.quote("current_" + table.word()) + " ON " + name
                        + "(id) WHERE rev_to IS NULL");
        PlainSql.run(
                connection,
                "CREATE INDEX IF NOT EXISTS " + LayerTable.quote("closed_" + table.word()) + " ON " + name
                        + "(id) WHERE rev_to IS NOT NULL");
        PlainSql.run(
                connection,
                "CREATE INDEX IF NOT EXISTS " + LayerTable.quote("ended_" + table.word()) + " ON " + name
                        + "(rev_to) WHERE rev_to IS NOT NULL");
        if (table.layer().surveyYearField().isPresent()) {
            PlainSql.run(
                    connection,
                    "CREATE INDEX IF NOT EXISTS " + LayerTable.quote("year_" + table.word()) + " ON " + name + "("
                            + LayerTable.quote(table.layer().surveyYearField().get()) + ")");
        }
        if (table.layer().geometry() != GeometryKind.NONE) {
            PlainSql.run(
                    connection,
                    "CREATE VIRTUAL TABLE IF NOT EXISTS " + SpatialIndex.of(table)
                            + " USING rtree(id, minx, maxx, miny, maxy)");
        }
    }

    private Set<String> columnsOf(LayerTable table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT name FROM pragma_table_info(?)")) {
            query.setString(1, "f_" + table.word());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private void view(LayerTable table) throws SQLException {
        String sql = "CREATE VIEW " + table.view() + " AS " + table.viewQuery("fid AS OGC_FID");
        if (!sql.equals(viewSql(table))) {
            PlainSql.run(connection, "DROP VIEW IF EXISTS " + table.view());
            PlainSql.run(connection, sql);
        }
    }

    private String viewSql(LayerTable table) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?")) {
            query.setString(1, table.view());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private void register(LayerTable table) throws SQLException {
        LayerDefinition layer = table.layer();
        boolean shapes = layer.geometry() != GeometryKind.NONE;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO gpkg_contents(table_name, data_type, identifier, description, srs_id)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT(table_name) DO UPDATE SET identifier = excluded.identifier, description = excluded.description")) {
            insert.setString(1, table.word());
            insert.setString(2, shapes ? "features" : "attributes");
            insert.setString(3, layer.title().zh());
            insert.setString(4, layer.about().zh());
            insert.setInt(5, shapes ? 4490 : 0);
            insert.executeUpdate();
        }
        if (shapes) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', 4490, 0, 0) ON CONFLICT DO NOTHING")) {
                insert.setString(1, table.word());
                insert.executeUpdate();
            }
            spatialIndex(table);
        }
    }

    /** GDAL and QGIS look for the index of a view under the view's own name; it holds older rows too, which the view leaves out. */
    private void spatialIndex(LayerTable table) throws SQLException {
        PlainSql.run(
                connection,
                "CREATE VIEW IF NOT EXISTS " + LayerTable.quote("rtree_" + table.word() + "_geom")
                        + " AS SELECT id, minx, maxx, miny, maxy FROM " + SpatialIndex.of(table));
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')"
                        + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, table.word());
            insert.executeUpdate();
        }
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case TEXT -> "TEXT";
            case INTEGER -> "INTEGER";
            case NUMBER -> "REAL";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
        };
    }
}
