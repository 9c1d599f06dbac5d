package org.anlan.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.anlan.catalog.Catalog;
import org.anlan.store.Archive;
import org.anlan.store.Commit;
import org.anlan.store.FeatureStore;
import org.anlan.store.Origin;
import org.anlan.store.RevisionLog;
import org.anlan.store.Settings;
import org.anlan.store.Store;
import org.anlan.store.UploadLog;
import org.anlan.store.files.FolderArchive;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The embedded store: a data folder with {@code data.gpkg} and {@code uploads/}. */
public final class SqliteStore implements Store {

    private final StoreLock lock;
    private final Connections connections;
    private final Jdbi reading;
    private final WritingJdbi writing;
    private final Archive archive;

    private SqliteStore(Path folder, StoreLock lock, Connections connections) {
        this.lock = lock;
        this.connections = connections;
        this.reading = Jdbi.create(connections.reading());
        this.writing = new WritingJdbi(connections);
        this.archive = new FolderArchive(folder.resolve("uploads"));
    }

    /**
     * Opens the store of a data folder, making it when it is new and bringing its tables to the catalogue's state.
     *
     * @param folder the data folder; refused ({@code data-not-writable}) when it cannot be written, and ({@code store-in-use}) while another
     *     process has it
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
            migrate(connections, catalog);
            return new SqliteStore(folder, lock, connections);
        } catch (RuntimeException | SQLException e) {
            if (connections != null) {
                connections.close();
            }
            lock.close();
            throw e instanceof SQLException sql ? Sql.failed(sql) : (RuntimeException) e;
        }
    }

    private static void migrate(Connections connections, Catalog catalog) throws SQLException {
        Flyway.configure(SqliteStore.class.getClassLoader())
                .dataSource(connections.writing())
                .locations("classpath:db/migration/sqlite")
                .table("schema_history")
                .load()
                .migrate();
        try (Connections.Writing transaction = connections.write()) {
            new LayerSchema(transaction.connection()).apply(catalog);
            transaction.commit();
        }
    }

    @Override
    public FeatureStore features() {
        return new SqliteFeatures(connections.reading());
    }

    @Override
    public RevisionLog revisions() {
        return new SqliteRevisions(reading, connections);
    }

    @Override
    public Commit begin(Origin origin) {
        return new SqliteCommit(connections, origin);
    }

    @Override
    public Commit preview(Origin origin) {
        return new PreviewCommit(connections.reading(), origin);
    }

    @Override
    public UploadLog uploads() {
        return new SqliteUploads(reading, writing);
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public Settings settings() {
        return new SqliteSettings(reading, writing);
    }

    @Override
    public void close() {
        connections.close();
        lock.close();
    }
}
