package org.anlan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.anlan.base.ChinaTime;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.intake.Intake;
import org.anlan.intake.Progress;
import org.anlan.outfall.Entry;
import org.anlan.outfall.OutfallFigure;
import org.anlan.outfall.OutfallFigures;
import org.anlan.outfall.OutfallFilter;
import org.anlan.outfall.OutfallJson;
import org.anlan.outfall.OutfallPage;
import org.anlan.outfall.OutfallReadings;
import org.anlan.outfall.Outfalls;
import org.anlan.store.Actor;
import org.anlan.store.Commit;
import org.anlan.store.Extent;
import org.anlan.store.LedgerEvent;
import org.anlan.store.NewFeature;
import org.anlan.store.Origin;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Measures the ledger of outfalls: statistics over many outfalls with very many readings, and the hand-in of a million more. A row of readings holds six. Where ANLAN_BENCH_DB
 * names a database (as in {@link ImportBench}), the store is in it.
 */
final class LedgerBench {

    private static final int IN_A_ROW = 6;
    private static final int HANDED_IN = 1_000_000;
    private static final String[] CONCENTRATIONS = {"flow_m3_d", "cod_mg_l", "nh3n_mg_l", "tn_mg_l", "tp_mg_l", "oil_mg_l"};
    private static final double[] USUAL = {500, 30, 5, 10, 0.3, 0.5};
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Path folder;
    private final int outfalls;
    private final int rows;
    private final Bench bench;
    private final Random random = new Random(7);

    LedgerBench(Path folder, int outfalls, int readings) {
        this.folder = folder;
        this.outfalls = outfalls;
        this.rows = readings / IN_A_ROW;
        this.bench = new Bench(folder, 0);
    }

    static void measure(String[] arguments) throws Exception {
        int outfalls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int readings = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
        Path folder = Files.createTempDirectory("anlan-bench");
        try {
            new LedgerBench(folder, outfalls, readings).run();
        } finally {
            Bench.delete(folder);
        }
    }

    private void run() throws Exception {
        String url = System.getenv("ANLAN_BENCH_DB");
        System.out.printf(
                Locale.ROOT,
                "%d outfalls, %d readings in %d rows, %s, heap %d MB%n",
                outfalls,
                rows * IN_A_ROW,
                rows,
                url == null ? "embedded" : "PostGIS",
                Runtime.getRuntime().maxMemory() >> 20);
        try (Store store = url == null
                ? SqliteStore.open(folder.resolve("filled"), bench.catalog)
                : ImportBench.inDatabase(url, bench.catalog, folder.resolve("copies"))) {
            fill(store);
            figures(store);
            handIn(store);
        }
    }

    private LayerDefinition layer(String id) {
        return bench.catalog.layer(id);
    }

    private static String code(int outfall) {
        return String.format(Locale.ROOT, "FJ-350581-%06d-QT-00", outfall);
    }

