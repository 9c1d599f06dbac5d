package org.anlan.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.anlan.catalog.Catalog;
import org.anlan.store.AuditContract;
import org.anlan.store.Store;
import org.anlan.store.sql.Snapshot;
import org.junit.jupiter.api.io.TempDir;

/** The audit log of the embedded store. */
class SqliteAuditTest extends AuditContract {

    @TempDir
    private Path folder;

    @Override
    protected Store open(Catalog catalog) {
        return SqliteStore.open(folder.resolve("data"), catalog);
    }

    @Override
    protected Snapshot look(Catalog catalog) {
        return SqliteStore.look(folder.resolve("data"), catalog);
    }

    @Override
    protected void alter(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/data.gpkg"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
