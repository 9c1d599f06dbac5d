package org.anlan.outfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Collator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.CodeList;
import org.anlan.store.Extent;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.FilledStore;
import org.anlan.support.Shishi;
import org.anlan.support.TempFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of the demonstration's outfalls, and what a map shows of them. */
class OutfallListsTest {

    private static final Catalog CATALOG = CatalogReader.load(Optional.empty());
    private static TempFolder folder;
    private static Store store;
    private static Outfalls outfalls;

    @BeforeAll
    static void open() throws IOException {
        folder = TempFolder.make();
        store = SqliteStore.open(FilledStore.make(folder.path().resolve("data"), Shishi.handIns()), CATALOG);
        outfalls = Outfalls.over(CATALOG, store, Optional.empty(), Clock.systemUTC());
    }

    @AfterAll
    static void close() throws IOException {
        store.close();
        folder.close();
    }

    @Test
    void aListIsPagedByCodeAndFiltered() {
        OutfallFilter filter = new OutfallFilter(
                "river", "", "", "宝盖镇", "", "", "written-off", Optional.of(false), Optional.empty(), "");
        OutfallList page = outfalls.lists().list(filter, OutfallPage.first(5));
        assertThat(page.outfalls()).hasSize(5).allMatch(line -> line.town().equals("宝盖镇"));
        assertThat(page.next()).contains(page.outfalls().get(4).code());
        OutfallList second = outfalls.lists()
                .list(filter, OutfallPage.of(Optional.empty(), page.next().get(), 0, 1000));
        assertThat(page.matching()).isEqualTo(second.matching());
        assertThat(second.outfalls()).hasSize(page.matching() - 5);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void partsOfAListInAnOrderMakeTheWholeList() {
        Map<String, Comparator<OutfallList.Line>> orders = Map.of(
                "code", Comparator.comparing(OutfallList.Line::code),
                "exceedances",
                        Comparator.comparing(OutfallList.Line::exceeding).thenComparing(OutfallList.Line::exceedances),
                "state",
                        Comparator.comparing(line -> CATALOG.codeList("outfall-state").entries().stream()
                                .map(CodeList.Entry::code)
                                .toList()
                                .indexOf(line.state())));
        orders.forEach((word, order) -> {
            List<OutfallList.Line> parts = new ArrayList<>();
            for (int offset = 0; offset < 300; offset += 100) {
                parts.addAll(outfalls.lists()
                        .list(OutfallFilter.ALL, OutfallPage.of(Optional.of("-" + word), "", offset, 100))
                        .outfalls());
            }
            assertThat(parts).hasSize(292).doesNotHaveDuplicates().isSortedAccordingTo(order.reversed());
        });
        Collator pinyin = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        assertThat(ordered("name").map(OutfallList.Line::name)).isSortedAccordingTo(pinyin::compare);
        assertThat(ordered("town").map(OutfallList.Line::town)).isSortedAccordingTo(pinyin::compare);
    }

    private static Stream<OutfallList.Line> ordered(String by) {
        return outfalls
                .lists()
                .list(OutfallFilter.ALL, OutfallPage.of(Optional.of(by), "", 0, 1000))
                .outfalls()
                .stream();
    }

    @Test
    void fewOutfallsLieOnAMapOneByOneAndManyInClustersThatLeaveNoneOut() {
        Extent shishi = new Extent(118, 24, 119, 25);
        OutfallMap few = outfalls.lists().map(OutfallFilter.ALL, shishi, 292);
        assertThat(few.outfalls()).hasSize(292);
        assertThat(few.clusters()).isEmpty();
        OutfallMap many = outfalls.lists().map(OutfallFilter.ALL, shishi, 291);
        assertThat(many.outfalls()).isEmpty();
        assertThat(many.clusters()).hasSizeBetween(2, 100);
        assertThat(many.clusters().stream()
                        .mapToInt(OutfallMap.Cluster::outfalls)
                        .sum())
                .isEqualTo(292);
        assertThat(many.clusters().stream()
                        .mapToInt(OutfallMap.Cluster::exceeding)
                        .sum())
                .isEqualTo((int) few.outfalls().stream()
                        .filter(OutfallList.Line::exceeding)
                        .count());
        assertThat(many.clusters()).allSatisfy(cluster -> {
            assertThat(cluster.states().values().stream().mapToInt(n -> n).sum())
                    .isEqualTo(cluster.outfalls());
            assertThat(cluster.lon())
                    .isBetween(cluster.bbox().get(0), cluster.bbox().get(2));
            assertThat(cluster.lat())
                    .isBetween(cluster.bbox().get(1), cluster.bbox().get(3));
        });
        assertThat(outfalls.lists()
                        .map(OutfallFilter.ALL, new Extent(0, 0, 1, 1), 500)
                        .matching())
                .isZero();
    }
}
