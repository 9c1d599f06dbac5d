package org.anlan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;

/**
 * Measures reading from both stores in one run: the embedded one and, where ANLAN_BENCH_DB names a database (as in {@link ImportBench}), PostGIS beside one
 * query of its own.
 */
final class ReadBench {

    private final Path folder;
    private final int segments;
    private final Bench bench;

    private ReadBench(Path folder, int segments) {
        this.folder = folder;
        this.segments = segments;
        this.bench = new Bench(folder, segments);
    }

    static void measure(String[] arguments) throws Exception {
        int segments = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("anlan-bench");
        try {
            new ReadBench(folder, segments).run();
        } finally {
            Bench.delete(folder);
        }
    }

    private void run() throws Exception {
        CoastMaker maker = new CoastMaker(folder);
        Path towns = maker.towns();
        Path coast = maker.coast(segments);
        System.out.println(segments + " segments, embedded store");
        Path filled = folder.resolve("filled");
        try (Store store = SqliteStore.open(filled, bench.catalog)) {
            bench.take(store, towns);
            bench.take(store, coast);
            bench.retention(store);
        }
        bench.served("--data", filled.toString());
        String url = System.getenv("ANLAN_BENCH_DB");
        if (url != null) {
            System.out.println(segments + " segments, PostGIS");
            try (Store store = ImportBench.inDatabase(url, bench.catalog, folder.resolve("copies"))) {
                bench.take(store, towns);
                bench.take(store, coast);
                bench.retention(store);
            }
            bench.served("--data", folder.resolve("copies").toString(), "--db", url + "&currentSchema=anlan_bench");
            query(url);
        }
    }

    /** The peer of GeoJSON out of PostGIS: one bare query that gives the same features, without HTTP. */
    private static void query(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            String columns;
            try (ResultSet row = statement.executeQuery("SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns WHERE table_schema"
                    + " = 'anlan_bench' AND table_name = 'f_coastline' AND column_name NOT IN ('rev_from', 'rev_to', 'content_hash')")) {
                row.next();
                columns = row.getString(1);
            }
            for (int limit : new int[] {1_000, 10_000}) {
                List<Double> times = new ArrayList<>();
                for (int i = 0; i <= 4 * Bench.RUNS; i++) {
                    long start = System.nanoTime();
                    try (ResultSet row = statement.executeQuery("SELECT '{\"type\":\"FeatureCollection\",\"features\":[' || string_agg(ST_AsGeoJSON(t.*), ',') || ']}'"
                            + " FROM (SELECT " + columns + " FROM anlan_bench.f_coastline WHERE rev_to IS NULL ORDER BY fid LIMIT " + limit + ") t")) {
                        row.next();
                        row.getString(1);
                    }
                    if (i > 2 * Bench.RUNS) {
                        times.add((System.nanoTime() - start) / 1e6);
                    }
                }
                Bench.print("peer: one PostGIS query of " + limit + " features", "ms", times);
            }
            List<Double> lengths = new ArrayList<>();
            for (int i = 0; i <= Bench.RUNS; i++) {
                long start = System.nanoTime();
                try (ResultSet row = statement.executeQuery("SELECT sum(ST_Length(geom::geography)) FROM anlan_bench.f_coastline WHERE rev_to IS NULL")) {
                    row.next();
                }
                Bench.record(lengths, i, start);
            }
            Bench.print("peer: ST_Length(geography) of all, no split by town", "s", lengths);
        }
    }
}
