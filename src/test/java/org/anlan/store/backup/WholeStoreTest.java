package org.anlan.store.backup;

import static org.anlan.support.Rows.BY_HAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.By;
import org.anlan.coast.Retention;
import org.anlan.coast.RetentionFigure;
import org.anlan.store.Actor;
import org.anlan.store.Commit;
import org.anlan.store.Revision;
import org.anlan.store.StoredDocument;
import org.anlan.store.postgis.PostgisStore;
import org.anlan.store.sql.MovingProgress;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.sql.SqlStore;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.store.verify.Verification;
import org.anlan.store.verify.Verified;
import org.anlan.support.Installed;
import org.anlan.support.PostgisCluster;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole store is copied, backed up, restored and looked at, with all its revisions; damage is found and nothing is ever written over. */
class WholeStoreTest {

    private static final Catalog CATALOG = CatalogReader.load(Optional.empty());
    private static final MovingProgress SILENT = (what, done, of) -> {};
    private static final LayerDefinition COAST = CATALOG.layer("coastline");

    @TempDir
    Path folder;

    private final Backups backups = new Backups(CATALOG, SILENT);

    /** The demonstration, and after it a survey given up and taken back, so that rows have ended and come again. */
    /** SHA-256 of "{}". */
    private static final String SHA_OF_EMPTY = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private Path withAHistory() throws IOException {
        Path data = folder.resolve("data");
        try (Installed installed = Installed.demo(data)) {
            long full = installed
                    .store()
                    .revisions()
                    .newest("coastline")
                    .orElseThrow()
                    .id();
            try (Commit commit = installed.store().begin(BY_HAND)) {
                commit.layer(COAST).stateScope(2020L);
                commit.finish();
            }
            installed.store().revisions().rollback(COAST, full, new Actor("tester", ""), "taken back");
            installed.store().settings().put("admin-password", "hash of it");
            installed
                    .store()
                    .documents()
                    .add(
                            new StoredDocument(
                                    new StoredDocument.Head(
                                            "figure",
                                            "F1",
                                            Instant.parse("2026-01-02T03:04:05Z"),
                                            "tester",
                                            "冻结",
                                            SHA_OF_EMPTY),
                                    "{}"),
                            "");
            installed.receive(Shishi.handIn("AX2015.zip"));
        }
        return data;
    }

    private static Verified verified(Snapshot snapshot) throws IOException {
        return new Verification(snapshot, SILENT).run();
    }

    private static Verified verified(Path data) throws IOException {
        try (Snapshot snapshot = SqliteStore.look(data, CATALOG)) {
            return verified(snapshot);
        }
    }

    private static RetentionFigure figure(SqlStore store) {
        return Installed.over(CATALOG, store)
                .retention()
                .figure(new Retention.Question(Optional.of(2020), By.TOWN, Optional.empty(), OptionalLong.empty()));
    }

    private static List<Revision> revisions(SqlStore store) {
        return CATALOG.layers().stream()
                .flatMap(layer -> store.revisions().of(layer.id()).stream())
                .toList();
    }

    @Test
    void aStoreGoesToADatabaseAndBackWithAllItsRevisionsAndIsTheSame() throws Exception {
        Path data = withAHistory();
        Path back = folder.resolve("back");
        PostgisCluster cluster = PostgisCluster.shared();
        String database = cluster.newDatabase();
        try (Snapshot source = SqliteStore.look(data, CATALOG);
                PostgisStore shared = PostgisStore.open(cluster.address(database), CATALOG, folder.resolve("copies"))) {
            assertThat(shared.fill(source, SILENT)).isEmpty();
            assertThat(backups.mustBeEqual(source, shared)).isGreaterThan(500);
            try (Snapshot there = shared.snapshot(CATALOG)) {
                assertThat(verified(there).defects()).isEmpty();
                try (SqliteStore again = SqliteStore.open(back, CATALOG)) {
                    again.fill(there, SILENT);
                    backups.mustBeEqual(source, again);
                    assertThat(figure(again)).isEqualTo(figure(shared));
                    assertThat(revisions(again)).isEqualTo(revisions(shared));
                    assertThat(again.settings().get("admin-password")).contains("hash of it");
                    assertThat(again.uploads().open()).hasSize(1);
                    assertThat(again.documents().of("figure")).hasSize(1);
                }
            }
            assertThat(verified(back).defects()).isEmpty();
            assertThat(verified(back).looked().get("files")).isEqualTo(11);
            Refusal full = catchThrowableOfType(Refusal.class, () -> shared.fill(source, SILENT));
            assertThat(full.code()).isEqualTo("store-not-empty");
            long newest =
                    revisions(shared).stream().mapToLong(Revision::id).max().orElseThrow();
            try (Commit commit = shared.begin(BY_HAND)) {
                commit.layer(COAST).stateScope(2020L);
                long next = commit.finish().get(0).id();
                assertThat(next)
                        .as("numbers go on behind those that came along")
                        .isEqualTo(newest + 1);
            }
            assertThat(catchThrowableOfType(Refusal.class, () -> backups.mustBeEqual(source, shared))
                            .code())
                    .isEqualTo("copy-differs");
        } finally {
            cluster.drop(database);
        }
    }

