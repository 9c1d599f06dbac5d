package org.anlan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.anlan.catalog.LayerDefinition;
import org.anlan.frozen.FrozenFeatures;
import org.anlan.store.Extent;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.tiles.TileGrid;
import org.anlan.tiles.TileQuestion;
import org.anlan.tiles.Tiles;

/**
 * Measures {@code /ogc} under load from both stores: items, rectangles, filters, one item, tiles. Where ANLAN_BENCH_DB names a database (as in {@link
 * ImportBench}), beside MapServer's OGC API and tiles, and bare queries of PostGIS, all of them over the very table of our store there. Needs {@code wrk} and
 * {@code pgbench}.
 */
final class ServeBench {

    private static final int BOXES = 100;
    private static final int[] LEVELS = {6, 10, 14};
    static final String ITEMS = "/ogc/collections/coastline/items";

    private final Path folder;
    private final int segments;
    private final int seconds;
    private final Bench bench;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Load load;
    private List<double[]> boxes = List.of();
    private List<String> ids = List.of();
    private List<Long> keys = List.of();
    private final List<List<int[]>> tiles = new ArrayList<>();

    private ServeBench(Path folder, int segments, int seconds) {
        this.folder = folder;
        this.segments = segments;
        this.seconds = seconds;
        this.bench = new Bench(folder, segments);
        this.load = new Load(folder, seconds);
    }

    static void measure(String[] arguments) throws Exception {
        int segments = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("anlan-bench");
        try {
            new ServeBench(folder, segments, seconds).run();
        } finally {
            Bench.delete(folder);
        }
    }

    private void run() throws Exception {
        CoastMaker maker = new CoastMaker(folder);
        Path towns = maker.towns();
        Path coast = maker.coast(segments);
        Path filled = folder.resolve("filled");
        Extent where;
        try (Store store = SqliteStore.open(filled, bench.catalog)) {
            bench.take(store, towns);
            bench.take(store, coast);
            where = store.revisions().newest("coastline").orElseThrow().state().extent().orElseThrow();
        }
        System.out.printf(Locale.ROOT, "%,d segments%n", segments);
        Load.head();
        served("Anlan, embedded", "--data", filled.toString());
        inProcess(filled);
        String database = System.getenv("ANLAN_BENCH_DB");
        if (database == null) {
            return;
        }
        Path copies = folder.resolve("copies");
        try (Store store = ImportBench.inDatabase(database, bench.catalog, copies)) {
            bench.take(store, towns);
            bench.take(store, coast);
        }
        served("Anlan, PostGIS", "--data", copies.toString(), "--db", database + "&currentSchema=anlan_bench");
        try (SqlPeer sql = new SqlPeer(database, folder, seconds)) {
            queries(sql);
            Optional<MapServerPeer> peer = MapServerPeer.start(folder, database, where, sql.columns());
            if (peer.isPresent()) {
                try (MapServerPeer mapServer = peer.get()) {
                    mapServer(mapServer);
                }
            }
        }
    }

    /** The same tiles made by the program itself, without HTTP: what ST_AsMVT is to be held against. */
    private void inProcess(Path filled) throws Exception {
        try (Store store = SqliteStore.open(filled, bench.catalog);
                FrozenFeatures features = new FrozenFeatures(store, bench.catalog, filled.resolve("frozen"), 16L << 30)) {
            LayerDefinition layer = bench.catalog.layer("coastline");
            Revision revision = store.revisions().newest("coastline").orElseThrow();
            features.freeze(layer, revision.id());
            Tiles made = new Tiles(features, 0, Optional.empty());
            List<TileQuestion.Part> parts = List.of(new TileQuestion.Part(layer, revision, Optional.of(2024)));
            for (int i = 0; i < LEVELS.length; i++) {
                List<double[]> took = new ArrayList<>();
                for (int round = 0; round < 2 || (round < 50 && LEVELS[i] > 6); round++) {
                    took.clear();
                    for (int[] tile : tiles.get(i)) {
                        long start = System.nanoTime();
                        byte[] bytes = made.tile(new TileQuestion(parts, TileGrid.WEB_MERCATOR_QUAD, LEVELS[i], tile[0], tile[1])).bytes();
                        took.add(new double[] {(System.nanoTime() - start) / 1e6, bytes.length});
                    }
                }
                tilesTold("tile z" + LEVELS[i] + ", made", "Anlan, without HTTP", took);
            }
        }
    }

