package org.anlan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.format.Gdal;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.SourceField;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What we write, read by GDAL and by ourselves. */
class ShapefileWriterTest {

    private static final List<SourceField> FIELDS = List.of(
            new SourceField("名称", SourceField.Type.TEXT, 60, 0),
            new SourceField("JLBH", SourceField.Type.INTEGER, 12, 0),
            new SourceField("长度", SourceField.Type.NUMBER, 14, 3),
            new SourceField("DCRQ", SourceField.Type.DATE, 0, 0));

    private static final Object[][] VALUES = {
        {"泉州湾海岸线，\"北段\"", 1L, 12.345, LocalDate.of(2024, 3, 5)},
        {"Shenhu Bay 深沪湾", -42L, -0.5, null},
        {null, null, null, LocalDate.of(1999, 12, 31)},
        {"石狮", 999999999999L, 40368472.16, null},
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            POINT      | GBK     | POINT (118.7 24.73); ; POINT (40368472.1598 2736770.3273)
            MULTIPOINT | UTF-8   | MULTIPOINT ((1 2), (3 4)); MULTIPOINT ((-1.5 2.25)); ;
            LINE       | GB18030 | LINESTRING (0 0, 1 1, 2 0); MULTILINESTRING ((0 0, 1 1), (5 5, 6 6, 7 5)); ;
            POLYGON    | UTF-8   | POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0)); POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1)); ;
            POLYGON    | GBK     | MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 8, 8 8, 8 2, 2 2)), ((4 4, 6 4, 6 6, 4 6, 4 4)), ((20 0, 30 0, 30 9, 20 9, 20 0), (21 1, 22 1, 22 2, 21 2, 21 1), (25 5, 26 5, 26 6, 25 6, 25 5))); ;
            """)
    void isReadBackTheSameByGdalAndByUs(ShapeKind kind, Charset charset, String shapes) throws Exception {
        List<Optional<Geometry>> written = shapes(shapes);
        write(kind, charset, written);

        List<CSVRecord> gdal = gdal();
        Layers.Content ours = Layers.read(open(folder.resolve("out")));

        assertThat(gdal).hasSize(written.size());
        assertThat(ours.features()).hasSize(written.size());
        assertThat(ours.findings()).isEmpty();
        for (int i = 0; i < written.size(); i++) {
            assertSame(written.get(i), Optional.of(gdal.get(i).get("WKT")).flatMap(ShapefileWriterTest::shape));
            assertSame(written.get(i), ours.features().get(i).geometry());
            assertThat(ours.features().get(i).values()).containsExactly(VALUES[i]);
            assertThat(gdal.get(i).get("名称")).isEqualTo(VALUES[i][0] == null ? "" : VALUES[i][0]);
            assertThat(gdal.get(i).get("JLBH")).isEqualTo(VALUES[i][1] == null ? "" : VALUES[i][1].toString());
            assertThat(
                            gdal.get(i).get("长度").isEmpty()
                                    ? null
                                    : Double.valueOf(gdal.get(i).get("长度")))
                    .isEqualTo(VALUES[i][2]);
            assertThat(gdal.get(i).get("DCRQ").replace('/', '-'))
                    .isEqualTo(VALUES[i][3] == null ? "" : VALUES[i][3].toString());
        }
    }

    @Test
    void shellsRunClockwiseAndHolesTheOtherWay() throws Exception {
        String hollow = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 8, 8 8, 8 2, 2 2))";
        write(ShapeKind.POLYGON, StandardCharsets.UTF_8, shapes(hollow));

        assertThat(gdal().get(0).get("WKT")).isEqualTo("POLYGON ((0 0,0 10,10 10,10 0,0 0),(2 2,8 2,8 8,2 8,2 2))");
    }

    @Test
    void longNamesAreClippedAtAWholeCharacterAndStayDifferent() throws Exception {
        List<SourceField> fields = List.of(
                new SourceField("自然岸线保有率一", SourceField.Type.TEXT, 10, 0),
                new SourceField("自然岸线保有率二", SourceField.Type.TEXT, 10, 0),
                new SourceField("length_declared", SourceField.Type.NUMBER, 0, 0),
                new SourceField("LENGTH_DECLARED_KM", SourceField.Type.NUMBER, 0, 0));
        ShapefileWriter writer = writer(ShapeKind.POINT, fields, Charset.forName("GBK"));
        writer.close();

        assertThat(writer.names().values()).containsExactly("自然岸线保", "自然岸线_1", "length_dec", "LENGTH_D_1");
        assertThat(open(folder.resolve("out")).fields().stream().map(SourceField::name))
                .containsExactlyElementsOf(writer.names().values());
    }

    @Test
    void longTextIsClippedAtAWholeCharacterAndSaid() throws Exception {
        List<SourceField> fields = List.of(new SourceField("BZ", SourceField.Type.TEXT, 0, 0));
        ShapefileWriter writer = writer(ShapeKind.POINT, fields, StandardCharsets.UTF_8);
        writer.write(Optional.empty(), new Object[] {"a" + "岸".repeat(100)});
        writer.close();

        assertThat(writer.findings()).singleElement().satisfies(f -> assertThat(f.code())
                .isEqualTo("shapefile.text-clipped"));
        assertThat(Layers.read(open(folder.resolve("out"))).value(0, "BZ")).isEqualTo("a" + "岸".repeat(84));
    }

    @Test
    void charactersTheEncodingLacksAreSaid() throws Exception {
        List<SourceField> fields = List.of(new SourceField("BZ", SourceField.Type.TEXT, 20, 0));
        ShapefileWriter writer = writer(ShapeKind.POINT, fields, Charset.forName("GBK"));
        writer.write(Optional.empty(), new Object[] {"岸🌊线"});
        writer.close();

        assertThat(writer.findings()).singleElement().satisfies(f -> assertThat(f.code())
                .isEqualTo("shapefile.text-unencodable"));
        assertThat(Layers.read(open(folder.resolve("out"))).value(0, "BZ")).isEqualTo("岸?线");
    }

    @Test
    void aNumberTooWideIsSaidAndIsNoValue() throws Exception {
        List<SourceField> fields = List.of(new SourceField("N", SourceField.Type.INTEGER, 3, 0));
        ShapefileWriter writer = writer(ShapeKind.POINT, fields, StandardCharsets.UTF_8);
        writer.write(Optional.empty(), new Object[] {1234L});
        writer.close();

        assertThat(writer.findings()).singleElement().satisfies(f -> assertThat(f.code())
                .isEqualTo("shapefile.value-too-wide"));
        assertThat(Layers.read(open(folder.resolve("out"))).value(0, "N")).isNull();
    }

    @Test
    void aShapeOfAnotherKindIsRefused() throws Exception {
        try (ShapefileWriter writer = writer(ShapeKind.POLYGON, List.of(), StandardCharsets.UTF_8)) {
            assertThatThrownBy(() -> writer.write(shape("LINESTRING (0 0, 1 1)"), new Object[0]))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("shapefile-mixed-geometry");
        }
    }

    @Test
    void withoutFieldsTheRowsAreNumberedBecauseATableNeedsOne() throws Exception {
        try (ShapefileWriter writer = writer(ShapeKind.POINT, List.of(), StandardCharsets.UTF_8)) {
            writer.write(shape("POINT (1 2)"), new Object[0]);
            writer.write(shape("POINT (3 4)"), new Object[0]);
        }

        assertThat(gdal()).extracting(row -> row.get("FID")).containsExactly("0", "1");
    }

    private void write(ShapeKind kind, Charset charset, List<Optional<Geometry>> shapes) throws IOException {
        try (ShapefileWriter writer = writer(kind, FIELDS, charset)) {
            for (int i = 0; i < shapes.size(); i++) {
                writer.write(shapes.get(i), VALUES[i]);
            }
            assertThat(writer.findings()).isEmpty();
        }
    }

    private ShapefileWriter writer(ShapeKind kind, List<SourceField> fields, Charset charset) throws IOException {
        return new ShapefileWriter(folder, "out", kind, fields, charset, Optional.of("GEOGCS[\"x\"]"));
    }

    static Shapefile open(Path stem) throws IOException {
        return Shapefile.open(
                new ShapefileParts(
                        Path.of(stem + ".shp"),
                        existing(stem + ".shx"),
                        existing(stem + ".dbf"),
                        existing(stem + ".prj"),
                        existing(stem + ".cpg")),
                stem.getFileName().toString(),
                OpenOptions.defaults());
    }

    private static Optional<Path> existing(String file) {
        return Optional.of(Path.of(file)).filter(Files::exists);
    }

    private List<CSVRecord> gdal() throws IOException, InterruptedException {
        String csv = Gdal.ogr2ogr(
                "-f", "CSV", "/vsistdout/", folder.resolve("out.shp").toString(), "-lco", "GEOMETRY=AS_WKT");
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }

    private static List<Optional<Geometry>> shapes(String texts) {
        List<Optional<Geometry>> shapes = new ArrayList<>();
        for (String text : texts.split(";", -1)) {
            shapes.add(shape(text));
        }
        return shapes;
    }

    private static Optional<Geometry> shape(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new WKTReader().read(text));
        } catch (ParseException wrong) {
            throw new AssertionError(text, wrong);
        }
    }

    private static void assertSame(Optional<Geometry> written, Optional<Geometry> read) {
        assertThat(read.isPresent()).isEqualTo(written.isPresent());
        if (written.isPresent()) {
            assertThat(read.get().norm().equalsExact(written.get().norm()))
                    .as("%s should be %s", read.get(), written.get())
                    .isTrue();
        }
    }
}
