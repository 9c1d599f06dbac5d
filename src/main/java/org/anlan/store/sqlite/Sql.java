package org.anlan.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.anlan.base.Refusal;

/** Small words for statements. */
final class Sql {

    private Sql() {}

    /** Runs a statement that takes no values. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The refusal for a store that failed under a request: disk full, file damaged. */
    static Refusal failed(Exception e) {
        Refusal refusal = Refusal.unavailable(
                "store-failed", "数据库出错：%s。未作任何更改。", "The store failed: %s. Nothing was changed.", e.getMessage());
        refusal.initCause(e);
        return refusal;
    }
}
