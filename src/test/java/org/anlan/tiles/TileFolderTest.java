package org.anlan.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.FeatureStore;
import org.anlan.store.NewFeature;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiles on disk outlive the service, are made anew where they are damaged, and take no more room than they may. */
class TileFolderTest {

    private static final Catalog CATALOG = CatalogReader.load(Optional.empty());
    private static final LayerDefinition LAYER = CATALOG.layer("rivers");

    @TempDir
    Path folder;

    private Store store;
    private Revision revision;
    private final AtomicInteger readings = new AtomicInteger();

    @BeforeEach
    void fill() {
        store = SqliteStore.open(folder.resolve("data"), CATALOG);
        NewFeature river = new NewFeature(
                "R1",
                Rows.shape("LINESTRING (118.6 24.6, 118.7 24.75, 118.8 24.7)"),
                1,
                0,
                new Object[LAYER.fields().size()],
                Optional.empty());
        revision = Rows.commit(store, LAYER, List.of(), List.of(river));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Tiles tiles(long mostBytes) {
        FeatureStore counted = (query, visitor) -> {
            readings.incrementAndGet();
            return store.features().read(query, visitor);
        };
        return new Tiles(counted, 1 << 20, Optional.of(new TileFolder(folder.resolve("tiles"), mostBytes)));
    }

    private TileQuestion question(int row, int column) {
        return new TileQuestion(
                List.of(new TileQuestion.Part(LAYER, revision, Optional.empty())),
                TileGrid.WEB_MERCATOR_QUAD,
                12,
                row,
                column);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("tiles"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aTileIsReadFromDiskByTheNextService() {
        byte[] made = tiles(1 << 20).tile(question(1757, 3398)).bytes();
        assertThat(made).isNotEmpty();
        assertThat(readings.get()).isEqualTo(1);
        assertThat(tiles(1 << 20).tile(question(1757, 3398)).bytes()).isEqualTo(made);
        assertThat(readings.get()).as("nothing was read again").isEqualTo(1);
    }

    @Test
    void anotherStateHasTilesOfItsOwn() {
        byte[] before = tiles(1 << 20).tile(question(1757, 3398)).bytes();
        NewFeature second = new NewFeature(
                "R2",
                Rows.shape("LINESTRING (118.66 24.7, 118.7 24.7)"),
                1,
                0,
                new Object[LAYER.fields().size()],
                Optional.empty());
        revision = Rows.commit(store, LAYER, List.of(), List.of(second));
        assertThat(tiles(1 << 20).tile(question(1757, 3398)).bytes()).isNotEqualTo(before);
    }

    @Test
    void aDamagedTileIsMadeAnew() throws IOException {
        byte[] made = tiles(1 << 20).tile(question(1757, 3398)).bytes();
        for (Path file : kept()) {
            Files.write(file, new byte[] {1, 2, 3});
        }
        assertThat(tiles(1 << 20).tile(question(1757, 3398)).bytes()).isEqualTo(made);
        assertThat(readings.get()).isEqualTo(2);
    }

    @Test
    void tilesTakeNoMoreRoomThanTheyMay() throws IOException {
        Tiles tiles = tiles(2_000);
        for (int column = 0; column < 200; column++) {
            tiles.tile(question(1757, column));
        }
        long bytes = 0;
        for (Path file : kept()) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isBetween(1L, 2_000L);
    }

    @Test
    void whereNothingCanBeWrittenTilesAreMadeAllTheSame() throws IOException {
        Tiles tiles = tiles(1 << 20);
        Files.delete(folder.resolve("tiles"));
        Files.writeString(folder.resolve("tiles"), "a file in the place of the folder");
        assertThat(tiles.tile(question(1757, 3398)).bytes()).isNotEmpty();
    }
}