    @Test
    void aBackupOfADatabaseIsRestoredToAFolderAndToAnotherDatabase() throws Exception {
        PostgisCluster cluster = PostgisCluster.shared();
        String database = cluster.newDatabase();
        String other = cluster.newDatabase();
        Path file = folder.resolve("backup.zip");
        try (Snapshot source = SqliteStore.look(withAHistory(), CATALOG);
                PostgisStore shared = PostgisStore.open(cluster.address(database), CATALOG, folder.resolve("copies"));
                PostgisStore target = PostgisStore.open(cluster.address(other), CATALOG, folder.resolve("others"))) {
            shared.fill(source, SILENT);
            Backups.Made made = backups.ofDatabase(shared, file, false);
            assertThat(made.lost()).isEmpty();
            assertThat(made.uploads()).isEqualTo(11);
            backups.toDatabase(file, target, folder.resolve("room"));
            backups.mustBeEqual(source, target);
            backups.toFolder(file, folder.resolve("restored"));
            assertThat(verified(folder.resolve("restored")).defects()).isEmpty();
        } finally {
            cluster.drop(database);
            cluster.drop(other);
        }
    }

    @Test
    void aBackupIsOneStateWhileCommitsGoOnAndTheStoreIsOpenElsewhere() throws Exception {
        Path data = withAHistory();
        Path file = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        try (SqliteStore busy = SqliteStore.open(data, CATALOG);
                Commit commit = busy.begin(BY_HAND)) {
            commit.layer(COAST).stateAll(); // under way: the coast would be empty after it
            backups.ofFolder(data, file, false);
            commit.finish();
            assertThat(busy.revisions()
                            .newest("coastline")
                            .orElseThrow()
                            .state()
                            .count())
                    .isZero();
        }
        backups.toFolder(file, restored);
        assertThat(verified(restored).defects()).isEmpty();
        try (SqliteStore store = SqliteStore.open(restored, CATALOG)) {
            assertThat(store.revisions()
                            .newest("coastline")
                            .orElseThrow()
                            .state()
                            .count())
                    .isEqualTo(451);
            assertThat(store.settings().get("admin-password")).contains("hash of it");
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> backups.ofFolder(data, file, false))
                        .code())
                .isEqualTo("backup-exists");
        assertThat(catchThrowableOfType(Refusal.class, () -> backups.toFolder(file, restored))
                        .code())
                .isEqualTo("store-not-empty");
        try (var left = Files.list(restored)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .contains("data.gpkg", "uploads")
                    .noneMatch(name -> name.startsWith("restoring"));
        }
    }

    @Test
    void aBackupThatWasChangedOrCutOffIsRefusedAndLeavesNothing() throws Exception {
        Path file = folder.resolve("backup.zip");
        backups.ofFolder(withAHistory(), file, false);
        Path cut = folder.resolve("cut.zip");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        refused(cut);
        Path foreign = folder.resolve("foreign.zip");
        Files.writeString(foreign, "no zip", StandardCharsets.UTF_8);
        refused(foreign);
        refused(rewritten(file, "changed.zip", "data.gpkg", "data.gpkg"));
        refused(rewritten(file, "escaping.zip", "../escaped", ""));
        refused(rewritten(file, "more.zip", "uploads/more", ""));
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    private void refused(Path file) throws IOException {
        Path target = folder.resolve("target");
        assertThat(catchThrowableOfType(Refusal.class, () -> backups.toFolder(file, target))
                        .code())
                .as(file.getFileName().toString())
                .isEqualTo("backup-damaged");
        try (var left = Files.list(target)) {
            assertThat(left).isEmpty();
        }
    }

    /** A backup with an entry more, or with one whose bytes were changed. */
    private Path rewritten(Path file, String name, String added, String instead) throws IOException {
        Path changed = folder.resolve(name);
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            out.putNextEntry(new ZipEntry(added));
            out.write("not what it was".getBytes(StandardCharsets.UTF_8));
            for (ZipEntry entry :
                    zip.stream().filter(e -> !e.getName().equals(instead)).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                zip.getInputStream(entry).transferTo(out);
            }
        }
        return changed;
    }

    @Test
    void eachKindOfDamageIsFoundAndNamed() throws Exception {
        Path data = withAHistory();
        assertThat(verified(data).defects()).isEmpty();
        Path upload;
        try (var files = Files.walk(data.resolve("uploads"))) {
            upload = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        try (OutputStream more = Files.newOutputStream(upload, StandardOpenOption.APPEND)) {
            more.write(0);
        }
        found(data, Verified.Kind.UPLOADS, upload.getFileName().toString());
        Files.delete(upload);
        found(data, Verified.Kind.UPLOADS, upload.getFileName().toString());

        change(data, "UPDATE document SET body = '{ }'", Verified.Kind.DOCUMENTS);
        change(data, "UPDATE f_coastline SET length_m = length_m + 0.001 WHERE fid = 7", Verified.Kind.MEASURES);
        change(data, "UPDATE f_coastline SET rev_to = rev_from WHERE fid = 8", Verified.Kind.REVISIONS);
        change(data, "UPDATE f_red_lines SET extra = 'x' WHERE fid = 1", Verified.Kind.CONTENT);
        change(data, "UPDATE f_outfalls SET rev_from = 999 WHERE fid = 2", Verified.Kind.REVISIONS);
        change(data, "UPDATE revision SET added = added + 1 WHERE layer = 'red-lines'", Verified.Kind.REVISIONS);
        change(data, "DELETE FROM rtree_f_coastline_geom WHERE id = 9", Verified.Kind.INDEXES);
        change(
                data,
                "UPDATE f_coastline SET geom = substr(geom, 1, length(geom) - 3) WHERE fid = 10",
                Verified.Kind.GEOMETRY);
    }

    @Test
    void aDamagedAndAMissingHandInAreNamedAndStopNeitherBackupNorCopy() throws Exception {
        Path data = withAHistory();
        List<Path> uploads;
        try (var files = Files.walk(data.resolve("uploads"))) {
            uploads = files.filter(Files::isRegularFile).sorted().limit(2).toList();
        }
        Files.write(uploads.get(0), new byte[] {0}, StandardOpenOption.APPEND);
        Files.delete(uploads.get(1));
        String[] lost =
                uploads.stream().map(path -> path.getFileName().toString()).toArray(String[]::new);
        assertThat(backups.ofFolder(data, folder.resolve("backup.zip"), false).lost())
                .containsExactly(lost);
        Path copy = folder.resolve("copy");
        try (Snapshot source = SqliteStore.look(data, CATALOG);
                SqliteStore target = SqliteStore.open(copy, CATALOG)) {
            assertThat(target.fill(source, SILENT)).containsExactly(lost);
            backups.mustBeEqual(source, target);
        }
        assertThat(verified(copy).counts()).containsOnly(Map.entry(Verified.Kind.UPLOADS, 2L));
    }

    private void change(Path data, String sql, Verified.Kind kind) throws IOException, SQLException {
        long before = verified(data).counts().getOrDefault(kind, 0L);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("data.gpkg"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
        assertThat(verified(data).counts().getOrDefault(kind, 0L)).as(sql).isGreaterThan(before);
    }

    private static void found(Path data, Verified.Kind kind, String where) throws IOException {
        assertThat(verified(data).defects()).anySatisfy(defect -> {
            assertThat(defect.kind()).isEqualTo(kind);
            assertThat(defect.where()).isEqualTo(where);
        });
    }

    @Test
    void aStoreWithALayerThatTheCatalogueDoesNotKnowIsNotCopiedWithoutIt() throws Exception {
        Path data = withAHistory();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("data.gpkg"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE f_own_layer (fid INTEGER PRIMARY KEY)");
            statement.executeUpdate("INSERT INTO f_own_layer VALUES (1)");
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> verified(data)).code())
                .isEqualTo("layer-not-in-catalog");
    }
}
