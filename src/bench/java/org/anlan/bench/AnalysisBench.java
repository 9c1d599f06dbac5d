package org.anlan.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.anlan.analysis.Analyses;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.By;
import org.anlan.coast.Change;
import org.anlan.geo.Geodesy;
import org.anlan.store.NewFeature;
import org.anlan.store.Store;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.Rows;
import org.anlan.zoning.Coverage;
import org.anlan.zoning.ImpactQuestion;
import org.anlan.zoning.ImpactReport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Measures the figures: retention, impact of a polygon of 500 vertices, change between two surveys, coverage of many red lines. Where ANLAN_BENCH_DB names a database
 * (as in {@link ImportBench}), the impact is measured beside PostGIS over the same features in the same run.
 */
final class AnalysisBench {

    /** Radii of the polygon in degrees: as the peers' script has them. */
    private static final double[] RADII = {0.15, 0.6, 1.5};

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Path folder;
    private final int segments;
    private final int polygons;
    private final Set<String> parts;
    private final Bench bench;

    private AnalysisBench(Path folder, int segments, int polygons, Set<String> parts) {
        this.folder = folder;
        this.segments = segments;
        this.polygons = polygons;
        this.parts = parts;
        this.bench = new Bench(folder, segments);
    }

    /** The arguments are segments, red lines, and the parts that are wanted, with commas between: retention, impact, coverage, change; all where none are named. */
    static void measure(String[] arguments) throws Exception {
        int segments = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int polygons = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        Set<String> parts = Set.of((arguments.length > 2 ? arguments[2] : "retention,impact,coverage,change").split(","));
        Path folder = Files.createTempDirectory("anlan-bench");
        try {
            new AnalysisBench(folder, segments, polygons, parts).run();
        } finally {
            Bench.delete(folder);
        }
    }

    private void run() throws Exception {
        System.out.printf(Locale.ROOT, "%d segments, %d red lines%n", segments, polygons);
        String url = System.getenv("ANLAN_BENCH_DB");
        try (Store store = url == null
                ? SqliteStore.open(folder.resolve("filled"), bench.catalog)
                : ImportBench.inDatabase(url, bench.catalog, folder.resolve("copies"))) {
            CoastMaker maker = new CoastMaker(folder);
            bench.take(store, maker.towns());
            bench.take(store, maker.coast(segments));
            redLines(store);
            if (parts.contains("retention")) {
                bench.retention(store);
            }
            if (parts.contains("impact")) {
                impact(store, url);
            }
            if (parts.contains("coverage")) {
                coverage(store);
            }
            if (parts.contains("change")) {
                bench.take(store, maker.coast(segments, 2025, 10));
                change(store);
            }
        }
    }

    /** Red lines of 40 vertices all along the coast, each overlapping some others. */
    private void redLines(Store store) {
        LayerDefinition layer = bench.catalog.layer("red-lines");
        Random random = new Random(2);
        List<NewFeature> features = new ArrayList<>();
        for (int i = 0; i < polygons; i++) {
            double x = 117 + 7 * random.nextDouble();
            double y = 23.3 + 3 * random.nextDouble();
            Geometry shape = star(x, y, 0.002 + 0.015 * random.nextDouble(), 40);
            Object[] values = new Object[layer.fields().size()];
            values[layer.indexOf("code")] = "R" + i;
            values[layer.indexOf("name")] = "红线" + i;
            values[layer.indexOf("domain")] = i % 2 == 0 ? "land" : "marine";
            features.add(new NewFeature("R" + i, Optional.of(shape), 0, Geodesy.areaM2(shape), values, Optional.empty()));
        }
        Rows.commit(store, layer, List.of(), features);
    }

