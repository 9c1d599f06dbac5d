package org.anlan.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import org.anlan.catalog.Catalog;
import org.anlan.store.LedgersContract;
import org.anlan.store.Store;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers, people and the audit log in the embedded store. */
class SqliteLedgersTest extends LedgersContract {

    @TempDir
    private Path folder;

    @Override
    protected Store open(Catalog catalog) throws IOException {
        return SqliteStore.open(folder.resolve("data"), catalog);
    }
}
