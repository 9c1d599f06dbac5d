package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The impact check of a project that comes as a file. */
class ImpactUploadTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final double HALF_A_DIGIT_M2 = 0.5;

    private static final Path CANDIDATES = Path.of("data/shishi/handins/JSXM.zip");

    private static Client.Answer ask(String fileName, byte[] file, Map<String, String> fields) {
        return SERVER.reader().form("/api/v1/impact", "file", Map.of(fileName, file), fields);
    }

    private static byte[] candidates() throws IOException {
        return Files.readAllBytes(CANDIDATES);
    }

    /** The candidates without those entries of the zip. */
    private static byte[] candidatesWithout(Predicate<String> entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(CANDIDATES));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                if (!entry.test(next.getName())) {
                    out.putNextEntry(new ZipEntry(next.getName()));
                    in.transferTo(out);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] json(String geometry) {
        return geometry.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFeatureOfAShapefileIsWhatWasComputedElsewhere() throws IOException {
        for (int i = 0; i < 3; i++) {
            JsonNode expected = Shishi.checks().path("candidates").get(i);
            JsonNode report = ask(
                            "JSXM.zip",
                            candidates(),
                            Map.of("feature", Integer.toString(i + 1), "year", "2020", "day", "2025-06-01"))
                    .json();
            assertThat(report.at("/footprint/areaM2").asDouble())
                    .isCloseTo(expected.path("area_ha").asDouble() * 10_000, within(HALF_A_DIGIT_M2));
            double coastM = 0;
            for (JsonNode metres : expected.at("/coast_m/2020")) {
                coastM += metres.asDouble();
            }
            assertThat(report.at("/coast/lengthM").asDouble()).isCloseTo(coastM, within(0.01));
            assertThat(report.path("day").asText()).isEqualTo("2025-06-01");
        }
    }

    @Test
    void allFeaturesAreOneProjectWhenNoneIsNamed() throws IOException {
        double areaM2 = 0;
        for (JsonNode one : Shishi.checks().path("candidates")) {
            areaM2 += one.path("area_ha").asDouble() * 10_000;
        }
        Client.Answer answer = ask("JSXM.zip", candidates(), Map.of());
        assertThat(answer.json().at("/footprint/areaM2").asDouble()).isCloseTo(areaM2, within(3 * HALF_A_DIGIT_M2));
        assertThat(SERVER.admin().get("/api/v1/uploads").json().path("uploads")).isEmpty();
    }

    @Test
    void aFileThatDoesNotSayItsSystemIsReadInTheOneThatIsChosen() throws IOException {
        byte[] silent = candidatesWithout(name -> name.endsWith(".prj"));
        Client.Answer asked = ask("JSXM.zip", silent, Map.of());
        assertThat(Problem.assertIs(asked, 422, "crs-unconfirmed")).contains("crs=EPSG:4528");
        assertThat(asked.json().at("/asks/field").asText()).isEqualTo("crs");
        assertThat(asked.json().at("/asks/choices/0/value").asText()).isEqualTo("EPSG:4528");
        assertThat(asked.json().at("/asks/choices/0/label/zh").asText()).contains("在本地");
        assertThat(ask("JSXM.zip", silent, Map.of("crs", "EPSG:4528", "feature", "1"))
                        .json()
                        .at("/footprint/areaM2")
                        .asDouble())
                .isCloseTo(41_598, within(HALF_A_DIGIT_M2));
    }

    /** What is asked about the shape then is the same as what is asked about the file. */
    @Test
    void theShapeInAFileIsGivenToBeAskedAboutMoreThanOnce() throws IOException {
        JsonNode found = SERVER.reader()
                .form("/api/v1/impact/shape", "file", Map.of("JSXM.zip", candidates()), Map.of("feature", "1"))
                .json();
        assertThat(found.path("features").asInt()).isEqualTo(3);
        assertThat(found.path("crs").asText()).isEqualTo("EPSG:4528");
        assertThat(found.path("layer").asText()).isEqualTo("HXXZ");
        assertThat(found.at("/crsReason/zh").asText()).isNotBlank();
        JsonNode report = SERVER.reader()
                .send("POST", "/api/v1/impact", "{\"geometry\":" + found.path("geometry") + "}")
                .json();
        assertThat(report.at("/footprint/areaM2").asDouble()).isCloseTo(41_598, within(HALF_A_DIGIT_M2));
        Problem.assertIs(
                SERVER.reader()
                        .form("/api/v1/impact/shape", "file", Map.of("JSXM.zip", candidates()), Map.of("year", "2020")),
                400,
                "bad-parameter");
        Problem.assertIs(SERVER.reader().send("POST", "/api/v1/impact/shape", "{}"), 400, "no-file");
    }

    @Test
    void aBareGeometryIsAFileToo() {
        assertThat(ask("a.geojson", json("{'type':'Point','coordinates':[118.7,24.7]}"), Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(ask(
                                "a.kml",
                                json("<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark><Point>"
                                        + "<coordinates>118.7,24.7</coordinates></Point></Placemark></kml>"),
                                Map.of("nearM", "100"))
                        .json()
                        .path("nearM")
                        .asDouble())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "feature, 99, 422, no-such-feature",
        "feature, 0, 400, bad-parameter",
        "layer, nix, 422, no-such-layer",
        "crs, EPSG:1, 400, unknown-crs",
        "crs, EPSG:4490, 422, geometry-outside-crs",
        "year, soon, 400, bad-parameter",
        "year, 1900, 404, unknown-year",
        "day, soon, 400, bad-parameter",
        "nearM, far, 400, bad-parameter",
        "nearM, NaN, 400, bad-parameter",
        "project, CAND-A, 400, bad-parameter",
        "activity, x, 400, unknown-activity"
    })
    void aFieldThatCannotBeFollowedIsRefused(String field, String value, int status, String code) throws IOException {
        Problem.assertIs(ask("JSXM.zip", candidates(), Map.of(field, value)), status, code);
    }

    @Test
    void filesThatAreNoShapeAreRefused() throws IOException {
        byte[] whole = candidates();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Problem.assertIs(ask("JSXM.zip", half, Map.of()), 422, "zip-broken");
        Problem.assertIs(ask("a.bin", new byte[100], Map.of()), 422, "unknown-format");
        Problem.assertIs(ask("a.geojson", new byte[0], Map.of()), 422, "empty-file");
        Problem.assertIs(
                ask("a.geojson", json("{'type':'FeatureCollection','features':[]}"), Map.of()), 400, "bad-geometry");
        Problem.assertIs(
                SERVER.reader().form("/api/v1/impact", "file", Map.of(), Map.of("year", "2020")), 400, "no-file");
        Problem.assertIs(
                ask("a.geojson", json("{'type':'Polygon','coordinates':[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}"), Map.of()),
                400,
                "geometry-crosses-itself");
    }

    @Test
    void moreVerticesThanCanBeLookedAtAreRefused() {
        StringBuilder line = new StringBuilder("{'type':'LineString','coordinates':[[118,24]");
        for (int i = 0; i < 100_000; i++) {
            line.append(",[118.").append(100_000 + i).append(",24.5]");
        }
        Problem.assertIs(ask("a.geojson", json(line + "]}"), Map.of()), 400, "geometry-too-large");
    }
}
