package org.anlan.cli;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.anlan.access.Accounts;
import org.anlan.access.Keys;
import org.anlan.analysis.Analyses;
import org.anlan.analysis.Fieldwork;
import org.anlan.base.ChinaTime;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.intake.Intake;
import org.anlan.outfall.Outfalls;
import org.anlan.store.Store;
import org.anlan.store.postgis.DatabaseAddress;
import org.anlan.store.postgis.PostgisStore;
import org.anlan.store.sql.SqlStore;
import org.anlan.store.sqlite.SqliteStore;

/**
 * An installation opened for work: its catalogue, its store and the services on top.
 *
 * @param catalog the layers
 * @param store what is kept
 * @param intake takes hand-ins in
 * @param analyses what is computed from the layers
 * @param outfalls the ledger of outfalls
 * @param fieldwork problem sites, boundary markers, units, photos
 */
record Installation(
        Catalog catalog, Store store, Intake intake, Analyses analyses, Outfalls outfalls, Fieldwork fieldwork)
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
        Store store = database.<Store>map(address -> inDatabase(address, catalog, data))
                .orElseGet(() -> SqliteStore.open(data, catalog));
        Analyses analyses = Analyses.over(catalog, store, ownCatalog);
        Outfalls outfalls = Outfalls.over(catalog, store, ownCatalog, ChinaTime.clock());
        return new Installation(
                catalog,
                store,
                new Intake(catalog, store, analyses.retention()),
                analyses,
                outfalls,
                Fieldwork.over(catalog, store, analyses, outfalls));
    }

    /** Opens the store in a database; the data folder has copies of files that were handed in. */
    static SqlStore inDatabase(DatabaseAddress database, Catalog catalog, Path data) {
        return PostgisStore.open(database, catalog, data.resolve("database-copies"));
    }

    /** Who may sign in. */
    Accounts accounts() {
        return new Accounts(catalog, store, Clock.systemUTC());
    }

    /** The keys of programs. */
    Keys keys() {
        return new Keys(store.people(), Clock.systemUTC());
    }

    @Override
    public void close() {
        store.close();
    }
}
