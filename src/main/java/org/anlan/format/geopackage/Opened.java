package org.anlan.format.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to a database file that others made. It is read as it lies (immutable: no log beside it, no lock, nothing written), runs
 * no function of its schema that is not harmless, loads no extension, and gives no value larger than a shape may be.
 */
final class Opened {

    /** Four million points; a shape must fit the memory of a small server several times. */
    static final int LONGEST_VALUE = 64 << 20;

    private Opened() {}

    static Connection readOnly(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setCacheSize(-4_000);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
        config.setPragma(
                SQLiteConfig.Pragma.AUTOMATIC_INDEX, "false"); // built on the way, it would cost before the first row
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LONGEST_VALUE));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LIKE_PATTERN_LENGTH, "100");
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1");
        Connection connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA cell_size_check = ON");
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }
}
