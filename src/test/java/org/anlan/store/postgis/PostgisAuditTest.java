package org.anlan.store.postgis;

import java.nio.file.Path;
import org.anlan.catalog.Catalog;
import org.anlan.store.AuditContract;
import org.anlan.store.Store;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.sql.SqlStore;
import org.anlan.support.PostgisCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The audit log in PostgreSQL. */
class PostgisAuditTest extends AuditContract {

    private final PostgisCluster cluster = PostgisCluster.shared();
    private final String database = cluster.newStore();

    @TempDir
    private Path folder;

    private SqlStore looked;

    @Override
    protected Store open(Catalog catalog) {
        return PostgisStore.open(cluster.address(database), catalog, folder);
    }

    @Override
    protected Snapshot look(Catalog catalog) {
        if (looked == null) {
            looked = PostgisStore.open(cluster.address(database), catalog, folder);
        }
        return looked.snapshot(catalog);
    }

    @Override
    protected void alter(String sql) {
        cluster.sql(database, "SET search_path TO anlan; " + sql);
    }

    @AfterEach
    void dropTheDatabase() {
        if (looked != null) {
            looked.close();
        }
        cluster.drop(database);
    }
}
