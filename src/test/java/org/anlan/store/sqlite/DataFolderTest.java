package org.anlan.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.anlan.base.Refusal;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.support.ChildJvm;
import org.anlan.support.Rows;
import org.anlan.support.SmallCatalog;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data folders that cannot be opened are told apart, and are left as they are. */
class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void aSecondOpenerIsRefusedUntilTheFirstIsDone() {
        Path data = folder.resolve("new").resolve("data");
        Store first = SqliteStore.open(data, SmallCatalog.CATALOG);
        first.settings().put("k", "v");
        assertRefused("store-in-use", () -> SqliteStore.open(data, SmallCatalog.CATALOG));
        assertThat(first.settings().get("k")).contains("v");
        first.close();
        try (Store second = SqliteStore.open(data, SmallCatalog.CATALOG)) {
            assertThat(second.settings().get("k")).contains("v");
        }
    }

    @Test
    void aSecondProcessIsRefusedAndToldWhoHasTheFolder() throws Exception {
        try (Store store = SqliteStore.open(folder, SmallCatalog.CATALOG);
                ChildJvm second = ChildJvm.start("retention", "--data", folder)) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(String.join("\n", second.seen()))
                    .contains("store-in-use")
                    .contains("pid " + ProcessHandle.current().pid());
            store.settings().put("k", "v");
        }
    }

    @Test
    void aClockFarBehindTheNewestRevisionIsRefusedAndNothingIsChanged() throws SQLException {
        try (Store store = SqliteStore.open(folder, SmallCatalog.CATALOG)) {
            Rows.commit(store, SmallCatalog.MARKERS, List.of(), List.of(Rows.feature("M1", "POINT (1 2)", "M1", null)));
        }
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data.gpkg"));
                Statement statement = file.createStatement()) {
            statement.execute("UPDATE revision SET at = '2999-01-01T00:00:00.000Z'");
        }
        try (Store store = SqliteStore.open(folder, SmallCatalog.CATALOG)) {
            List<Revision> before = store.revisions().of("markers");
            assertThatThrownBy(() -> Rows.commit(store, SmallCatalog.MARKERS, List.of(), List.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("clock-behind"));
            assertThat(store.revisions().of("markers")).isEqualTo(before);
            store.settings().put("k", "v"); // the one place to write is free again
        }
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "not a folder");
        assertRefused("data-not-writable", () -> SqliteStore.open(file, SmallCatalog.CATALOG));
        assertRefused("data-not-writable", () -> SqliteStore.open(file.resolve("below"), SmallCatalog.CATALOG));
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void aFolderInThePlaceOfTheLockIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("anlan.lock"));
        assertRefused("data-not-writable", () -> SqliteStore.open(folder, SmallCatalog.CATALOG));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("data.gpkg"), "石狮市海岸线 ".repeat(100));
        byte[] before = Files.readAllBytes(file);
        assertRefused("store-broken", () -> SqliteStore.open(folder, SmallCatalog.CATALOG));
        assertThat(file).hasBinaryContent(before);
        Files.delete(file);
        SqliteStore.open(folder, SmallCatalog.CATALOG).close();
    }

    @Test
    void aFolderInThePlaceOfTheDataFileIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("data.gpkg"));
        assertRefused("store-broken", () -> SqliteStore.open(folder, SmallCatalog.CATALOG));
    }

    private void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.text().en()).contains(folder.toString());
        });
    }
}
