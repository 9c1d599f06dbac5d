package org.anlan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.coast.By;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.intake.Intake;
import org.anlan.intake.Progress;
import org.anlan.store.Actor;
import org.anlan.store.Store;
import org.anlan.store.Upload;
import org.anlan.store.sqlite.SqliteStore;

/** Measures the main job and prints the figures: median, smallest and largest of several runs. Nothing is asserted. */
public final class Bench {

    static final int RUNS = 5;

    private final Path folder;
    private final int segments;
    final Catalog catalog = CatalogReader.load(Optional.empty());

    Bench(Path folder, int segments) {
        this.folder = folder;
        this.segments = segments;
    }

    /** Runs all measurements; the argument is the number of segments (100 000). "import" in front runs only those of the import, "read" only those of reading, on both stores, "serve" those of {@code /ogc} under load, "slow" what slow readers cost, "analyse" those of the figures, "ledger" those of the ledger of outfalls, "access" what finding out who asks costs, "page" those of the page in Chromium, "search" those of the search, "outfalls" those of the page's list and map of outfalls. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("import")) {
            ImportBench.measure(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("read")) {
            ReadBench.measure(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            ServeBench.measure(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("slow")) {
            SlowBench.measure(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("analyse")) {
            AnalysisBench.measure(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("ledger")) {
            LedgerBench.measure(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("access")) {
            AccessBench.measure();
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("page")) {
            PageBench.measure(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("outfalls")) {
            OutfallPageBench.measure(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("search")) {
            SearchBench.measure(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        int segments = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("anlan-bench");
        try {
            new Bench(folder, segments).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws Exception {
        CoastMaker maker = new CoastMaker(folder);
        Path towns = maker.towns();
        Path coast = maker.coast(segments);
        System.out.printf(Locale.ROOT, "%d segments, zip %.1f MB, %d runs; median (min … max)%n", segments, Files.size(coast) / 1e6, RUNS);
        ogr2ogr(coast);
        importWarm(towns, coast);
        Path filled = folder.resolve("filled");
        try (Store store = SqliteStore.open(filled, catalog)) {
            take(store, towns);
            take(store, coast);
            retention(store);
        }
        importCommand(towns, coast);
        served("--data", filled.toString());
    }

    /** The peer: the same shapefile into a GeoPackage, index included, by GDAL, which checks and measures nothing. */
    private void ogr2ogr(Path coast) throws Exception {
        Path shp = folder.resolve("coast-" + segments).resolve("AX.shp");
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= RUNS; i++) {
            Path out = folder.resolve("peer-" + i + ".gpkg");
            long start = System.nanoTime();
            try {
                new ProcessBuilder("ogr2ogr", "-q", "-f", "GPKG", out.toString(), shp.toString()).inheritIO().start().waitFor();
            } catch (IOException e) {
                System.out.println("ogr2ogr is not installed; no peer to compare with (" + coast.getFileName() + ")");
                return;
            }
            record(times, i, start);
        }
        print("peer: ogr2ogr shapefile to GeoPackage", "s", times);
    }

    private void importWarm(Path towns, Path coast) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= RUNS; i++) {
            try (Store store = SqliteStore.open(folder.resolve("warm-" + i), catalog)) {
                take(store, towns);
                long start = System.nanoTime();
                take(store, coast);
                record(times, i, start);
            }
        }
        print("import, warm JVM: receive, inspect, all checks, lengths, commit", "s", times);
    }

    private void importCommand(Path towns, Path coast) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path data = folder.resolve("command-" + i);
            java("import", towns.toString(), "--data", data.toString()).waitFor();
            long start = System.nanoTime();
            Process process = java("import", coast.toString(), "--data", data.toString());
            process.getInputStream().readAllBytes();
            process.waitFor();
            times.add((System.nanoTime() - start) / 1e9);
        }
        print("import, whole command: cold JVM, -Xmx512m", "s", times);
    }

    void retention(Store store) {
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int i = 0; i <= RUNS; i++) {
            Retention retention = new Retention(catalog, store, CountingRuleSets.load(Optional.empty(), catalog));
            Retention.Question question = new Retention.Question(Optional.empty(), By.TOWN, Optional.empty(), OptionalLong.empty());
            long start = System.nanoTime();
            retention.figure(question);
            record(cold, i, start);
            start = System.nanoTime();
            retention.figure(question);
            record(warm, i, start);
        }
        print("retention by town, first time after a commit", "s", cold);
        print("retention by town, again", "s", warm);
    }

    void served(String... where) throws Exception {
        List<Double> starts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Process process = java(Stream.concat(Stream.of("serve", "--port", "0"), Arrays.stream(where)).toArray(String[]::new));
            try {
                URI address = address(process);
                get(address.resolve("/healthz"));
                starts.add((System.nanoTime() - start) / 1e9);
                if (i == 2) {
                    requests(address);
                    idleHeap(process);
                }
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
        print("start of the process to its first answer, filled store", "s", starts);
    }

    private static void requests(URI address) throws Exception {
        for (int limit : new int[] {1_000, 10_000}) {
            List<Double> whole = new ArrayList<>();
            List<Double> first = new ArrayList<>();
            long bytes = 0;
            for (int i = 0; i <= 4 * RUNS; i++) {
                long start = System.nanoTime();
                HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(address.resolve("/api/v1/layers/coastline/items?limit=" + limit)).build(),
                                HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    body.read();
                    double firstMs = (System.nanoTime() - start) / 1e6;
                    bytes = 1L + body.readAllBytes().length;
                    if (i > 2 * RUNS) {
                        first.add(firstMs);
                        whole.add((System.nanoTime() - start) / 1e6);
                    }
                }
            }
            print(String.format(Locale.ROOT, "GeoJSON of %d features (%.1f MB)", limit, bytes / 1e6), "ms", whole);
            print("  its first byte, connection included", "ms", first);
        }
    }

    /** The heap in use after a full collection, as jcmd tells it. */
    private static void idleHeap(Process process) throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String pid = Long.toString(process.pid());
        new ProcessBuilder(jcmd, pid, "GC.run").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        Process info = new ProcessBuilder(jcmd, pid, "GC.heap_info").start();
        System.out.println("heap after a full collection:");
        System.out.println(new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    void take(Store store, Path file) throws IOException {
        Intake intake = new Intake(catalog, store, new Retention(catalog, store, CountingRuleSets.load(Optional.empty(), catalog)));
        try (InputStream bytes = Files.newInputStream(file)) {
            Upload upload = intake.receive(file.getFileName().toString(), bytes);
            Intake.Outcome outcome = intake.commit(upload, new Actor("bench", ""), "", Progress.SILENT);
            if (outcome.report().blocked()) {
                throw new IllegalStateException("the hand-in is blocked: " + outcome.report().findings().get(0));
            }
        }
    }

    static Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "org.anlan.App"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    static URI address(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Anlan is ready at ")) {
                return URI.create(line.substring("Anlan is ready at ".length()));
            }
        }
        throw new IllegalStateException("the service ended before it was ready");
    }

    private static void get(URI address) throws Exception {
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    }

    static void record(List<Double> times, int run, long start) {
        if (run > 0) {
            times.add((System.nanoTime() - start) / 1e9);
        }
    }

    static void print(String what, String unit, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-66s %9.4g %s (%.4g … %.4g)%n",
                what, sorted.get(sorted.size() / 2), unit, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
