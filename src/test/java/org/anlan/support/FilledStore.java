package org.anlan.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.intake.Intake;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;

/** Data folders with demonstration hand-ins in them: taken in once, then copied for each who wants the same. */
public final class FilledStore {

    /** The regions and the surveys of 2015 and 2020: enough for every figure, and quick to take in. */
    public static final List<Path> COAST = List.of("XZQH.zip", "HWGLDY.zip", "AX2015.zip", "AX2020.zip").stream()
            .map(Shishi::handIn)
            .toList();

    private static final Map<List<Path>, TempFolder> FILLED = new ConcurrentHashMap<>();

    private FilledStore() {}

    /** Makes a data folder with these hand-ins; it must not be there yet. */
    public static Path make(Path data, List<Path> handIns) throws IOException {
        TempFolder.copy(FILLED.computeIfAbsent(handIns, FilledStore::fill).path(), data);
        return data;
    }

    private static TempFolder fill(List<Path> handIns) {
        try {
            TempFolder filled = TempFolder.make();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(filled), "drop a filled store"));
            Catalog catalog = CatalogReader.load(Optional.empty());
            try (Store store = SqliteStore.open(filled.path(), catalog)) {
                Intake intake = new Intake(
                        catalog,
                        store,
                        new Retention(catalog, store, CountingRuleSets.load(Optional.empty(), catalog)));
                for (Path file : handIns) {
                    Shishi.take(intake, file);
                }
            }
            return filled;
        } catch (IOException e) {
            throw new AssertionError("the demonstration cannot be taken in", e);
        }
    }

    private static void drop(TempFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            throw new AssertionError("a temporary folder stays behind", e);
        }
    }
}
