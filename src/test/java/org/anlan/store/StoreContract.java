package org.anlan.store;

import static org.anlan.support.Rows.BY_HAND;
import static org.anlan.support.Rows.at;
import static org.anlan.support.Rows.commit;
import static org.anlan.support.Rows.current;
import static org.anlan.support.Rows.feature;
import static org.anlan.support.Rows.ids;
import static org.anlan.support.Rows.put;
import static org.anlan.support.Rows.read;
import static org.anlan.support.Rows.segment;
import static org.anlan.support.Rows.shape;
import static org.anlan.support.Rows.within;
import static org.anlan.support.SmallCatalog.CATALOG;
import static org.anlan.support.SmallCatalog.MARKERS;
import static org.anlan.support.SmallCatalog.PLACES;
import static org.anlan.support.SmallCatalog.READINGS;
import static org.anlan.support.SmallCatalog.SEGMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldType;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.support.Rows.Kept;
import org.anlan.support.SmallCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** What every store has to do, told through the port only. What random histories show is in {@link StoreContract}. */
public abstract class StoreContract {

    private static final String HERE = "LINESTRING (118.7 24.7, 118.71 24.71)";
    private static final String THERE = "LINESTRING (118.7 24.7, 118.72 24.72)";

    private Store store;

    /** Opens the one store of this test; opened again after it was closed, it holds what it held. */
    protected abstract Store open(Catalog catalog) throws IOException;

    /** The store that is open now. */
    protected final Store store() {
        return store;
    }

    @BeforeEach
    void openAnEmptyStore() throws IOException {
        store = open(CATALOG);
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    private void reopen(Catalog catalog) throws IOException {
        store.close();
        store = open(catalog);
    }

    // Commits

    @Test
    void anEmptyStoreHasLayersWithoutRevisionsAndFeatures() {
        assertThat(store.revisions().newest("segments")).isEmpty();
        assertThat(store.revisions().of("segments")).isEmpty();
        assertThat(current(store, SEGMENTS)).isEmpty();
        assertThat(current(store, READINGS)).isEmpty();
    }

    @Test
    void theFirstCommitAddsEveryFeature() {
        Revision revision = commit(
                store,
                SEGMENTS,
                List.of(2020L),
                List.of(segment("A1", 2020, "natural", HERE), segment("A2", 2020, null, THERE)));

        assertThat(counts(revision)).containsExactly(2L, 0L, 0L);
        assertThat(ids(store, SEGMENTS)).containsExactly("A1@2020", "A2@2020");
        assertThat(store.revisions().newest("segments")).contains(revision);
    }

    @Test
    void aRevisionKeepsWhoWhyAndFromWhere() throws IOException {
        Origin origin = new Origin(
                Origin.Kind.IMPORT,
                new Actor("测绘员", ""),
                "2020年修测 \"first\" 🌊",
                Optional.of(new Origin.Source("岸线 2020.zip", "ab".repeat(32), "EPSG:4528,EPSG:4490")));
        Revision made;
        Instant before = Instant.now().minusMillis(1);
        try (Commit commit = store.begin(origin)) {
            commit.layer(MARKERS).put(feature("M1", "POINT (118.7 24.7)", "M1", null));
            made = commit.finish().get(0);
        }
        reopen(CATALOG);

        assertThat(store.revisions().newest("markers")).contains(made);
        assertThat(made.origin()).isEqualTo(origin);
        assertThat(made.at()).isBetween(before, Instant.now());
    }

    @Test
    void aSignThatNobodySeesIsLeftOutOfANote() {
        try (Commit commit = store.begin(Origin.of(Origin.Kind.EDIT, new Actor("测绘\0员", ""), "修\0测"))) {
            commit.layer(MARKERS).put(feature("M1", "POINT (118.7 24.7)", "M1", null));
            commit.finish();
        }
        assertThat(store.revisions().newest("markers").orElseThrow().origin())
                .isEqualTo(Origin.of(Origin.Kind.EDIT, new Actor("测绘员", ""), "修测"));
    }

    @Test
    void unchangedContentLeavesTheRowAsItIs() {
        commit(store, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, "natural", HERE)));
        List<Kept> before = current(store, SEGMENTS);

