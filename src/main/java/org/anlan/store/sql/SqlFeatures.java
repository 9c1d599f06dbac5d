package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.anlan.catalog.GeometryKind;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.RowVisitor;

/** Reads features by SQL. */
public final class SqlFeatures implements FeatureStore {

    private final Database database;

    /** Reads from this database. */
    public SqlFeatures(Database database) {
        this.database = database;
    }

    @Override
    public boolean read(FeatureQuery query, RowVisitor visitor) {
        if (query.extent().isPresent() && query.layer().geometry() == GeometryKind.NONE) {
            return false; // a table lies nowhere
        }
        LayerTable table = new LayerTable(query.layer());
        try (Connection connection = database.reading().getConnection();
                PreparedStatement statement = database.dialect().streaming(connection, sql(table, query), query)) {
            bind(statement, query);
            try (ResultSet rows = statement.executeQuery()) {
                return give(rows, query, visitor);
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private boolean give(ResultSet rows, FeatureQuery query, RowVisitor visitor) throws SQLException {
        SqlRow row = new SqlRow(database, rows, query.layer().fields());
        int given = 0;
        while (rows.next()) {
            row.moved();
            if (query.extent().isPresent() && !row.meets(query.extent().get())) {
                continue;
            }
            if (!query.filter().passes(row)) {
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

    private String sql(LayerTable table, FeatureQuery query) {
        StringBuilder sql = new StringBuilder("SELECT "
                + table.readColumns(database.dialect().shape()) + " FROM " + table.table()
                + (query.order() == FeatureQuery.Order.KEY_DOWN ? " WHERE fid < ?" : " WHERE fid > ?"));
        sql.append(inForce(table, query));
        if (query.surveyYear().isPresent() && query.layer().surveyYearField().isPresent()) {
            sql.append(" AND ")
                    .append(LayerTable.quote(query.layer().surveyYearField().get()))
                    .append(" = ?");
        }
        if (!query.ids().isEmpty()) {
            sql.append(" AND ").append(named(table, query.ids().size()));
        }
        if (query.extent().isPresent()) {
            sql.append(" AND ").append(database.dialect().meets(table));
        }
        // by id the answer is sorted, beyond the connection's cache in a file of SQLite's own: memory stays bounded
        return sql.append(" ORDER BY ").append(order(query.order())).toString();
    }

    /** What is gone at a later revision is found by the index of ends, of which there are few. */
    private static String inForce(LayerTable table, FeatureQuery query) {
        if (query.goneAt().isPresent()) {
            return " AND rev_from <= ? AND fid IN (SELECT fid FROM " + table.table()
                    + " WHERE rev_to > ? AND rev_to <= ?)";
        }
        return query.revision().isPresent()
                ? " AND rev_from <= ? AND (rev_to IS NULL OR rev_to > ?)"
                : " AND rev_to IS NULL";
    }

    private static String order(FeatureQuery.Order order) {
        return switch (order) {
            case KEY -> "fid";
            case KEY_DOWN -> "fid DESC";
            case ID -> "id, fid";
        };
    }

    /** Rows in force and rows of older states have an index by id each. */
    private static String named(LayerTable table, int ids) {
        String select = "SELECT fid FROM " + table.table() + " WHERE rev_to IS ";
        String one = "NULL AND id IN (" + "?, ".repeat(ids - 1) + "?)";
        return "fid IN (" + select + one + " UNION ALL " + select + "NOT " + one + ")";
    }

    private void bind(PreparedStatement statement, FeatureQuery query) throws SQLException {
        int at = 1;
        statement.setLong(at++, query.afterFid());
        if (query.revision().isPresent()) {
            statement.setLong(at++, query.revision().getAsLong());
            statement.setLong(at++, query.revision().getAsLong());
        }
        if (query.goneAt().isPresent()) {
            statement.setLong(at++, query.goneAt().getAsLong());
        }
        if (query.surveyYear().isPresent() && query.layer().surveyYearField().isPresent()) {
            statement.setInt(at++, query.surveyYear().get());
        }
        for (int times = 0; times < 2; times++) {
            for (String id : query.ids()) {
                statement.setString(at++, id);
            }
        }
        if (query.extent().isPresent()) {
            database.dialect().setExtent(statement, at, query.extent().get());
        }
    }
}
