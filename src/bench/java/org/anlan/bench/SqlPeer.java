package org.anlan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/** Bare queries of PostGIS over the table of our own store, without HTTP: what a thin server in front of the database could reach at best. */
final class SqlPeer implements AutoCloseable {

    private static final Pattern TPS = Pattern.compile("tps = ([\\d.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([\\d.]+)");

    private final String database;
    private final Path folder;
    private final int seconds;
    private final Connection connection;
    private final String columns;

    SqlPeer(String database, Path folder, int seconds) throws SQLException {
        this.database = database;
        this.folder = folder;
        this.seconds = seconds;
        this.connection = DriverManager.getConnection(database);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) FROM"
                        + " information_schema.columns WHERE table_schema = 'anlan_bench' AND table_name = 'f_coastline' AND column_name NOT IN"
                        + " ('rev_from', 'rev_to', 'content_hash', 'extra')")) {
            row.next();
            columns = row.getString(1);
        }
    }

    /** The columns that a feature has, the shape among them. */
    String columns() {
        return columns;
    }

    private static String collection(String features) {
        return "SELECT '{\"type\":\"FeatureCollection\",\"features\":[' || coalesce(string_agg(ST_AsGeoJSON(t.*, 'geom', 9), ','), '') || ']}' FROM (" + features
                + ") t;\n";
    }

    void items(String work, String condition, int limit) throws IOException, InterruptedException {
        run(work, collection("SELECT " + columns + " FROM anlan_bench.f_coastline WHERE rev_to IS NULL" + condition + " ORDER BY fid LIMIT " + limit));
    }

    void boxes(String work, List<double[]> boxes) throws IOException, InterruptedException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS anlan_bench.boxes; CREATE TABLE anlan_bench.boxes (i integer PRIMARY KEY, box geometry)");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO anlan_bench.boxes VALUES (?, ST_MakeEnvelope(?, ?, ?, ?, 4490))")) {
            for (int i = 0; i < boxes.size(); i++) {
                insert.setInt(1, i + 1);
                for (int side = 0; side < 4; side++) {
                    insert.setDouble(2 + side, boxes.get(i)[side]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        run(work, "\\set i random(1, " + boxes.size() + ")\n" + collection("SELECT " + columns + " FROM anlan_bench.f_coastline k JOIN anlan_bench.boxes b ON"
                + " b.i = :i AND ST_Intersects(k.geom, b.box) WHERE rev_to IS NULL ORDER BY fid LIMIT 1000"));
    }

    private void run(String work, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("peer.sql"), script);
        Properties parts = Driver.parseURL(database, new Properties());
        for (int connections : new int[] {1, 8}) {
            Process pgbench = new ProcessBuilder(
                            "pgbench", "-n", "-M", "prepared", "-c", "" + connections, "-j1", "-T", "" + seconds, "-f", file.toString(), "-h",
                            parts.getProperty("PGHOST"), "-p", parts.getProperty("PGPORT"), "-U", parts.getProperty("user"), parts.getProperty("PGDBNAME"))
                    .redirectErrorStream(true)
                    .start();
            String told = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            pgbench.waitFor();
            System.out.printf(
                    Locale.ROOT, "| %s | one PostGIS query | %d | %s | mean %s | | |%n", work, connections, number(TPS, told), number(LATENCY, told));
        }
    }

    private static String number(Pattern pattern, String told) {
        Matcher found = pattern.matcher(told);
        return found.find() ? found.group(1) : "failed: " + told.strip();
    }

    /** Milliseconds that {@code ST_AsMVT} takes for each tile of the web grid, and bytes of each. */
    List<double[]> tiles(int level, List<int[]> tiles) throws SQLException {
        List<double[]> took = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT ST_AsMVT(q, 'coast', 4096, 'geom') FROM (SELECT id, survey_year, type2, town,"
                + " ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope(?, ?, ?), 4096, 64, true) geom FROM anlan_bench.f_coastline WHERE rev_to IS NULL"
                + " AND geom && ST_Transform(ST_TileEnvelope(?, ?, ?, margin => 64.0 / 4096), 4490)) q WHERE geom IS NOT NULL")) {
            for (int run = 0; run < 2; run++) { // the first warms the plan and PROJ
                took.clear();
                for (int[] tile : tiles) {
                    for (int i = 0; i < 2; i++) {
                        query.setInt(3 * i + 1, level);
                        query.setInt(3 * i + 2, tile[1]);
                        query.setInt(3 * i + 3, tile[0]);
                    }
                    long start = System.nanoTime();
                    try (ResultSet row = query.executeQuery()) {
                        row.next();
                        took.add(new double[] {(System.nanoTime() - start) / 1e6, row.getBytes(1).length});
                    }
                }
            }
        }
        return took;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
