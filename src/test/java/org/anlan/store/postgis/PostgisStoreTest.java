package org.anlan.store.postgis;

import java.nio.file.Path;
import org.anlan.catalog.Catalog;
import org.anlan.store.Store;
import org.anlan.store.StoreContract;
import org.anlan.support.PostgisCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The store in PostgreSQL keeps the contract of every store. */
class PostgisStoreTest extends StoreContract {

    @TempDir
    Path folder;

    private final PostgisCluster cluster = PostgisCluster.shared();
    private final String database = cluster.newStore();

    @Override
    protected Store open(Catalog catalog) {
        return PostgisStore.open(cluster.address(database), catalog, folder);
    }

    @AfterEach
    void removeTheDatabase() {
        cluster.drop(database);
    }
}
