package org.anlan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.Visibility;
import org.anlan.store.FeatureQuery;
import org.anlan.store.NewFeature;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in memory give what looking at every feature gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

    private static final long PLENTY = 64L << 20;

    private final Catalog catalog = CatalogReader.load(Optional.empty());
    private TempFolder folder;
    private Store store;
    private Search looking;
    private Search keeping;

    @BeforeAll
    void open() throws IOException {
        folder = TempFolder.make();
        store = SqliteStore.open(FilledStore.make(folder.path().resolve("data"), Shishi.handIns()), catalog);
        looking = search(0);
        keeping = search(PLENTY);
    }

    @AfterAll
    void close() throws IOException {
        store.close();
        folder.close();
    }

    private Search search(long bytes) {
        return new Search(store.revisions(), store.features(), bytes);
    }

    private static Search.Question asked(String words, int limit) {
        return new Search.Question(words, Optional.empty(), limit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "350581",
                "a01",
                "A0",
                "镇",
                "蚶江镇",
                "祥芝",
                "排口",
                "hyhx-02",
                "FJ-350581-0033-GY-00",
                "ＦＪ",
                "@2025",
                "湾",
                "没有这样的"
            })
    void wordsFindTheSameInTheSameOrder(String words) {
        for (int limit : new int[] {1, 7, 100}) {
            Search.Question question = asked(words, limit);
            assertThat(keeping.find(catalog, question)).isEqualTo(looking.find(catalog, question));
        }
        Search.Question earlier = new Search.Question(words, Optional.of(2015), 20);
        assertThat(keeping.find(catalog, earlier)).isEqualTo(looking.find(catalog, earlier));
    }

    @Test
    void whoIsShownFewerFieldsFindsByThoseOnly() {
        String hidden = "red-lines";
        Search.Question question = asked("350581-HYHX", 20);
        Catalog shown = new Catalog(
                catalog.layers().stream()
                        .filter(layer -> !layer.id().equals(hidden))
                        .toList(),
                catalog.codeLists());
        assertThat(keeping.find(catalog, question).hits())
                .extracting(Search.Hit::layer)
                .contains(hidden);
        assertThat(keeping.find(shown, question).hits()).isEmpty();
        for (Visibility viewer : Visibility.values()) {
            Catalog narrower = catalog.shownTo(viewer);
            assertThat(keeping.find(narrower, question)).isEqualTo(looking.find(narrower, question));
        }
    }

    @Test
    void whatIsEditedIsFoundAsItIsThenAndNoLongerAsItWas() {
        LayerDefinition layer = catalog.layer("red-lines");
        long first = newest(layer);
        Rows.Kept one = Rows.read(store, FeatureQuery.all(layer, first)).get(0);
        String name = one.values().get(layer.indexOf("name")).toString();
        assertThat(keeping.find(catalog, asked("改了名", 5)).hits()).isEmpty();
        assertThat(ids(name)).contains(one.id());
        for (String now : List.of("改了名的红线", "又改了名的红线")) {
            Rows.commit(store, layer, List.of(), List.of(renamed(layer, one, now)));
            assertThat(keeping.find(catalog, asked("改了名", 5)).hits())
                    .singleElement()
                    .extracting(Search.Hit::id, Search.Hit::matched)
                    .containsExactly(one.id(), now);
            assertThat(ids(name)).doesNotContain(one.id());
        }
        store.revisions().rollback(layer, first, Rows.BY_HAND.actor(), "");
        assertThat(keeping.find(catalog, asked("改了名", 5)).hits()).isEmpty();
        assertThat(ids(name)).contains(one.id());
        assertThat(keeping.find(catalog, asked(name, 50))).isEqualTo(looking.find(catalog, asked(name, 50)));
    }

    private List<String> ids(String words) {
        return keeping.find(catalog, asked(words, 50)).hits().stream()
                .map(Search.Hit::id)
                .toList();
    }

    private long newest(LayerDefinition layer) {
        return store.revisions().newest(layer.id()).orElseThrow().id();
    }

    private static NewFeature renamed(LayerDefinition layer, Rows.Kept one, String name) {
        Object[] values = one.values().toArray();
        values[layer.indexOf("name")] = name;
        return new NewFeature(one.id(), Rows.shape(one.wkt()), 0, one.areaM2(), values, one.extra());
    }

    @Test
    void namesThatHaveNoRoomAreLookedForOneByOne() {
        Search.Question question = asked("350581", 20);
        assertThat(search(100).find(catalog, question)).isEqualTo(looking.find(catalog, question));
    }
}
