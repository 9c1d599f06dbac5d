package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.anlan.store.Row;
import org.anlan.store.sql.LayerTable;

/** Reads single rows of a layer by their key. */
final class RowByKey implements AutoCloseable {

    private final LayerTable table;
    private final PreparedStatement query;

    RowByKey(Connection connection, LayerTable table) {
        this.table = table;
        try {
            query = connection.prepareStatement(
                    "SELECT " + table.readColumns() + " FROM " + table.table() + " WHERE fid = ?");
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    /** Gives the row to the reader, who has it only during the call. */
    void read(long fid, Consumer<Row> reader) throws SQLException {
        query.setLong(1, fid);
        try (ResultSet rows = query.executeQuery()) {
            SqliteRow row = new SqliteRow(rows, table.layer().fields());
            if (rows.next()) {
                row.moved();
                reader.accept(row);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        query.close();
    }
}
