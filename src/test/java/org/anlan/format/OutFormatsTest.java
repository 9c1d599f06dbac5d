package org.anlan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.geo.CrsList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class OutFormatsTest {

    private static final List<OutField> FIELDS = List.of(
            new OutField("name", Text.of("名称", "Name"), SourceField.Type.TEXT),
            new OutField("protection_class", Text.of("保护等级", "Class"), SourceField.Type.TEXT),
            new OutField("protection_level", Text.of("保护级别", "Level"), SourceField.Type.INTEGER),
            new OutField("number", Text.of("数,值", "Number \"n\""), SourceField.Type.NUMBER),
            new OutField("flag", Text.of("是否", "Flag"), SourceField.Type.BOOLEAN),
            new OutField("day", Text.of("日期", "Day"), SourceField.Type.DATE));

    private static final String[] ODD = {
        "石狮 𠮷 ²", "=1+1", "<a href='x'>&amp;</a> ]]>", "\"quotes\", commas", "line\nbreak"
    };

    @TempDir
    Path folder;

    private List<Finding> findings = List.of();

    @Test
    void shapefileGeojsonKmlStandInThisOrder() {
        assertThat(OutFormats.all().stream()
                        .map(OutFormat::word)
                        .filter(List.of("shp", "gpkg", "geojson", "kml", "csv", "xlsx")::contains))
                .isSortedAccordingTo((a, b) -> Integer.compare(
                        List.of("shp", "gpkg", "geojson", "kml", "csv", "xlsx").indexOf(a),
                        List.of("shp", "gpkg", "geojson", "kml", "csv", "xlsx").indexOf(b)))
                .contains("shp", "geojson", "kml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shp", "geojson", "kml"})
    void oddValuesReadBackAsTheyWere(String format) throws Exception {
        OutFeature[] features = new OutFeature[ODD.length];
        for (int i = 0; i < ODD.length; i++) {
            features[i] = feature(
                    "p" + i,
                    "POINT (118.123456789012 24.98765432101)",
                    ODD[i],
                    "x",
                    (long) i - 2,
                    -0.1 / (i + 1),
                    i % 2 == 0,
                    LocalDate.of(2020, 2, 29));
        }
        Layers.Content read = Layers.one(written(format, GeometryKind.POINT, features));
        assertThat(findings).isEmpty();
        assertThat(read.findings()).isEmpty();
        for (int i = 0; i < ODD.length; i++) {
            assertThat(read.value(i, "name")).isEqualTo(ODD[i]);
            assertThat(read.value(i, "protection_level")).isEqualTo(i - 2L);
            assertThat((Double) read.value(i, "number"))
                    .isCloseTo(-0.1 / (i + 1), org.assertj.core.data.Offset.offset(1e-15));
            assertThat(read.value(i, "flag")).isEqualTo(i % 2 == 0);
            assertThat(read.value(i, "day").toString()).isEqualTo("2020-02-29");
            assertThat(read.features().get(i).geometry()).isEqualTo(features[i].geometry());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shp", "geojson", "kml"})
    void theSameFeaturesGiveTheSameBytes(String format) throws Exception {
        OutFeature one = feature("1", "LINESTRING (1 2, 3 4)", "甲", null, null, null, null, null);
        byte[] first = Files.readAllBytes(written(format, GeometryKind.ANY, one));
        assertThat(Files.readAllBytes(written(format, GeometryKind.ANY, one))).isEqualTo(first);
    }

    @Test
    void eachKindOfShapeHasItsOwnShapefile() throws Exception {
        Path zip = written(
                "shp",
                GeometryKind.ANY,
                feature("1", "POINT (1 2)", "点", null, null, null, null, null),
                feature("2", "MULTIPOINT ((1 2), (3 4))", "多点", null, null, null, null, null),
                feature("3", "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))", "线", null, null, null, null, null),
                feature(
                        "4",
                        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1)), ((20 20, 21 20, 21 21, 20 20)))",
                        "面",
                        null,
                        null,
                        null,
                        null,
                        null),
                feature("5", "", "无", null, null, null, null, null),
                feature(
                        "6",
                        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))",
                        "混",
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(Zips.entries(zip).keySet())
                .contains(
                        "层-point.shp",
                        "层-multipoint.shp",
                        "层-line.shp",
                        "层-polygon.shp",
                        "层-table.dbf",
                        "层-fields.csv",
                        "层-notes.txt")
                .doesNotContain("层-table.shp");
        assertThat(findings.stream().map(Finding::code)).containsExactly("shapefile.mixed-shape");
        List<Layers.Content> layers = Layers.of(zip, OpenOptions.defaults());
        assertThat(layers).hasSize(5);
        assertThat(layers.stream().mapToInt(layer -> layer.features().size()).sum())
                .isEqualTo(6);
        Geometry area = layers.stream()
                .filter(layer -> layer.source().name().endsWith("polygon"))
                .findFirst()
                .orElseThrow()
                .features()
                .get(0)
                .geometry()
                .orElseThrow();
        assertThat(area.isValid()).isTrue();
        assertThat(area.getArea()).isEqualTo(80.5);
        assertThat(area.getNumGeometries()).isEqualTo(2);
        assertThat(Gdal.run("ogrinfo", "-al", "/vsizip/" + zip + "/层-polygon.shp"))
                .contains(
                        "MULTIPOLYGON (((0 0,0 9,9 9,9 0,0 0),(1 1,2 1,2 2,1 2,1 1)),((20 20,21 21,21 20,20 20)))",
                        "面");
    }

    @Test
    void longTextsAreCutAtACharacterAndTold() throws Exception {
        Path zip = written(
                "shp",
                GeometryKind.POINT,
                feature("1", "POINT (1 2)", "x" + "岸".repeat(200), null, null, null, null, null));
        assertThat(findings.stream().map(Finding::code)).containsExactly("shapefile.text-clipped");
        assertThat(new String(Zips.entries(zip).get("层-notes.txt"), StandardCharsets.UTF_8))
                .startsWith("\uFEFF")
                .contains("末尾已截去", "its end was left out");
        assertThat(Layers.one(zip).value(0, "name")).isEqualTo("x" + "岸".repeat(126));
    }

    @Test
    void clippedNamesAreUniqueAndWholeAgainWhenTheZipComesBack() throws Exception {
        Path zip = written("shp", GeometryKind.POINT, feature("1", "POINT (1 2)", "甲", "一级", 7L, 0.5, true, null));
        Map<String, byte[]> entries = Zips.entries(zip);
        assertThat(new String(entries.get("层-fields.csv"), StandardCharsets.UTF_8).lines())
                .contains(
                        "protection,protection_class,保护等级,Class,text",
                        "protecti_1,protection_level,保护级别,Level,integer",
                        "number,number,\"数,值\",\"Number \"\"n\"\"\",number");
        Layers.Content read = Layers.one(zip);
        assertThat(read.value(0, "protection_class")).isEqualTo("一级");
        assertThat(read.value(0, "protection_level")).isEqualTo(7L);
        assertThat(entries.get("层.dbf").length)
                .as("fields as wide as their values")
                .isLessThan(32 * 7 + 60);
    }

    @Test
    void whatGbkLacksIsToldAndGb18030Has() throws Exception {
        OutFeature rare = feature("1", "POINT (1 2)", "𠮷²", null, null, null, null, null);
        Path gbk = written("shp", GeometryKind.POINT, Charset.forName("GBK"), CrsList.CGCS2000.epsg(), rare);
        assertThat(findings.stream().map(Finding::code)).containsExactly("shapefile.text-unencodable");
        assertThat(Layers.one(gbk).value(0, "name")).isEqualTo("??");
        Path gb18030 = written("shp", GeometryKind.POINT, rare);
        assertThat(findings).isEmpty();
        assertThat(Layers.one(gb18030).value(0, "name")).isEqualTo("𠮷²");
        assertThat(Gdal.run("ogrinfo", "-al", "/vsizip/" + gb18030)).contains("𠮷²");
    }

    @Test
    void charactersThatXmlDoesNotKnowAreLeftOut() throws Exception {
        Path kml = written(
                "kml",
                GeometryKind.POINT,
                feature("1", "POINT (1 2)", "a\u0000b\u0008c\uFFFEd\uD800e\rf", null, null, null, null, null));
        assertThat(Layers.one(kml).value(0, "name")).isEqualTo("abcde\rf");
        assertThat(Gdal.run("ogrinfo", "-al", kml.toString())).contains("Feature Count: 1");
    }

    @Test
    void emptyLayersAreFilesThatReadBack() throws Exception {
        for (String format : List.of("shp", "geojson")) {
            for (GeometryKind kind : List.of(GeometryKind.POLYGON, GeometryKind.NONE, GeometryKind.ANY)) {
                assertThat(Layers.one(written(format, kind)).features())
                        .as(format + " " + kind)
                        .isEmpty();
            }
        }
    }

    @Test
    void formatsOfDegreesRefuseMetres() {
        for (String format : List.of("geojson", "kml")) {
            assertThatThrownBy(() -> written(format, GeometryKind.POINT, StandardCharsets.UTF_8, 4528))
                    .isInstanceOfSatisfying(
                            Refusal.class, told -> assertThat(told.code()).isEqualTo("crs-not-possible"));
        }
    }

    private static OutFeature feature(String id, String wkt, Object... values) throws ParseException {
        WKTReader reader = new WKTReader(PackedGeometry.FACTORY);
        return new OutFeature(id, wkt.isEmpty() ? Optional.empty() : Optional.of(reader.read(wkt)), values);
    }

    private Path written(String format, GeometryKind kind, OutFeature... features) throws IOException {
        Charset usual = OutFormats.byWord(format).orElseThrow().charsets().get(0);
        return written(format, kind, usual, CrsList.CGCS2000.epsg(), features);
    }

    private Path written(String word, GeometryKind kind, Charset charset, int crs, OutFeature... features)
            throws IOException {
        OutFormat format = OutFormats.byWord(word).orElseThrow();
        OutLayer layer = new OutLayer(
                "层", Text.of("图层", "Layer"), kind, CrsList.byCode(crs).orElseThrow(), FIELDS, Optional.of("name"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FeatureWriter writer = format.open(bytes, layer, charset)) {
            for (OutFeature feature : features) {
                writer.write(feature);
            }
            writer.finish();
            findings = writer.findings();
        }
        return Files.write(
                folder.resolve("written-" + System.nanoTime() + "." + format.extension()), bytes.toByteArray());
    }
}
