package org.anlan.store.postgis;

import java.io.IOException;
import org.anlan.catalog.Catalog;
import org.anlan.store.Store;
import org.anlan.store.StoreHistoryContract;
import org.anlan.support.PostgisCluster;
import org.anlan.support.TempFolder;

/** Random histories in PostgreSQL. */
class PostgisStoreHistoryTest extends StoreHistoryContract {

    private final PostgisCluster cluster = PostgisCluster.shared();

    @Override
    protected Place place() throws IOException {
        TempFolder folder = TempFolder.make();
        String database = cluster.newStore();
        return new Place() {
            @Override
            public Store open(Catalog catalog) {
                return PostgisStore.open(cluster.address(database), catalog, folder.path());
            }

            @Override
            public void close() throws IOException {
                cluster.drop(database);
                folder.close();
            }
        };
    }
}
