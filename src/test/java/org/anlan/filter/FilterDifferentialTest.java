package org.anlan.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.anlan.geo.CrsList;
import org.anlan.store.FeatureQuery;
import org.anlan.store.NewFeature;
import org.anlan.store.Store;
import org.anlan.store.postgis.PostgisStore;
import org.anlan.store.sql.LayerTable;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.support.PostgisCluster;
import org.anlan.support.Requirement;
import org.anlan.support.Rows;
import org.anlan.support.TempFolder;

/** Both stores give the features of a filter that PostGIS gives for the same condition, written as SQL by whoever made the filter up. */
class FilterDifferentialTest {

    private static final int REVISIONS = 4;
    private static final int FEATURES = 40;

    private static PostgisCluster cluster;
    private static String database;
    private static TempFolder folder;
    private static Connection connection;
    private static Kept inPostgis;
    private static Kept inSqlite;

    /** A store, and when each of its revisions is said to have been committed. */
    private record Kept(Store store, Map<Long, Instant> committed) {}

    @BeforeContainer
    static void fill() throws IOException, SQLException {
        cluster = PostgisCluster.shared();
        database = cluster.newDatabase();
        folder = TempFolder.make();
        Path data = folder.path();
        inPostgis = filled(PostgisStore.open(cluster.address(database), Probe.CATALOG, data.resolve("archive")));
        inSqlite = filled(SqliteStore.open(data.resolve("data"), Probe.CATALOG));
        connection = cluster.connect(database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO anlan, public");
        }
    }

    @AfterContainer
    static void drop() throws IOException, SQLException {
        connection.close();
        inPostgis.store().close();
        inSqlite.store().close();
        cluster.drop(database);
        folder.close();
    }

    @Property(tries = 300)
    @Requirement({
        "cql2/basic-cql2/binary-comparison-predicate",
        "cql2/basic-cql2/null-predicate",
        "cql2/advanced-comparison-operators/like-predicate",
        "cql2/advanced-comparison-operators/between-predicate",
        "cql2/advanced-comparison-operators/in-predicate",
        "cql2/spatial-functions/spatial-functions",
        "cql2/temporal-functions/temporal-functions",
        "cql2/arithmetic/arithmetic",
        "cql2/property-property/withdraw-permissions",
        "cql2/cql2-text/property-property"
    })
    void everyOperatorGivesWhatSqlGives(@ForAll("predicates") Sample sample) throws SQLException {
        assertSame(sample);
    }

    @Property(tries = 300)
    @Requirement({"cql2/basic-cql2/cql2-filter"})
    void everyCombinationGivesWhatSqlGives(@ForAll("conditions") Sample sample) throws SQLException {
        assertSame(sample);
    }

    @Provide
    Arbitrary<Sample> predicates() {
        return Arbitraries.randomValue(random -> new Samples(random).predicate());
    }

    @Provide
    Arbitrary<Sample> conditions() {
        return Arbitraries.randomValue(random -> new Samples(random).condition(4));
    }

    private static void assertSame(Sample sample) throws SQLException {
        List<String> expected = bySql(sample.sql());
        assertThat(byFilter(inPostgis, sample)).as("PostGIS: %s", sample).isEqualTo(expected);
        assertThat(byFilter(inSqlite, sample)).as("SQLite: %s", sample).isEqualTo(expected);
    }

    private static List<String> byFilter(Kept kept, Sample sample) {
        Filter filter =
                Filter.of(Cql.text(sample.cql(), Probe.QUERYABLES), CrsList.CGCS2000, false, kept.committed()::get);
        FeatureQuery all = new FeatureQuery(
                Probe.LAYER, OptionalLong.empty(), Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE);
        return List.copyOf(new TreeSet<>(Rows.read(kept.store(), filter.in(all)).stream()
                .map(Rows.Kept::id)
                .toList()));
    }

    private static List<String> bySql(String condition) throws SQLException {
        StringBuilder times = new StringBuilder("CASE rev_from");
        inPostgis.committed().forEach((id, at) -> times.append(" WHEN ")
                .append(id)
                .append(" THEN TIMESTAMPTZ '")
                .append(at)
                .append('\''));
        TreeSet<String> ids = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM (SELECT *, " + times + " END AS rec FROM "
                        + new LayerTable(Probe.LAYER).table() + " WHERE rev_to IS NULL) AS t WHERE " + condition)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return List.copyOf(ids);
    }

    /** The same features in the same revisions, whichever the store. */
    private static Kept filled(Store store) {
        Random random = new Random(20);
        ShapeSamples shapes = new ShapeSamples(random);
        Map<Long, Instant> committed = new HashMap<>();
        for (int i = 0; i < REVISIONS; i++) {
            List<NewFeature> features = new ArrayList<>();
            for (int k = 0; k < FEATURES; k++) {
                features.add(feature(i, k, random, shapes));
            }
            long id = Rows.commit(store, Probe.LAYER, List.of(), features).id();
            committed.put(id, Probe.BEGIN.plusSeconds(i * 3600L));
        }
        return new Kept(store, committed);
    }

    private static NewFeature feature(int revision, int k, Random random, ShapeSamples shapes) {
        Object[] values = {
            some(random, Samples.WORDS.toArray()),
            some(random, Samples.WORDS.toArray()),
            some(random, "sandy", "seawall", "reef"),
            some(random, 2015L, 2020L, 7L, 0L),
            some(random, 9_007_199_254_740_992L, 9_007_199_254_740_993L, 5L, -3L, 0L),
            some(random, 2.5, 0.25, -0.75, 5.0, 0.0, 2020.0),
            some(random, true, false),
            some(random, TimeSamples.DAYS.stream().map(LocalDate::parse).toArray()),
            some(random, TimeSamples.DAYS.stream().map(LocalDate::parse).toArray())
        };
        return new NewFeature(
                List.of("a", "A", "é", "砂").get(revision) + k,
                random.nextInt(8) == 0 ? Optional.empty() : Rows.shape(shapes.wkt()),
                random.nextInt(8),
                random.nextInt(8),
                values,
                Optional.empty());
    }

    private static Object some(Random random, Object... values) {
        return random.nextInt(6) == 0 ? null : values[random.nextInt(values.length)];
    }
}
