package org.anlan.store.postgis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.anlan.base.Refusal;
import org.anlan.store.Archive;
import org.anlan.store.files.FolderArchive;
import org.anlan.store.sql.Database;
import org.anlan.store.sql.SqlUploads;
import org.anlan.store.sql.Writing;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The files that were handed in, within the database, so that every node has them. A folder of this machine holds those that were used here; it may be
 * emptied at any time.
 */
final class DatabaseArchive implements Archive {

    private static final int PIECE = 1 << 20;

    private final Database database;
    private final FolderArchive here;

    /**
     * @param database holds the files
     * @param folder holds copies on this machine
     */
    DatabaseArchive(Database database, Path folder) {
        this.database = database;
        this.here = new FolderArchive(folder);
    }

    @Override
    public Kept keep(InputStream bytes, long mostBytes) throws IOException {
        Kept kept = here.keep(bytes, mostBytes);
        try (Writing transaction = database.note()) {
            if (isNew(transaction.connection(), kept)) {
                send(transaction.connection(), kept.sha256());
            }
            transaction.commit();
            return kept;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Two nodes may keep the same file at once: the second waits here for the first, and finds it kept. */
    private static boolean isNew(Connection connection, Kept kept) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO archive_file(sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, kept.sha256());
            insert.setLong(2, kept.bytes());
            return insert.executeUpdate() == 1;
        }
    }

    private void send(Connection connection, String sha256) throws IOException, SQLException {
        byte[] buffer = new byte[PIECE];
        try (InputStream in = Files.newInputStream(here.file(sha256));
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO archive_piece(sha256, number, bytes) VALUES (?, ?, ?)")) {
            int number = 0;
            for (int size = in.readNBytes(buffer, 0, PIECE); size > 0; size = in.readNBytes(buffer, 0, PIECE)) {
                insert.setString(1, sha256);
                insert.setInt(2, number++);
                insert.setBytes(3, size == PIECE ? buffer : Arrays.copyOf(buffer, size));
                insert.executeUpdate();
            }
        }
    }

    @Override
    public Path file(String sha256) {
        try {
            if (!isKept(sha256)) {
                throw gone(sha256);
            }
            if (!here.has(sha256)) {
                fetch(sha256);
            }
            return here.file(sha256);
        } catch (SQLException e) {
            throw database.failed(e);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /** Waits for a node that is just removing the file. */
    private boolean isKept(String sha256) throws SQLException {
        try (Writing transaction = database.note();
                PreparedStatement query = transaction
                        .connection()
                        .prepareStatement("SELECT 1 FROM archive_file WHERE sha256 = ? FOR KEY SHARE")) {
            query.setString(1, sha256);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private void fetch(String sha256) throws SQLException, IOException {
        Path arriving = Files.createTempFile("anlan-fetched-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(arriving)) {
                receive(sha256, out);
            }
            try (InputStream in = Files.newInputStream(arriving)) {
                Kept kept = here.keep(in, Long.MAX_VALUE);
                if (!kept.sha256().equals(sha256)) {
                    here.remove(kept.sha256());
                    throw Refusal.unavailable(
                            "upload-damaged",
                            "数据库中的上交文件 %s 已损坏：内容与其校验值不符。请从备份恢复。",
                            "The hand-in %s is damaged in the database: its bytes do not have this SHA-256. Restore a backup.",
                            sha256);
                }
            }
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    private void receive(String sha256, OutputStream out) throws SQLException, IOException {
        try (Connection connection = database.reading().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT bytes FROM archive_piece WHERE sha256 = ? AND number = ?")) {
            for (int number = 0; ; number++) {
                query.setString(1, sha256);
                query.setInt(2, number);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        return;
                    }
                    out.write(row.getBytes(1));
                }
            }
        }
    }

    @Override
    public void read(String sha256, OutputStream out) throws IOException {
        try {
            if (!isKept(sha256)) {
                throw gone(sha256);
            }
            receive(sha256, out);
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Another node may have begun to need the file in between: then it stays. */
    @Override
    public void remove(String sha256) throws IOException {
        try (Writing transaction = database.note()) {
            Handle handle = Jdbi.create(transaction.connection()).open();
            handle.createUpdate("DELETE FROM archive_file WHERE sha256 = :sha")
                    .bind("sha", sha256)
                    .execute();
            if (handle.createQuery(SqlUploads.NEEDS_FILE)
                    .bind("sha", sha256)
                    .mapTo(Boolean.class)
                    .one()) {
                return;
            }
            transaction.commit();
        } catch (SQLException | JdbiException e) {
            throw database.failed(e);
        }
        here.remove(sha256);
    }

    private static Refusal gone(String sha256) {
        return Refusal.notFound("upload-gone", "归档中没有文件 %s", "The archive has no file %s", sha256);
    }

    private static Refusal noRoom(IOException e) {
        Refusal refusal = Refusal.unavailable(
                "data-not-writable",
                "上交文件的本机副本写不下（%s）。请检查磁盘空间和权限。",
                "The copy of a hand-in on this machine cannot be written (%s). Check the disk space and permissions.",
                e.getMessage());
        refusal.initCause(e);
        return refusal;
    }
}
