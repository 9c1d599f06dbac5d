package org.anlan.outfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.catalog.LayerDefinition;
import org.anlan.outfall.OutfallReadings.By;
import org.anlan.store.Actor;
import org.anlan.store.NewFeature;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.ChangedStore;
import org.anlan.support.FilledStore;
import org.anlan.support.Rows;
import org.anlan.support.Shishi;
import org.anlan.support.TempFolder;

/** A service that runs on while readings are entered, corrected, removed and rolled back says what one says that has just been started. */
class FollowedReadingsTest {

    private static final Catalog CATALOG = CatalogReader.load(Optional.empty());
    private static final LayerDefinition READINGS = CATALOG.layer("outfall-readings");
    private static final List<Path> KEPT = List.of(
            Shishi.handIn("PWK.zip"), Shishi.handIn("outfall-limits.csv"), Shishi.handIn("outfall-readings.csv"));
    private static final String PLANT = "FJ-350581-0014-SH-00";
    private static final List<String> OUTFALLS = List.of(PLANT, "FJ-350581-0001-NY-00", "FJ-350581-9999-SH-00");

    private static TempFolder folder;
    private static Store store;

    @BeforeContainer
    static void open() throws IOException {
        folder = TempFolder.make();
        store = SqliteStore.open(FilledStore.make(folder.path().resolve("data"), KEPT), CATALOG);
    }

    @AfterContainer
    static void close() throws IOException {
        store.close();
        folder.close();
    }

    private static Outfalls ledger(Store over) {
        return Outfalls.over(CATALOG, over, Optional.empty(), Clock.systemUTC());
    }

    private static ReadingFigure figure(Outfalls ledger, By by, Optional<String> parameter) {
        return ledger.readings()
                .figure(new OutfallReadings.Question(
                        by, parameter, Optional.empty(), Optional.empty(), OutfallReadings.MOST));
    }

    private static ReadingFigure figure(Outfalls ledger) {
        return figure(ledger, By.PARAMETER, Optional.empty());
    }

