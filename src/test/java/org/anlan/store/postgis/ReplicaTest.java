package org.anlan.store.postgis;

import static org.anlan.support.Rows.at;
import static org.anlan.support.Rows.commit;
import static org.anlan.support.Rows.ids;
import static org.anlan.support.Rows.segment;
import static org.anlan.support.SmallCatalog.CATALOG;
import static org.anlan.support.SmallCatalog.SEGMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.support.PostgisCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features are read from a replica, but never an older state than the primary has. */
class ReplicaTest {

    private static final String HERE = "LINESTRING (1 1, 2 2)";

    @TempDir
    Path folder;

    @Test
    void theReplicaAnswersWhenItHasTheRevisionAndThePrimaryUntilThen() throws IOException, SQLException {
        try (PostgisCluster primary = PostgisCluster.durable()) {
            String database = primary.newDatabase();
            PostgisStore.open(primary.address(database), CATALOG, folder).close();
            try (PostgisCluster replica = primary.replica();
                    Store store = PostgisStore.open(primary.address(database, replica), CATALOG, folder)) {
                Revision first = put(store, "A1");
                waitFor(primary, replica, database);
                assertThat(ids(store, SEGMENTS)).containsExactly("A1@2020");

                replica.sql("postgres", "SELECT pg_wal_replay_pause()");
                put(store, "A2");
                assertThat(ids(store, SEGMENTS)).containsExactly("A2@2020"); // the replica does not have it
                replica.sql("postgres", "SELECT pg_wal_replay_resume()");

                primary.stop();
                assertThat(at(store, SEGMENTS, first.id()).keySet()).containsExactly("A1@2020"); // the primary is away
                assertThatThrownBy(() -> put(store, "A3"))
                        .extracting(e -> ((Refusal) e).code())
                        .isEqualTo("database-away");
                primary.start();

                replica.stop();
                put(store, "A4");
                assertThat(ids(store, SEGMENTS)).containsExactly("A4@2020");
                assertThat(at(store, SEGMENTS, first.id()).keySet()).containsExactly("A1@2020");
            }
        }
    }

    private static Revision put(Store store, String code) {
        return commit(store, SEGMENTS, List.of(2020L), List.of(segment(code, 2020, "natural", HERE)));
    }

    /** Waits until the replica has shown everything that the primary has written, by the server's own word for it. */
    private static void waitFor(PostgisCluster primary, PostgisCluster replica, String database) throws SQLException {
        try (Connection from = primary.connect(database);
                Connection to = replica.connect(database);
                Statement asked = from.createStatement();
                Statement polled = to.createStatement()) {
            String written = one(asked, "SELECT pg_current_wal_flush_lsn()");
            long end = System.nanoTime() + 60_000_000_000L;
            while (!one(polled, "SELECT pg_last_wal_replay_lsn() >= '" + written + "'")
                    .equals("t")) {
                assertThat(System.nanoTime()).as("the replica follows").isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
