package org.anlan.store.postgis;

import java.io.IOException;
import java.nio.file.Path;
import org.anlan.catalog.Catalog;
import org.anlan.store.LedgersContract;
import org.anlan.store.Store;
import org.anlan.support.PostgisCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers, people and the audit log in PostgreSQL. */
class PostgisLedgersTest extends LedgersContract {

    private final PostgisCluster cluster = PostgisCluster.shared();
    private final String database = cluster.newStore();

    @TempDir
    private Path folder;

    @Override
    protected Store open(Catalog catalog) throws IOException {
        return PostgisStore.open(cluster.address(database), catalog, folder);
    }

    @AfterEach
    void dropTheDatabase() {
        cluster.drop(database);
    }
}
