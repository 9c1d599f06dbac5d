package org.anlan.store.postgis;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.support.PostgisCluster;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that cannot hold a store is refused in the reader's words, and nothing in it is changed. */
class UnfitDatabaseTest {

    @TempDir
    Path folder;

    private final PostgisCluster cluster = PostgisCluster.shared();
    private String database;

    @BeforeEach
    void makeADatabase() {
        database = cluster.newDatabase();
    }

    @AfterEach
    void removeTheDatabase() {
        cluster.drop(database);
    }

    @Test
    void aServerThatIsAwayIsSaidToBeAway() {
        DatabaseAddress nowhere = DatabaseAddress.of("jdbc:postgresql://127.0.0.1:1/anlan");
        assertRefused("database-away", "127.0.0.1:1", () -> open(nowhere));
    }

    @Test
    void aWrongPasswordIsRefusedWithoutRepeatingIt() {
        cluster.sql(database, "GRANT CREATE ON DATABASE " + database + " TO " + PostgisCluster.WITH_PASSWORD);
        assertThatThrownBy(() -> open(guarded("falsch")))
                .hasMessageContaining("db-password-file")
                .hasMessageNotContainingAny("falsch")
                .extracting(e -> ((Refusal) e).code())
                .isEqualTo("database-password");
        open(guarded("right")).close();
    }

    private DatabaseAddress guarded(String password) {
        DatabaseAddress usual = cluster.address(database);
        return new DatabaseAddress(
                usual.url(),
                Optional.of(PostgisCluster.WITH_PASSWORD),
                Optional.of(password),
                usual.replica(),
                usual.statementTimeout(),
                usual.connections());
    }

    @Test
    void aDatabaseThatIsNotThereIsToBeMadeFirst() {
        assertRefused("no-such-database", "createdb", () -> open(cluster.address("not_there")));
    }

    @Test
    void withoutPostgisItSaysWhatToRun() {
        cluster.sql(database, "DROP EXTENSION postgis");
        assertUntouched("no-postgis", "CREATE EXTENSION postgis", () -> open(cluster.address(database)));
    }

    @Test
    void aDatabaseThatTakesNoChangesIsRefused() {
        cluster.sql(database, "ALTER DATABASE " + database + " SET default_transaction_read_only TO on");
        assertUntouched("store-read-only", "db-replica", () -> open(cluster.address(database)));
    }

    @Test
    void aUserWithoutRightsIsToldWhatTheOwnerHasToGrant() {
        assertUntouched("database-permission", "GRANT USAGE, CREATE ON SCHEMA", () -> open(guarded("right")));
    }

    @Test
    void tablesOfOthersAreLeftAlone() {
        cluster.sql(database, "CREATE SCHEMA anlan AUTHORIZATION " + PostgisCluster.OWNER);
        cluster.sql(database, "CREATE TABLE anlan.ledger(a int)");
        assertUntouched("database-not-ours", "ledger", () -> open(cluster.address(database)));
    }

    @Test
    void aStoreThatAnotherUserMadeIsRefusedWithTheGrantThatHelps() {
        open(cluster.address(database)).close();
        cluster.sql(database, "GRANT USAGE, CREATE ON SCHEMA anlan TO " + PostgisCluster.WITH_PASSWORD);
        assertUntouched("database-owner", "GRANT \"anlan\" TO \"guarded\"", () -> open(guarded("right")));
    }

    @Test
    void theSchemaOfALaterProgramIsRefused() {
        open(cluster.address(database)).close();
        note(99, true);
        assertUntouched("schema-newer", "99", () -> open(cluster.address(database)));
    }

    @Test
    void aSchemaWithinAnUpgradeIsRefused() {
        open(cluster.address(database)).close();
        cluster.sql(database, "UPDATE anlan.schema_history SET success = false WHERE version = '1'");
        assertUntouched("schema-half-migrated", "1", () -> open(cluster.address(database)));
    }

