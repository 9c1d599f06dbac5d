package org.anlan.store.sqlite;

import java.nio.file.Path;
import org.anlan.catalog.Catalog;
import org.anlan.store.Store;
import org.anlan.store.StoreContract;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store keeps the contract of every store. */
class SqliteStoreTest extends StoreContract {

    @TempDir
    Path folder;

    @Override
    protected Store open(Catalog catalog) {
        return SqliteStore.open(folder.resolve("data"), catalog);
    }
}
