package org.anlan.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.store.Archive;
import org.anlan.store.JobLog;
import org.anlan.store.StoreCondition;
import org.anlan.store.files.FolderArchive;
import org.anlan.store.sql.Migrations;
import org.anlan.store.sql.SqlStore;
import org.anlan.store.sql.Writing;
import org.flywaydb.core.api.FlywayException;

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
