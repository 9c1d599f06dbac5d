package org.anlan.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A full disk is told from other failures. */
class DiskFullTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatFindsNoRoomIsAFullDisk() {
        IOException full = failure(() -> {
            try (OutputStream out = Files.newOutputStream(Path.of("/dev/full"))) {
                out.write(1);
            }
        });
        assertThat(DiskFull.refusal(new UncheckedIOException(full))
                        .orElseThrow()
                        .code())
                .isEqualTo("disk-full");
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static IOException failure(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            return e;
        }
        throw new AssertionError("there was room");
    }

    @Test
    void aDataFileThatFindsNoRoomIsAFullDisk() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 2");
            statement.execute("CREATE TABLE t (b BLOB)");
            SQLException full = new SQLException("none");
            try {
                statement.execute("INSERT INTO t VALUES (zeroblob(100000))");
            } catch (SQLException e) {
                full = e;
            }
            assertThat(DiskFull.refusal(full)).isPresent();
        }
    }

    @Test
    void anotherFailureIsNone() {
        assertThat(DiskFull.refusal(new IOException("Permission denied"))).isEmpty();
        assertThat(DiskFull.refusal(new IllegalStateException())).isEmpty();
    }
}
