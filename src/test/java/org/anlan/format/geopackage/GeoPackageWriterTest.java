package org.anlan.format.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.FeatureWriter;
import org.anlan.format.Gdal;
import org.anlan.format.Layers;
import org.anlan.format.OutFeature;
import org.anlan.format.OutField;
import org.anlan.format.OutFormats;
import org.anlan.format.OutLayer;
import org.anlan.format.SourceField;
import org.anlan.format.TemporaryFolder;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What we write, read by GDAL and by ourselves. */
class GeoPackageWriterTest {

    private static final List<OutField> FIELDS = List.of(
            field("seg_code", SourceField.Type.TEXT),
            field("岸线长度", SourceField.Type.NUMBER),
            field("year", SourceField.Type.INTEGER),
            field("surveyed", SourceField.Type.DATE),
            field("natural", SourceField.Type.BOOLEAN));

    private static final Object[][] VALUES = {
        {"泉州湾 \"北段\" 'x'", 12.345, 2020L, LocalDate.of(2024, 3, 5), true},
        {null, null, null, null, null},
        {"B", -0.1, -9_000_000_000L, LocalDate.of(1999, 12, 31), false},
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            POINT   | Point           | POINT (118.7 24.73); ; POINT (1 2)
            POINT   | MultiPoint      | POINT (118.7 24.73); MULTIPOINT ((1 2), (3 4)); POINT (-1 0.5)
            LINE    | LineString      | LINESTRING (0 0, 1 1, 2 0); ; LINESTRING (5 5, 6 6)
            LINE    | MultiLineString | LINESTRING (0 0, 1 1, 2 0); MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 5)); ;
            POLYGON | Polygon         | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1)); ;
            POLYGON | MultiPolygon    | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((20 0, 29 0, 29 9, 20 0))); POLYGON ((0 0, 9 0, 9 9, 0 0)); ;
            ANY     | Geometry        | POINT (1 2); LINESTRING (0 0, 1 1); MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)))
            NONE    | None            | ; ; ;
            """)
    void isReadBackTheSameByGdalAndByUs(GeometryKind kind, String type, String shapes) throws Exception {
        List<Optional<Geometry>> written = shapes(shapes);
        Path file = write("海岸线2020", kind, CrsList.CGCS2000, written);

        JsonNode gdal = gdal(file);
        Layers.Content ours = Layers.one(file);

        assertThat(gdal).hasSize(3);
        assertThat(ours.source().name()).isEqualTo("海岸线2020");
        assertThat(ours.findings()).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertSame(written.get(i), ours.features().get(i).geometry(), type);
            assertSame(written.get(i), shape(gdal.get(i).path("geometry")), type);
            assertThat(ours.features().get(i).values())
                    .containsExactly(
                            "A%d@2020".formatted(i),
                            VALUES[i][0],
                            VALUES[i][1],
                            VALUES[i][2],
                            VALUES[i][3],
                            VALUES[i][4]);
            JsonNode properties = gdal.get(i).path("properties");
            assertThat(properties.path("id").asText()).isEqualTo("A" + i + "@2020");
            assertThat(properties.path("seg_code").asText(null)).isEqualTo(VALUES[i][0]);
            assertThat(properties.path("岸线长度").asText()).isEqualTo(String.valueOf(VALUES[i][1]));
            assertThat(properties.path("year").asText()).isEqualTo(String.valueOf(VALUES[i][2]));
            assertThat(properties.path("surveyed").asText()).isEqualTo(String.valueOf(VALUES[i][3]));
            assertThat(properties.path("natural").asText()).isEqualTo(String.valueOf(VALUES[i][4]));
        }
        String info = Gdal.run("ogrinfo", "-al", "-so", file.toString());
        assertThat(info).doesNotContain("Warning", "ERROR");
        assertThat(info.replace(" ", "")).containsIgnoringCase("Geometry:" + type.replace("Geometry", "Unknown(any)"));
        assertThat(ours.source().declaredCrs())
                .isEqualTo(kind == GeometryKind.NONE ? Optional.empty() : Optional.of("EPSG:4490"));
    }

    @Test
    void everyListedSystemIsRecognisedByGdalAndByUs() throws Exception {
        for (int epsg : List.of(4490, 4326, 3857, 4528, 4549, 4491, 2364, 2338, 21413, 2422, 4610, 4214, 32650)) {
            Crs crs = CrsList.byCode(epsg).orElseThrow();
            Path file = write("a", GeometryKind.POINT, crs, shapes("POINT (118 24); ;"));

            assertThat(Layers.one(file).source().declaredCrs()).contains("EPSG:" + epsg);
            String srs = Gdal.run("gdalsrsinfo", "-e", "-o", "epsg", file.toString());
            assertThat(srs).contains("EPSG:" + epsg);
        }
    }

    @Test
    void theIndexIsThereAndFollowsWhatGdalChanges() throws Exception {
        Path file = write(
                "岸线",
                GeometryKind.LINE,
                CrsList.CGCS2000,
                shapes("LINESTRING (0 0, 1 1); MULTILINESTRING ((5 5, 6 6), (7 7, 8 8)); ;"));
        Gdal.run(
                "ogrinfo",
                file.toString(),
                "-sql",
                "INSERT INTO \"岸线\" (geom) VALUES (ST_GeomFromText('MULTILINESTRING ((20 20, 21 21))', 4490))");
        Gdal.run("ogrinfo", file.toString(), "-sql", "DELETE FROM \"岸线\" WHERE fid = 1");

        assertThat(column(file, "SELECT id FROM \"rtree_岸线_geom\" ORDER BY id")).containsExactly("2", "4");
        assertThat(Gdal.ogr2ogr("-f", "GeoJSON", "-spat", "19", "19", "22", "22", "/vsistdout/", file.toString()))
                .contains("21.0");
        assertThat(Gdal.run("ogrinfo", file.toString(), "-sql", "SELECT HasSpatialIndex('岸线', 'geom')"))
                .contains("= 1");
        assertThat(column(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(column(file, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(column(file, "SELECT rtreecheck('rtree_岸线_geom')")).containsExactly("ok");
    }

    @Test
    void theTablesAreAsTheStandardAsks() throws Exception {
        Path file =
                write("岸线", GeometryKind.LINE, CrsList.byCode(4528).orElseThrow(), shapes("LINESTRING (0 0, 1 1); ;"));

        assertThat(column(file, "PRAGMA application_id")).containsExactly("1196444487");
        assertThat(column(file, "PRAGMA user_version")).containsExactly("10300");
        assertThat(column(file, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1"))
                .containsExactly("-1", "0", "4326", "4528");
        assertThat(column(
                        file,
                        "SELECT min_x || ' ' || max_y || ' ' || identifier || ' ' || data_type FROM gpkg_contents"))
                .containsExactly("0.0 1.0 岸线图层 features");
        assertThat(column(file, "SELECT type FROM pragma_table_info('岸线') WHERE name = 'geom'"))
                .containsExactly("LINESTRING");
        assertThat(column(file, "SELECT geometry_type_name FROM gpkg_geometry_columns"))
                .containsExactly("LINESTRING");
        assertThat(column(file, "SELECT extension_name || ' ' || scope FROM gpkg_extensions"))
                .containsExactly("gpkg_rtree_index write-only");
        assertThat(column(file, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"))
                .containsExactly("6");
    }

    @Test
    void theSameFeaturesGiveTheSameBytes() throws Exception {
        String shapes = "LINESTRING (0 0, 1 1); MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 5)); ;";
        byte[] first = Files.readAllBytes(write("a", GeometryKind.LINE, CrsList.CGCS2000, shapes(shapes)));
        byte[] second = Files.readAllBytes(write("a", GeometryKind.LINE, CrsList.CGCS2000, shapes(shapes)));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void manyFeaturesAreWritten() throws Exception {
        OutLayer layer = layer("a", GeometryKind.POINT, CrsList.CGCS2000, FIELDS);
        Path file = folder.resolve("many.gpkg");
        try (var out = Files.newOutputStream(file);
                FeatureWriter writer = open(out, layer)) {
            for (int i = 0; i < 12_345; i++) {
                Geometry point = new WKTReader().read("POINT (" + i + " " + -i + ")");
                writer.write(new OutFeature("F" + i, Optional.of(point), VALUES[i % 3]));
            }
            writer.finish();
        }

        Layers.Content read = Layers.one(file);
        assertThat(read.features()).hasSize(12_345);
        assertThat(read.value(12_344, "id")).isEqualTo("F12344");
        assertThat(read.features().get(12_344).geometry().orElseThrow().getCoordinate().x)
                .isEqualTo(12_344);
    }

    @Test
    void fieldsMayBeCalledAsTheFormatsOwnColumns() throws Exception {
        List<OutField> fields = List.of(
                field("fid", SourceField.Type.TEXT),
                field("GEOM", SourceField.Type.TEXT),
                field("ID", SourceField.Type.TEXT),
                field("a\"b", SourceField.Type.TEXT));
        OutLayer layer = layer("gpkg_a'\"b", GeometryKind.POINT, CrsList.CGCS2000, fields);
        Path file = folder.resolve("odd.gpkg");
        try (var out = Files.newOutputStream(file);
                FeatureWriter writer = open(out, layer)) {
            Geometry point = new WKTReader().read("POINT (1 2)");
            writer.write(new OutFeature("x", Optional.of(point), new Object[] {"1", "2", "3", "4"}));
            writer.finish();
        }

        Layers.Content read = Layers.one(file);
        assertThat(read.features().get(0).values()).contains("1", "2", "3", "4");
        assertThat(read.types()).containsExactly("Point");
        assertThat(Gdal.run("ogrinfo", "-al", "-so", file.toString())).doesNotContain("Warning", "ERROR");
    }

    @Test
    void aWriterThatIsGivenUpLeavesNothingBehind() throws Exception {
        List<Path> before = temporary();
        try (FeatureWriter writer =
                open(new ByteArrayOutputStream(), layer("a", GeometryKind.POINT, CrsList.CGCS2000, FIELDS))) {
            writer.write(new OutFeature("x", Optional.empty(), VALUES[0]));
            assertThat(temporary()).hasSize(before.size() + 1);
        }
        assertThat(temporary()).isEqualTo(before);
    }

    private static List<Path> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(TemporaryFolder.PREFIX))
                    .sorted()
                    .toList();
        }
    }

    private static OutField field(String name, SourceField.Type type) {
        return new OutField(name, new Text(name, name), type);
    }

    private static OutLayer layer(String name, GeometryKind kind, Crs crs, List<OutField> fields) {
        return new OutLayer(name, new Text(name + "图层", name), kind, crs, fields);
    }

    private static FeatureWriter open(OutputStream out, OutLayer layer) throws IOException {
        return OutFormats.byWord("gpkg").orElseThrow().opener().open(out, layer, StandardCharsets.UTF_8);
    }

    private Path write(String name, GeometryKind kind, Crs crs, List<Optional<Geometry>> shapes) throws IOException {
        Path file = folder.resolve("out.gpkg");
        try (var out = Files.newOutputStream(file);
                FeatureWriter writer = open(out, layer(name, kind, crs, FIELDS))) {
            for (int i = 0; i < shapes.size(); i++) {
                writer.write(new OutFeature("A%d@2020".formatted(i), shapes.get(i), VALUES[i]));
            }
            writer.finish();
            assertThat(writer.findings()).isEmpty();
        }
        return file;
    }

    private static List<Optional<Geometry>> shapes(String texts) throws ParseException {
        List<Optional<Geometry>> shapes = new ArrayList<>();
        for (String text : texts.split(";", -1)) {
            shapes.add(text.isBlank() ? Optional.empty() : Optional.of(new WKTReader().read(text)));
        }
        return shapes.subList(0, Math.min(3, shapes.size()));
    }

    private static JsonNode gdal(Path file) throws Exception {
        return new ObjectMapper()
                .readTree(Gdal.ogr2ogr(
                        "-f",
                        "GeoJSON",
                        "-lco",
                        "RFC7946=NO",
                        "-lco",
                        "COORDINATE_PRECISION=15",
                        "-lco",
                        "WRITE_NAME=NO",
                        "/vsistdout/",
                        file.toString()))
                .path("features");
    }

    private static Optional<Geometry> shape(JsonNode node) throws Exception {
        return node.isNull() || node.isMissingNode() ? Optional.empty() : Optional.of(new WKTReader().read(wkt(node)));
    }

    /** GeoJSON's coordinates in the order in which WKT has them: the shapes are compared, not the spelling. */
    private static String wkt(JsonNode node) {
        String text = node.path("coordinates").toString();
        String points = text.replaceAll("\\[(-?[0-9.eE+-]+),(-?[0-9.eE+-]+)\\]", "$1 $2")
                .replace('[', '(')
                .replace(']', ')');
        String type = node.path("type").asText().toUpperCase(Locale.ROOT);
        return type + (points.startsWith("(") ? points : "(" + points + ")");
    }

    private static void assertSame(Optional<Geometry> expected, Optional<Geometry> actual, String type) {
        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            assertThat(actual.get().getGeometryType())
                    .isEqualTo(type.equals("Geometry") ? expected.get().getGeometryType() : type);
            assertThat(actual.get().equalsTopo(expected.get()))
                    .as("%s is %s", actual, expected)
                    .isTrue();
            assertThat(actual.get().getCoordinates())
                    .containsExactly(expected.get().getCoordinates());
        }
    }

    private static List<String> column(Path file, String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
