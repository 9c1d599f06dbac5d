package org.anlan.store.postgis;

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
 * Makes the tables and views that the catalogue asks for. A field that was added to a layer becomes a column; a column is never dropped, since older
 * revisions still have values in it. Rows do not refer to revisions by a foreign key: it is looked at once for every row, and takes a third of an import;
 * the verification of a store looks at them instead.
 */
final class PostgisSchema {

    private final Connection connection;

    PostgisSchema(Connection connection) {
        this.connection = connection;
    }

    void apply(Catalog catalog) throws SQLException {
        CodeLabels.write(connection, catalog);
        for (LayerDefinition layer : catalog.layers()) {
            LayerTable table = new LayerTable(layer);
            table(table);
            view(table);
        }
    }

    private void table(LayerTable table) throws SQLException {
        String name = table.table();
        boolean shapes = table.layer().geometry() != GeometryKind.NONE;
        run("CREATE TABLE IF NOT EXISTS " + name + " (fid bigint PRIMARY KEY, id text COLLATE \"C\" NOT NULL,"
                + " rev_from bigint NOT NULL, rev_to bigint, geom geometry(Geometry, 4490), length_m double precision NOT NULL,"
                + " area_m2 double precision NOT NULL, content_hash bytea NOT NULL, extra text)");
        Set<String> present = columnsOf(table);
        for (FieldDefinition field : table.layer().fields()) {
            if (!present.contains(field.name())) {
                run("ALTER TABLE " + name + " ADD COLUMN " + LayerTable.quote(field.name()) + " "
                        + sqlType(field.type()));
            }
        }
        run("CREATE UNIQUE INDEX IF NOT EXISTS " + LayerTable.quote("current_" + table.word()) + " ON " + name
                + "(id) WHERE rev_to IS NULL");
        run("CREATE INDEX IF NOT EXISTS " + LayerTable.quote("closed_" + table.word()) + " ON " + name
                + "(id) WHERE rev_to IS NOT NULL");
        run("CREATE INDEX IF NOT EXISTS " + LayerTable.quote("ended_" + table.word()) + " ON " + name
                + "(rev_to) WHERE rev_to IS NOT NULL");
        if (table.layer().surveyYearField().isPresent()) {
            run("CREATE INDEX IF NOT EXISTS " + LayerTable.quote("year_" + table.word()) + " ON " + name + "("
                    + LayerTable.quote(table.layer().surveyYearField().get()) + ")");
        }
        if (shapes) {
            run("CREATE INDEX IF NOT EXISTS " + LayerTable.quote("geom_" + table.word()) + " ON " + name
                    + " USING gist(geom)");
        }
    }

    private Set<String> columnsOf(LayerTable table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT attname FROM pg_attribute WHERE attrelid = CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped")) {
            query.setString(1, table.table());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private void view(LayerTable table) throws SQLException {
        String name = LayerTable.quote(table.view());
        run("DROP VIEW IF EXISTS " + name);
        run("CREATE VIEW " + name + " AS " + table.viewQuery("fid"));
        run("COMMENT ON VIEW " + name + " IS '" + table.layer().title().both().replace("'", "''") + "'");
    }

    private void run(String sql) throws SQLException {
        PlainSql.run(connection, sql);
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case TEXT -> "text COLLATE \"C\"";
            case INTEGER -> "bigint";
            case NUMBER -> "double precision";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
        };
    }
}
