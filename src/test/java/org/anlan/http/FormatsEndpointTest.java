package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anlan.format.Gdal;
import org.anlan.format.OutFormat;
import org.anlan.format.OutFormats;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FormatsEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    @TempDir
    Path folder;

    @Test
    void theListNamesWhatCanBeHandedInAndWritten() {
        JsonNode formats = SERVER.reader().get("/api/v1/formats").json();

        assertThat(words(formats.path("in")))
                .contains("shapefile", "gpkg", "geojson", "csv", "gdb", "dxf", "tab", "mif");
        for (JsonNode in : formats.path("in")) {
            assertThat(in.path("available").isBoolean()).isTrue();
            assertThat(in.path("extensions")).isNotEmpty();
            assertThat(in.path("title").path("zh").asText()).isNotBlank();
            assertThat(in.path("title").path("en").asText()).isNotBlank();
        }
        assertThat(words(formats.path("out")))
                .containsExactlyElementsOf(
                        OutFormats.all().stream().map(OutFormat::word).toList());
        assertThat(formats.path("out").get(0).path("mediaType").asText()).contains("/");
    }

    @Test
    void aGeoPackageAndADrawingAreTakenInAsTheyAre() throws Exception {
        String survey = "/vsizip/" + Shishi.handIn("AX2025.zip").toAbsolutePath();
        Gdal.ogr2ogr(
                "-f",
                "GPKG",
                "-oo",
                "ENCODING=GBK",
                folder.resolve("AX2025.gpkg").toString(),
                survey);
        Gdal.run("ogr2ogr", "-f", "DXF", "-select", "", folder.resolve("图.dxf").toString(), survey);

        JsonNode survey2025 = part("AX2025.gpkg");
        assertThat(survey2025.path("format").asText()).isEqualTo("gpkg");
        assertThat(survey2025.path("crs").path("how").asText()).isEqualTo("declared");
        assertThat(survey2025.path("layer").asText()).isEqualTo("coastline");
        JsonNode drawing = part("图.dxf");
        assertThat(drawing.path("format").asText()).isEqualTo("dxf");
        assertThat(drawing.path("crs").path("how").asText()).isEqualTo("guessed");
    }

    private JsonNode part(String name) throws Exception {
        assertThat(Files.size(folder.resolve(name))).isPositive();
        Client.Answer answer = SERVER.admin().upload(folder.resolve(name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("parts").get(0);
    }

    private static List<String> words(JsonNode formats) {
        List<String> words = new ArrayList<>();
        formats.forEach(format -> words.add(format.path("word").asText()));
        return words;
    }
}
