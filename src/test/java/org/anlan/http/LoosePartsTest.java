package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.anlan.support.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hand-ins that come as loose files, and mapping documents over HTTP. */
class LoosePartsTest {

    private static final long MOST_BYTES = 1 << 20;

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast().takingAtMost(MOST_BYTES);

    private static Map<String, byte[]> parts(String zip) {
        Map<String, byte[]> parts = new TreeMap<>();
        Zips.entries(Shishi.handIn(zip))
                .forEach((name, bytes) -> parts.put(Path.of(name).getFileName().toString(), bytes));
        return parts;
    }

    @Test
    void looseShapefilePartsBecomeOneUploadThatIsTheSameEveryTime() {
        Map<String, byte[]> parts = parts("AX2025.zip");
        Client.Answer answer = SERVER.admin().multipart("file", parts);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode upload = answer.json();
        assertThat(upload.path("fileName").asText()).isEqualTo("AX2025.zip");
        assertThat(upload.path("parts").get(0).path("sourceName").asText()).isEqualTo("AX2025");
        assertThat(upload.path("parts").get(0).path("count").asInt()).isEqualTo(153);

        Map<String, byte[]> otherOrder = new LinkedHashMap<>();
        new TreeMap<>(parts).descendingMap().forEach(otherOrder::put);
        assertThat(SERVER.admin()
                        .multipart("file", otherOrder)
                        .json()
                        .path("sha256")
                        .asText())
                .isEqualTo(upload.path("sha256").asText());
    }

    @Test
    void aLoneShpIsReadWithTheWarningsThatItsMissingPartsAreWorth() {
        Map<String, byte[]> parts = parts("AX2025.zip");
        parts.keySet().removeIf(name -> !name.endsWith(".shp"));
        JsonNode part =
                SERVER.admin().multipart("file", parts).json().path("parts").get(0);
        assertThat(part.path("findings").findValuesAsText("code"))
                .contains("shapefile.dbf-missing", "shapefile.shx-rebuilt");
        assertThat(part.path("geometryTypes").get(0).asText()).isEqualTo("LineString");
    }

    @Test
    void whatIsNoPartOfAShapefileIsNotTakenAlong() {
        Map<String, byte[]> parts = parts("AX2025.zip");
        parts.put("说明.docx", new byte[] {1});
        Problem.assertIs(SERVER.admin().multipart("file", parts), 422, "several-files");
        Map<String, byte[]> noShapes = parts("AX2025.zip");
        noShapes.keySet().removeIf(name -> name.endsWith(".shp"));
        Problem.assertIs(SERVER.admin().multipart("file", noShapes), 422, "loose-shapefile");
        Map<String, byte[]> twice = parts("AX2025.zip");
        twice.put("ax2025.SHP", new byte[] {1});
        Problem.assertIs(SERVER.admin().multipart("file", twice), 422, "zip-duplicate-entry");
    }

    @Test
    void theLimitHoldsForAllPartsTogether() {
        Map<String, byte[]> parts = parts("AX2025.zip");
        parts.put("AX2025.sbn", new byte[(int) (MOST_BYTES * 2 / 3)]);
        parts.put("AX2025.sbx", new byte[(int) (MOST_BYTES * 2 / 3)]);
        Problem.assertIs(SERVER.admin().multipart("file", parts), 413, "upload-too-large");
    }

    @Test
    void aMappingDocumentIsFetchedAndUsedForAnotherUpload() {
        Client admin = SERVER.admin();
        String address = address(admin.upload(Shishi.handIn("AX2025.zip")).json());
        admin.send("PUT", address, "{\"parts\":[{\"index\":0,\"mapping\":{\"地名\":\"\"},\"mode\":\"upsert\"}]}");
        Client.Answer document = admin.get(address + "/mapping?part=0");
        JsonNode part = document.json().path("parts").get(0);
        assertThat(part.path("source").asText()).isEqualTo("AX*");
        assertThat(part.path("mapping").path("岸线编码").asText()).isEqualTo("seg_code");
        assertThat(part.path("mode").asText()).isEqualTo("upsert");

        String other = address(admin.upload(Shishi.handIn("AX2025.zip")).json());
        JsonNode mapped = admin.send("PUT", other + "/mapping", document.text())
                .json()
                .path("parts")
                .get(0);
        assertThat(mapped.path("mode").asText()).isEqualTo("upsert");
        assertThat(admin.get(other + "/mapping?part=0").json()).isEqualTo(document.json());

        String wrong = document.text().replace("\"mode\"", "\"moed\"");
        assertThat(Problem.assertIs(admin.send("PUT", other + "/mapping", wrong), 422, "mapping-broken"))
                .contains("/parts/0/moed");
        Problem.assertIs(
                admin.send("PUT", other + "/mapping", document.text().replace("AX*", "HX*")),
                422,
                "mapping-fits-nothing");
        Problem.assertIs(admin.get(other + "/mapping?part=7"), 404, "unknown-part");
    }

    private static String address(JsonNode upload) {
        return "/api/v1/uploads/" + upload.path("id").asText();
    }
}
