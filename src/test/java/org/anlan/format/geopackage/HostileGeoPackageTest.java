package org.anlan.format.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.anlan.base.Refusal;
import org.anlan.format.FeatureSource;
import org.anlan.format.Formats;
import org.anlan.format.HandInFile;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceFeature;
import org.anlan.geo.GeoPackageBlob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Files that lie, are damaged, or want to cost more than they weigh. */
@Timeout(60)
class HostileGeoPackageTest {

    private static final int POINTS = 50;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aSoundFileOfPoints() throws Exception {
        file = folder.resolve("a.gpkg");
        sql(
                "PRAGMA application_id = 1196444487",
                "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,"
                        + " organization_coordsys_id INTEGER, definition TEXT, description TEXT)",
                "INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4490, 'epsg', 4490, 'undefined', NULL)",
                "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER)",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER)",
                "CREATE TABLE p (fid INTEGER PRIMARY KEY, geom POINT, name TEXT, n INTEGER, d DATE, yes BOOLEAN)",
                "INSERT INTO gpkg_contents VALUES ('p', 'features', 4490)",
                "INSERT INTO gpkg_geometry_columns VALUES ('p', 'geom', 'POINT', 4490)");
        byte[] point = new GeoPackageBlob(4490).encode(new GeometryFactory().createPoint(new Coordinate(118.7, 24.73)));
        insert(
                "INSERT INTO p WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT " + POINTS
                        + ") SELECT i, ?, '石狮', 7, '2024-03-05', 1 FROM n",
                point);
    }

    @Test
    void theSoundFileIsRead() throws Exception {
        Layers.Content layer = Layers.one(file);

        assertThat(layer.features()).hasSize(POINTS);
        assertThat(layer.findings()).isEmpty();
        assertThat(layer.source().declaredCrs()).contains("EPSG:4490");
    }

    @Test
    void aFileInWriteAheadModeWithoutItsLogIsReadAndLeftAsItIs() throws Exception {
        sql("PRAGMA journal_mode = WAL");
        byte[] before = Files.readAllBytes(file);
        assertThat(before[18]).isEqualTo((byte) 2);

        assertThat(Layers.one(file).features()).hasSize(POINTS);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aNameWithSignsOfAnAddressIsJustAName() throws Exception {
        Path odd = Files.move(file, folder.resolve("岸 线?mode=rw&x=%20#1.gpkg"));

        assertThat(Layers.one(odd).features()).hasSize(POINTS);
    }

    @Test
    void anotherDatabaseIsRefused() throws Exception {
        Path other = folder.resolve("other.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other)) {
            run(connection, "CREATE TABLE notes (a)");
        }
        assertRefused(other, "not-a-geopackage");
        Files.writeString(other, "just text that calls itself a GeoPackage");
        assertRefused(other, "not-a-geopackage");
        Files.write(other, "SQLite format 3\0".getBytes(Charset.forName("US-ASCII")));
        assertRefused(other, "gpkg-broken");
    }

    @Test
    void contentsThatAreAViewAreNotBelieved() throws Exception {
        sql(
                "DROP TABLE gpkg_contents",
                "CREATE VIEW gpkg_contents AS SELECT 'p' AS table_name, 'features' AS data_type");

        assertRefused(file, "not-a-geopackage");
    }

    @Test
    void aFileCutOffAnywhereIsToldOrReadInPart() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 100; length < whole.length; length += 997) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertToldOrRead(whole.length);
        }
    }

    @Test
    void aFileWithAnyBytesChangedIsToldOrReadInBoundedTime() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(350581);
        for (int i = 0; i < 400; i++) {
            byte[] changed = whole.clone();
            for (int j = random.nextInt(8); j >= 0; j--) {
                changed[random.nextInt(i % 2 == 0 ? whole.length : 4096)] = (byte) random.nextInt(256);
            }
            Files.write(file, changed);
            assertToldOrRead(whole.length);
        }
    }

    /** Whatever happens, it is a refusal or layers with findings, with no more rows than the file can hold. */
    private void assertToldOrRead(int mostRows) throws IOException {
        try (HandInFile opened = Formats.open(file, "a.gpkg", OpenOptions.defaults())) {
            for (FeatureSource layer : opened.layers()) {
                assertThat(Layers.read(layer).features()).hasSizeLessThanOrEqualTo(mostRows);
            }
        } catch (Refusal refused) {
            assertThat(refused.code()).isIn("gpkg-broken", "gpkg-no-layers", "not-a-geopackage", "unknown-format");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void aShapeWhoseCountsLieIsLeftOutWithoutAllocatingThem(int kind) throws Exception {
        for (int count : new int[] {0x7FFF_FFFF, -1, 0x1000_0000, 3}) {
            byte[] blob = blob(
                    32, bytes -> bytes.put((byte) 1).putInt(kind).putInt(count).putInt(0x7000_0000));
            assertLeftOut(blob, "gpkg.geometry");
        }
    }

    @Test
    void shapesThatAreNestedTooDeepAreLeftOut() throws Exception {
        byte[] blob = blob(9 * 100_000, bytes -> {
            while (bytes.hasRemaining()) {
                bytes.put((byte) 1).putInt(7).putInt(1);
            }
        });
        assertLeftOut(blob, "gpkg.geometry");
    }

    @Test
    void headersThatLieAreLeftOut() throws Exception {
        assertLeftOut(new byte[] {'G', 'P', 0, 0b1000, 0, 0, 0, 0}, "gpkg.geometry"); // a box that is not there
        assertLeftOut(new byte[] {'G', 'P', 0, 0b1111, 0, 0, 0, 0}, "gpkg.geometry"); // no kind of box
        assertLeftOut(new byte[] {'G', 'P'}, "gpkg.geometry");
        assertLeftOut(new byte[0], "gpkg.geometry");
        assertLeftOut(new byte[] {'G', 'P', 0, 0b10_0000, 0, 0, 0, 0, 0, 0}, "gpkg.geometry-kind");
        assertLeftOut(blob(8, bytes -> bytes.putDouble(1)), "gpkg.geometry");
    }

    @Test
    void coordinatesThatAreNoNumbersAreLeftOut() throws Exception {
        byte[] blob = blob(21, bytes -> bytes.put((byte) 1)
                .putInt(1)
                .putDouble(Double.POSITIVE_INFINITY)
                .putDouble(1));
        assertLeftOut(blob, "gpkg.geometry");
    }

    @Test
    void textWhereAShapeShouldBeIsLeftOut() throws Exception {
        sql("UPDATE p SET geom = 'POINT (1 2)' WHERE fid = 3");

        Layers.Content layer = Layers.one(file);
        assertThat(layer.features()).hasSize(POINTS - 1);
        assertThat(layer.codes()).containsExactly("gpkg.geometry");
        assertThat(layer.findings().get(0).record()).isEqualTo(3);
    }

    @Test
    void valuesOfAnotherTypeAreReadWherePossibleAndToldElsewhere() throws Exception {
        sql(
                "UPDATE p SET n = '12', name = 5, d = '2024-03-05T10:00:00Z', yes = 0 WHERE fid = 1",
                "UPDATE p SET n = 'viele', name = x'00FF', d = 'gestern', yes = 'vielleicht' WHERE fid = 2");

        Layers.Content layer = Layers.one(file);
        assertThat(layer.features().get(0).values()).containsExactly("5", 12L, LocalDate.of(2024, 3, 5), false);
        assertThat(layer.features().get(1).values()).containsOnlyNulls();
        assertThat(layer.codes()).containsOnly("gpkg.value").hasSize(4);
    }

    @Test
    void textInGbkIsReadAsSuchAndTold() throws Exception {
        insert("UPDATE p SET name = CAST(? AS TEXT) WHERE fid = 1", "石狮市".getBytes(Charset.forName("GBK")));

        Layers.Content layer = Layers.one(file);
        assertThat(layer.value(0, "name")).isEqualTo("石狮市");
        assertThat(layer.value(1, "name")).isEqualTo("石狮");
        assertThat(layer.codes()).containsExactly("gpkg.text-encoding");
    }

    @Test
    void aValueTooLargeIsTold() throws Exception {
        sql("UPDATE p SET geom = zeroblob(70000000) WHERE fid = 4");

        Layers.Content layer = Layers.one(file);
        assertThat(layer.features()).hasSize(3);
        assertThat(layer.codes()).containsExactly("gpkg.value-too-large");
    }

    @Test
    void aValueThatClaimsTwoGigabytesIsDamage() throws Exception {
        sql("UPDATE p SET geom = zeroblob(1000) WHERE fid = 50");
        byte[] bytes = Files.readAllBytes(file);
        int at = lastIndexOf(bytes, new byte[] {(byte) 0x8F, 0x5C}); // the serial type of 1 000 bytes: 2 012
        byte[] grown = bytes.clone();
        grown[at] = (byte) 0xFF;
        grown[at + 1] = 0x7F;
        Files.write(file, grown);

        Layers.Content layer = Layers.one(file);
        assertThat(layer.features()).hasSizeLessThan(POINTS);
        assertThat(layer.codes()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH RECURSIVE b(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM b) SELECT x FROM b",
                "SELECT instr(zeroblob(60000000), zeroblob(30000000) || 'x') AS x FROM p",
                "SELECT \"instr\"('a', 'b') AS x FROM p",
                "SELECT a.n FROM p a, p b, p c ORDER BY a.name || b.name",
                "SELECT count(*) AS x FROM p a, p b, p c, p d, p e, p f",
                "SELECT n FROM bomb",
                "SELECT n FROM \"bo\"\"mb\"",
                "SELECT n FROM 'bomb'",
                "SELECT n FROM (p, bomb)",
                "SELECT n FROM main.[bomb]",
                "SELECT n FROM (SELECT a.n FROM p a, p b, p c)",
                "SELECT n FROM p, (SELECT a.n AS m FROM p a, p b, p c)",
                "SELECT n FROM p WHERE n IN (SELECT a.n + b.n FROM p a, p b, p c)",
                "SELECT n FROM p /* ' */ WHERE load_extension/**/('x')",
                "SELECT n FROM c"
            })
    void aViewThatIsNotSimpleIsLeftUnread(String select) throws Exception {
        sql(
                "CREATE VIEW bomb AS WITH RECURSIVE b(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM b) SELECT n FROM b",
                "CREATE VIEW \"bo\"\"mb\" AS SELECT * FROM bomb",
                "CREATE TABLE c (a, n INTEGER AS (instr(zeroblob(60000000), zeroblob(30000000) || 'x')))",
                "CREATE VIEW v AS " + select,
                "INSERT INTO gpkg_contents VALUES ('v', 'attributes', 0)");

        Layers.Content layer = Layers.one(file);
        assertThat(layer.source().name()).isEqualTo("p");
        assertThat(layer.codes()).containsExactly("gpkg.left-unread");
        assertThat(layer.findings().get(0).text().zh()).contains("v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT fid AS OGC_FID, geom, name FROM p WHERE n > 3 AND name LIKE '石%'",
                "SELECT a.geom, (SELECT name FROM p WHERE fid = a.n) AS called, COALESCE(a.n, 0) AS n FROM p a -- yes (really)",
                "SELECT a.geom, b.name FROM p AS a JOIN p b ON (a.fid = b.fid) WHERE a.n IN (7, 8)",
                "SELECT geom, CASE WHEN (n > 1) THEN 'order by (x)' ELSE name END AS \"group (by)\" FROM 'p'"
            })
    void aSimpleViewIsRead(String select) throws Exception {
        sql(
                "CREATE VIEW v (geom, x, y) AS SELECT geom, 1, 2 FROM p",
                "DROP VIEW v",
                "CREATE VIEW v AS " + select,
                "INSERT INTO gpkg_contents VALUES ('v', 'features', 4490)",
                "INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POINT', 4490)");

        List<Layers.Content> layers = Layers.of(file, OpenOptions.defaults());
        assertThat(layers).hasSize(2);
        assertThat(layers.get(1).features()).hasSize(POINTS);
        assertThat(layers.get(1).types()).containsOnly("Point");
        assertThat(layers.get(1).findings()).isEmpty();
        assertThat(layers.get(1).source().fields())
                .noneMatch(field -> field.name().equals("OGC_FID"));
    }

    @Test
    void aViewThatMultipliesItsRowsEndsWithAFinding() throws Exception {
        sql(
                "CREATE VIEW v AS SELECT a.n FROM p a, p b, p c, p d",
                "INSERT INTO gpkg_contents VALUES ('v', 'attributes', 0)");

        Layers.Content layer = Layers.of(file, OpenOptions.defaults()).get(1);
        assertThat(layer.features()).hasSize((int) Files.size(file));
        assertThat(layer.codes()).containsExactly("gpkg.too-costly");
    }

    @Test
    void aViewThatSearchesForeverIsStopped() throws Exception {
        sql(
                "CREATE VIEW v AS SELECT a.n FROM p a, p b, p c, p d, p e, p f, p g, p h WHERE a.n + h.n < 0",
                "INSERT INTO gpkg_contents VALUES ('v', 'attributes', 0)");

        FeatureSource view = GeoPackage.layers(file, Duration.ofMillis(200)).get(1);
        Layers.Content layer = Layers.read(view);
        assertThat(layer.features()).isEmpty();
        assertThat(layer.codes()).containsExactly("gpkg.too-costly");
    }

    @Test
    void picturesAndComputedColumnsAreLeftOutAndTold() throws Exception {
        sql(
                "CREATE TABLE q (fid INTEGER PRIMARY KEY, photo BLOB, n INTEGER, twice INTEGER AS (n * 2))",
                "INSERT INTO q VALUES (1, x'FFD8', 4)",
                "INSERT INTO gpkg_contents VALUES ('q', 'attributes', 0)");

        Layers.Content layer = Layers.of(file, OpenOptions.defaults()).get(1);
        assertThat(layer.features().get(0).values()).containsExactly(4L);
        assertThat(layer.features().get(0).geometry()).isEmpty();
        assertThat(layer.codes()).containsExactly("gpkg.field-left-out", "gpkg.field-left-out");
    }

    @Test
    void tilesVirtualTablesAndTablesThatAreNotThereAreLeftUnread() throws Exception {
        sql(
                "CREATE VIRTUAL TABLE r USING rtree(id, a, b)",
                "INSERT INTO gpkg_contents VALUES ('r', 'features', 0), ('nowhere', 'features', 0), ('t', 'tiles', 0)");

        Layers.Content layer = Layers.one(file);
        assertThat(layer.source().name()).isEqualTo("p");
        assertThat(layer.findings().get(0).text().zh()).contains("nowhere", "r", "t");
        sql("DELETE FROM gpkg_contents WHERE table_name = 'p'");
        assertRefused(file, "gpkg-no-layers");
    }

    private void assertLeftOut(byte[] blob, String code) throws Exception {
        insert("UPDATE p SET geom = ? WHERE fid = 2", blob);

        Layers.Content layer = Layers.one(file);
        assertThat(layer.codes()).containsExactly(code);
        assertThat(layer.findings().get(0).record()).isEqualTo(2);
        assertThat(layer.features().stream().map(SourceFeature::record))
                .hasSize(POINTS - 1)
                .doesNotContain(2);
    }

    private static byte[] blob(int content, Consumer<ByteBuffer> filling) {
        ByteBuffer blob = ByteBuffer.allocate(8 + content).order(ByteOrder.LITTLE_ENDIAN);
        filling.accept(
                blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(4490));
        return blob.array();
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                places.add(i);
            }
        }
        return places.get(places.size() - 1);
    }

    private static void assertRefused(Path file, String code) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> Formats.open(file, file.getFileName().toString(), OpenOptions.defaults()));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.text().zh()).isNotBlank();
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            run(connection, "PRAGMA synchronous = OFF");
            for (String statement : statements) {
                run(connection, statement);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(String sql, byte[] blob) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, blob);
            statement.executeUpdate();
        }
    }
}
