package org.anlan.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.Gdal;
import org.anlan.store.Actor;
import org.anlan.support.Installed;
import org.anlan.support.Rows;
import org.anlan.support.Rows.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** GDAL, and so QGIS, opens the data file while the service runs, and sees the layers as they are. */
class GeoPackageTest {

    @TempDir
    Path folder;

    private Installed demo;

    @BeforeEach
    void openTheDemonstration() throws IOException {
        demo = Installed.demo(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    private String file() {
        return folder.resolve("data").resolve("data.gpkg").toString();
    }

    private List<JsonNode> features(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                "-f", "GeoJSON", "-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/", file()));
        all.addAll(List.of(arguments));
        List<JsonNode> features = new ArrayList<>();
        new ObjectMapper()
                .readTree(Gdal.ogr2ogr(all.toArray(String[]::new)))
                .path("features")
                .forEach(features::add);
        return features;
    }

    @Test
    void gdalListsTheLayersWithTheirChineseNames() throws Exception {
        String listed = Gdal.run("ogrinfo", "-ro", "-so", "-al", file());
        for (LayerDefinition layer : demo.catalog().layers()) {
            assertThat(listed).contains("Layer name: " + layer.id().replace('-', '_'));
            assertThat(listed).contains("IDENTIFIER=" + layer.title().zh());
        }
        assertThat(listed)
                .contains("ID[\"EPSG\",4490]")
                .doesNotContain("Layer name: f_")
                .doesNotContain("Layer name: rtree");
        long filled = demo.catalog().layers().stream()
                .filter(layer -> demo.store().revisions().newest(layer.id()).isPresent())
                .count();
        assertThat(listed.lines().filter(line -> line.startsWith("FID Column")))
                .hasSize((int) filled)
                .allMatch("FID Column = OGC_FID"::equals);
    }

    @Test
    void gdalReadsTheCurrentFeaturesWithTheirLabels() throws Exception {
        Map<String, JsonNode> read = new LinkedHashMap<>();
        features("coastline")
                .forEach(f -> read.put(f.path("properties").path("id").asText(), f));
        List<Kept> kept = Rows.current(demo.store(), demo.catalog().layer("coastline"));

        assertThat(read).hasSameSizeAs(kept);
        for (Kept row : kept) {
            JsonNode feature = read.get(row.id());
            JsonNode first = feature.path("geometry").path("coordinates").path(0);
            var line = Rows.shape(row.wkt()).orElseThrow();
            assertThat(first.path(0).asDouble()).isEqualTo(line.getCoordinates()[0].x);
            assertThat(first.path(1).asDouble()).isEqualTo(line.getCoordinates()[0].y);
            assertThat(feature.path("geometry").path("coordinates")).hasSize(line.getNumPoints());
            assertThat(feature.path("properties").path("length_m").asDouble()).isEqualTo(row.lengthM());
        }
        assertThat(read.get("350581A001@2015")
                        .path("properties")
                        .path("type1_zh")
                        .asText())
                .isIn("自然岸线", "人工岸线", "具有自然岸滩形态特征和生态功能的岸线");
    }

    @Test
    void aFeatureThatWasReplacedIsNotShownAnyMore() throws Exception {
        long before = demo.store().revisions().newest("coastline").orElseThrow().id();
        LayerDefinition coastline = demo.catalog().layer("coastline");
        Rows.commit(demo.store(), coastline, List.of(2025L), List.of());
        assertThat(features("coastline")).hasSize(147 + 151);
        demo.store().revisions().rollback(coastline, before, new Actor("tester", ""), "");
        assertThat(features("coastline")).hasSize(147 + 151 + 153);
    }

    @Test
    void gdalFiltersByPlaceThroughTheSpatialIndex() throws Exception {
        Envelope box = new Envelope(118.66, 118.70, 24.68, 24.75);
        String[] filter = {"-spat", "118.66", "24.68", "118.70", "24.75"};
        for (LayerDefinition layer : demo.catalog().layers()) {
            if (layer.geometry() != GeometryKind.NONE) {
                List<String> arguments = new ArrayList<>(List.of(layer.id().replace('-', '_')));
                arguments.addAll(List.of(filter));
                List<String> expected = Rows.current(demo.store(), layer).stream()
                        .filter(row -> Rows.shape(row.wkt())
                                .filter(shape ->
                                        shape.intersects(shape.getFactory().toGeometry(box)))
                                .isPresent())
                        .map(Kept::id)
                        .toList();
                assertThat(features(arguments.toArray(String[]::new)))
                        .extracting(f -> f.path("properties").path("id").asText())
                        .as(layer.id())
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
        assertThat(Gdal.run(
                        "ogrinfo",
                        "-ro",
                        "-so",
                        "--debug",
                        "on",
                        file(),
                        "coastline",
                        "-spat",
                        "118.66",
                        "24.68",
                        "118.7",
                        "24.75"))
                .contains("rtree_coastline_geom");
    }

    @Test
    void theFileIsSound() throws Exception {
        assertThat(Gdal.run("ogrinfo", "-ro", "-q", file(), "-sql", "PRAGMA integrity_check"))
                .contains("integrity_check (String) = ok");
        assertThat(Gdal.run("ogrinfo", "-ro", "-q", file(), "-sql", "PRAGMA foreign_key_check"))
                .doesNotContain("OGRFeature");
    }
}