    private void note(int version, boolean success) {
        cluster.sql(
                database,
                "INSERT INTO anlan.schema_history(installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (" + version + ", '" + version + "', 'later', 'SQL', 'V"
                        + version + "__later.sql', 'tester', 1, " + success + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sslmod=require",
                "?sslmode=perhaps",
                "?connectTimeout=soon",
                "?readOnly=true",
                "?preferQueryMode=simple",
                "?stringtype=unspecified",
                "?autosave=always",
                "?options=-c%20search_path=public",
                "?currentSchema",
                "?%zz=1"
            })
    void anOptionThatWouldGoWrongLaterIsRefusedAtOnce(String options) {
        assertUntouched("database-url", "", () -> open(cluster.address(database, options)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://h/d",
                "postgresql://h/d",
                "jdbc:postgresql://user:secret@h/d",
                "jdbc:postgresql:",
                "jdbc:postgresql:anlan"
            })
    void anAddressOfAnotherFormIsRefusedWithoutItsSecret(String url) {
        assertThatThrownBy(() -> open(DatabaseAddress.of(url)))
                .hasMessageNotContainingAny("secret")
                .extracting(e -> ((Refusal) e).code())
                .isEqualTo("database-url");
    }

    @Test
    void aSchemaOfAnotherNameHoldsAStoreOfItsOwn() {
        try (Store one = open(cluster.address(database));
                Store other = open(cluster.address(database, "?currentSchema=second"))) {
            commit(one, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, "natural", "LINESTRING (1 1, 2 2)")));
            assertThat(ids(one, SEGMENTS)).containsExactly("A1@2020");
            assertThat(ids(other, SEGMENTS)).isEmpty();
        }
    }

    @Test
    void aDatabaseThatStopsAndComesBackIsUsedAgainWithoutARestart() throws IOException {
        try (PostgisCluster own = PostgisCluster.durable();
                Store store = open(own.address(own.newDatabase()))) {
            commit(store, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, "natural", "LINESTRING (1 1, 2 2)")));
            own.stop();
            List<CompletableFuture<Void>> asked =
                    Stream.<Runnable>of( // at once: each waits some seconds for a connection
                                    store::mustAnswer,
                                    () -> ids(store, SEGMENTS),
                                    () -> store.revisions().newest(SEGMENTS.id()),
                                    () -> store.settings().put("key", "value"))
                            .map(ask -> CompletableFuture.runAsync(
                                    () -> assertRefused("database-away", "", ask::run),
                                    task -> new Thread(task).start()))
                            .toList();
            asked.forEach(CompletableFuture::join);
            own.start();
            store.mustAnswer();
            assertThat(ids(store, SEGMENTS)).containsExactly("A1@2020");
            commit(store, SEGMENTS, List.of(2015L), List.of(segment("A1", 2015, "natural", "LINESTRING (1 1, 2 2)")));
            own.kill();
            own.start();
            assertThat(ids(store, SEGMENTS)).containsExactlyInAnyOrder("A1@2015", "A1@2020");
        }
    }

    @Test
    void aClockFarBehindTheNewestRevisionIsRefusedAndALittleIsMadeGood() {
        try (Store store = open(cluster.address(database))) {
            commit(store, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, "natural", "LINESTRING (1 1, 2 2)")));
            cluster.sql(database, "UPDATE anlan.revision SET at = at + interval '30 s'");
            Instant newest =
                    store.revisions().newest(SEGMENTS.id()).orElseThrow().at();
            commit(store, SEGMENTS, List.of(2020L), List.of(segment("A2", 2020, "natural", "LINESTRING (1 1, 2 2)")));
            assertThat(store.revisions().newest(SEGMENTS.id()).orElseThrow().at())
                    .isEqualTo(newest);

            cluster.sql(database, "UPDATE anlan.revision SET at = at + interval '1 h'");
            List<Revision> before = store.revisions().of(SEGMENTS.id());
            assertRefused("clock-behind", "NTP", () -> commit(store, SEGMENTS, List.of(2020L), List.of()));
            assertThat(store.revisions().of(SEGMENTS.id())).isEqualTo(before);
            cluster.sql(database, "UPDATE anlan.revision SET at = at - interval '1 h'");
            commit(store, SEGMENTS, List.of(2020L), List.of());
            assertThat(ids(store, SEGMENTS)).isEmpty();
        }
    }

    private Store open(DatabaseAddress address) {
        return PostgisStore.open(address, CATALOG, folder);
    }

    private void assertUntouched(String code, String words, ThrowingCallable opening) {
        List<String> before = everything();
        assertRefused(code, words, opening);
        assertThat(everything()).isEqualTo(before);
    }

    private static void assertRefused(String code, String words, ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words)
                .extracting(e -> ((Refusal) e).code())
                .isEqualTo(code);
    }

    /** Every table, view, index and schema of the database. */
    private List<String> everything() {
        List<String> names = new ArrayList<>();
        try (Connection connection = cluster.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT n.nspname || '.' || coalesce(c.relname || c.oid, '') FROM pg_namespace n"
                                + " LEFT JOIN pg_class c ON c.relnamespace = n.oid WHERE n.nspname NOT LIKE 'pg!_%' ESCAPE '!'"
                                + " ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
