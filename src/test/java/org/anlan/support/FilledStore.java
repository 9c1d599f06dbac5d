package org.anlan.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.anlan.base.Sha256;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.intake.Intake;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;

/** Data folders with demonstration hand-ins in them: taken in once a build, then copied for each who wants the same. */
public final class FilledStore {

    /** The regions and the surveys of 2015 and 2020: enough for every figure, and quick to take in. */
    public static final List<Path> COAST = List.of("XZQH.zip", "HWGLDY.zip", "AX2015.zip", "AX2020.zip").stream()
            .map(Shishi::handIn)
            .toList();

    private static final String THIS_BUILD = build();
    private static final Map<List<Path>, Path> FILLED = new ConcurrentHashMap<>();

    private FilledStore() {}

    /** Makes a data folder with these hand-ins; it must not be there yet. */
    public static Path make(Path data, List<Path> handIns) throws IOException {
        TempFolder.copy(FILLED.computeIfAbsent(handIns, FilledStore::filled), data);
        return data;
    }

    /** The folder that is copied; whichever process of a build comes first takes the hand-ins in. */
    private static Path filled(List<Path> handIns) {
        try {
            Path shelf = Files.createDirectories(Path.of("target", "filled", THIS_BUILD));
            Path folder = shelf.resolve(Sha256.of(handIns.toString()));
            try (FileChannel lock = FileChannel.open(
                            shelf.resolve(folder.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                if (held.isValid() && !Files.exists(folder)) {
                    Path making = Files.createTempDirectory(shelf, "making-");
                    fill(making, handIns);
                    Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new AssertionError("the demonstration cannot be taken in", e);
        }
    }

    private static void fill(Path folder, List<Path> handIns) throws IOException {
        Catalog catalog = CatalogReader.load(Optional.empty());
        try (Store store = SqliteStore.open(folder, catalog)) {
            Intake intake = new Intake(
                    catalog, store, new Retention(catalog, store, CountingRuleSets.load(Optional.empty(), catalog)));
            for (Path file : handIns) {
                Shishi.take(intake, file);
            }
        }
    }

    /** What tells the classes and the demonstration of this build from those of another: a store that others filled may differ. */
    private static String build() {
        StringBuilder files = new StringBuilder();
        for (Path root : List.of(Path.of("target", "classes"), Path.of("data", "shishi"))) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    files.append(file).append(' ').append(Files.size(file)).append(' ');
                    files.append(Files.getLastModifiedTime(file)).append('\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Sha256.of(files.toString());
    }
}
