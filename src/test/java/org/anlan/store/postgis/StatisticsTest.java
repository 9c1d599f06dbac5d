package org.anlan.store.postgis;

import static org.anlan.support.SmallCatalog.CATALOG;
import static org.anlan.support.SmallCatalog.SEGMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.anlan.store.NewFeature;
import org.anlan.support.PostgisCluster;
import org.anlan.support.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planner of a database knows what it has to read. */
class StatisticsTest {

    @TempDir
    Path folder;

    @Test
    void aLargeCommitIsKnownToThePlannerFromItsEndOn() throws SQLException {
        PostgisCluster cluster = PostgisCluster.shared();
        String database = cluster.newDatabase();
        try (PostgisStore store = PostgisStore.open(cluster.address(database), CATALOG, folder)) {
            List<NewFeature> features = IntStream.range(0, 3_000)
                    .mapToObj(i -> Rows.segment(
                            "S" + i, 2020, "natural", "LINESTRING (118.6 24." + (1_000 + i) + ", 118.7 24.7)"))
                    .toList();
            Rows.commit(store, SEGMENTS, List.of(), features);
            try (Connection connection = cluster.connect(database);
                    ResultSet row = connection
                            .createStatement()
                            .executeQuery("SELECT reltuples FROM pg_class WHERE relname = 'f_"
                                    + SEGMENTS.id().replace('-', '_') + "'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getDouble(1)).isEqualTo(3_000);
            }
        } finally {
            cluster.drop(database);
        }
    }
}
