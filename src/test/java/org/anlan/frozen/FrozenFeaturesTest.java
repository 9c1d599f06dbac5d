package org.anlan.frozen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.geojson.FeatureEncoder;
import org.anlan.format.geojson.Positions;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.FeatureStore;
import org.anlan.store.Revision;
import org.anlan.store.Row;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.FilledStore;
import org.anlan.support.Rows;
import org.anlan.support.Shishi;
import org.anlan.support.TempFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A frozen layer gives what the store gives, for every layer and state of the demonstration. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrozenFeaturesTest {

    private static final long PLENTY = 1L << 30;

    private final Catalog catalog = CatalogReader.load(Optional.empty());
    private final Random random = new Random(5);
    private TempFolder folder;
    private Store store;
    private FrozenFeatures frozen;

    @BeforeAll
    void open() throws IOException {
        folder = TempFolder.make();
        store = SqliteStore.open(FilledStore.make(folder.path().resolve("data"), Shishi.handIns()), catalog);
        frozen = new FrozenFeatures(store, catalog, folder.path().resolve("frozen"), PLENTY);
    }

    @AfterAll
    void close() throws IOException {
        frozen.close();
        store.close();
        folder.close();
    }

    @Test
    void everyStateOfEveryLayerIsReadAlike() {
        assertThat(states()).hasSizeGreaterThan(20);
        states().forEach(all -> assertAlike(all));
    }

    @Test
    void rectanglesYearsIdsFiltersAndPagesAreReadAlikeInBothDirections() {
        states().filter(all -> !all.layer().id().equals("basemap")).forEach(all -> {
            assertAlike(all.withIds(someIds(all)));
            assertAlike(all.withIds(Set.of("not there")));
            assertAlike(all.passing(row -> row.lengthM() > 300));
            if (all.layer().surveyYearField().isPresent()) {
                assertAlike(all.ofYear(2015));
                assertAlike(all.ofYear(1999));
            }
            for (int i = 0; i < 20; i++) {
                FeatureQuery box = all.within(rectangle());
                assertAlike(box);
                assertAlike(box.page(random.nextInt(300), 1 + random.nextInt(40)));
                assertAlike(box.in(FeatureQuery.Order.KEY_DOWN).page(random.nextInt(600), 1 + random.nextInt(40)));
                assertAlike(all.in(FeatureQuery.Order.KEY_DOWN).page(random.nextInt(600), 1 + random.nextInt(40)));
            }
        });
    }

    @Test
    void featuresAreCountedAsTheyAreRead() {
        states().forEach(all -> {
            frozen.freeze(all.layer(), all.revision().getAsLong());
            for (FeatureQuery query : List.of(all, all.within(rectangle()), all.passing(row -> row.fid() % 3 == 0))) {
                assertThat(frozen.count(query.page(7, 3), 1_000_000))
                        .hasValue(read(frozen, query).rows.size());
            }
            if (read(store.features(), all).rows.size() > 1) {
                assertThat(frozen.count(all.passing(row -> true), 1))
                        .as("too many to look at")
                        .isEmpty();
            }
        });
    }

    @Test
    void anEncodedFeatureIsWhatTheEncoderWrites() {
        states().forEach(all -> {
            FeatureProperties properties = FeatureProperties.of(all.layer(), catalog);
            frozen.freeze(all.layer(), all.revision().getAsLong());
            boolean unused = frozen.read(all, row -> {
                FrozenRow one = (FrozenRow) row;
                String text = text(one.encoded(one.featureAt(), one.featureBytes()));
                assertThat(text).isEqualTo(encoded(row, properties));
                String geometry = text.substring(
                        new String(text.getBytes(StandardCharsets.UTF_8), 0, one.geometryFrom(), StandardCharsets.UTF_8)
                                .length(),
                        new String(text.getBytes(StandardCharsets.UTF_8), 0, one.geometryTo(), StandardCharsets.UTF_8)
                                .length());
                assertThat(geometry).startsWith(row.wkb().isPresent() ? "{\"type\"" : "null");
                return true;
            });
        });
    }

    @Test
    void aStateIsReadFromTheStoreUntilItIsFrozenAndFromTheFilesAfterARestart(@TempDir Path other) throws IOException {
        FeatureQuery coast = coast();
        try (FrozenFeatures first = new FrozenFeatures(store, catalog, other, PLENTY)) {
            assertThat(classes(first, coast)).as("not yet frozen").noneMatch(FrozenRow.class::isAssignableFrom);
            first.freeze(coast.layer(), coast.revision().getAsLong());
            assertThat(classes(first, coast)).containsExactly(FrozenRow.class);
            assertThat(first.bytes()).isPositive();
        }
        Path head = other.resolve("coastline-r" + coast.revision().getAsLong()).resolve("head");
        var made = Files.getLastModifiedTime(head);
        try (FrozenFeatures second = new FrozenFeatures(store, catalog, other, PLENTY)) {
            second.freeze(coast.layer(), coast.revision().getAsLong());
            assertThat(classes(second, coast)).containsExactly(FrozenRow.class);
        }
        assertThat(Files.getLastModifiedTime(head)).as("it was not made again").isEqualTo(made);
    }

    @Test
    void whatIsHalfMadeOrOfAnotherStateIsMadeAnew(@TempDir Path other) throws IOException {
        FeatureQuery coast = coast();
        long revision = coast.revision().getAsLong();
        Path place = other.resolve("coastline-r" + revision);
        for (String head : List.of("", "state=another\nrows=1\nleaves=1\n", "rows=x")) {
            Files.createDirectories(place);
            Files.writeString(place.resolve("head"), head);
            Files.createDirectories(other.resolve(".making-coastline-1"));
            try (FrozenFeatures again = new FrozenFeatures(store, catalog, other, PLENTY)) {
                again.freeze(coast.layer(), revision);
                assertThat(read(again, coast)).isEqualTo(read(store.features(), coast));
                assertThat(classes(again, coast)).containsExactly(FrozenRow.class);
            }
            assertThat(other.resolve(".making-coastline-1")).doesNotExist();
        }
    }

    @Test
    void whatWasAskedForLongestAgoMakesRoom(@TempDir Path other) throws IOException {
        List<FeatureQuery> states = states().toList();
        try (FrozenFeatures small = new FrozenFeatures(store, catalog, other, 1)) {
            for (FeatureQuery all : states) {
                small.freeze(all.layer(), all.revision().getAsLong());
                assertThat(read(small, all)).isEqualTo(read(store.features(), all));
            }
        }
        try (Stream<Path> left = Files.list(other)) {
            assertThat(left).as("only the last one is kept").hasSize(1);
        }
    }

    @Test
    void withoutAnyRoomNothingIsFrozen(@TempDir Path other) throws IOException {
        try (FrozenFeatures none = new FrozenFeatures(store, catalog, other, 0)) {
            FeatureQuery coast = coast();
            none.freeze(coast.layer(), coast.revision().getAsLong());
            assertThat(classes(none, coast)).noneMatch(FrozenRow.class::isAssignableFrom);
            assertThat(none.count(coast, 1_000_000)).isEmpty();
        }
        try (Stream<Path> left = Files.list(other)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aRevisionOfAnotherLayerIsReadAsTheStoreReadsIt() {
        LayerDefinition coast = catalog.layer("coastline");
        long other = store.revisions().newest("outfalls").orElseThrow().id();
        assertAlike(FeatureQuery.all(coast, other));
    }

    private Stream<FeatureQuery> states() {
        return catalog.layers().stream().flatMap(layer -> store.revisions().of(layer.id()).stream()
                .map(Revision::id)
                .map(id -> FeatureQuery.all(layer, id)));
    }

    private FeatureQuery coast() {
        LayerDefinition coast = catalog.layer("coastline");
        return FeatureQuery.all(
                coast, store.revisions().newest("coastline").orElseThrow().id());
    }

    private Extent rectangle() {
        double west = 118.55 + 0.2 * random.nextDouble();
        double south = 24.6 + 0.2 * random.nextDouble();
        double side = 0.2 * random.nextDouble() * random.nextDouble();
        return new Extent(west, south, west + side, south + side);
    }

    private Set<String> someIds(FeatureQuery all) {
        Set<String> ids = new HashSet<>(Set.of("not there"));
        boolean unused = store.features().read(all, row -> {
            if (row.fid() % 7 == 1) {
                ids.add(row.id());
            }
            return ids.size() < 50;
        });
        return ids;
    }

    private void assertAlike(FeatureQuery query) {
        query.revision().ifPresent(revision -> frozen.freeze(query.layer(), revision));
        assertThat(read(frozen, query)).as("%s", query).isEqualTo(read(store.features(), query));
    }

    private record Answer(List<Object> rows, boolean more) {}

    private static Answer read(FeatureStore features, FeatureQuery query) {
        List<Object> rows = new ArrayList<>();
        int fields = query.layer().fields().size();
        boolean more = features.read(
                query,
                row -> rows.add(List.of(
                        Rows.Kept.of(row, fields),
                        row.since(),
                        row.wkb().map(FrozenFeaturesTest::bytes).orElse(List.of()))));
        return new Answer(rows, more);
    }

    private static List<Byte> bytes(ByteBuffer wkb) {
        List<Byte> bytes = new ArrayList<>();
        while (wkb.hasRemaining()) {
            bytes.add(wkb.get());
        }
        return bytes;
    }

    private static List<Class<?>> classes(FeatureStore features, FeatureQuery query) {
        Set<Class<?>> classes = new HashSet<>();
        boolean unused = features.read(query, row -> {
            classes.add(row.getClass());
            return true;
        });
        return List.copyOf(classes);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static String encoded(Row row, FeatureProperties properties) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FeatureEncoder encoder = new FeatureEncoder(out, properties.names(), Positions.LONGITUDE_LATITUDE);
            encoder.feature(row.id(), row.wkb(), i -> properties.value(row, i));
            encoder.flush();
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