        Revision second = commit(store, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, "natural", HERE)));

        assertThat(counts(second)).containsExactly(0L, 0L, 0L);
        assertThat(current(store, SEGMENTS)).isEqualTo(before);
    }

    @Test
    void changedContentClosesTheRowAndAddsOne() {
        Revision first = commit(store, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, "natural", HERE)));
        long fid = current(store, SEGMENTS).get(0).fid();

        Revision second = commit(store, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, "artificial", HERE)));

        assertThat(counts(second)).containsExactly(0L, 1L, 0L);
        assertThat(current(store, SEGMENTS)).singleElement().satisfies(row -> {
            assertThat(row.fid()).isGreaterThan(fid);
            assertThat(row.values()).containsExactly("A1", 2020L, "artificial");
        });
        assertThat(at(store, SEGMENTS, first.id()).get("A1@2020").values()).containsExactly("A1", 2020L, "natural");
    }

    @Test
    void anotherShapeOrExtraIsOtherContentToo() {
        NewFeature first = segment("A1", 2020, "natural", HERE);
        commit(store, SEGMENTS, List.of(2020L), List.of(first));
        NewFeature moved = segment("A1", 2020, "natural", THERE);
        NewFeature noted = new NewFeature(
                moved.id(), moved.geometry(), moved.lengthM(), 0, moved.values(), Optional.of("{\"备注\":\"x\"}"));
        NewFeature shapeless = new NewFeature(moved.id(), Optional.empty(), 0, 0, moved.values(), noted.extra());

        for (NewFeature next : List.of(moved, noted, shapeless)) {
            assertThat(counts(commit(store, SEGMENTS, List.of(2020L), List.of(next))))
                    .containsExactly(0L, 1L, 0L);
        }
        assertThat(current(store, SEGMENTS).get(0).wkt()).isEmpty();
    }

    @Test
    void aStatedScopeRemovesWhatIsNotCarriedAndLeavesOtherScopesAlone() {
        commit(
                store,
                SEGMENTS,
                List.of(2015L, 2020L),
                List.of(
                        segment("A1", 2015, "natural", HERE),
                        segment("A1", 2020, "natural", HERE),
                        segment("A2", 2020, "natural", THERE)));

        try (Commit commit = store.begin(BY_HAND)) {
            LayerWriter writer = put(commit, SEGMENTS, List.of(2020L), List.of(segment("A3", 2020, "natural", HERE)));
            Revision revision = commit.finish().get(0);
            assertThat(counts(revision)).containsExactly(1L, 0L, 2L);
            assertThat(writer.changes().addedIds()).containsExactly("A3@2020");
            assertThat(writer.changes().removedIds()).containsExactlyInAnyOrder("A1@2020", "A2@2020");
        }
        assertThat(ids(store, SEGMENTS)).containsExactly("A1@2015", "A3@2020");
    }

    @Test
    void aScopeMayBeStatedWithoutAnyFeature() {
        commit(store, SEGMENTS, List.of(2015L), List.of(segment("A1", 2015, "natural", HERE)));
        assertThat(counts(commit(store, SEGMENTS, List.of(2020L), List.of()))).containsExactly(0L, 0L, 0L);
        assertThat(counts(commit(store, SEGMENTS, List.of(2015L), List.of()))).containsExactly(0L, 0L, 1L);
        assertThat(store.revisions().newest("segments").orElseThrow().state())
                .isEqualTo(new LayerState(0, new TreeMap<>(), Optional.empty()));
    }

    @Test
    void aLayerWithoutAScopeFieldIsStatedAsAWhole() {
        commit(store, MARKERS, List.of(""), List.of(marker("M1"), marker("M2")));
        assertThat(counts(commit(store, MARKERS, List.of(""), List.of(marker("M2"), marker("M3")))))
                .containsExactly(1L, 0L, 1L);
        assertThat(ids(store, MARKERS)).containsExactly("M2", "M3");
    }

    @Test
    void aMergeRemovesNothing() {
        commit(
                store,
                SEGMENTS,
                List.of(2020L),
                List.of(segment("A1", 2020, "natural", HERE), segment("A2", 2020, null, HERE)));

        Revision merged = commit(
                store,
                SEGMENTS,
                List.of(),
                List.of(segment("A2", 2020, "natural", HERE), segment("A3", 2020, null, HERE)));

        assertThat(counts(merged)).containsExactly(1L, 1L, 0L);
        assertThat(ids(store, SEGMENTS)).containsExactlyInAnyOrder("A1@2020", "A2@2020", "A3@2020");
    }

    @Test
    void oneChangeMayStateOneScopeAndAddToAnother() {
        commit(
                store,
                SEGMENTS,
                List.of(2015L, 2020L),
                List.of(
                        segment("A1", 2015, null, HERE),
                        segment("A1", 2020, null, HERE),
                        segment("A2", 2020, null, HERE)));

        Revision revision = commit(
                store,
                SEGMENTS,
                List.of(2015L),
                List.of(segment("B1", 2015, null, HERE), segment("A2", 2020, "natural", HERE)));

        assertThat(counts(revision)).containsExactly(1L, 1L, 1L);
        assertThat(ids(store, SEGMENTS)).containsExactlyInAnyOrder("B1@2015", "A1@2020", "A2@2020");
    }

    @Test
    void aFeatureMayMoveToAnotherScope() {
        commit(
                store,
                PLACES,
                List.of("蚶江镇", "永宁镇"),
                List.of(place("P1", "蚶江镇"), place("P2", "蚶江镇"), place("P3", "永宁镇")));

        Revision into = commit(store, PLACES, List.of("永宁镇"), List.of(place("P1", "永宁镇"), place("P3", "永宁镇")));

        assertThat(counts(into)).containsExactly(0L, 1L, 0L);
        assertThat(at(store, PLACES, into.id())).containsOnlyKeys("P1", "P2", "P3");
        assertThat(at(store, PLACES, into.id()).get("P1").values()).contains("永宁镇");

        // both scopes stated: the feature leaves one and is in the other, it is not removed
        Revision back = commit(store, PLACES, List.of("永宁镇", "蚶江镇"), List.of(place("P1", "蚶江镇"), place("P3", "永宁镇")));
        assertThat(counts(back)).containsExactly(0L, 1L, 1L);
        assertThat(at(store, PLACES, back.id())).containsOnlyKeys("P1", "P3");
    }

    @Test
    void aScopeThatIsStatedAfterItsFeaturesWerePutDoesNotRemoveThem() {
        commit(store, PLACES, List.of("蚶江镇"), List.of(place("P1", "蚶江镇"), place("P2", "蚶江镇")));
        try (Commit commit = store.begin(BY_HAND)) {
            LayerWriter writer = commit.layer(PLACES);
            writer.put(place("P1", "永宁镇"));
            writer.put(place("P4", "蚶江镇"));
            writer.stateScope("蚶江镇");
            assertThat(counts(commit.finish().get(0))).containsExactly(1L, 1L, 1L);
        }
        assertThat(ids(store, PLACES)).containsExactlyInAnyOrder("P1", "P4");
    }

    @Test
    void anIdThatIsPutTwiceIsRefusedAndNothingChanges() {
        commit(store, MARKERS, List.of(""), List.of(marker("M1")));
        for (List<NewFeature> twice :
                List.of(List.of(marker("M2"), marker("M2")), List.of(marker("M1"), marker("M1")))) {
            assertRefused("duplicate-id", twice.get(0).id(), () -> commit(store, MARKERS, List.of(""), twice));
        }
        assertThat(ids(store, MARKERS)).containsExactly("M1");
        assertThat(store.revisions().of("markers")).hasSize(1);
    }

    @Test
    void aChangeThatIsClosedUnfinishedNeverHappened() {
        Revision first = commit(store, MARKERS, List.of(""), List.of(marker("M1")));
        List<Kept> before = current(store, MARKERS);
        try (Commit commit = store.begin(BY_HAND)) {
            put(
                    commit,
                    MARKERS,
                    List.of(""),
                    IntStream.range(0, 2_500).mapToObj(i -> marker("N" + i)).toList());
        }
        assertThat(store.revisions().of("markers")).containsExactly(first);
        assertThat(current(store, MARKERS)).isEqualTo(before);
        assertThat(counts(commit(store, MARKERS, List.of(""), List.of(marker("M1"), marker("M2")))))
                .containsExactly(1L, 0L, 0L);
    }

    @Test
    void closingAChangeTwiceIsHarmless() {
        Commit commit = store.begin(BY_HAND);
        commit.layer(MARKERS).put(marker("M1"));
        commit.finish();
        commit.close();
        commit.close();
        Commit preview = store.preview(BY_HAND, ChangeListener.NONE);
        preview.close();
        preview.close();
        assertThat(ids(store, MARKERS)).containsExactly("M1");
        assertThat(counts(commit(store, MARKERS, List.of(), List.of(marker("M2")))))
                .containsExactly(1L, 0L, 0L);
    }

    @Test
    void documentsAreKeptAsTheyAreAndListedNewestFirst() throws IOException {
        StoredDocument first = document("figure", "a", "{\"a\":\"自然岸线\"}");
        StoredDocument second = document("figure", "b", "{}");
        store.documents().add(first, "");
        store.documents().add(second, "");
        store.documents().add(document("scenario", "c", "{}"), "");
        reopen(SmallCatalog.CATALOG);
        assertThat(store.documents().find("figure", "a")).contains(first);
        assertThat(store.documents().find("scenario", "a")).isEmpty();
        assertThat(store.documents().of("figure")).containsExactly(second.head(), first.head());
        assertThat(store.documents().of("nix")).isEmpty();
        assertThatThrownBy(() -> store.documents().add(first, "")).isInstanceOf(Refusal.class);
        assertThat(store.documents().of("figure")).hasSize(2);
    }

    private static StoredDocument document(String kind, String id, String body) {
        return new StoredDocument(
                new StoredDocument.Head(
                        kind, id, Instant.parse("2026-01-02T03:04:05.678Z"), "tester", "名称 " + id, "00"),
                body);
    }

    @Test
    void twoLayersInOneChangeComeTogetherOrNotAtAll() {
        try (Commit commit = store.begin(BY_HAND)) {
            commit.layer(MARKERS).put(marker("M1"));
            commit.layer(SEGMENTS).put(segment("A1", 2020, null, HERE));
            commit.layer(MARKERS).put(marker("M2"));
            assertThat(commit.finish())
                    .extracting(Revision::layer, Revision::added)
                    .containsExactly(tuple("markers", 2L), tuple("segments", 1L));
        }
        assertThatThrownBy(() -> {
                    try (Commit commit = store.begin(BY_HAND)) {
                        commit.layer(MARKERS).put(marker("M3"));
                        commit.layer(SEGMENTS).put(segment("A2", 2020, null, HERE));
                        commit.layer(SEGMENTS).put(segment("A2", 2020, null, HERE));
                    }
                })
                .isInstanceOf(Refusal.class);
        assertThat(ids(store, MARKERS)).containsExactly("M1", "M2");
        assertThat(ids(store, SEGMENTS)).containsExactly("A1@2020");
        assertThat(store.revisions().of("markers")).hasSize(1);
    }

    @Test
    void onlyTheFirstThousandIdsOfAChangeAreListed() {
        try (Commit commit = store.begin(BY_HAND)) {
            LayerWriter writer = put(
                    commit,
                    MARKERS,
                    List.of(""),
                    IntStream.range(0, 1_005).mapToObj(i -> marker("M" + i)).toList());
            commit.finish();
            assertThat(writer.changes().added()).isEqualTo(1_005);
            assertThat(writer.changes().addedIds())
                    .hasSize(1_000)
                    .startsWith("M0", "M1")
                    .endsWith("M999");
        }
    }

    @Test
    void aReaderSeesTheOldStateUntilAChangeIsFinishedAndIsNotHeldUp() {
        commit(store, MARKERS, List.of(""), List.of(marker("M1")));
        try (Commit commit = store.begin(BY_HAND)) {
            put(
                    commit,
                    MARKERS,
                    List.of(""),
                    IntStream.range(0, 3_000).mapToObj(i -> marker("N" + i)).toList());
            assertThat(ids(store, MARKERS)).containsExactly("M1");
            assertThat(store.revisions().of("markers")).hasSize(1);
            assertThat(store.settings().get("anything")).isEmpty();
            commit.finish();
        }
        assertThat(ids(store, MARKERS)).hasSize(3_000);
    }

    @Test
    void aReadUnderWayKeepsItsStateWhileAChangeIsCommitted() {
        commit(
                store,
                MARKERS,
                List.of(""),
                IntStream.range(0, 500).mapToObj(i -> marker("M" + i)).toList());
        List<String> seen = new ArrayList<>();
        store.features().read(FeatureQuery.all(MARKERS, Long.MAX_VALUE), row -> {
            seen.add(row.id());
            if (seen.size() == 10) {
                commit(store, MARKERS, List.of(""), List.of(marker("X")));
            }
            return true;
        });
        assertThat(seen).hasSize(500).doesNotContain("X");
        assertThat(ids(store, MARKERS)).containsExactly("X");
    }

    @Test
    void aPreviewCountsLikeTheCommitAndChangesNothing() {
        commit(
                store,
                PLACES,
                List.of("蚶江镇", "永宁镇"),
                List.of(place("P1", "蚶江镇"), place("P2", "蚶江镇"), place("P3", "永宁镇"), place("P4", "永宁镇")));
        List<Kept> before = current(store, PLACES);
        List<NewFeature> next = List.of(
                place("P1", "蚶江镇"), place("P3", "蚶江镇"), place("P5", "蚶江镇"), feature("P4", HERE, "P4", "永宁镇", "改"));

        Changes foretold;
        try (Commit preview = store.preview(BY_HAND, ChangeListener.NONE)) {
            LayerWriter writer = put(preview, PLACES, List.of("蚶江镇"), next);
            assertThat(counts(preview.finish().get(0))).containsExactly(1L, 2L, 1L);
            foretold = writer.changes();
        }
        assertThat(current(store, PLACES)).isEqualTo(before);
        assertThat(store.revisions().of("places-of-note")).hasSize(1);

        try (Commit commit = store.begin(BY_HAND)) {
            LayerWriter writer = put(commit, PLACES, List.of("蚶江镇"), next);
            commit.finish();
            assertThat(writer.changes()).isEqualTo(foretold);
        }
        assertThat(foretold).isEqualTo(new Changes(1, 2, 1, 1, List.of("P5"), List.of("P3", "P4"), List.of("P2")));
    }

    @Test
    void aFeatureIsTakenAwayByItsIdAndItsNeighboursStay() {
        commit(store, PLACES, List.of("蚶江镇"), List.of(place("P1", "蚶江镇"), place("P2", "蚶江镇"), place("P3", "蚶江镇")));
        Changes foretold;
        try (Commit preview = store.preview(BY_HAND, ChangeListener.NONE)) {
            foretold = takeAway(preview);
        }
        assertThat(current(store, PLACES)).hasSize(3);
        try (Commit commit = store.begin(BY_HAND)) {
            assertThat(takeAway(commit)).isEqualTo(foretold);
        }
        assertThat(foretold).isEqualTo(new Changes(0, 1, 1, 0, List.of(), List.of("P3"), List.of("P2")));
        assertThat(current(store, PLACES)).hasSize(2);
    }

    private static Changes takeAway(Commit commit) {
        LayerWriter writer = commit.layer(PLACES);
        writer.remove("P2");
        writer.remove("P3");
        writer.remove("P9");
        assertThat(writer.put(feature("P3", HERE, "P3", "蚶江镇", "改"))).isEqualTo(LayerWriter.Verdict.CHANGED);
        commit.finish();
        return writer.changes();
    }

    @Test
    void aPreviewTellsEveryChangeWithTheStateBefore() {
        commit(store, PLACES, List.of("蚶江镇"), List.of(place("P1", "蚶江镇"), place("P2", "蚶江镇"), place("P3", "蚶江镇")));
        List<String> heard = new ArrayList<>();
        ChangeListener listener = new ChangeListener() {
            @Override
            public void added(LayerDefinition layer, NewFeature now) {
                heard.add("added " + now.id());
            }

            @Override
            public void changed(LayerDefinition layer, Row before, NewFeature now) {
                heard.add("changed " + before.id() + " from " + before.value(2) + " at "
                        + before.geometry().orElseThrow());
            }

            @Override
            public void removed(LayerDefinition layer, Row before) {
                heard.add("removed " + before.id() + " of " + layer.id());
            }
        };
        try (Commit preview = store.preview(BY_HAND, listener)) {
            put(
                    preview,
                    PLACES,
                    List.of("蚶江镇"),
                    List.of(place("P1", "蚶江镇"), feature("P3", HERE, "P3", "蚶江镇", "改"), place("P4", "蚶江镇")));
            preview.finish();
        }
        Kept was = current(store, PLACES).get(2);
        assertThat(heard)
                .containsExactly(
                        "changed P3 from " + was.values().get(2) + " at " + was.wkt(),
                        "added P4",
                        "removed P2 of places-of-note");
    }

    @Test
    void aHandInThatStatesTheLayerWholeRemovesFromAllScopes() {
        commit(
                store,
                PLACES,
                List.of(),
                List.of(place("P1", "蚶江镇"), place("P2", "蚶江镇"), place("P3", "永宁镇"), place("P4", "永宁镇")));
        try (Commit commit = store.begin(BY_HAND)) {
            LayerWriter writer = commit.layer(PLACES);
            writer.stateAll();
            assertThat(writer.put(place("P1", "蚶江镇"))).isEqualTo(LayerWriter.Verdict.UNCHANGED);
            assertThat(writer.put(place("P3", "蚶江镇"))).isEqualTo(LayerWriter.Verdict.CHANGED);
            assertThat(writer.put(place("P5", "祥芝镇"))).isEqualTo(LayerWriter.Verdict.ADDED);
            assertThat(counts(commit.finish().get(0))).containsExactly(1L, 1L, 2L);
        }
        assertThat(ids(store, PLACES)).containsExactlyInAnyOrder("P1", "P3", "P5");
    }

    @Test
    void aPreviewRefusesADuplicateIdToo() {
        try (Commit preview = store.preview(BY_HAND, ChangeListener.NONE)) {
            assertRefused(
                    "duplicate-id",
                    "M1",
                    () -> put(preview, MARKERS, List.of(""), List.of(marker("M1"), marker("M1"))));
        }
    }

    // Revisions

    @Test
    void revisionNumbersRiseOverTheWholeStoreAndAreListedNewestFirst() {
        long a = commit(store, MARKERS, List.of(), List.of(marker("M1"))).id();
        long b = commit(store, SEGMENTS, List.of(), List.of(segment("A1", 2020, null, HERE)))
                .id();
        long c = commit(store, MARKERS, List.of(), List.of(marker("M2"))).id();
        assertThat(List.of(a, b, c)).isSorted().doesNotHaveDuplicates();
        assertThat(store.revisions().of("markers")).extracting(Revision::id).containsExactly(c, a);
    }

    @Test
    void aNumberIsNeverGivenAgainAfterAChangeWasDropped() throws IOException {
        long first = commit(store, MARKERS, List.of(), List.of(marker("M1"))).id();
        try (Commit commit = store.begin(BY_HAND)) {
            commit.layer(MARKERS).put(marker("M2"));
        }
        reopen(CATALOG);
        assertThat(commit(store, MARKERS, List.of(), List.of(marker("M3"))).id())
                .isGreaterThan(first);
        assertThat(ids(store, MARKERS)).containsExactly("M1", "M3");
    }

    @Test
    void theStateAtARevisionIsThatOfTheNewestOfTheLayerNotAfterIt() {
        long a = commit(store, MARKERS, List.of(), List.of(marker("M1"))).id();
        long b = commit(store, SEGMENTS, List.of(), List.of(segment("A1", 2020, null, HERE)))
                .id();
        commit(store, MARKERS, List.of(), List.of(marker("M2")));

        assertThat(store.revisions().at("markers", b).id()).isEqualTo(a);
        assertThat(at(store, MARKERS, b)).containsOnlyKeys("M1");
        assertRefused("unknown-revision", "", () -> store.revisions().at("segments", a));
        assertRefused(
                "unknown-revision", Long.toString(b), () -> store.revisions().at("segments", 1_000));
    }

    @Test
    void theStatesOfAllLayersAreToldAtOnce() {
        assertThat(store.revisions().states(OptionalLong.empty())).isEmpty();
        Revision a = commit(store, MARKERS, List.of(), List.of(marker("M1")));
        Revision b = commit(store, SEGMENTS, List.of(), List.of(segment("A1", 2020, null, HERE)));
        Revision c = commit(store, MARKERS, List.of(), List.of(marker("M2")));

        assertThat(store.revisions().states(OptionalLong.empty()))
                .hasSize(2)
                .hasEntrySatisfying("markers", state -> assertThat(state.id()).isEqualTo(c.id()))
                .hasEntrySatisfying("segments", state -> assertThat(state.id()).isEqualTo(b.id()));
        assertThat(store.revisions()
                        .states(OptionalLong.of(b.id()))
                        .get("markers")
                        .id())
                .isEqualTo(a.id());
        assertThat(store.revisions().states(OptionalLong.of(a.id()))).containsOnlyKeys("markers");
    }

    @Test
    void aRollbackRestoresAnOlderStateExactlyAndIsARevisionItself() {
        Revision first = commit(
                store,
                SEGMENTS,
                List.of(2020L),
                List.of(
                        segment("A1", 2020, "natural", HERE),
                        segment("A2", 2020, null, THERE),
                        segment("A3", 2020, "artificial", "")));
        Revision second = commit(
                store,
                SEGMENTS,
                List.of(2020L, 2015L),
                List.of(
                        segment("A1", 2020, "natural", HERE),
                        segment("A2", 2020, "natural", HERE),
                        segment("A4", 2020, null, HERE),
                        segment("A1", 2015, null, HERE)));

        Revision back = store.revisions().rollback(SEGMENTS, first.id(), new Actor("管理员", ""), "误提交");

        assertThat(counts(back)).containsExactly(1L, 1L, 2L);
        assertThat(back.origin()).isEqualTo(Origin.of(Origin.Kind.ROLLBACK, new Actor("管理员", ""), "误提交"));
        assertThat(back.state()).isEqualTo(first.state());
        assertThat(store.revisions().of("segments")).containsExactly(back, second, first);
        assertThat(at(store, SEGMENTS, back.id())).isEqualTo(at(store, SEGMENTS, first.id()));
        assertThat(read(store, FeatureQuery.all(SEGMENTS, Long.MAX_VALUE).ofYear(2020)))
                .hasSize(3);
    }

    @Test
    void restoredFeaturesAreFoundByPlace() {
        Revision first = commit(store, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, null, HERE)));
        commit(store, SEGMENTS, List.of(2020L), List.of());
        Revision back = store.revisions().rollback(SEGMENTS, first.id(), new Actor("tester", ""), "");
        Extent around = new Extent(118.6, 24.6, 118.8, 24.8);
        assertThat(read(store, within(SEGMENTS, around, OptionalLong.empty())))
                .extracting(Kept::id)
                .containsExactly("A1@2020");
        assertThat(back.state().extent()).isPresent();
    }

    @Test
    void aRollbackOfARollbackBringsTheLaterStateBack() {
        long first = commit(store, MARKERS, List.of(""), List.of(marker("M1"))).id();
        long second = commit(store, MARKERS, List.of(""), List.of(marker("M2"))).id();
        long back = store.revisions()
                .rollback(MARKERS, first, new Actor("tester", ""), "")
                .id();
        long forth = store.revisions()
                .rollback(MARKERS, second, new Actor("tester", ""), "")
                .id();
        long backAgain = store.revisions()
                .rollback(MARKERS, back, new Actor("tester", ""), "")
                .id();

        assertThat(at(store, MARKERS, forth)).isEqualTo(at(store, MARKERS, second));
        assertThat(at(store, MARKERS, backAgain)).isEqualTo(at(store, MARKERS, first));
        assertThat(ids(store, MARKERS)).containsExactly("M1");
    }

    @Test
    void aRollbackToTheCurrentStateChangesNoRow() {
        long first = commit(store, MARKERS, List.of(""), List.of(marker("M1"))).id();
        List<Kept> before = current(store, MARKERS);
        assertThat(counts(store.revisions().rollback(MARKERS, first, new Actor("tester", ""), "")))
                .containsExactly(0L, 0L, 0L);
        assertThat(current(store, MARKERS)).isEqualTo(before);
    }

    @Test
    void aRollbackToAnUnknownRevisionIsRefusedWithThoseThatExist() {
        long markers =
                commit(store, MARKERS, List.of(""), List.of(marker("M1"))).id();
        long segments = commit(store, SEGMENTS, List.of(), List.of(segment("A1", 2020, null, HERE)))
                .id();
        for (long wrong : new long[] {segments, 0, -1, 999}) {
            assertRefused("unknown-revision", Long.toString(markers), () -> store.revisions()
                    .rollback(MARKERS, wrong, new Actor("tester", ""), ""));
        }
        assertThat(store.revisions().of("markers")).hasSize(1);
    }

    @Test
    void theStateCountsFeaturesYearsAndExtent() {
        Revision revision = commit(
                store,
                SEGMENTS,
                List.of(2015L, 2020L),
                List.of(
                        segment("A1", 2015, null, "LINESTRING (118.6 24.6, 118.7 24.65)"),
                        segment("A1", 2020, null, "LINESTRING (118.65 24.7, 118.8 24.75)"),
                        segment("A2", 2020, null, ""),
                        feature("B", "", "B", null, null)));
        LayerState state = revision.state();
        assertThat(state.count()).isEqualTo(4);
        assertThat(state.surveyYears()).containsExactly(Map.entry(2015, 1L), Map.entry(2020, 2L));
        Extent extent = state.extent().orElseThrow();
        assertThat(extent.west()).isBetween(118.6 - 1e-5, 118.6);
        assertThat(extent.south()).isBetween(24.6 - 1e-5, 24.6);
        assertThat(extent.east()).isBetween(118.8, 118.8 + 1e-5);
        assertThat(extent.north()).isBetween(24.75, 24.75 + 1e-5);

        Revision later = commit(store, SEGMENTS, List.of(2020L), List.of());
        assertThat(later.state().count()).isEqualTo(2);
        assertThat(later.state().surveyYears()).containsExactly(Map.entry(2015, 1L));
        assertThat(later.state().extent().orElseThrow().east()).isLessThan(118.75);
        assertThat(store.revisions().at("segments", revision.id()).state()).isEqualTo(state);
    }

    @Test
    void theStateOfATableHasNoExtent() {
        LayerState state = commit(store, READINGS, List.of(""), List.of(reading("R1", "a")))
                .state();
        assertThat(state.count()).isEqualTo(1);
        assertThat(state.extent()).isEmpty();
        assertThat(state.surveyYears()).isEmpty();
    }

    // Reads

    @Test
    void aPageEndsAtItsLimitAndSaysWhetherThereIsMore() {
        commit(
                store,
                MARKERS,
                List.of(""),
                IntStream.range(0, 5).mapToObj(i -> marker("M" + i)).toList());
        for (int limit = 1; limit <= 6; limit++) {
            List<String> page = new ArrayList<>();
            FeatureQuery query =
                    new FeatureQuery(MARKERS, OptionalLong.empty(), Optional.empty(), Optional.empty(), 0, limit);
            boolean more = store.features().read(query, row -> page.add(row.id()));
            assertThat(page).hasSize(Math.min(5, limit));
            assertThat(more).isEqualTo(limit < 5);
        }
    }

    @Test
    void aReadStopsWhenTheVisitorHasEnough() {
        commit(
                store,
                MARKERS,
                List.of(""),
                IntStream.range(0, 5).mapToObj(i -> marker("M" + i)).toList());
        List<String> seen = new ArrayList<>();
        store.features().read(FeatureQuery.all(MARKERS, Long.MAX_VALUE), row -> {
            seen.add(row.id());
            return seen.size() < 2;
        });
        assertThat(seen).containsExactly("M0", "M1");
    }

    @Test
    void aSurveyYearGivesOnlyItsFeatures() {
        commit(
                store,
                SEGMENTS,
                List.of(2015L, 2020L),
                List.of(
                        segment("A1", 2015, null, HERE),
                        segment("A1", 2020, null, HERE),
                        feature("B", "", "B", null, null)));
        assertThat(read(store, FeatureQuery.all(SEGMENTS, Long.MAX_VALUE).ofYear(2020)))
                .extracting(Kept::id)
                .containsExactly("A1@2020");
        assertThat(read(store, FeatureQuery.all(SEGMENTS, Long.MAX_VALUE).ofYear(1999)))
                .isEmpty();
    }

    @Test
    void aRectangleTakesWhatTouchesItAndNothingWithoutAShape() {
        commit(
                store,
                PLACES,
                List.of("x"),
                List.of(
                        feature("corner", "POINT (118.7 24.7)", "corner", "x", null),
                        feature("outside", "POINT (118.70000001 24.7)", "outside", "x", null),
                        feature("shapeless", "", "shapeless", "x", null)));
        Extent extent = new Extent(118.6, 24.6, 118.7, 24.7);
        assertThat(read(store, within(PLACES, extent, OptionalLong.empty())))
                .extracting(Kept::id)
                .containsExactly("corner");
    }

    @Test
    void aRectangleOverATableGivesNothing() {
        commit(store, READINGS, List.of(""), List.of(reading("R1", "a")));
        Extent world = new Extent(-180, -90, 180, 90);
        assertThat(read(store, within(READINGS, world, OptionalLong.empty()))).isEmpty();
    }

    // Values and shapes

    @Test
    void valuesOfEveryTypeComeBackAsTheyWere() {
        List<Object[]> values = List.of(
                new Object[] {null, null, null, null, null},
                new Object[] {"", 0L, 0.0, false, LocalDate.of(1970, 1, 1)},
                new Object[] {"石狮市蚶江镇“岸段”，\"A\" 'b'; --\n\t\\", -1L, -0.1, true, LocalDate.of(2025, 12, 31)},
                new Object[] {"🌊🏝️ 𠀀 ﾊﾝｶｸ", Long.MAX_VALUE, Double.MAX_VALUE, true, LocalDate.of(1, 1, 1)},
                new Object[] {"岸".repeat(50_000), Long.MIN_VALUE, -Double.MAX_VALUE, false, LocalDate.of(9999, 12, 31)},
                new Object[] {"null", 1L << 53, Double.MIN_VALUE, null, LocalDate.of(2024, 2, 29)},
                new Object[] {" 2020 ", 2020L, 1.0 / 3, null, null},
                new Object[] {"0123", 123L, 1e300, null, null},
                new Object[] {"1e5", -123L, 123456789012345680.0, null, null},
                new Object[] {"2024-02-30", 7L, 3.0, null, null});
        List<NewFeature> features = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            features.add(feature("R" + i, "", values.get(i)));
        }
        commit(store, READINGS, List.of(""), features);

        List<Kept> rows = current(store, READINGS);
        for (int i = 0; i < values.size(); i++) {
            assertThat(rows.get(i).values()).as("row %d", i).containsExactly(values.get(i));
        }
        assertThat(counts(commit(store, READINGS, List.of(""), features))).containsExactly(0L, 0L, 0L);
    }

    @Test
    void whatHasNoFieldAndTheMeasuresComeBackAsTheyWere() {
        String extra = "{\"备注\":\"老码头🌊\",\"n\":1.5,\"空\":null}";
        NewFeature whole = new NewFeature(
                "P'1\"",
                shape(HERE),
                1234.5678901234567,
                9.87654321e12,
                new Object[] {"P1", "x", null},
                Optional.of(extra));
        commit(store, PLACES, List.of("x"), List.of(whole));
        assertThat(current(store, PLACES)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("P'1\"");
            assertThat(row.lengthM()).isEqualTo(1234.5678901234567);
            assertThat(row.areaM2()).isEqualTo(9.87654321e12);
            assertThat(row.extra()).contains(extra);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (118.70000000000002 24.699999999999996)",
                "POINT (-0.0 1e-300)",
                "LINESTRING (118.7 24.7, 118.71 24.71, 118.7 24.7)",
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (1 1, 2 1, 2 2, 1 1), (3 3, 4 3, 4 4, 3 3))",
                "MULTIPOINT ((1 2), (3 4), (1 2))",
                "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 5))",
                "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 8, 8 8, 8 2, 2 2)), ((20 0, 30 0, 30 9, 20 0)))",
                "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1), MULTIPOINT ((3 4)), GEOMETRYCOLLECTION (POINT (5 6)))"
            })
    void shapesOfEveryKindComeBackBitByBit(String wkt) {
        assertComesBackBitByBit(shape(wkt).orElseThrow());
    }

    @Test
    void aLineOfAHundredThousandPointsComesBackBitByBit() {
        Coordinate[] points = new Coordinate[100_000];
        Arrays.setAll(points, i -> new Coordinate(118 + i / 3e6, 24 + Math.sin(i) / 7));
        assertComesBackBitByBit(new GeometryFactory().createLineString(points));
    }

    private void assertComesBackBitByBit(Geometry shape) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(shape);
        commit(
                store,
                PLACES,
                List.of("x"),
                List.of(new NewFeature(
                        "P", Optional.of(shape), 0, 0, new Object[] {"P", "x", null}, Optional.empty())));
        List<byte[]> read = new ArrayList<>();
        store.features().read(FeatureQuery.all(PLACES, Long.MAX_VALUE), row -> {
            ByteBuffer bytes = row.wkb().orElseThrow();
            assertThat(bytes.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            read.add(copy);
            assertThat(row.geometry().orElseThrow().equalsExact(shape)).isTrue();
            return true;
        });
        assertThat(read).singleElement().isEqualTo(wkb);
    }

    // What is kept beside the features

    @Test
    void uploadsAndSettingsOutliveTheStore() throws IOException {
        Upload upload = new Upload(
                "0a1b",
                "岸线 🌊.zip",
                "cd".repeat(32),
                3L << 32,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Upload.State.INSPECTED,
                "{}");
        store.uploads().put(upload);
        store.settings().put("k", "值 1");
        store.settings().put("k", "值 2");
        Upload chosen = upload.choosing("{\"parts\":[{\"index\":0,\"crs\":\"EPSG:4528\"}]}")
                .with(Upload.State.CHECKED);
        store.uploads().put(chosen);
        reopen(CATALOG);

        assertThat(store.uploads().find("0a1b")).contains(chosen);
        assertThat(store.uploads().find("0a1c")).isEmpty();
        assertThat(store.settings().get("k")).contains("值 2");
        assertThat(store.settings().get("K")).isEmpty();
    }

    @Test
    void theNewestReportOfAnUploadIsKept() throws IOException {
        store.uploads().put(upload("0a", "aa", Upload.State.INSPECTED));
        assertThat(store.uploads().report("0a")).isEmpty();
        store.uploads().putReport("0a", "{}");
        store.uploads().putReport("0a", "{\"岸线\":\"🌊\"}");
        reopen(CATALOG);
        assertThat(store.uploads().report("0a")).contains("{\"岸线\":\"🌊\"}");
    }

    @Test
    void openUploadsAreListedNewestFirst() {
        store.uploads().put(upload("a1", "aa", Upload.State.INSPECTED));
        store.uploads().put(upload("a2", "aa", Upload.State.CHECKED));
        store.uploads().put(upload("a3", "aa", Upload.State.COMMITTED));
        store.uploads().put(upload("a4", "aa", Upload.State.DROPPED));
        store.uploads().put(upload("a5", "aa", Upload.State.EXPIRED));
        assertThat(store.uploads().open()).extracting(Upload::id).containsExactly("a2", "a1");
    }

    @Test
    void aFileIsNeededWhileAnUploadOrARevisionCameFromIt() {
        store.uploads().put(upload("a1", "aa", Upload.State.DROPPED));
        store.uploads().put(upload("b1", "bb", Upload.State.DROPPED));
        store.uploads().put(upload("b2", "bb", Upload.State.CHECKED));
        Origin.Source source = new Origin.Source("岸线.zip", "cc", "EPSG:4490");
        try (Commit commit =
                store.begin(new Origin(Origin.Kind.IMPORT, new Actor("tester", ""), "", Optional.of(source)))) {
            put(commit, MARKERS, List.of(), List.of(marker("M1")));
            commit.finish();
        }
        assertThat(Stream.of("aa", "bb", "cc", "dd").filter(store.uploads()::needsFile))
                .containsExactly("bb", "cc");
    }

    private static Upload upload(String id, String sha256, Upload.State state) {
        return new Upload(id, "岸线.zip", sha256, 1, Instant.parse("2026-01-02T03:04:05.678Z"), state, "{}");
    }

    private static Job job(String id, Job.Kind kind, String upload) {
        return Job.asked(
                id,
                kind,
                upload,
                new Job.Asked(new Actor("tester", ""), "why"),
                Instant.parse("2026-01-02T03:04:05.678Z"));
    }

    @Test
    void aJobIsClaimedOnceAndTheOneThatWaitedLongestFirst() {
        JobLog jobs = store.jobs();
        jobs.alive("node");
        Job first = job("j1", Job.Kind.COMMIT, "u1");
        jobs.ask(first);
        jobs.ask(job("j2", Job.Kind.CHECK, "u2"));
        assertThat(jobs.claim("node")).contains(first.runningOn("node"));
        assertThat(jobs.claim("node").orElseThrow().id()).isEqualTo("j2");
        assertThat(jobs.claim("node")).isEmpty();
        assertThat(jobs.open()).extracting(Job::id).containsExactly("j1", "j2");
    }

    @Test
    void anUploadHasOneOpenJobAndTheNewestIsRemembered() {
        JobLog jobs = store.jobs();
        jobs.alive("node");
        jobs.ask(job("j1", Job.Kind.COMMIT, "u1"));
        assertThat(catchThrowableOfType(Refusal.class, () -> jobs.ask(job("j2", Job.Kind.CHECK, "u1")))
                        .code())
                .isEqualTo("job-running");
        Job failed = jobs.claim("node")
                .orElseThrow()
                .at("reading", 3, Optional.of(7L))
                .ended(
                        Job.State.FAILED,
                        Instant.parse("2026-01-02T03:05:05.678Z"),
                        Optional.of(new Job.Failure(
                                Optional.of(Refusal.Kind.CONFLICT), "has-errors", new Text("有错误", "errors"))),
                        List.of(4L, 5L));
        assertThat(jobs.note(failed)).isEqualTo(JobLog.Standing.GOES_ON);
        assertThat(jobs.newestOf("u1")).contains(failed);
        assertThat(jobs.find("j1")).contains(failed);
        assertThat(jobs.newestOf("u2")).isEmpty();
        jobs.ask(job("j2", Job.Kind.CHECK, "u1"));
        assertThat(jobs.open()).extracting(Job::id).containsExactly("j2");
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndOneUnderWayIsAskedToStop() {
        JobLog jobs = store.jobs();
        jobs.alive("node");
        jobs.ask(job("j1", Job.Kind.COMMIT, "u1"));
        Job running = jobs.claim("node").orElseThrow();
        jobs.ask(job("j2", Job.Kind.COMMIT, "u2"));
        assertThat(jobs.cancel("u2").orElseThrow().state()).isEqualTo(Job.State.CANCELLED);
        assertThat(jobs.note(running.at("reading", 1, Optional.empty()))).isEqualTo(JobLog.Standing.GOES_ON);
        assertThat(jobs.cancel("u1").orElseThrow().state()).isEqualTo(Job.State.RUNNING);
        assertThat(jobs.note(running.at("reading", 2, Optional.empty()))).isEqualTo(JobLog.Standing.TO_STOP);
        assertThat(jobs.cancel("u3")).isEmpty();
    }

    @Test
    void aJobIsWithdrawnOnlyWhileItWaitsAndOneClaimedUnheardIsInterrupted() {
        JobLog jobs = store.jobs();
        jobs.alive("node");
        jobs.ask(job("j1", Job.Kind.CHECK, "u1"));
        jobs.claim("node");
        jobs.ask(job("j2", Job.Kind.CHECK, "u2"));
        jobs.claim("node");
        jobs.ask(job("j3", Job.Kind.CHECK, "u3"));
        jobs.withdraw("j1");
        jobs.withdraw("j3");
        jobs.withdraw("j4");
        assertThat(jobs.open()).extracting(Job::id).containsExactly("j1", "j2");
        assertThat(jobs.find("j3").orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
        jobs.interruptUnknown("node", Set.of("j1"));
        assertThat(jobs.open()).extracting(Job::id).containsExactly("j1");
        assertThat(jobs.find("j2").orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
        jobs.interruptUnknown("node", Set.of());
        assertThat(jobs.open()).isEmpty();
    }

    @Test
    void jobsThatDidNotEndAreInterruptedWhenTheirNodeIsGone() throws IOException {
        store.jobs().alive("node");
        store.jobs().ask(job("j1", Job.Kind.CHECK, "u1"));
        store.jobs().claim("node");
        store.jobs().leave("node");
        assertThat(store.jobs().find("j1").orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
        reopen(CATALOG);
        assertThat(store.jobs().find("j1").orElseThrow().state()).isEqualTo(Job.State.INTERRUPTED);
        assertThat(store.jobs().open()).isEmpty();
    }

    @Test
    void anUploadMovesOnOnlyFromTheStateItIsKnownToBeIn() {
        Upload upload = new Upload(
                "u1", "a.zip", "aa", 7, Instant.parse("2026-01-02T03:04:05.678Z"), Upload.State.INSPECTED, "{}");
        store.uploads().put(upload);
        Upload chosen = upload.choosing("{\"a\":1}");
        assertThat(store.uploads().move(upload, chosen)).isTrue();
        assertThat(store.uploads().move(upload, upload.with(Upload.State.CHECKED)))
                .as("somebody was faster")
                .isFalse();
        assertThat(store.uploads().find("u1")).contains(chosen);
    }

    @Test
    void everythingCommittedIsThereAfterTheStoreWasClosed() throws IOException {
        Revision first = commit(store, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, "natural", HERE)));
        Revision second = commit(store, SEGMENTS, List.of(2020L), List.of(segment("A1", 2020, "artificial", HERE)));
        List<Kept> before = current(store, SEGMENTS);
        SortedMap<String, Kept> old = at(store, SEGMENTS, first.id());
        reopen(CATALOG);

        assertThat(store.revisions().of("segments")).containsExactly(second, first);
        assertThat(current(store, SEGMENTS)).isEqualTo(before);
        assertThat(at(store, SEGMENTS, first.id())).isEqualTo(old);
    }

    @Test
    void aFieldThatTheCatalogueGainsIsEmptyInOldFeaturesAndMakesNoChangeOfItself() throws IOException {
        LayerDefinition before = SmallCatalog.layer("growing", GeometryKind.POINT)
                .field("code", FieldType.TEXT)
                .field("note", FieldType.TEXT)
                .ids("code")
                .build();
        LayerDefinition after = SmallCatalog.layer("growing", GeometryKind.POINT)
                .field("code", FieldType.TEXT)
                .field("height_m", FieldType.NUMBER)
                .field("note", FieldType.TEXT)
                .ids("code")
                .build();
        reopen(SmallCatalog.of(before));
        Revision old = commit(store, before, List.of(""), List.of(feature("G1", "POINT (1 2)", "G1", "旧")));
        reopen(SmallCatalog.of(after));

        assertThat(at(store, after, old.id()).get("G1").values()).containsExactly("G1", null, "旧");
        assertThat(counts(commit(store, after, List.of(""), List.of(feature("G1", "POINT (1 2)", "G1", null, "旧")))))
                .containsExactly(0L, 0L, 0L);
        assertThat(counts(commit(store, after, List.of(""), List.of(feature("G1", "POINT (1 2)", "G1", 3.5, "旧")))))
                .containsExactly(0L, 1L, 0L);
        assertThat(current(store, after).get(0).values()).containsExactly("G1", 3.5, "旧");
        assertThat(at(store, after, old.id()).get("G1").values()).containsExactly("G1", null, "旧");
        store.revisions().rollback(after, old.id(), new Actor("tester", ""), "");
        assertThat(current(store, after).get(0).values()).containsExactly("G1", null, "旧");
    }

    @Test
    void aValueThatMovesToAnotherFieldIsAChange() {
        commit(store, READINGS, List.of(""), List.of(feature("R", "", null, 1L, null, null, null)));
        assertThat(counts(commit(store, READINGS, List.of(""), List.of(feature("R", "", "1", null, null, null, null)))))
                .containsExactly(0L, 1L, 0L);
        commit(store, MARKERS, List.of(""), List.of(feature("M", "", "a", null)));
        assertThat(counts(commit(store, MARKERS, List.of(""), List.of(feature("M", "", null, "a")))))
                .containsExactly(0L, 1L, 0L);
    }

    @Test
    void theArchiveKeepsTheSameBytesOnceUnderTheirSha256() throws IOException {
        byte[] bytes = "岸线".getBytes(StandardCharsets.UTF_8);
        Archive.Kept first = store.archive().keep(new ByteArrayInputStream(bytes), 100);
        Archive.Kept second = store.archive().keep(new ByteArrayInputStream(bytes), 6);
        assertThat(second).isEqualTo(first);
        assertThat(first.bytes()).isEqualTo(6);
        assertThat(first.sha256()).isEqualTo("616a5b8494117cb86bf822c5d8fe39151d8e5c2b94ba7d37054baf4fc0f39851");
        reopen(CATALOG);
        assertThat(Files.readAllBytes(store.archive().file(first.sha256()))).isEqualTo(bytes);
    }

    @Test
    void theArchiveRefusesWhatIsTooLargeAndLeavesNothingBehind() throws IOException {
        Path kept = store.archive()
                .file(store.archive()
                        .keep(new ByteArrayInputStream(new byte[10]), 10)
                        .sha256());
        Path folder = kept.getParent().getParent();
        List<Path> before = everythingIn(folder);
        assertRefused("upload-too-large", "", () -> store.archive()
                .keep(new ByteArrayInputStream(new byte[200_000]), 199_999));
        assertThat(everythingIn(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../../etc/passwd",
                "abc",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void theArchiveRefusesAFileThatItDoesNotHave(String name) {
        assertRefused("upload-gone", name, () -> store.archive().file(name));
    }

    private static List<Path> everythingIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Long> counts(Revision revision) {
        return List.of(revision.added(), revision.changed(), revision.removed());
    }

    private static NewFeature marker(String code) {
        return feature(code, "POINT (118.7 24.7)", code, null);
    }

    private static NewFeature place(String code, String town) {
        return feature(code, "POINT (118.7 24.7)", code, town, null);
    }

    private static NewFeature reading(String id, String text) {
        return feature(id, "", text, null, null, null, null);
    }

    /** A call that is expected to be refused. */
    protected interface Call {
        /** Makes the call. */
        void make() throws IOException;
    }

    /** The call is refused with this code, and the reason holds this word. */
    protected static void assertRefused(String code, String word, Call call) {
        Consumer<Refusal> refused = refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.text().en()).contains(word);
            assertThat(refusal.text().zh()).contains(word);
        };
        assertThatThrownBy(call::make).isInstanceOfSatisfying(Refusal.class, refused);
    }
}
