package org.anlan.format.kml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.anlan.base.Refusal;
import org.anlan.format.Gdal;
import org.anlan.format.Layers;
import org.anlan.format.OpenOptions;
import org.anlan.format.Zips;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KmlTest {

    @TempDir
    Path folder;

    @Test
    void topFoldersAreLayersAndNestedOnesAField() throws IOException {
        List<Layers.Content> layers = read("<Document><name>全部</name>"
                + placemark("散点", "<Point><coordinates>118.7,24.7,0</coordinates></Point>")
                + "<Folder><name>岸线</name><Folder><name>北段</name>"
                + placemark("甲", "<LineString><coordinates>118.7,24.7 118.8,24.8</coordinates></LineString>")
                + "</Folder>"
                + placemark("乙", "<LineString><coordinates>118.7,24.7 118.8,24.9</coordinates></LineString>")
                + "</Folder></Document>");
        assertThat(layers.stream().map(layer -> layer.source().name())).containsExactly("全部", "岸线");
        assertThat(layers.get(1).value(0, "folder")).isEqualTo("北段");
        assertThat(layers.get(1).value(1, "folder")).isNull();
        assertThat(layers.get(1).value(1, "name")).isEqualTo("乙");
        assertThat(layers.get(0).source().declaredCrs()).contains("EPSG:4326");
        assertThat(layers).allMatch(layer -> layer.findings().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point      | 118.7,24.7                                  | POINT (118.7 24.7)",
                "Point      | 118.7 , 24.7 , 3                            | POINT (118.7 24.7)",
                "LineString | 118.7, 24.7, 0 118.8, 24.8, 0               | LINESTRING (118.7 24.7, 118.8 24.8)",
                "LineString | 1,2,0    3,4                                | LINESTRING (1 2, 3 4)",
                "LinearRing | 0,0 1,0 1,1                                 | LINEARRING (0 0, 1 0, 1 1, 0 0)",
            })
    void sloppyCoordinatesAreRead(String type, String coordinates, String wkt) throws IOException {
        Layers.Content layer = read(placemark(
                        "x", "<" + type + "><coordinates>\n\t" + coordinates + "\n</coordinates></" + type + ">"))
                .get(0);
        assertThat(layer.features().get(0).geometry().orElseThrow().toText()).isEqualTo(wkt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "118.7 24.7",
                "118.7,24.7 NaN,1",
                "a,b",
                "1,2,3,4 5,6",
                "1,,2 3,4",
                "1e999,2 3,4",
                "0x1p3,2 3,4",
                ",1,2 3,4"
            })
    void coordinatesThatAreNoneAreToldAndTheOthersRead(String coordinates) throws IOException {
        Layers.Content layer = read("<Document>"
                        + placemark("bad", "<LineString><coordinates>" + coordinates + "</coordinates></LineString>")
                        + placemark("good", "<Point><coordinates>1,2</coordinates></Point>") + "</Document>")
                .get(0);
        assertThat(layer.codes()).containsExactly("kml.bad-geometry");
        assertThat(layer.features()).hasSize(1);
        assertThat(layer.value(0, "name")).isEqualTo("good");
    }

    @Test
    void valuesAreReadByTheirSchemaAndHeightsTracksAndLinksAreTold() throws IOException {
        Layers.Content layer =
                read("<Document><Schema id='s' name='s'><SimpleField name='n' type='int'/><SimpleField name='x' type='double'/>"
                                + "<SimpleField name='b' type='bool'/></Schema><NetworkLink><Link><href>http://127.0.0.1:1/x.kml</href></Link></NetworkLink>"
                                + "<Placemark><name>A</name><description><![CDATA[<b>说明</b>]]></description><ExtendedData><SchemaData schemaUrl='#s'>"
                                + "<SimpleData name='n'>7</SimpleData><SimpleData name='x'>2.50</SimpleData><SimpleData name='b'>1</SimpleData></SchemaData>"
                                + "<Data name='备注'><value> 好 </value></Data></ExtendedData><Point><coordinates>1,2,30</coordinates></Point></Placemark>"
                                + "<Placemark><name>B</name><ExtendedData><SchemaData schemaUrl='#s'><SimpleData name='n'>1E+999999999</SimpleData></SchemaData></ExtendedData>"
                                + "<gx:Track><when>2020</when><gx:coord>1 2 3</gx:coord></gx:Track></Placemark></Document>")
                        .get(0);
        assertThat(layer.value(0, "n")).isEqualTo(7L);
        assertThat(layer.value(0, "x")).isEqualTo(2.5);
        assertThat(layer.value(0, "b")).isEqualTo(true);
        assertThat(layer.value(0, "备注")).isEqualTo("好");
        assertThat(layer.value(0, "description")).isEqualTo("<b>说明</b>");
        assertThat(layer.value(1, "n")).isNull();
        assertThat(layer.features().get(1).geometry()).isEmpty();
        assertThat(layer.codes())
                .containsExactlyInAnyOrder(
                        "kml.left-out", "kml.heights-dropped", "kml.track-left-out", "kml.bad-value");
    }

    @Test
    void severalGeometriesOfAPlacemarkAreOneShape() throws IOException {
        Layers.Content layer = read(placemark(
                        "x",
                        "<MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,4 0,0</coordinates></LinearRing></outerBoundaryIs>"
                                + "<innerBoundaryIs><LinearRing><coordinates>1,1 1,2 2,2 2,1 1,1</coordinates></LinearRing></innerBoundaryIs></Polygon>"
                                + "<MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>9,9 9,8 8,8 9,9</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></MultiGeometry>"))
                .get(0);
        assertThat(layer.types()).containsExactly("MultiPolygon");
        assertThat(layer.features().get(0).geometry().orElseThrow().getArea()).isEqualTo(15.5);
    }

    @Test
    void aKmzIsReadAndTheEncodingThatIsDeclared() throws IOException {
        Charset gbk = Charset.forName("GBK");
        String text = kml("<Document><name>排污口</name>" + placemark("甲", "<Point><coordinates>1,2</coordinates></Point>")
                        + "</Document>")
                .replace("UTF-8", "GBK");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("doc.kml", text.getBytes(gbk));
        entries.put("files/icon.png", new byte[] {1, 2, 3});
        Path kmz = Files.write(folder.resolve("a.kmz"), Zips.of(entries));
        Layers.Content layer = Layers.one(kmz);
        assertThat(layer.source().name()).isEqualTo("排污口");
        assertThat(layer.value(0, "name")).isEqualTo("甲");
        assertThat(layer.findings()).isEmpty();
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        String bomb = "<!DOCTYPE kml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>";
        String outside = "<!DOCTYPE kml [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>";
        for (String type : List.of(bomb, outside)) {
            String text = kml("<Document>" + placemark("&b;", "<Point><coordinates>1,2</coordinates></Point>")
                            + "</Document>")
                    .replace("<kml", type + "<kml");
            assertThat(refusal(text).code()).isEqualTo("kml-dtd");
        }
    }

    @Test
    void nestingThatNeverEndsAndFilesThatEndTooSoonAreRefused() {
        assertThat(refusal(kml("<Folder>".repeat(5_000))).code()).isEqualTo("kml-broken");
        assertThat(refusal(kml("<Document>" + placemark("x", "<Point/>")).replace("</kml>", ""))
                        .code())
                .isEqualTo("kml-broken");
        assertThat(refusal(kml("<Document><NetworkLink/></Document>")).code()).isEqualTo("kml-no-placemarks");
        assertThat(refusal(kml("<Document a='" + "x".repeat(200_000) + "'/>")).code())
                .isEqualTo("kml-broken");
    }

    @Test
    void whatGdalWritesReadsBack() throws Exception {
        for (String format : List.of("KML", "LIBKML")) {
            Path out = folder.resolve(format + ".kml");
            Gdal.ogr2ogr(
                    "-f",
                    format,
                    out.toString(),
                    "/vsizip/" + Shishi.handIn("XZQH.zip").toAbsolutePath());
            List<Layers.Content> layers = Layers.of(out, OpenOptions.defaults());
            assertThat(layers.stream().map(layer -> layer.source().name()))
                    .containsExactlyInAnyOrder("XZQ_XIAN", "XZQ_ZHEN");
            assertThat(layers.stream()
                            .mapToInt(layer -> layer.features().size())
                            .sum())
                    .isEqualTo(10);
            assertThat(layers).allMatch(layer -> layer.features().stream()
                    .allMatch(f -> f.geometry().orElseThrow().isValid()));
        }
    }

    @Test
    void damagedFilesEndInAFindingARefusalOrAReading() throws IOException {
        byte[] whole = kml("<Document><Folder><name>岸</name>"
                        + placemark("甲", "<LineString><coordinates>118.7,24.7 118.8,24.8</coordinates></LineString>")
                        + placemark("乙", "<Point><coordinates>118.7,24.7</coordinates></Point>")
                        + "</Folder></Document>")
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                Layers.of(Files.write(folder.resolve("d.kml"), damaged), OpenOptions.defaults());
            } catch (Refusal told) {
                assertThat(told.text().zh()).isNotBlank();
            }
        }
    }

    private Refusal refusal(String text) {
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(() -> Layers.of(Files.writeString(folder.resolve("b.kml"), text), OpenOptions.defaults()))
                .isInstanceOfSatisfying(Refusal.class, told -> refusal[0] = told);
        return refusal[0];
    }

    private List<Layers.Content> read(String content) throws IOException {
        return Layers.of(Files.writeString(folder.resolve("a.kml"), kml(content)), OpenOptions.defaults());
    }

    private static String kml(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">" + content
                + "</kml>";
    }

    private static String placemark(String name, String shape) {
        return "<Placemark><name>" + name + "</name>" + shape + "</Placemark>";
    }
}
