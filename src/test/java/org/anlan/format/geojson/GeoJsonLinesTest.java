package org.anlan.format.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.anlan.base.Refusal;
import org.anlan.format.Gdal;
import org.anlan.format.Layers;
import org.anlan.format.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonLinesTest {

    private static final String ONE =
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},"
                    + "\"properties\":{\"名称\":\"石狮\",\"n\":1}}";
    private static final String TWO = ONE.replace("石狮", "蚶江").replace("\"n\":1", "\"n\":2.5");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.geojsonl", "a.ndjson", "a.jsonl", "a.geojson", "a.json", "a.geojsons"})
    void featuresLineByLineAreOneLayerWhateverTheNameSays(String name) throws IOException {
        Layers.Content layer = read(name, ONE + "\r\n\n" + TWO + "\n", StandardCharsets.UTF_8);
        assertThat(layer.features()).hasSize(2).extracting(f -> f.record()).containsExactly(1, 3);
        assertThat(layer.value(1, "名称")).isEqualTo("蚶江");
        assertThat(layer.value(0, "n")).isEqualTo(1.0);
        assertThat(layer.source().declaredCrs()).contains("EPSG:4326");
        assertThat(layer.findings()).isEmpty();
    }

    @Test
    void aBrokenLineIsToldWithItsNumberAndTheOthersAreRead() throws IOException {
        Layers.Content layer = read(
                "a.geojson",
                ONE + "\n" + ONE.substring(0, 70) + "\n[1,2]\n{\"type\":\"Point\",\"coordinates\":[1,2]}\n" + TWO,
                StandardCharsets.UTF_8);
        assertThat(layer.features()).hasSize(2);
        assertThat(layer.codes()).containsOnly("geojson.bad-line").hasSize(3);
        assertThat(layer.findings().stream().map(f -> f.record())).containsExactly(2, 3, 4);
    }

    @Test
    void textSequencesMayRunOverLines() throws IOException {
        String text = "\u001E" + ONE.replace(",", ",\n") + "\n\u001E" + TWO + "\n";
        Layers.Content layer = read("sequence.dat", text, StandardCharsets.UTF_8);
        assertThat(layer.features()).hasSize(2);
        assertThat(layer.value(0, "名称")).isEqualTo("石狮");
    }

    @Test
    void gbkIsReadAsInOtherTexts() throws IOException {
        Layers.Content layer = read("a.ndjson", ONE + "\n" + TWO, Charset.forName("GBK"));
        assertThat(layer.value(0, "名称")).isEqualTo("石狮");
    }

    @Test
    void whatGdalWritesReadsBack() throws Exception {
        Path file = Files.writeString(folder.resolve("in.geojsonl"), ONE + "\n" + TWO);
        Path seq = folder.resolve("out.geojsons");
        Gdal.ogr2ogr("-f", "GeoJSONSeq", "-lco", "RS=YES", seq.toString(), file.toString());
        Layers.Content layer = Layers.one(seq);
        assertThat(layer.features()).hasSize(2);
        assertThat(layer.value(1, "n")).isEqualTo(2.5);
    }

    @Test
    void aFileWithoutAnyFeatureIsRefused() {
        assertThatThrownBy(() -> read("a.jsonl", "{\"a\":1}\n{\"a\":2}\n", StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("geojson-no-lines"));
    }

    @Test
    void theOldCrsMemberCountsAndALinkIsNeverFollowed() throws IOException {
        String named = ONE.replace(
                "{\"type\":\"Feature\"",
                "{\"type\":\"Feature\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4528\"}}");
        assertThat(read("a.geojsonl", named, StandardCharsets.UTF_8).source().declaredCrs())
                .contains("EPSG:4528");
        for (String name : new String[] {"a.geojsonl", "a.geojson"}) {
            String link = ONE.replace(
                    "{\"type\":\"Feature\"",
                    "{\"type\":\"Feature\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":\"http://127.0.0.1:1/crs\"}}");
            Layers.Content layer = read(name, link, StandardCharsets.UTF_8);
            assertThat(layer.source().declaredCrs()).isEmpty();
            assertThat(layer.codes()).containsExactly("geojson.crs-unknown");
        }
    }

    @Test
    void aBrokenFileInAZipIsANoteWhenThereAreOtherLayers() throws IOException {
        Path zip = folder.resolve("some.zip");
        Files.write(
                zip,
                Zips.of(Map.of(
                        "good.geojson", ONE.getBytes(StandardCharsets.UTF_8),
                        "bad.geojson",
                                "{\"type\":\"FeatureCollection\",\"features\":[".getBytes(StandardCharsets.UTF_8),
                        "bad.csv", "a,b\n\"1,2\n".getBytes(StandardCharsets.UTF_8))));
        Layers.Content layer = Layers.one(zip);
        assertThat(layer.features()).hasSize(1);
        assertThat(layer.codes()).containsExactly("zip.file-refused", "zip.file-refused");
        assertThat(layer.findings().toString()).contains("bad.geojson", "bad.csv");
        Files.write(
                zip,
                Zips.of(Map.of(
                        "bad.geojson",
                        "{\"type\":\"FeatureCollection\",\"features\":[".getBytes(StandardCharsets.UTF_8))));
        assertThatThrownBy(() -> Layers.one(zip))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("geojson-broken"));
    }

    private Layers.Content read(String name, String text, Charset charset) throws IOException {
        return Layers.one(Files.write(folder.resolve(name), text.getBytes(charset)));
    }
}
