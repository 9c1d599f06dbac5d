package org.anlan.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import org.anlan.catalog.Catalog;
import org.anlan.store.Store;
import org.anlan.store.StoreHistoryContract;
import org.anlan.support.TempFolder;

/** Random histories in the embedded store. */
class SqliteStoreHistoryTest extends StoreHistoryContract {

    @Override
    protected Place place() throws IOException {
        TempFolder folder = TempFolder.make();
        Path data = folder.path().resolve("data");
        return new Place() {
            @Override
            public Store open(Catalog catalog) {
                return SqliteStore.open(data, catalog);
            }

            @Override
            public void close() throws IOException {
                folder.close();
            }
        };
    }
}
