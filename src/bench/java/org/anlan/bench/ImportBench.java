package org.anlan.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.intake.Intake;
import org.anlan.intake.Progress;
import org.anlan.store.Actor;
import org.anlan.store.Store;
import org.anlan.store.Upload;
import org.anlan.store.postgis.DatabaseAddress;
import org.anlan.store.postgis.PostgisStore;
import org.anlan.store.sqlite.SqliteStore;
import org.postgresql.Driver;

/**
 * Measures a hand-in end to end into the embedded store, with all checks of the layer and with none, beside {@code ogr2ogr} into a GeoPackage. Where
 * ANLAN_BENCH_DB names a database with PostGIS ({@code jdbc:postgresql://HOST:PORT/DATABASE?user=USER}), the same into PostgreSQL, beside {@code ogr2ogr}
 * with COPY and {@code shp2pgsql -D | psql}; it makes and drops the schema {@code anlan_bench} and the tables {@code ax} and {@code peer} there.
 */
final class ImportBench {

    private final Path folder;
    private final int segments;
    private final int runs;

    private ImportBench(Path folder, int segments, int runs) {
        this.folder = folder;
        this.segments = segments;
        this.runs = runs;
    }

    static void measure(String[] arguments) throws Exception {
        int segments = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("anlan-bench");
        try {
            new ImportBench(folder, segments, runs).run();
        } finally {
            Bench.delete(folder);
        }
    }

    private void run() throws Exception {
        CoastMaker maker = new CoastMaker(folder);
        Path towns = maker.towns();
        Path coast = maker.coast(segments);
        System.out.printf(
                Locale.ROOT,
                "%d segments, zip %.1f MB, %d runs, heap %d MB; median (min … max)%n",
                segments,
                Files.size(coast) / 1e6,
                runs,
                Runtime.getRuntime().maxMemory() >> 20);
        Path shp = folder.resolve("coast-" + segments).resolve("AX.shp");
        peer("peer: ogr2ogr to GeoPackage", shp, "-f", "GPKG", folder.resolve("peer.gpkg").toString());
        Catalog shipped = CatalogReader.load(Optional.empty());
        Catalog unchecked = CatalogReader.load(Optional.of(withoutChecks()));
        ours("ours, embedded, all checks", this::embedded, shipped, towns, coast);
        ours("ours, embedded, no checks of the layer", this::embedded, unchecked, towns, coast);
        Optional<String> database = Optional.ofNullable(System.getenv("ANLAN_BENCH_DB"));
        if (database.isPresent()) {
            String libpq = libpq(database.get());
            peer("peer: ogr2ogr to PostGIS with COPY", shp, "-f", "PostgreSQL", "PG:" + libpq);
            pipe("peer: shp2pgsql -D | psql", shp, libpq);
            Opening inDatabase = catalog -> inDatabase(database.get(), catalog, folder.resolve("data"));
            ours("ours, PostGIS, all checks", inDatabase, shipped, towns, coast);
            ours("ours, PostGIS, no checks of the layer", inDatabase, unchecked, towns, coast);
        }
    }

    /** Opens an empty store. */
    private interface Opening {
        Store open(Catalog catalog) throws Exception;
    }

    private Store embedded(Catalog catalog) {
        return SqliteStore.open(folder.resolve("data"), catalog);
    }

    /** Opens an empty store in the schema anlan_bench. */
    static Store inDatabase(String url, Catalog catalog, Path copies) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS anlan_bench CASCADE");
        }
        return PostgisStore.open(DatabaseAddress.of(url + "&currentSchema=anlan_bench"), catalog, copies);
    }

    /** The address in the words of PostgreSQL's own programs. */
    private static String libpq(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        return "host=" + parts.getProperty("PGHOST") + " port=" + parts.getProperty("PGPORT") + " dbname="
                + parts.getProperty("PGDBNAME") + " user=" + parts.getProperty("user");
    }

    private void pipe(String what, Path shp, String libpq) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            new ProcessBuilder("psql", "-q", "-d", libpq, "-c", "SET client_min_messages TO error; DROP TABLE IF EXISTS peer")
                    .inheritIO()
                    .start()
                    .waitFor();
            long start = System.nanoTime();
            List<Process> both = ProcessBuilder.startPipeline(List.of(
                    new ProcessBuilder("shp2pgsql", "-D", "-I", "-s", "4528", "-W", "GBK", shp.toString(), "peer")
                            .redirectError(ProcessBuilder.Redirect.DISCARD),
                    new ProcessBuilder("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", libpq)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)));
            for (Process process : both) {
                if (process.waitFor() != 0) {
                    System.out.println(what + " failed");
                    return;
                }
            }
            Bench.record(times, i, start);
        }
        Bench.print(what, "s", times);
    }

    /** A catalogue folder with the coastline as shipped, but without checks. */
    private Path withoutChecks() throws IOException {
        Path own = Files.createDirectories(folder.resolve("catalog"));
        ObjectMapper json = new ObjectMapper();
        try (InputStream shipped = CatalogReader.class.getResourceAsStream("/catalog/coastline.json")) {
            ObjectNode layer = (ObjectNode) json.readTree(shipped);
            layer.putArray("checks");
            json.writeValue(own.resolve("coastline.json").toFile(), layer);
        }
        return own;
    }

    private void peer(String what, Path shp, String... target) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            List<String> command = new ArrayList<>(List.of("ogr2ogr", "-q", "-overwrite", "--config", "PG_USE_COPY", "YES"));
            command.addAll(List.of(target));
            command.add(shp.toString());
            Files.deleteIfExists(folder.resolve("peer.gpkg"));
            long start = System.nanoTime();
            try {
                if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                    System.out.println(what + " failed");
                    return;
                }
            } catch (IOException e) {
                System.out.println("ogr2ogr is not installed; no peer to compare with");
                return;
            }
            Bench.record(times, i, start);
        }
        Bench.print(what, "s", times);
    }

    private void ours(String what, Opening opening, Catalog catalog, Path towns, Path coast) throws Exception {
        List<Double> times = new ArrayList<>();
        long collecting = 0;
        resetPeaks();
        for (int i = 0; i <= runs; i++) {
            try (Store store = opening.open(catalog)) {
                take(catalog, store, towns);
                long before = collectionMs();
                long start = System.nanoTime();
                take(catalog, store, coast);
                Bench.record(times, i, start);
                collecting = collectionMs() - before;
            }
            Bench.delete(folder.resolve("data"));
        }
        Bench.print(what, "s", times);
        System.out.printf(Locale.ROOT, "    heap at its fullest %d MB, collecting %d ms of the last run%n", peakMb(), collecting);
    }

    private static void take(Catalog catalog, Store store, Path file) throws IOException {
        Retention retention = new Retention(catalog, store, CountingRuleSets.load(Optional.empty(), catalog));
        Intake intake = new Intake(catalog, store, retention);
        try (InputStream bytes = Files.newInputStream(file)) {
            Upload upload = intake.receive(file.getFileName().toString(), bytes);
            Intake.Outcome outcome = intake.commit(upload, new Actor("bench", ""), "", Progress.SILENT);
            if (outcome.report().blocked()) {
                throw new IllegalStateException("the hand-in is blocked: " + outcome.report().findings().get(0));
            }
        }
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The heap pools at their fullest, which need not have been at the same moment. */
    private static long peakMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static long collectionMs() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> collector.getCollectionTime())
                .sum();
    }
}
