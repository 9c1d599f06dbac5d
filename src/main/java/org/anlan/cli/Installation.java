package org.anlan.cli;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.coast.Change;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.intake.Intake;
import org.anlan.store.Store;
import org.anlan.store.postgis.DatabaseAddress;
import org.anlan.store.postgis.PostgisStore;
import org.anlan.store.sql.SqlStore;
import org.anlan.store.sqlite.SqliteStore;

/**
 * An installation opened for work: its catalogue, its store and the services on top.
 *
 * @param catalog the layers
 * @param rules the counting rule sets
 * @param store what is kept
 * @param intake takes hand-ins in
 * @param retention computes the retention ratio
 * @param change tells how the coast changed between surveys
 */
record Installation(
        Catalog catalog, CountingRuleSets rules, Store store, Intake intake, Retention retention, Change change)
        implements Closeable {

    /**
     * Opens an installation.
     *
     * @param data the data folder
     * @param ownCatalog the installation's own catalogue folder
     * @param database the database that holds the store; none = the store is in the data folder
     */
    static Installation open(Path data, Optional<Path> ownCatalog, Optional<DatabaseAddress> database) {
        Catalog catalog = CatalogReader.load(ownCatalog);
        CountingRuleSets rules = CountingRuleSets.load(ownCatalog, catalog);
        Store store = database.<Store>map(address -> inDatabase(address, catalog, data))
                .orElseGet(() -> SqliteStore.open(data, catalog));
        Retention retention = new Retention(catalog, store, rules);
        return new Installation(
                catalog,
                rules,
                store,
                new Intake(catalog, store, retention),
                retention,
                new Change(catalog, store, rules));
    }

    /** Opens the store in a database; the data folder has copies of files that were handed in. */
    static SqlStore inDatabase(DatabaseAddress database, Catalog catalog, Path data) {
        return PostgisStore.open(database, catalog, data.resolve("database-copies"));
    }

    @Override
    public void close() {
        store.close();
    }
}
