package org.anlan.store;

import static org.anlan.support.Rows.at;
import static org.anlan.support.Rows.commit;
import static org.anlan.support.Rows.current;
import static org.anlan.support.Rows.read;
import static org.anlan.support.Rows.shape;
import static org.anlan.support.SmallCatalog.CATALOG;
import static org.anlan.support.SmallCatalog.PLACES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.anlan.catalog.Catalog;
import org.anlan.support.Rows.Kept;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What random histories of changes show about every store, beside a model that keeps every state in memory. */
public abstract class StoreHistoryContract {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** A place where a store is opened, and opened again after it was closed. */
    protected interface Place extends AutoCloseable {
        /** Opens the store of this place. */
        Store open(Catalog catalog) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A new empty place. */
    protected abstract Place place() throws IOException;

    /** One thing that is done to the store. */
    private interface Step {
        Revision take(Store store, Model model);
    }

    /** Every state of the layer by revision, kept the simple way. */
    private static final class Model {
        final SortedMap<Long, SortedMap<String, Kept>> states = new TreeMap<>();

        SortedMap<String, Kept> newest() {
            return states.isEmpty() ? new TreeMap<>() : states.get(states.lastKey());
        }
    }

    /** A hand-in: these features, the scopes that it states whole. */
    private record HandIn(List<NewFeature> features, Set<String> stated) implements Step {

        @Override
        public Revision take(Store store, Model model) {
            SortedMap<String, Kept> next = new TreeMap<>(model.newest());
            next.values().removeIf(row -> stated.contains(row.values().get(1)));
            features.forEach(f -> next.put(f.id(), kept(f)));
            SortedMap<String, Kept> before = model.newest();
            Revision revision = commit(store, PLACES, List.copyOf(stated), features);
            assertThat(List.of(revision.added(), revision.changed(), revision.removed()))
                    .containsExactly(
                            next.keySet().stream()
                                    .filter(id -> !before.containsKey(id))
                                    .count(),
                            next.entrySet().stream()
                                    .filter(e -> before.containsKey(e.getKey())
                                            && !before.get(e.getKey()).equals(e.getValue()))
                                    .count(),
                            before.keySet().stream()
                                    .filter(id -> !next.containsKey(id))
                                    .count());
            model.states.put(revision.id(), next);
            return revision;
        }
    }

    /** A rollback to one of the revisions there are; without any it is an empty hand-in. */
    private record Rollback(int which) implements Step {

        @Override
        public Revision take(Store store, Model model) {
            if (model.states.isEmpty()) {
                return new HandIn(List.of(), Set.of()).take(store, model);
            }
            List<Long> revisions = List.copyOf(model.states.keySet());
            long older = revisions.get(which % revisions.size());
            Revision revision = store.revisions().rollback(PLACES, older, new Actor("tester", ""), "");
            model.states.put(revision.id(), model.states.get(older));
            return revision;
        }
    }

    private static Kept kept(NewFeature f) {
        return new Kept(
                0,
                f.id(),
                f.geometry().map(Geometry::toText).orElse(""),
                f.lengthM(),
                f.areaM2(),
                List.of(f.values()[0], f.values()[1], f.values()[2]),
                f.extra());
    }

    @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
    void everyRevisionReadsTheSameForEver(@ForAll("histories") List<Step> history) throws IOException {
        Model model = new Model();
        try (Place place = place()) {
            try (Store store = place.open(CATALOG)) {
                for (Step step : history) {
                    Revision revision = step.take(store, model);
                    assertThat(revision.state().count())
                            .isEqualTo(model.newest().size());
                }
                assertAllStates(store, model);
                assertWhatLiesBetween(store, List.copyOf(model.states.keySet()));
            }
            try (Store again = place.open(CATALOG)) {
                assertAllStates(again, model);
            }
        }
    }

    private static void assertAllStates(Store store, Model model) {
        model.states.forEach((revision, state) -> {
            assertThat(at(store, PLACES, revision)).as("revision %d", revision).isEqualTo(state);
            assertThat(store.revisions().at(PLACES.id(), revision).state().count())
                    .isEqualTo(state.size());
        });
        assertThat(current(store, PLACES).stream().map(Kept::id))
                .containsExactlyInAnyOrderElementsOf(model.newest().keySet());
    }

    /** What is gone from one state to a later one, and what has come behind its last key, is what they do not have in common. */
    private static void assertWhatLiesBetween(Store store, List<Long> revisions) {
        for (int i = 1; i < revisions.size(); i++) {
            for (long from : List.of(revisions.get(0), revisions.get(i - 1))) {
                FeatureQuery earlier = FeatureQuery.all(PLACES, from);
                FeatureQuery later = FeatureQuery.all(PLACES, revisions.get(i));
                List<Kept> before = read(store, earlier);
                List<Kept> after = read(store, later);
                assertThat(read(store, earlier.goneAt(revisions.get(i))))
                        .as("gone from %d to %d", from, revisions.get(i))
                        .containsExactlyElementsOf(without(before, after));
                long lastKey = before.stream().mapToLong(Kept::fid).max().orElse(0);
                assertThat(read(store, later.page(lastKey, Integer.MAX_VALUE)))
                        .as("come from %d to %d", from, revisions.get(i))
                        .containsExactlyElementsOf(without(after, before));
            }
        }
    }