    /** All that the ledger says of readings. */
    private static Map<String, Object> told(Outfalls ledger) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (By by : By.values()) {
            told.put("sums by " + by, figure(ledger, by, Optional.empty()));
            told.put("sums of cod by " + by, figure(ledger, by, Optional.of("cod")));
        }
        told.put("list", ledger.lists().list(OutfallFilter.ALL, OutfallPage.first(1_000)));
        for (String outfall : OUTFALLS.subList(0, 2)) {
            told.put(
                    "series of " + outfall,
                    ledger.readings().series(outfall, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return told;
    }

    private static NewFeature reading(String outfall, LocalDate day, Double cod, Double tp, String remark) {
        Object[] values = new Object[READINGS.fields().size()];
        values[READINGS.indexOf("outfall_code")] = outfall;
        values[READINGS.indexOf("sampled")] = day;
        values[READINGS.indexOf("cod_mg_l")] = cod;
        values[READINGS.indexOf("tp_mg_l")] = tp;
        values[READINGS.indexOf("remark")] = remark;
        return new NewFeature(outfall + "@" + day, Optional.empty(), 0, 0, values, Optional.empty());
    }

    /** Something that is done to the layer of readings. */
    private interface Step {
        Revision take();
    }

    /** Readings, and the days whose readings they are all of. */
    private record HandIn(List<NewFeature> readings, Set<LocalDate> whole) implements Step {
        @Override
        public Revision take() {
            return Rows.commit(store, READINGS, List.copyOf(whole), readings);
        }
    }

    /** The state of one of the last revisions again. */
    private record Rollback(int ago) implements Step {
        @Override
        public Revision take() {
            List<Revision> all = store.revisions().of(READINGS.id());
            return store.revisions()
                    .rollback(READINGS, all.get(Math.min(ago, all.size() - 1)).id(), new Actor("tester", ""), "");
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
    void whateverIsHandedInTheFiguresAreThoseOfAllReadings(@ForAll("histories") List<List<Step>> history) {
        Outfalls running = ledger(store);
        figure(running);
        for (List<Step> unasked : history) {
            unasked.forEach(Step::take);
            Map<String, Object> expected = told(ledger(store));
            told(running).forEach((what, is) -> assertThat(is).as(what).isEqualTo(expected.get(what)));
        }
    }

    @Provide
    Arbitrary<List<List<Step>>> histories() {
        Arbitrary<LocalDate> days = Arbitraries.of(0, 1, 2, 40, 41, 5_000)
                .map(after -> LocalDate.of(2012, 3, 30).plusDays(after));
        Arbitrary<Double> values = Arbitraries.of(1.0, 55.0, 5_000.0).injectNull(0.3);
        Arbitrary<NewFeature> readings = Combinators.combine(
                        Arbitraries.of(OUTFALLS),
                        days,
                        values,
                        values,
                        Arbitraries.of("又").injectNull(0.7))
                .as(FollowedReadingsTest::reading);
        Arbitrary<Step> single = readings.map(reading -> new HandIn(List.of(reading), Set.of()));
        Arbitrary<Step> handIn = Combinators.combine(
                        readings.list().ofMaxSize(6), days.set().ofMaxSize(2))
                .as((some, whole) -> new HandIn(distinct(some), whole));
        Arbitrary<Step> rollback = Arbitraries.integers().between(1, 6).map(Rollback::new);
        return Arbitraries.frequencyOf(Tuple.of(4, single), Tuple.of(3, handIn), Tuple.of(2, rollback))
                .list()
                .ofMaxSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static List<NewFeature> distinct(List<NewFeature> readings) {
        Map<String, NewFeature> byId = new LinkedHashMap<>();
        readings.forEach(reading -> byId.put(reading.id(), reading));
        return List.copyOf(byId.values());
    }

    @Example
    void afterASingleReadingOnlyWhatChangedIsRead() {
        AtomicLong rows = new AtomicLong();
        ChangedStore counted = new ChangedStore(store);
        Outfalls ledger = ledger(counted);
        counted.beforeEachRow(rows::incrementAndGet);
        long samples = figure(ledger).samples();
        assertThat(rows.get()).as("all are read once").isGreaterThanOrEqualTo(samples);
        LocalDate day = LocalDate.of(2013, 5, 6);

        rows.set(0);
        new HandIn(List.of(reading(PLANT, day, 9_000.0, null, null)), Set.of()).take();
        assertThat(figure(ledger).samples()).isEqualTo(samples + 1);
        assertThat(figure(ledger).exceedances()).anyMatch(one -> one.value() == 9_000);
        assertThat(rows.get()).as("the new one").isEqualTo(1);

        rows.set(0);
        new HandIn(List.of(reading(PLANT, day, 1.0, null, null)), Set.of()).take();
        assertThat(figure(ledger).exceedances()).noneMatch(one -> one.value() == 9_000);
        assertThat(rows.get())
                .as("as it was, as it is, the outfall's last and the month's")
                .isLessThanOrEqualTo(4);

        rows.set(0);
        new HandIn(List.of(), Set.of(day)).take();
        assertThat(figure(ledger).samples()).isEqualTo(samples);
        assertThat(rows.get()).as("as it was, and the outfall's last").isLessThanOrEqualTo(2);
    }

    @Example
    void aChangeOfMuchIsReadAnew() {
        Outfalls running = ledger(store);
        figure(running);
        List<NewFeature> many = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            many.add(reading(PLANT, LocalDate.of(2000, 1, 1).plusDays(i), i * 0.1, null, null));
        }
        Revision before = store.revisions().newest(READINGS.id()).orElseThrow();
        new HandIn(many, Set.of()).take();
        assertThat(told(running)).isEqualTo(told(ledger(store)));
        store.revisions().rollback(READINGS, before.id(), new Actor("tester", ""), "");
        assertThat(told(running)).isEqualTo(told(ledger(store)));
    }

    @Example
    void whoeverAsksMeanwhileIsToldOfOneState() throws ExecutionException, InterruptedException {
        Outfalls running = ledger(store);
        Map<Long, Long> samples = new ConcurrentHashMap<>();
        long first = figure(running).samples();
        samples.put(figure(running).revisions().get(READINGS.id()), first);
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(3);
        try {
            List<Future<Map<Long, Long>>> asked = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                asked.add(readers.submit(() -> {
                    Map<Long, Long> told = new HashMap<>();
                    do {
                        ReadingFigure figure = figure(running);
                        told.put(figure.revisions().get(READINGS.id()), figure.samples());
                    } while (!ended.get());
                    return told;
                }));
            }
            for (int i = 1; i <= 40; i++) {
                LocalDate day = LocalDate.of(2011, 1, 1).plusDays(i);
                Revision revision = new HandIn(List.of(reading(PLANT, day, 9_000.0, 1.0, null)), Set.of()).take();
                samples.put(revision.id(), first + i);
            }
            ended.set(true);
            for (Future<Map<Long, Long>> one : asked) {
                one.get().forEach((revision, told) -> assertThat(told)
                        .as("samples at revision %d", revision)
                        .isEqualTo(samples.get(revision)));
            }
        } finally {
            ended.set(true);
            readers.shutdownNow();
        }
        assertThat(told(running)).isEqualTo(told(ledger(store)));
    }
}
