package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.anlan.store.Row;

/** Reads single rows of a layer by their key. */
final class RowByKey implements AutoCloseable {

    private final Database database;
    private final LayerTable table;
    private final PreparedStatement query;

    RowByKey(Database database, Connection connection, LayerTable table) {
        this.database = database;
        this.table = table;
        try {
            query = connection.prepareStatement("SELECT "
                    + table.readColumns(database.dialect().shape()) + " FROM " + table.table() + " WHERE fid = ?");
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Gives the row to the reader, who has it only during the call. */
    void read(long fid, Consumer<Row> reader) throws SQLException {
        query.setLong(1, fid);
        try (ResultSet rows = query.executeQuery()) {
            SqlRow row = new SqlRow(database, rows, table.layer().fields());
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
