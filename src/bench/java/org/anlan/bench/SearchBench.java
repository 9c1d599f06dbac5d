package org.anlan.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anlan.catalog.LayerDefinition;
import org.anlan.search.Search;
import org.anlan.store.FeatureQuery;
import org.anlan.store.NewFeature;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.Rows;

/**
 * Measures {@code /search} over HTTP on a generated coast: a whole code, the beginning of one, something within codes, what all have, the name of a town, what none has. Where
 * ANLAN_BENCH_DB names a database (as in {@link ImportBench}), from PostGIS too.
 */
final class SearchBench {

    private final Path folder;
    private final int segments;
    private final Bench bench;
    private final HttpClient http = HttpClient.newHttpClient();

    private SearchBench(Path folder, int segments) {
        this.folder = folder;
        this.segments = segments;
        this.bench = new Bench(folder, segments);
    }

    static void measure(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("anlan-bench");
        try {
            new SearchBench(folder, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000).run();
        } finally {
            Bench.delete(folder);
        }
    }

    private void run() throws Exception {
        CoastMaker maker = new CoastMaker(folder);
        Path towns = maker.towns();
        Path coast = maker.coast(segments);
        System.out.printf(Locale.ROOT, "%,d segments%n", segments);
        Path filled = folder.resolve("filled");
        try (Store store = SqliteStore.open(filled, bench.catalog)) {
            bench.take(store, towns);
            bench.take(store, coast);
            edited("embedded", store);
        }
        served("embedded", "--data", filled.toString());
        String database = System.getenv("ANLAN_BENCH_DB");
        if (database != null) {
            Path copies = folder.resolve("copies");
            try (Store store = ImportBench.inDatabase(database, bench.catalog, copies)) {
                bench.take(store, towns);
                bench.take(store, coast);
                edited("PostGIS", store);
            }
            served("PostGIS", "--data", copies.toString(), "--db", database + "&currentSchema=anlan_bench");
        }
    }

    /** A segment is added and searched by its code, without HTTP. */
    private void edited(String which, Store store) {
        LayerDefinition layer = bench.catalog.layer("coastline");
        Search search = new Search(store.revisions(), store.features(), 1L << 30);
        Search.Question question = new Search.Question("new", Optional.empty(), 20);
        long begun = System.nanoTime();
        search.find(bench.catalog, question);
        System.out.printf(Locale.ROOT, "%s: first search, no HTTP, in %.1f s%n", which, (System.nanoTime() - begun) / 1e9);
        long at = store.revisions().newest(layer.id()).orElseThrow().id();
        Rows.Kept one = Rows.read(store, FeatureQuery.all(layer, at).withIds(Set.of("S7@2024"))).get(0);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 2 * Bench.RUNS; i++) {
            Object[] values = one.values().toArray();
            values[layer.indexOf("seg_code")] = "NEW" + i;
            Rows.commit(store, layer, List.of(), List.of(new NewFeature("NEW" + i + "@2024", Rows.shape(one.wkt()), one.lengthM(), 0, values, one.extra())));
            long start = System.nanoTime();
            if (search.find(bench.catalog, question).hits().size() != i + 1) {
                throw new IllegalStateException("the new code is not found");
            }
            times.add((System.nanoTime() - start) / 1e6);
        }
        Bench.print(which + ": the first search after an edit, no HTTP", "ms", times.subList(Bench.RUNS, times.size()));
    }

    private void served(String store, String... where) throws Exception {
        Process process = Bench.java(Stream.concat(Stream.of("serve", "--port", "0"), Arrays.stream(where)).toArray(String[]::new));
        try {
            URI at = Bench.address(process);
            String code = "S" + segments / 2;
            System.out.printf(Locale.ROOT, "%s: first search after the start %.0f ms%n", store, ask(at, code));
            for (String words : List.of(code, code.substring(0, code.length() - 2), code.substring(1), "S", "第7镇", "没有这样的")) {
                List<Double> times = new ArrayList<>();
                for (int i = 0; i < 4 * Bench.RUNS; i++) {
                    double took = ask(at, words);
                    if (i >= Bench.RUNS) {
                        times.add(took);
                    }
                }
                Bench.print(store + ": search " + words, "ms", times);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** How long the answer takes, ms. */
    private double ask(URI at, String words) throws Exception {
        URI question = at.resolve("/api/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(question).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