    /** A wavy polygon, as the peers' script makes it. */
    private static Geometry star(double x, double y, double radius, int vertices) {
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++) {
            double a = Math.toRadians(i * 360.0 / vertices);
            double r = radius * (1 + 0.3 * Math.sin(7 * a) + 0.1 * Math.sin(31 * a));
            ring[i] = new Coordinate(x + r * Math.cos(a), y + r * Math.sin(a));
        }
        ring[vertices] = ring[0].copy();
        return SHAPES.createPolygon(ring);
    }

    private void impact(Store store, String url) throws Exception {
        Analyses analyses = Analyses.over(bench.catalog, store, Optional.empty());
        for (int i = 0; i < 2 * Bench.RUNS; i++) { // a service that has run for a while
            for (double radius : RADII) {
                analyses.impact().report(question(star(118.7, 24.0, radius, 500)));
            }
        }
        for (double radius : RADII) {
            Geometry footprint = star(118.7, 24.0, radius, 500);
            ImpactQuestion question = question(footprint);
            List<Double> times = new ArrayList<>();
            ImpactReport report = null;
            for (int i = 0; i <= 4 * Bench.RUNS; i++) {
                long start = System.nanoTime();
                report = analyses.impact().report(question);
                if (i > 2 * Bench.RUNS) {
                    times.add((System.nanoTime() - start) / 1e6);
                }
            }
            StringBuilder what = new StringBuilder();
            report.layers().stream().filter(layer -> !layer.hits().isEmpty()).forEach(layer -> what.append(String.format(
                    Locale.ROOT,
                    " %s %d: %.3f km %.4f km²;",
                    layer.layer().id(),
                    layer.hits().size(),
                    layer.hits().stream().mapToDouble(ImpactReport.Hit::lengthM).sum() / 1e3,
                    layer.hits().stream().mapToDouble(ImpactReport.Hit::areaM2).sum() / 1e6)));
            Bench.print("impact of 500 vertices, whole report:" + what, "ms", times);
            if (url != null) {
                peer(url, footprint);
            }
        }
    }

    private static ImpactQuestion question(Geometry footprint) {
        return new ImpactQuestion(
                footprint, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), LocalDate.of(2026, 1, 1), 500);
    }

    private static void peer(String url, Geometry footprint) throws Exception {
        String shape = "ST_GeomFromText('" + footprint.toText() + "', 4490)";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE anlan_bench.f_coastline; ANALYZE anlan_bench.f_red_lines");
            for (String way : List.of("ST_Intersection(geom, p)", "CASE WHEN ST_Within(geom, p) THEN geom ELSE ST_Intersection(geom, p) END")) {
                String query = "WITH f AS MATERIALIZED (SELECT " + shape + " AS p) SELECT (SELECT sum(ST_Length((" + way
                        + ")::geography)) / 1e3 FROM anlan_bench.f_coastline, f WHERE rev_to IS NULL AND ST_Intersects(geom, p)), (SELECT sum(ST_Area((" + way
                        + ")::geography)) / 1e6 FROM anlan_bench.f_red_lines, f WHERE rev_to IS NULL AND ST_Intersects(geom, p))";
                List<Double> times = new ArrayList<>();
                String found = "";
                for (int i = 0; i <= Bench.RUNS; i++) {
                    long start = System.nanoTime();
                    try (ResultSet row = statement.executeQuery(query)) {
                        row.next();
                        found = String.format(Locale.ROOT, "%.3f km, %.4f km²", row.getDouble(1), row.getDouble(2));
                    }
                    if (i > 0) {
                        times.add((System.nanoTime() - start) / 1e6);
                    }
                }
                Bench.print("  peer: PostGIS, coast and red lines only, " + (way.startsWith("CASE") ? "short cut by ST_Within" : "ST_Intersection") + ": " + found, "ms", times);
            }
        }
    }

    private void change(Store store) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= 2; i++) {
            Change change = Analyses.over(bench.catalog, store, Optional.empty()).change();
            long start = System.nanoTime();
            change.figure(new Change.Question(2024, 2025, By.TOWN, Optional.empty(), OptionalLong.empty(), Change.DEFAULT_TOLERANCE_M));
            Bench.record(times, i, start);
        }
        Bench.print("change matrix by town, two surveys", "s", times);
    }

    private void coverage(Store store) {
        System.gc(); // what was measured before leaves garbage
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= 2; i++) {
            Coverage coverage = Analyses.over(bench.catalog, store, Optional.empty()).coverage();
            long start = System.nanoTime();
            coverage.figure(new Coverage.Question(List.of("red-lines"), By.TOWN, Optional.empty(), OptionalLong.empty()));
            Bench.record(times, i, start);
        }
        Bench.print("coverage by town, sum and union", "s", times);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "    heap at its fullest %d MB%n", peak >> 20);
    }
}
