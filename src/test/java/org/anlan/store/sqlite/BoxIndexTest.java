package org.anlan.store.sqlite;

import static org.anlan.support.Rows.commit;
import static org.anlan.support.Rows.ids;
import static org.anlan.support.Rows.segment;
import static org.anlan.support.Rows.within;
import static org.anlan.support.SmallCatalog.CATALOG;
import static org.anlan.support.SmallCatalog.SEGMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import org.anlan.store.Actor;
import org.anlan.store.Extent;
import org.anlan.store.NewFeature;
import org.anlan.store.Store;
import org.anlan.support.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spatial index is sound and complete, whether its boxes came one by one or packed. */
class BoxIndexTest {

    @TempDir
    Path folder;

    private final Random random = new Random(7);

    private List<NewFeature> lines(int year, int count) {
        List<NewFeature> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = 118.5 + random.nextDouble();
            double y = 24.5 + random.nextDouble();
            lines.add(segment(
                    "S" + i,
                    year,
                    null,
                    String.format(Locale.ROOT, "LINESTRING (%.9f %.9f, %.9f %.9f)", x, y, x + 0.001, y - 0.002)));
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 51, 52, 999, 1_000, 2_602, 5_000})
    void everyFeatureIsFoundWhereItLies(int count) throws SQLException {
        List<NewFeature> lines = lines(2020, count);
        try (Store store = SqliteStore.open(folder, CATALOG)) {
            commit(store, SEGMENTS, List.of(2020L), lines);
            assertSound(count);
            for (int i = 0; i < 30; i++) {
                double west = 118.5 + random.nextDouble() * 0.9;
                double south = 24.5 + random.nextDouble() * 0.9;
                Extent extent = new Extent(west, south, west + 0.1, south + 0.1);
                List<String> expected = lines.stream()
                        .filter(line -> {
                            var box = line.geometry().orElseThrow().getEnvelopeInternal();
                            return box.getMaxX() >= extent.west()
                                    && box.getMinX() <= extent.east()
                                    && box.getMaxY() >= extent.south()
                                    && box.getMinY() <= extent.north();
                        })
                        .map(NewFeature::id)
                        .toList();
                assertThat(Rows.read(store, within(SEGMENTS, extent, OptionalLong.empty())))
                        .extracting(Rows.Kept::id)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void packedAndSingleBoxesLiveTogether() throws SQLException {
        try (Store store = SqliteStore.open(folder, CATALOG)) {
            commit(store, SEGMENTS, List.of(2015L), lines(2015, 3_000));
            commit(store, SEGMENTS, List.of(2020L), lines(2020, 200));
            assertSound(3_200);
            commit(store, SEGMENTS, List.of(2025L), lines(2025, 2_000));
            assertSound(5_200);
            long before = store.revisions().newest("segments").orElseThrow().id();
            commit(store, SEGMENTS, List.of(2025L), lines(2025, 10));
            store.revisions().rollback(SEGMENTS, before, new Actor("tester", ""), "");
            assertThat(ids(store, SEGMENTS)).hasSize(5_200);
            assertSound(5_200 + 10 + 2_000);
        }
    }

    /** SQLite's own check of the tree, and the number of its entries. */
    private void assertSound(long entries) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data.gpkg"));
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT rtreecheck('rtree_f_segments_geom')")) {
                assertThat(row.getString(1)).isEqualTo("ok");
            }
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM rtree_f_segments_geom")) {
                assertThat(row.getLong(1)).isEqualTo(entries);
            }
        }
    }
}
