package org.anlan.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.store.Archive;
import org.anlan.store.JobLog;
import org.anlan.store.StoreCondition;
import org.anlan.store.files.FolderArchive;
import org.anlan.store.files.OnDisk;
import org.anlan.store.sql.Migrations;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.sql.SqlStore;
import org.anlan.store.sql.Writing;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConnection;

/** The embedded store: a data folder with {@code data.gpkg} and {@code uploads/}. */
public final class SqliteStore extends SqlStore {

    private final StoreLock lock;
    private final Connections connections;
    private final Archive archive;
    private final QueueInMemory jobs;

    private SqliteStore(Path folder, StoreLock lock, Connections connections) {
        super(connections);
        this.lock = lock;
        this.connections = connections;
        this.archive = new FolderArchive(folder.resolve("uploads"));
        this.jobs = new QueueInMemory(jobRows());
    }

    /**
     * Opens the store of a data folder, making it when it is new and bringing its tables to the catalogue's state.
     *
     * @param folder the data folder; refused ({@code data-not-writable}) when it cannot be written, ({@code store-in-use}) while another process
     *     has it, and ({@code store-broken}) when its data file cannot be opened
     * @param catalog the layers
     */
    public static SqliteStore open(Path folder, Catalog catalog) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StoreLock.notWritable(folder, e);
        }
        StoreLock lock = StoreLock.take(folder);
        Connections connections = null;
        try {
            connections = new Connections(folder.resolve("data.gpkg"));
            migrate(folder, connections, catalog);
            return new SqliteStore(folder, lock, connections);
        } catch (RuntimeException | SQLException e) {
            if (connections != null) {
                connections.close();
            }
            lock.close();
            throw e instanceof SQLException sql
                    ? Sql.failed(sql)
                    : e instanceof FlywayException flyway ? broken(folder, flyway) : (RuntimeException) e;
        }
    }

    /** The refusal for a data file that is none of ours, is damaged, or belongs to a later version. */
    private static Refusal broken(Path folder, FlywayException e) {
        return Refusal.unavailable(
                "store-broken",
                "数据目录 %1$s 中的 data.gpkg 打不开（%2$s）：它不是本系统的数据文件，已损坏，或属于更新的版本。请从备份恢复，或用 --data 指定别的目录。",
                "The data.gpkg in the data folder %1$s cannot be opened (%2$s): it is no data file of this program, is damaged, or belongs to a later "
                        + "version. Restore a backup or name another folder with --data.",
                folder,
                Migrations.reason(e).getMessage());
    }

    private static void migrate(Path folder, Connections connections, Catalog catalog) throws SQLException {
        Migrations.of("sqlite", folder.toString()).run(flyway -> flyway.dataSource(connections.writing()));
        try (Writing transaction = connections.change()) {
            new LayerSchema(transaction.connection()).apply(catalog);
            transaction.commit();
        }
    }

    /**
     * All that the store of a data folder keeps, as it is now, while another process may work on it. Nothing is written. Refused: {@code no-store}, {@code
     * store-broken}, {@code schema-older}, {@code schema-newer}, and as {@link Snapshot} says.
     *
     * @param folder the data folder
     * @param catalog the layers
     */
    public static Snapshot look(Path folder, Catalog catalog) {
        Connections connections = look(folder);
        try {
            return new Snapshot(connections, new FolderArchive(folder.resolve("uploads")), catalog, connections);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static Connections look(Path folder) {
        Path file = folder.resolve("data.gpkg");
        if (!Files.isRegularFile(file)) {
            throw Refusal.notFound(
                    "no-store",
                    "数据目录 %s 中没有 data.gpkg。请用 --data 指定数据目录。",
                    "The data folder %s has no data.gpkg. Name the data folder with --data.",
                    folder);
        }
        Connections connections = new Connections(file);
        try {
            Migrations.of("sqlite", folder.toString())
                    .mustBeCurrent(flyway -> flyway.dataSource(connections.reading()));
            return connections;
        } catch (FlywayException e) {
            connections.close();
            throw broken(folder, e);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    /** Copies the data file of a folder as it is now, by SQLite's own backup, while another process may work on it. Refused: {@code no-store}. */
    public static void copyData(Path folder, Path target) {
        try (Connections connections = look(folder);
                Connection connection = connections.reading().getConnection()) {
            connections.dialect().holdState(connection); // else it begins anew at every commit
            connection.unwrap(SQLiteConnection.class).getDatabase().backup("main", target.toString(), null);
            connection.rollback();
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    /**
     * Gives a data folder without a store the one that was made ready in another folder beside it; the data file comes last. Refused, with nothing changed:
     * {@code store-not-empty}, {@code store-in-use}.
     *
     * @param folder the data folder
     * @param ready the other one, on the same disk
     */
    public static void adopt(Path folder, Path ready) throws IOException {
        Path data = folder.resolve("data.gpkg");
        try (StoreLock lock = StoreLock.take(folder)) {
            if (Files.exists(data)) {
                throw Refusal.conflict(
                        "store-not-empty",
                        "数据目录 %s 中已有数据，不会覆盖。请用 --data 指定一个新目录；未作任何更改。",
                        "The data folder %s has a store already, which is not written over. Name a new folder with --data; nothing was changed.",
                        folder);
            }
            FolderArchive archive = new FolderArchive(folder.resolve("uploads"));
            try (Stream<Path> uploads = Files.walk(Files.createDirectories(ready.resolve("uploads")))) {
                for (Path file : uploads.filter(Files::isRegularFile).toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        archive.keep(in, Long.MAX_VALUE);
                    }
                }
            }
            OnDisk.move(ready.resolve("data.gpkg"), data);
        }
    }

    @Override
    public JobLog jobs() {
        return jobs;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public StoreCondition condition() {
        return new StoreCondition(connections.bytes(), uploadBytes(), List.of(connections.readers()));
    }

    private long uploadBytes() {
        return number("SELECT coalesce(sum(bytes), 0) FROM (SELECT DISTINCT sha256, bytes FROM upload"
                + " WHERE state NOT IN ('dropped', 'expired')) kept");
    }

    @Override
    public void close() {
        jobs.close();
        connections.close();
        lock.close();
    }
}