    private static List<Kept> without(List<Kept> rows, List<Kept> others) {
        return rows.stream().filter(row -> !others.contains(row)).toList();
    }

    @Property(tries = 10, shrinking = ShrinkingMode.BOUNDED)
    void pagingLosesAndDoublesNothingWhileChangesAreCommitted(
            @ForAll("histories") List<Step> history,
            @ForAll("histories") List<Step> meanwhile,
            @ForAll @IntRange(min = 1, max = 7) int limit)
            throws IOException {
        Model model = new Model();
        try (Place place = place();
                Store store = place.open(CATALOG)) {
            new HandIn(List.of(), Set.of()).take(store, model);
            history.forEach(step -> step.take(store, model));
            long revision = model.states.lastKey();
            SortedMap<String, Kept> expected = model.newest();
            List<Kept> paged = new ArrayList<>();
            List<Step> later = new ArrayList<>(meanwhile);
            for (boolean more = true; more; ) {
                long after = paged.isEmpty() ? 0 : paged.get(paged.size() - 1).fid();
                FeatureQuery page = new FeatureQuery(
                        PLACES, OptionalLong.of(revision), Optional.empty(), Optional.empty(), after, limit);
                int before = paged.size();
                more = store.features()
                        .read(
                                page,
                                row -> paged.add(new Kept(row.fid(), row.id(), "", 0, 0, List.of(), Optional.empty())));
                assertThat(paged.size() - before).isLessThanOrEqualTo(limit);
                assertThat(more).isEqualTo(paged.size() < expected.size());
                if (!later.isEmpty()) {
                    later.remove(0).take(store, model);
                }
            }
            assertThat(paged).extracting(Kept::id).containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(paged).extracting(Kept::fid).isSorted();
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.BOUNDED)
    void aRectangleGivesWhatBruteForceGivesInEveryState(
            @ForAll("histories") List<Step> history, @ForAll("rectangles") List<Envelope> rectangles)
            throws IOException {
        Model model = new Model();
        try (Place place = place();
                Store store = place.open(CATALOG)) {
            history.forEach(step -> step.take(store, model));
            for (Map.Entry<Long, SortedMap<String, Kept>> state : model.states.entrySet()) {
                for (Envelope box : rectangles) {
                    Extent extent = new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
                    FeatureQuery query = new FeatureQuery(
                            PLACES,
                            OptionalLong.of(state.getKey()),
                            Optional.of(extent),
                            Optional.empty(),
                            0,
                            Integer.MAX_VALUE);
                    Set<String> expected = state.getValue().values().stream()
                            .filter(row -> shape(row.wkt())
                                    .filter(g -> g.getEnvelopeInternal().intersects(box))
                                    .isPresent())
                            .map(Kept::id)
                            .collect(Collectors.toSet());
                    assertThat(read(store, query)).extracting(Kept::id).containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> rollback = Arbitraries.integers().between(0, 100).map(Rollback::new);
        Arbitrary<Step> handIn = Combinators.combine(
                        features().list().ofMaxSize(12),
                        Arbitraries.of("蚶江镇", "永宁镇", "祥芝镇").set().ofMaxSize(3))
                .as((features, stated) -> new HandIn(distinct(features), stated));
        return Arbitraries.frequencyOf(Tuple.of(3, handIn), Tuple.of(1, rollback))
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    private static List<NewFeature> distinct(List<NewFeature> features) {
        Set<String> ids = new HashSet<>();
        return features.stream().filter(f -> ids.add(f.id())).toList();
    }

    /** Few ids, few towns and few names, so that features change, move, go and come back. */
    private static Arbitrary<NewFeature> features() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9).map(i -> "P" + i),
                        Arbitraries.of("蚶江镇", "永宁镇", "祥芝镇"),
                        Arbitraries.of("灯塔", "码头", "lighthouse"),
                        shapes(),
                        Arbitraries.of("{\"备注\":1}").injectNull(0.7))
                .as((id, town, name, shape, extra) -> new NewFeature(
                        id,
                        Optional.ofNullable(shape),
                        1.5,
                        0,
                        new Object[] {id, town, name},
                        Optional.ofNullable(extra)));
    }

    private static Arbitrary<Geometry> shapes() {
        Arbitrary<Geometry> points = coordinates().map(SHAPES::createPoint);
        Arbitrary<Geometry> lines = coordinates()
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(list -> SHAPES.createLineString(list.toArray(Coordinate[]::new)));
        return Arbitraries.oneOf(points, lines).injectNull(0.1);
    }

    private static Arbitrary<Coordinate> coordinates() {
        return Combinators.combine(degrees(118), degrees(24)).as(Coordinate::new);
    }

    /** Full precision beside round numbers, which meet the edges of rectangles exactly. */
    private static Arbitrary<Double> degrees(int from) {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 10).map(i -> from + i / 10.0),
                Arbitraries.doubles().between(from, from + 1.0).ofScale(15));
    }

    @Provide
    Arbitrary<List<Envelope>> rectangles() {
        return Combinators.combine(coordinates(), coordinates())
                .as(Envelope::new)
                .list()
                .ofSize(4);
    }
}
