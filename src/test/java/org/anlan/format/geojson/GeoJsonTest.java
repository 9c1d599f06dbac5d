package org.anlan.format.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anlan.base.Refusal;
import org.anlan.format.Layers;
import org.anlan.format.SourceField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"coastline-2020, 151", "regions, 13", "red-lines, 11", "basemap, 96", "boundary-markers, 56"})
    void theDemonstrationLayersAreRead(String name, int count) throws IOException {
        Layers.Content layer = Layers.one(Path.of("data/shishi/" + name + ".geojson"));

        assertThat(layer.features()).hasSize(count);
        assertThat(layer.source().count()).contains(count);
        assertThat(layer.source().declaredCrs()).contains("EPSG:4326");
        assertThat(layer.source().format()).isEqualTo("geojson");
        assertThat(layer.findings()).isEmpty();
        assertThat(layer.features())
                .allSatisfy(
                        f -> assertThat(f.geometry().orElseThrow().isValid()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Point           | [1,2]                                             | POINT (1 2)
            LineString      | [[0,0],[1,1]]                                     | LINESTRING (0 0, 1 1)
            Polygon         | [[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]] | POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1))
            MultiPoint      | [[1,2],[3,4]]                                     | MULTIPOINT ((1 2), (3 4))
            MultiLineString | [[[0,0],[1,1]],[[2,2],[3,3]]]                     | MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))
            MultiPolygon    | [[[[0,0],[9,0],[9,9],[0,0]]],[[[20,0],[29,0],[29,9],[20,0]]]] | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))
            """)
    void everyGeometryTypeIsRead(String type, String coordinates, String expected) throws IOException {
        Layers.Content layer = feature("{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}");

        assertThat(layer.features().get(0).geometry().orElseThrow().toText()).isEqualTo(expected);
    }

    @Test
    void coordinatesMayStandBeforeTheType() throws IOException {
        assertThat(feature("{\"coordinates\":[1,2,3],\"type\":\"Point\"}").codes())
                .containsExactly("geojson.z-dropped");
    }

    @Test
    void geometryCollectionsAndNullShapesAreRead() throws IOException {
        assertThat(feature(
                                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}")
                        .types())
                .containsExactly("GeometryCollection");
        assertThat(feature("null").types()).containsExactly("null");
        assertThat(feature("{\"type\":\"Point\",\"coordinates\":[]}").types()).containsExactly("null");
    }

    @Test
    void propertiesOfAllFeaturesAreTheFields() throws IOException {
        Layers.Content layer = read(
                """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","id":"x1","geometry":null,"properties":{"名称":"海岸线","n":1,"b":true,"o":{"k":[1,2]}}},
                {"type":"Feature","id":"x2","geometry":null,"properties":{"n":2.5,"m":null,"mixed":"a"}},
                {"type":"Feature","geometry":null,"properties":{"mixed":7}}]}""");

        assertThat(layer.source().fields().stream().map(f -> f.name() + " " + f.type()))
                .containsExactly("id TEXT", "名称 TEXT", "n NUMBER", "b BOOLEAN", "o TEXT", "m TEXT", "mixed TEXT");
        assertThat(layer.features().get(0).values())
                .containsExactly("x1", "海岸线", 1.0, true, "{\"k\":[1,2]}", null, null);
        assertThat(layer.features().get(1).values()).containsExactly("x2", null, 2.5, null, null, null, "a");
        assertThat(layer.features().get(2).values()).containsExactly(null, null, null, null, null, null, "7");
    }

    @Test
    void aSingleFeatureIsALayerOfOne() throws IOException {
        Layers.Content layer = read(
                "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}");

        assertThat(layer.features()).hasSize(1);
        assertThat(layer.source().fields()).containsExactly(new SourceField("a", SourceField.Type.INTEGER, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ogc:def:crs:EPSG::4490, EPSG:4490",
        "EPSG:4528, EPSG:4528",
        "urn:ogc:def:crs:OGC:1.3:CRS84, EPSG:4326",
        "urn:ogc:def:crs:EPSG:8.9:4490, EPSG:4490"
    })
    void theOldCrsMemberIsUnderstood(String written, String expected) throws IOException {
        assertThat(withCrs(written).source().declaredCrs()).contains(expected);
    }

    @Test
    void anUnknownCrsIsAFindingAndNoGuess() throws IOException {
        Layers.Content layer = withCrs("local grid");

        assertThat(layer.source().declaredCrs()).isEmpty();
        assertThat(layer.codes()).containsExactly("geojson.crs-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Point\",\"coordinates\":[1]}",
                "{\"type\":\"Point\",\"coordinates\":[1e999,2]}",
                "{\"type\":\"Point\",\"coordinates\":[\"1\",2]}",
                "{\"type\":\"Point\"}",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}",
                "{\"type\":\"LineString\",\"coordinates\":[[[1,2],[3,4]]]}",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2],3]}",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2],[[3,4]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":{\"a\":1}}",
                "{\"type\":\"Curve\",\"coordinates\":[[0,0],[1,1]]}",
                "[1,2]",
                "7"
            })
    void aBadGeometryIsAFindingAndTheOthersCome(String geometry) throws IOException {
        Layers.Content layer = read("{\"type\":\"FeatureCollection\",\"features\":[" + wrapped(geometry) + ","
                + wrapped("{\"type\":\"Point\",\"coordinates\":[1,2]}") + "]}");

        assertThat(layer.features()).singleElement().satisfies(f -> assertThat(f.record())
                .isEqualTo(2));
        assertThat(layer.codes()).containsExactly("geojson.bad-geometry");
    }

    @Test
    void anOpenRingIsClosedWithANote() throws IOException {
        Layers.Content layer = feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}");

        assertThat(layer.codes()).containsExactly("geojson.ring-closed");
        assertThat(layer.features().get(0).geometry().orElseThrow().getNumPoints())
                .isEqualTo(4);
    }

    @Test
    void brokenJsonIsRefusedWithLineAndColumn() {
        assertThatThrownBy(() -> read("{\"type\":\"FeatureCollection\",\n\"features\":[{]}"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("geojson-broken");
                    assertThat(refusal.text().en()).contains("line 2, column");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void deepNestingIsRefused(int inGeometry) {
        String deep = "[".repeat(100_000);
        String text = inGeometry == 1
                ? wrapped("{\"type\":\"Point\",\"coordinates\":" + deep)
                : "{\"type\":\"Feature\",\"properties\":{\"a\":" + deep;
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo("geojson-broken"));
    }

    @Test
    void aShapeOrValueThatWouldFillTheMemoryIsAFinding() throws IOException {
        Layers.Content shape = feature("{\"type\":\"MultiPoint\",\"coordinates\":[" + "[],".repeat(1_000_000) + "[]]}");
        assertThat(shape.codes()).containsExactly("geojson.bad-geometry");

        String list = "[" + "1,".repeat(2_500_000) + "1]";
        Layers.Content value =
                read("{\"type\":\"Feature\",\"properties\":{\"a\":" + list + ",\"b\":1},\"geometry\":null}");
        assertThat(value.features().get(0).values()).containsExactly(null, 1L);
        assertThat(value.codes()).containsExactly("geojson.bad-value");
    }

    @Test
    void jsonThatIsNoFeatureIsRefused() {
        assertThatThrownBy(() -> read("{\"settings\":true}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unknown-format"));
    }

    @Test
    void textInGbkIsRead() throws IOException {
        Path file = folder.resolve("g.json");
        Files.write(
                file,
                "{\"type\":\"Feature\",\"properties\":{\"名称\":\"深沪湾\"},\"geometry\":null}"
                        .getBytes(Charset.forName("GBK")));

        assertThat(Layers.one(file).value(0, "名称")).isEqualTo("深沪湾");
    }

    private Layers.Content withCrs(String name) throws IOException {
        return read(
                "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\""
                        + name + "\"}}}");
    }

    private Layers.Content feature(String geometry) throws IOException {
        return read("{\"type\":\"FeatureCollection\",\"features\":[" + wrapped(geometry) + "]}");
    }

    private static String wrapped(String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geometry + "}";
    }

    private Layers.Content read(String text) throws IOException {
        Path file = folder.resolve("g.geojson");
        Files.writeString(file, text);
        return Layers.one(file);
    }
}
