package org.anlan.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements that take no values and give no answer. */
public final class PlainSql {

    private PlainSql() {}

    /** Runs a statement that takes no values. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