    /** Outfalls, half of them with steps, and their readings. */
    void fill(Store store) {
        long start = System.nanoTime();
        try (Commit commit = store.begin(Origin.of(Origin.Kind.IMPORT, Actor.SYSTEM, ""))) {
            limits(commit);
            for (int i = 0; i < outfalls; i++) {
                outfall(commit, i);
            }
            for (int i = 0; i < rows; i++) {
                reading(commit, i % outfalls, LocalDate.of(2015, 1, 15).plusDays(90L * (i / outfalls)));
            }
            commit.finish();
        }
        steps(store);
        System.out.printf(Locale.ROOT, "    filled in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private void limits(Commit commit) {
        Object[] values = new Object[layer("outfall-limits").fields().size()];
        set("outfall-limits", values, "standard", "一级");
        for (int i = 1; i < CONCENTRATIONS.length; i++) {
            set("outfall-limits", values, CONCENTRATIONS[i], USUAL[i] * 1.98);
        }
        put(commit, "outfall-limits", "一级", values, Optional.empty());
    }

    private void outfall(Commit commit, int number) {
        Object[] values = new Object[layer("outfalls").fields().size()];
        set("outfalls", values, "outfall_code", code(number));
        set("outfalls", values, "name", "排口" + number);
        set("outfalls", values, "kind", number % 3 == 0 ? "river" : "sea");
        set("outfalls", values, "cat1", "other");
        set("outfalls", values, "treatment", number % 5 == 0 ? null : "regulate");
        set("outfalls", values, "town_code", String.valueOf(350_581_100 + number % 200));
        set("outfalls", values, "town", "镇" + number % 200);
        set("outfalls", values, "bay_code", "B" + number % 10);
        set("outfalls", values, "standard", "一级");
        set("outfalls", values, "state", number % 2 == 0 ? "remediating" : "written-off");
        set("outfalls", values, "as_of", LocalDate.of(2020, 12, 31));
        set("outfalls", values, "deadline", LocalDate.of(2021 + number % 5, 1 + number % 12, 28));
        Coordinate place = new Coordinate(118.6 + random.nextDouble() * 0.2, 24.6 + random.nextDouble() * 0.2);
        commit.layer(layer("outfalls"))
                .put(new NewFeature(code(number), Optional.of(SHAPES.createPoint(place)), 0, 0, values, Optional.empty()));
    }

    private void reading(Commit commit, int outfall, LocalDate day) {
        Object[] values = new Object[layer("outfall-readings").fields().size()];
        set("outfall-readings", values, "outfall_code", code(outfall));
        set("outfall-readings", values, "sampled", day);
        for (int i = 0; i < CONCENTRATIONS.length; i++) {
            set("outfall-readings", values, CONCENTRATIONS[i], value(i));
        }
        put(commit, "outfall-readings", code(outfall) + "@" + day, values, Optional.empty());
    }

    private double value(int parameter) {
        return Math.round(USUAL[parameter] * random.nextDouble() * 2e3) / 1e3;
    }

    private void set(String layer, Object[] values, String field, Object value) {
        values[layer(layer).indexOf(field)] = value;
    }

    private void put(Commit commit, String layer, String id, Object[] values, Optional<String> extra) {
        commit.layer(layer(layer)).put(new NewFeature(id, Optional.empty(), 0, 0, values, extra));
    }

    /** Every second outfall, which the layer has as being remediated, is finished; every fourth is written off. */
    private void steps(Store store) {
        List<LedgerEvent.New> events = new ArrayList<>();
        for (int i = 0; i < outfalls; i += 2) {
            LocalDate day = LocalDate.of(2021 + i % 4, 1 + i % 12, 10);
            events.add(step(i, 0, day, "awaiting-acceptance", "remediating"));
            if (i % 4 == 0) {
                events.add(step(i, 0, day.plusDays(40), "written-off", "awaiting-acceptance"));
            }
            if (events.size() > 2_000) {
                store.ledgers().append(events, Actor.SYSTEM);
                events.clear();
            }
        }
        store.ledgers().append(events, Actor.SYSTEM);
    }

    private static LedgerEvent.New step(int outfall, long after, LocalDate on, String step, String from) {
        return new LedgerEvent.New(
                "outfall", code(outfall), after, "step", on, OutfallJson.text(new Entry.Step(step, from, "", List.of())));
    }

    private void figures(Store store) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        Outfalls ledger = Outfalls.over(bench.catalog, store, Optional.empty(), ChinaTime.clock());
        once("the first statistics: outfalls and steps are read", () -> ledger.figures().figure(question(OutfallFigure.By.KIND)));
        once("the first sums of readings: all are read", () -> ledger.readings().figure(sums(OutfallReadings.By.PARAMETER)));
        for (OutfallFigure.By by : OutfallFigure.By.values()) {
            several("statistics by " + by.name().toLowerCase(Locale.ROOT), () -> ledger.figures().figure(question(by)));
        }
        for (OutfallReadings.By by : OutfallReadings.By.values()) {
            several("sums of readings by " + by.word(), () -> ledger.readings().figure(sums(by)));
        }
        OutfallFilter overdue = new OutfallFilter("", "", "", "", "", "", "", Optional.of(true), Optional.empty(), "");
        several("list of overdue outfalls", () -> ledger.lists().list(overdue, OutfallPage.first(100)));
        once("the first list by name", () -> ledger.lists().list(OutfallFilter.ALL, page("name")));
        for (String order : List.of("name", "town", "state", "-exceedances")) {
            several("list by " + order, () -> ledger.lists().list(OutfallFilter.ALL, page(order)));
        }
        several("map of all outfalls", () -> ledger.lists().map(OutfallFilter.ALL, new Extent(118.5, 24.5, 118.9, 24.9), 500));
        several("series of one outfall", () -> ledger.readings()
                .series(code(outfalls / 2), Optional.empty(), Optional.empty(), Optional.empty()));
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(Locale.ROOT, "    heap after a full collection %d MB, at its fullest %d MB%n", used >> 20, peakMb());
        entering(store, ledger, "a single reading", run -> LocalDate.of(2026, 1, 1).plusDays(run));
        entering(store, ledger, "a correction", run -> LocalDate.of(2026, 1, 1));
    }

