package org.anlan.format.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.FeatureWriter;
import org.anlan.format.Gdal;
import org.anlan.format.Layers;
import org.anlan.format.OutFeature;
import org.anlan.format.OutField;
import org.anlan.format.OutFormat;
import org.anlan.format.OutFormats;
import org.anlan.format.OutLayer;
import org.anlan.format.SourceField;
import org.anlan.format.Zips;
import org.anlan.geo.Crs;
import org.anlan.geo.CrsList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What is written as CSV and XLSX, read again by us and by GDAL. */
class TableRoundTripTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final List<OutField> FIELDS = List.of(
            field("name", SourceField.Type.TEXT),
            field("n", SourceField.Type.INTEGER),
            field("length_m", SourceField.Type.NUMBER),
            field("day", SourceField.Type.DATE),
            field("done", SourceField.Type.BOOLEAN));
    private static final String LETTERS = "甲乙丙=+-@＝'\"“,;\t\n&<>|_x000D_ aé😀0";

    @TempDir
    Path folder;

    private static OutField field(String name, SourceField.Type type) {
        return new OutField(name, new Text(name, name), type);
    }

    @ParameterizedTest
    @CsvSource({"csv, 1", "csv, 2", "xlsx, 1", "xlsx, 2"})
    void anyFeaturesComeBackAsTheyWere(String format, long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            List<GeometryKind> kinds = List.of(GeometryKind.values());
            GeometryKind kind = kinds.get(random.nextInt(kinds.size()));
            Crs crs = random.nextBoolean()
                    ? CrsList.CGCS2000
                    : CrsList.byCode(4528).orElseThrow();
            List<OutFeature> features = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                features.add(feature(random, i, kind, crs));
            }
            Layers.Content back = Layers.one(write(format, layer(kind, crs), features));
            assertThat(back.features()).hasSameSizeAs(features);
            for (int i = 0; i < features.size(); i++) {
                same(back, i, features.get(i));
            }
        }
    }

    private static OutFeature feature(Random random, int number, GeometryKind kind, Crs crs) {
        Object[] values = {
            random.nextInt(4) == 0 ? null : text(random),
            random.nextInt(4) == 0
                    ? null
                    : (Object) random.nextLong(-1_000_000_000_000_000_000L, 1_000_000_000_000_000_000L),
            random.nextInt(4) == 0 ? null : (Object) (random.nextGaussian() * Math.pow(10, random.nextInt(20) - 8)),
            random.nextInt(4) == 0 ? null : LocalDate.of(1850, 1, 1).plusDays(random.nextInt(100_000)),
            random.nextInt(4) == 0 ? null : (Object) random.nextBoolean()
        };
        Optional<Geometry> shape = kind == GeometryKind.NONE || random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(shape(random, kind, crs));
        return new OutFeature("id-" + number, shape, values);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(12); i++) {
            int[] letters = LETTERS.codePoints().toArray();
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private static Geometry shape(Random random, GeometryKind kind, Crs crs) {
        double x = crs.geographic() ? 118 + random.nextDouble() : 40_368_000 + 1000 * random.nextDouble();
        double y = crs.geographic() ? 24 + random.nextDouble() : 2_736_000 + 1000 * random.nextDouble();
        Geometry point = SHAPES.createPoint(new Coordinate(x, y));
        return switch (kind) {
            case POINT, NONE -> point;
            case LINE -> SHAPES.createLineString(new Coordinate[] {new Coordinate(x, y), new Coordinate(x + 1, y + 2)});
            case POLYGON -> point.buffer(0.1, 2);
            case ANY -> random.nextBoolean() ? point : SHAPES.createMultiPoint().union(point.buffer(0.2, 1));
        };
    }

    /** A table has no types of its own: the same value may come back as a text or a number, and blanks around a text are lost. */
    private static void same(Layers.Content back, int i, OutFeature written) {
        assertThat(back.value(i, "id")).isEqualTo(written.id());
        for (int f = 0; f < FIELDS.size(); f++) {
            Object value = written.values()[f];
            Object read = back.value(i, FIELDS.get(f).name());
            if (value instanceof Double d) {
                assertThat(Double.parseDouble(read.toString())).isEqualTo(d);
            } else {
                String text = Objects.toString(value, "").replace("\r\n", "\n").strip();
                assertThat(Objects.toString(read, "")).isEqualTo(text);
            }
        }
        Optional<Geometry> shape = back.features().get(i).geometry();
        assertThat(shape.isPresent()).isEqualTo(written.geometry().isPresent());
        shape.ifPresent(
                s -> assertThat(s.equalsExact(written.geometry().orElseThrow())).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void theSameFeaturesGiveTheSameBytes(String format) throws IOException {
        List<OutFeature> features =
                List.of(new OutFeature("a", point(118.5, 24.7), new Object[] {"甲", 1L, 2.5, null, true}));
        OutLayer layer = layer(GeometryKind.POINT, CrsList.CGCS2000);
        assertThat(Files.readAllBytes(write(format, layer, features)))
                .isEqualTo(Files.readAllBytes(write(format, layer, features)));
    }

    @Test
    void columnsOfTheShapeDoNotClashWithFields() throws IOException {
        OutLayer layer = new OutLayer(
                "outfalls",
                new Text("排污口", "Outfalls"),
                GeometryKind.POINT,
                CrsList.CGCS2000,
                List.of(
                        field("id", SourceField.Type.TEXT),
                        field("lon", SourceField.Type.NUMBER),
                        field("lat", SourceField.Type.NUMBER)));
        Path csv = write("csv", layer, List.of(new OutFeature("a", point(118.5, 24.7), new Object[] {"x", 1.0, 2.0})));

        assertThat(Files.readString(csv))
                .isEqualTo("\uFEFFid_2,id,lon,lat,geom_lon,geom_lat\r\na,x,1.0,2.0,118.5,24.7\r\n");
        Layers.Content back = Layers.one(csv);
        assertThat(back.features().get(0).geometry().orElseThrow().getCoordinate())
                .isEqualTo(new Coordinate(118.5, 24.7));
        assertThat(back.value(0, "lon")).isEqualTo(1.0);
    }

    @Test
    void pointsOfAnotherDatumSayTheirSystem() throws IOException {
        OutLayer layer = layer(GeometryKind.POINT, CrsList.byCode(4610).orElseThrow());
        Path csv = write("csv", layer, List.of(new OutFeature("a", point(118.5, 24.7), new Object[5])));
        assertThat(Files.readString(csv)).contains("_WKT_EPSG_4610", "POINT (118.5 24.7)");
        assertThat(Layers.one(csv).source().declaredCrs()).contains("EPSG:4610");
    }

    @Test
    void whatAnEncodingLacksIsTold() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Path csv = write(
                "csv",
                layer(GeometryKind.NONE, CrsList.CGCS2000),
                List.of(new OutFeature("a", Optional.empty(), new Object[] {"😀甲", null, Double.NaN, null, null})),
                Charset.forName("GBK"),
                findings);
        assertThat(Files.readString(csv, Charset.forName("GBK"))).contains("a,?甲,");
        assertThat(findings).extracting(Finding::code).containsExactly("table.number-not-finite", "csv.not-in-charset");
    }

    @Test
    void longTextsAreCutAndLongShapesLeftOutOfAWorkbook() throws IOException {
        Coordinate[] many = new Coordinate[5_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Coordinate(118 + i / 7e5, 24 + i / 7e5);
        }
        List<Finding> findings = new ArrayList<>();
        Path xlsx = write(
                "xlsx",
                layer(GeometryKind.LINE, CrsList.CGCS2000),
                List.of(new OutFeature("a", Optional.of(SHAPES.createLineString(many)), new Object[] {
                    "甲".repeat(40_000), null, null, null, null
                })),
                StandardCharsets.UTF_8,
                findings);

        assertThat(findings).extracting(Finding::code).containsExactly("xlsx.text-clipped", "xlsx.shape-too-long");
        Layers.Content back = Layers.one(xlsx);
        assertThat(back.value(0, "name")).isEqualTo("甲".repeat(32_767));
        assertThat(back.types()).containsExactly("null");
    }

    @Test
    void moreRowsThanASheetHasAreRefused() throws IOException {
        OutLayer layer = new OutLayer("a", new Text("a", "a"), GeometryKind.NONE, CrsList.CGCS2000, List.of());
        OutFeature feature = new OutFeature("a", Optional.empty(), new Object[0]);
        try (FeatureWriter writer =
                format("xlsx").opener().open(OutputStream.nullOutputStream(), layer, StandardCharsets.UTF_8)) {
            for (int i = 1; i < 1_048_576; i++) {
                writer.write(feature);
            }
            assertThatThrownBy(() -> writer.write(feature)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("xlsx-too-many-rows");
                assertThat(refusal.text().zh()).contains("1048576");
            });
        }
    }

    @Test
    void aTextInAWorkbookIsNeverAFormula() throws IOException {
        Path xlsx = write(
                "xlsx",
                layer(GeometryKind.NONE, CrsList.CGCS2000),
                List.of(new OutFeature("=1+1", Optional.empty(), new Object[] {"=1+1", null, null, null, null})));
        String sheet = new String(Zips.entries(xlsx).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        assertThat(sheet).doesNotContain("<f").contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>");
    }

    @Test
    void anUnfinishedWorkbookWritesNothingMoreWhenItIsClosed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FeatureWriter writer =
                format("xlsx").opener().open(out, layer(GeometryKind.NONE, CrsList.CGCS2000), StandardCharsets.UTF_8);
        int before = out.size();
        writer.close();
        assertThat(out.size()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void gdalReadsValuesAndShapes(String format) throws IOException, InterruptedException, ParseException {
        Geometry line = new WKTReader().read("LINESTRING (118.5 24.7, 118.6 24.8)");
        Path file = write(
                format,
                layer(GeometryKind.LINE, CrsList.CGCS2000),
                List.of(
                        new OutFeature(
                                "a", Optional.of(line), new Object[] {"甲,“乙”", 7L, 2.5, LocalDate.of(2024, 3, 5), true
                                }),
                        new OutFeature("b", Optional.empty(), new Object[] {"=1+1", null, null, null, null})));
        String json = Gdal.ogr2ogr("-f", "GeoJSON", "/vsistdout/", file.toString());

        assertThat(json).contains("甲,“乙”").contains("2024").contains("2.5");
        assertThat(json).contains(format.equals("csv") ? "'=1+1" : "\"=1+1\"");
        if (format.equals("csv")) {
            assertThat(json).contains("\"LineString\"", "118.6, 24.8", "EPSG::4490");
        }
    }

    @Test
    void gdalReadsThePointsOfACsv() throws IOException, InterruptedException {
        Path file = write(
                "csv",
                layer(GeometryKind.POINT, CrsList.CGCS2000),
                List.of(new OutFeature("a", point(118.5, 24.7), new Object[5])));
        String json = Gdal.ogr2ogr(
                "-f",
                "GeoJSON",
                "/vsistdout/",
                file.toString(),
                "-oo",
                "X_POSSIBLE_NAMES=lon",
                "-oo",
                "Y_POSSIBLE_NAMES=lat");
        assertThat(json).contains("\"Point\"", "118.5, 24.7");
    }

    private static OutLayer layer(GeometryKind kind, Crs crs) {
        return new OutLayer("表", new Text("表", "Table"), kind, crs, FIELDS);
    }

    private static Optional<Geometry> point(double x, double y) {
        return Optional.of(SHAPES.createPoint(new Coordinate(x, y)));
    }

    private static OutFormat format(String word) {
        return OutFormats.byWord(word).orElseThrow();
    }

    private Path write(String word, OutLayer layer, List<OutFeature> features) throws IOException {
        return write(word, layer, features, StandardCharsets.UTF_8, new ArrayList<>());
    }

    private Path write(String word, OutLayer layer, List<OutFeature> features, Charset charset, List<Finding> findings)
            throws IOException {
        OutFormat format = format(word);
        Path file = folder.resolve("out." + format.extension());
        try (OutputStream out = Files.newOutputStream(file);
                FeatureWriter writer = format.opener().open(out, layer, charset)) {
            for (OutFeature feature : features) {
                writer.write(feature);
            }
            writer.finish();
            findings.addAll(writer.findings());
        }
        return file;
    }
}
