package org.anlan.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.store.Archive;
import org.anlan.store.files.FolderArchive;
import org.anlan.store.sql.Comparing;
import org.anlan.store.sql.MovingProgress;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.sql.SqlStore;
import org.anlan.store.sqlite.SqliteStore;

/** Makes backups of either store and restores them to either. */
public final class Backups {

    private final Catalog catalog;
    private final MovingProgress progress;

    /** Backups of stores with these layers. */
    public Backups(Catalog catalog, MovingProgress progress) {
        this.catalog = catalog;
        this.progress = progress;
    }

    /**
     * What a backup holds.
     *
     * @param bytes size of its file
     * @param uploads how many files that were handed in
     * @param lost the SHA-256 of files that the store needs and that are missing or damaged; a damaged one is in the backup as it is
     */
    public record Made(long bytes, int uploads, List<String> lost) {}

    /** Backs up the embedded store of a data folder, by SQLite's own backup, while a service may work on it. Refused: {@code backup-exists}, {@code no-folder}. */
    public Made ofFolder(Path data, Path file, boolean replace) throws IOException {
        mustBeFree(file, replace);
        Path copy = temporary(file);
        try {
            SqliteStore.copyData(data, copy.resolve(Backup.DATA));
            return write(copy, new FolderArchive(data.resolve("uploads")), file);
        } finally {
            remove(copy);
        }
    }

    /** Backs up a store in a database: it is copied into an embedded store first. */
    public Made ofDatabase(SqlStore store, Path file, boolean replace) throws IOException {
        mustBeFree(file, replace);
        Path copy = temporary(file);
        try (Snapshot snapshot = store.snapshot(catalog)) {
            try (SqliteStore embedded = SqliteStore.open(copy, catalog)) {
                embedded.fill(snapshot, progress);
            }
            return write(copy, new FolderArchive(copy.resolve("uploads")), file);
        } finally {
            remove(copy);
        }
    }

    private Made write(Path copy, Archive archive, Path file) throws IOException {
        List<String> needed = needed(copy);
        List<String> lost = new ArrayList<>();
        long bytes = Backup.write(file, hand -> {
            hand.put(Backup.DATA, Backup.of(copy.resolve(Backup.DATA)));
            for (int i = 0; i < needed.size(); i++) {
                String sha256 = needed.get(i);
                progress.at("uploads", i, needed.size());
                if (!has(archive, sha256)
                        || !hand.put(Backup.upload(sha256), out -> archive.read(sha256, out))
                                .equals(sha256)) {
                    lost.add(sha256);
                }
            }
        });
        return new Made(bytes, needed.size() - lost.size(), lost);
    }

    private static boolean has(Archive archive, String sha256) {
        try {
            archive.file(sha256);
            return true;
        } catch (Refusal gone) {
            return false;
        }
    }

    private static void mustBeFree(Path file, boolean replace) {
        if (Files.exists(file) && !replace) {
            throw Refusal.conflict(
                    "backup-exists",
                    "文件 %s 已存在。请换一个名字，或用 --replace 覆盖。",
                    "The file %s exists. Choose another name, or replace it with --replace.",
                    file);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw Refusal.notFound("no-folder", "没有目录 %s，请先创建", "There is no folder %s; make it first", folder);
        }
    }

    private List<String> needed(Path copy) {
        try (Snapshot snapshot = SqliteStore.look(copy, catalog)) {
            return snapshot.files();
        } catch (SQLException e) {
            throw new IllegalStateException("the copy just made cannot be read", e);
        }
    }

    /** Restores a backup into a data folder without a store. Refused, with nothing changed: {@code store-not-empty}, and as {@link BackupFile} says. */
    public void toFolder(Path file, Path data) throws IOException {
        Files.createDirectories(data);
        Path unpacked = Files.createTempDirectory(data, "restoring-");
        try {
            unpack(file, unpacked);
            SqliteStore.adopt(data, unpacked);
        } finally {
            remove(unpacked);
        }
    }

    /**
     * Restores a backup into an empty store in a database, and compares all rows.
     *
     * @param temporary a folder of this machine with room for it
     */
    public void toDatabase(Path file, SqlStore store, Path temporary) throws IOException {
        Files.createDirectories(temporary);
        Path unpacked = Files.createTempDirectory(temporary, "restoring-");
        try {
            unpack(file, unpacked);
            try (Snapshot backup = SqliteStore.look(unpacked, catalog)) {
                store.fill(backup, progress);
                mustBeEqual(backup, store);
            }
        } finally {
            remove(unpacked);
        }
    }

    /** Compares a store that was filled with what it was filled from, row by row; gives the number of rows. Refused: {@code copy-differs}. */
    public long mustBeEqual(Snapshot source, SqlStore store) {
        try (Snapshot target = store.snapshot(catalog)) {
            Comparing comparing = new Comparing(source, target);
            List<String> differences = comparing.differences(progress);
            if (!differences.isEmpty()) {
                throw Refusal.conflict(
                        "copy-differs",
                        "复制后的库与来源不同：%s。请不要使用复制后的库。",
                        "The copy is not the same as its source: %s. Do not use the copy.",
                        String.join("; ", differences));
            }
            return comparing.rows();
        }
    }

    /** The data file of an older program is brought to this one's tables. */
    private void unpack(Path file, Path folder) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            backup.unpack(folder);
        }
        SqliteStore.open(folder, catalog).close();
    }

    private static Path temporary(Path file) throws IOException {
        return Files.createTempDirectory(file.toAbsolutePath().getParent(), "backup-");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