    /** Enters readings one by one, and asks for the sums after each. */
    private void entering(Store store, Outfalls ledger, String what, IntFunction<LocalDate> day) {
        List<Double> entered = new ArrayList<>();
        List<Double> asked = new ArrayList<>();
        for (int i = 0; i < 3 * Bench.RUNS; i++) {
            long start = System.nanoTime();
            try (Commit commit = store.begin(Origin.of(Origin.Kind.EDIT, Actor.SYSTEM, ""))) {
                reading(commit, 3, day.apply(i));
                commit.finish();
            }
            long between = System.nanoTime();
            ledger.readings().figure(sums(OutfallReadings.By.PARAMETER));
            if (i >= Bench.RUNS) {
                entered.add((between - start) / 1e6);
                asked.add((System.nanoTime() - between) / 1e6);
            }
        }
        Bench.print(what + " entered", "ms", entered);
        Bench.print("the first sums after " + what, "ms", asked);
    }

    private static OutfallFigures.Question question(OutfallFigure.By by) {
        return new OutfallFigures.Question(by, Optional.empty(), Optional.empty());
    }

    private static OutfallReadings.Question sums(OutfallReadings.By by) {
        return new OutfallReadings.Question(by, Optional.empty(), Optional.empty(), Optional.empty(), 100);
    }

    private static OutfallPage page(String order) {
        return OutfallPage.of(Optional.of(order), "", 50_000, 100);
    }

    private static void once(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf(Locale.ROOT, "%-66s %9.4g s%n", what, (System.nanoTime() - start) / 1e9);
    }

    private static void several(String what, Runnable work) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 3 * Bench.RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= Bench.RUNS) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        Bench.print(what, "ms", times);
    }

    private static long peakMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    /** A CSV of readings of the quarters before, with all checks of the layer. */
    private void handIn(Store store) throws IOException {
        int count = HANDED_IN / IN_A_ROW;
        Path csv = folder.resolve("outfall-readings.csv");
        try (Writer out = Files.newBufferedWriter(csv)) {
            out.write("outfall_code,sampled," + String.join(",", CONCENTRATIONS) + "\n");
            for (int i = 0; i < count; i++) {
                out.write(code(i % outfalls) + "," + LocalDate.of(2014, 11, 3).minusDays(91L * (i / outfalls)));
                for (int p = 0; p < CONCENTRATIONS.length; p++) {
                    out.write("," + value(p));
                }
                out.write("\n");
            }
        }
        Intake intake = new Intake(
                bench.catalog, store, new Retention(bench.catalog, store, CountingRuleSets.load(Optional.empty(), bench.catalog)));
        long start = System.nanoTime();
        try (InputStream bytes = Files.newInputStream(csv)) {
            Intake.Outcome outcome =
                    intake.commit(intake.receive(csv.getFileName().toString(), bytes), Actor.SYSTEM, "", Progress.SILENT);
            if (outcome.report().blocked()) {
                throw new IllegalStateException("the hand-in is blocked: " + outcome.report().findings().get(0));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "hand-in of %d readings in %d rows, all checks: %.1f s, %.0f rows/s, %.0f readings/s; %d warnings%n",
                    count * IN_A_ROW,
                    count,
                    seconds,
                    count / seconds,
                    count * IN_A_ROW / seconds,
                    outcome.report().warnings());
        }
    }
}
