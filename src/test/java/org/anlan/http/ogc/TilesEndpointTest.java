package org.anlan.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vector tiles as a client sees them; GDAL reads what is in them. */
class TilesEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String COAST = "/ogc/collections/coastline/tiles/WebMercatorQuad/";
    private static final String NEAR = COAST + "12/1757/3398";

    @Test
    void gdalReadsTheSegmentsOfTheNewestSurveyWithTheirChineseNames(@TempDir Path folder) throws Exception {
        String listed = gdal(folder, SERVER.reader().get(NEAR));
        assertThat(listed).contains("Layer name: coastline", "survey_year (Integer) = 2025", "伍堡");
        assertThat(listed).doesNotContain("survey_year (Integer) = 2020");
        assertThat(gdal(folder, SERVER.reader().get(NEAR + "?year=2020"))).contains("survey_year (Integer) = 2020");
        assertThat(gdal(folder, SERVER.reader().get("/ogc/tiles/WebMercatorQuad/12/1757/3398")))
                .contains("Layer name: coastline", "Layer name: regions", "Layer name: red-lines");
    }

    @Test
    void aTileIsTheSameEachTimeAndPackedOnRequest() {
        Client.Answer plain = SERVER.reader().get(NEAR);
        assertThat(plain.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
        Client.Answer packed = SERVER.reader().get(NEAR, "Accept-Encoding", "gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.unzipped()).isEqualTo(plain.bytes());
        assertThat(SERVER.reader()
                        .get(NEAR, "If-None-Match", plain.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aTileWithNothingInItHasNoContent() {
        JsonNode limits = SERVER.reader()
                .get("/ogc/collections/coastline/tiles/WebMercatorQuad?f=json")
                .json()
                .path("tileMatrixSetLimits")
                .get(15);
        String corner = COAST + "15/" + limits.path("minTileRow").asInt() + "/"
                + limits.path("maxTileCol").asInt();
        assertThat(SERVER.reader().get(corner).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12/0/0", "12/99999999999999999999/0", "12/-1/0", "99/0/0", "x/0/0"})
    void aTileOutsideTheLimitsIsNotThere(String address) {
        assertThat(SERVER.reader().get(COAST + address).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12/x/0", "12/1757/3398?year=then", "12/1757/3398?f=png", "12/1757/3398?what=1"})
    void whatMakesNoSenseIsRefused(String address) {
        assertThat(SERVER.reader().get(COAST + address).status()).isEqualTo(400);
    }

    @Test
    void descriptionsOfGridsTilesAndStylesAreThere() {
        for (String path : List.of(
                "/ogc/tileMatrixSets",
                "/ogc/tileMatrixSets/CGCS2000Quad",
                "/ogc/tiles",
                "/ogc/tiles/WorldCRS84Quad",
                "/ogc/tiles/WebMercatorQuad?f=tilejson",
                "/ogc/collections/outfalls/tiles",
                "/ogc/collections/outfalls/tiles/CGCS2000Quad",
                "/ogc/styles",
                "/ogc/styles/default",
                "/ogc/collections/coastline/styles/default")) {
            assertThat(SERVER.reader().get(path).json().isObject()).as(path).isTrue();
        }
        assertThat(SERVER.reader().get("/ogc/collections/indicators/tiles").status())
                .as("a table")
                .isEqualTo(404);
        assertThat(SERVER.reader().get("/ogc/tiles/Nothing").status()).isEqualTo(404);
    }

    private static String gdal(Path folder, Client.Answer tile) throws IOException, InterruptedException {
        assertThat(tile.status()).isEqualTo(200);
        Path file = Files.write(folder.resolve("tile.pbf"), tile.bytes());
        Process process = new ProcessBuilder("ogrinfo", "-al", file.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