    private void served(String name, String... where) throws Exception {
        Process process = Bench.java(Stream.concat(Stream.of("serve", "--port", "0"), Arrays.stream(where)).toArray(String[]::new));
        try {
            URI at = Bench.address(process);
            long start = System.nanoTime();
            frozen(http, at, Path.of(where[1]));
            System.out.printf(Locale.ROOT, "| frozen after %.1f s | %s | | | | | |%n", (System.nanoTime() - start) / 1e9, name);
            if (boxes.isEmpty()) {
                look(at);
            }
            load.warm(at, List.of(ITEMS + "?limit=10", ITEMS + "?limit=1000", ITEMS + "/" + ids.get(0), ITEMS + "?limit=1000&bbox=" + text(boxes.get(0))));
            for (int connections : new int[] {1, 8}) {
                load.run("items, 10", name, at, List.of(ITEMS + "?limit=10"), connections);
                load.run("items, 1 000", name, at, List.of(ITEMS + "?limit=1000"), connections);
                load.run("items, 10 000", name, at, List.of(ITEMS + "?limit=10000"), connections);
                load.run("bbox, 80 to 120 hits", name, at, boxes.stream().map(box -> ITEMS + "?limit=1000&bbox=" + text(box)).toList(), connections);
                load.run("one item", name, at, ids.stream().map(id -> ITEMS + "/" + id).toList(), connections);
                load.run("attribute, 100 of it", name, at, List.of(ITEMS + "?limit=100&type2=sandy"), connections);
                load.run("attribute that few have", name, at, List.of(ITEMS + "?limit=100&filter=seg_code%20IN%20('S77777','S99999')"), connections);
            }
            warm(at);
            for (int i = 0; i < LEVELS.length; i++) {
                int level = LEVELS[i];
                List<String> paths = tiles.get(i).stream().map(tile -> tile(level, tile)).toList();
                cold("tile z" + level + ", made", name, at, paths);
                load.run("tile z" + level + ", kept", name, at, paths, 8);
            }
            memory(name, process);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String tile(int level, int[] tile) {
        return "/ogc/collections/coastline/tiles/WebMercatorQuad/" + level + "/" + tile[0] + "/" + tile[1];
    }

    /** Asks until the layer is frozen: answers come from the store before. */
    static void frozen(HttpClient http, URI at, Path data) throws Exception {
        while (true) {
            http.send(HttpRequest.newBuilder(at.resolve(ITEMS + "?limit=1")).build(), HttpResponse.BodyHandlers.discarding());
            Path frozen = data.resolve("frozen");
            if (Files.isDirectory(frozen)) {
                try (Stream<Path> layers = Files.list(frozen)) {
                    if (layers.anyMatch(layer -> layer.getFileName().toString().startsWith("coastline-"))) {
                        return;
                    }
                }
            }
            Thread.sleep(50);
        }
    }

    /** Finds rectangles, ids and tiles to ask for, the same for every server. */
    private void look(URI at) throws Exception {
        Random random = new Random(7);
        List<double[]> found = new ArrayList<>();
        ids = new ArrayList<>();
        keys = new ArrayList<>();
        while (found.size() < BOXES) {
            int number = 1 + random.nextInt(segments);
            String id = "S" + number + "@2024";
            JsonNode place = json.readTree(get(at, ITEMS + "/" + id).body()).at("/geometry/coordinates/0");
            ids.add(id);
            keys.add((long) number);
            box(at, place.get(0).asDouble(), place.get(1).asDouble()).ifPresent(found::add);
        }
        boxes = found;
        for (int level : LEVELS) {
            tiles.add(tiles(at, level, level == 14 ? 200 : 40, random));
        }
    }

    private Optional<double[]> box(URI at, double x, double y) throws Exception {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 30; i++) {
            double half = (low + high) / 2;
            double[] box = {round(x - half), round(y - half), round(x + half), round(y + half)};
            long hits = json.readTree(get(at, ITEMS + "?limit=1&bbox=" + text(box)).body()).path("numberMatched").asLong();
            if (hits >= 80 && hits <= 120) {
                return Optional.of(box);
            }
            if (hits < 80) {
                low = half;
            } else {
                high = half;
            }
        }
        return Optional.empty();
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }

    private static String text(double[] box) {
        return box[0] + "," + box[1] + "," + box[2] + "," + box[3];
    }

    /** Tiles of a level that have something in them: row and column of those with the places of segments that were drawn by lot. */
    private List<int[]> tiles(URI at, int level, int most, Random random) throws Exception {
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i < 4 * most && found.size() < most; i++) {
            String id = "S" + (1 + random.nextInt(segments)) + "@2024";
            JsonNode place = json.readTree(get(at, ITEMS + "/" + id).body()).at("/geometry/coordinates/0");
            double tilesAcross = Math.pow(2, level);
            double sine = Math.sin(Math.toRadians(place.get(1).asDouble()));
            int column = (int) Math.floor((place.get(0).asDouble() + 180) / 360 * tilesAcross);
            int row = (int) Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * tilesAcross);
            if (found.stream().noneMatch(tile -> tile[0] == row && tile[1] == column)) {
                found.add(new int[] {row, column});
            }
        }
        return found;
    }

    /** Tiles of other levels, so that those that are measured are not the first that the program makes. */
    private void warm(URI at) throws Exception {
        for (int i = 0; i < LEVELS.length; i++) {
            for (int[] tile : tiles.get(i)) {
                for (int part = 0; part < 4; part++) {
                    int[] below = {2 * tile[0] + part / 2, 2 * tile[1] + part % 2};
                    HttpRequest request =
                            HttpRequest.newBuilder(at.resolve(tile(LEVELS[i] + 1, below))).build();
                    http.send(request, HttpResponse.BodyHandlers.discarding());
                }
            }
        }
    }

    /** Each tile once, one behind the other, as they are made. */
    private void cold(String work, String name, URI at, List<String> paths) throws Exception {
        List<double[]> took = new ArrayList<>();
        for (String path : paths) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = get(at, path);
            took.add(new double[] {(System.nanoTime() - start) / 1e6, answer.body().length});
        }
        tilesTold(work, name, took);
    }

    private static void tilesTold(String work, String name, List<double[]> took) {
        List<Double> times = new ArrayList<>(took.stream().map(one -> one[0]).toList());
        Collections.sort(times);
        double bytes = took.stream().mapToDouble(one -> one[1]).average().orElse(0);
        double most = took.stream().mapToDouble(one -> one[1]).max().orElse(0);
        double sum = times.stream().mapToDouble(one -> one).sum();
        System.out.printf(
                Locale.ROOT,
                "| %s (%d; mean %.0f, most %.0f bytes) | %s | 1 | %.4g | %.3g | %.3g | |%n",
                work,
                took.size(),
                bytes,
                most,
                name,
                1000 * times.size() / sum,
                times.get(times.size() / 2),
                times.get((int) (times.size() * 0.99)));
    }

    private void queries(SqlPeer sql) throws Exception {
        sql.items("items, 10", "", 10);
        sql.items("items, 1 000", "", 1000);
        sql.items("items, 10 000", "", 10_000);
        sql.boxes("bbox, 80 to 120 hits", boxes);
        sql.items("one item", " AND id = 'S777@2024'", 1);
        sql.items("attribute, 100 of it", " AND type2 = 'sandy'", 100);
        sql.items("attribute that few have", " AND seg_code IN ('S77777', 'S99999')", 100);
        for (int i = 0; i < LEVELS.length; i++) {
            tilesTold("tile z" + LEVELS[i] + ", made", "ST_AsMVT", sql.tiles(LEVELS[i], tiles.get(i)));
        }
    }

    private void mapServer(MapServerPeer peer) throws Exception {
        for (int connections : new int[] {1, 8}) {
            mapServer(peer, "items, 10", List.of(peer.items("limit=10")), connections);
            mapServer(peer, "items, 1 000", List.of(peer.items("limit=1000")), connections);
            mapServer(peer, "items, 10 000", List.of(peer.items("limit=10000")), connections);
            mapServer(peer, "bbox, 80 to 120 hits", boxes.stream().map(box -> peer.items("limit=1000&bbox=" + text(box))).toList(), connections);
            mapServer(peer, "one item", keys.stream().map(peer::item).toList(), connections);
        }
        for (int i = 0; i < LEVELS.length; i++) {
            int level = LEVELS[i];
            cold("tile z" + level + ", made", "MapServer", peer.at(), tiles.get(i).stream().map(tile -> peer.tile(level, tile[0], tile[1])).toList());
        }
    }

    private void mapServer(MapServerPeer peer, String work, List<String> paths, int connections) throws Exception {
        peer.settle();
        load.run(work, "MapServer", peer.at(), paths, connections);
    }

    /** The most memory that the process had, and its heap now. */
    private static void memory(String name, Process process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmHWM") || line.startsWith("RssAnon")) {
                System.out.printf("| %s | %s | | | | | |%n", line.replaceAll("\\s+", " "), name);
            }
        }
    }

    private HttpResponse<byte[]> get(URI at, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(at.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + ": " + answer.statusCode() + " " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return answer;
    }
}
