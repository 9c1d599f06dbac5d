package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.anlan.store.Revision;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.anlan.support.Zips;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UploadFlowTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final String UPLOADS = "/api/v1/uploads";

    @Test
    @Order(1)
    void aHandInIsInspectedWithoutChangingAnything() {
        List<Optional<Revision>> before = SERVER.newest();
        Client.Answer answer = SERVER.admin().upload(Shishi.handIn("AX2025.zip"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace("application/json; charset=utf-8");
        JsonNode upload = answer.json();
        assertThat(keys(upload))
                .containsExactlyInAnyOrder(
                        "id", "fileName", "sha256", "bytes", "receivedAt", "state", "job", "parts", "check");
        assertThat(upload.path("id").asText()).hasSize(32);
        assertThat(upload.path("state").asText()).isEqualTo("inspected");
        assertThat(upload.path("check").isNull()).isTrue();
        JsonNode part = upload.path("parts").get(0);
        assertThat(keys(part))
                .containsExactlyInAnyOrder(
                        "index",
                        "sourceName",
                        "format",
                        "count",
                        "sampled",
                        "geometryTypes",
                        "geometryCounts",
                        "encoding",
                        "crs",
                        "fields",
                        "unmatched",
                        "layer",
                        "candidates",
                        "year",
                        "constants",
                        "codes",
                        "ignored",
                        "mode",
                        "repairs",
                        "bbox",
                        "findings");
        assertThat(part.path("sourceName").asText()).isEqualTo("AX2025");
        assertThat(part.path("count").asInt()).isEqualTo(153);
        assertThat(part.path("layer").asText()).isEqualTo("coastline");
        assertThat(part.path("year").asInt()).isEqualTo(2025);
        assertThat(part.path("encoding").toString()).startsWith("{\"charset\":\"GB18030\",\"reason\":\"assumed\",");
        assertThat(part.path("crs").path("code").asText()).isEqualTo("EPSG:4528");
        assertThat(part.path("crs").path("how").asText()).isEqualTo("matched");
        assertThat(find(part.path("fields"), "name", "岸线编码").path("mappedTo").asText())
                .isEqualTo("seg_code");
        assertThat(SERVER.newest()).isEqualTo(before);
        assertThat(SERVER.admin().get(address(upload)).text()).isEqualTo(answer.text());
    }

    @Test
    @Order(2)
    void choicesReplaceGuessesAndLeaveTheOthers() {
        Client admin = SERVER.admin();
        String address = address(admin.upload(Shishi.handIn("AX2025.zip")).json());
        JsonNode chosen = admin.send(
                        "PUT",
                        address,
                        "{\"parts\":[{\"index\":0,\"encoding\":\"GBK\",\"year\":2026,\"mapping\":{\"地名\":\"\"},"
                                + "\"constants\":{\"place\":\"试验\"}}]}")
                .json()
                .path("parts")
                .get(0);
        assertThat(chosen.path("encoding").toString())
                .as("GBK is read as what holds all of it")
                .startsWith("{\"charset\":\"GB18030\",\"reason\":\"chosen\",");
        assertThat(chosen.path("year").asInt()).isEqualTo(2026);
        assertThat(chosen.path("layer").asText()).isEqualTo("coastline");
        assertThat(chosen.path("constants").path("place").asText()).isEqualTo("试验");
        assertThat(find(chosen.path("fields"), "name", "地名").path("mappedTo").isNull())
                .isTrue();
        assertThat(find(chosen.path("fields"), "name", "岸线编码").path("mappedTo").asText())
                .isEqualTo("seg_code");
        JsonNode ignored = admin.send("PUT", address, "{\"parts\":[{\"index\":0,\"ignored\":true}]}")
                .json()
                .path("parts")
                .get(0);
        assertThat(ignored.path("ignored").asBoolean()).isTrue();
        assertThat(ignored.path("year").asInt()).as("chosen before").isEqualTo(2026);
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource(
            delimiter = '|',
            value = {
                "'layer':'nix'            | 404 | unknown-layer    | coastline",
                "'crs':'EPSG:1'           | 400 | unknown-crs      | EPSG:1",
                "'crs':'nix'              | 400 | unknown-crs      | nix",
                "'encoding':'nix'         | 400 | unknown-encoding | GBK",
                "'mapping':{'CD':'nix'}   | 400 | unknown-field    | nix",
                "'constants':{'nix':'x'}  | 400 | unknown-field    | nix",
                "'year':'soon'            | 400 | bad-json         | parts[0].year",
                "'jahr':2025              | 400 | bad-json         | jahr"
            })
    void wrongChoicesAreRefusedAndChangeNothing(String choice, int status, String code, String named) {
        Client admin = SERVER.admin();
        String address = address(admin.upload(Shishi.handIn("AX2025.zip")).json());
        String before = admin.get(address).text();
        Client.Answer answer =
                admin.send("PUT", address, ("{'parts':[{'index':0," + choice + "}]}").replace('\'', '"'));
        assertThat(Problem.assertIs(answer, status, code)).contains(named);
        assertThat(admin.get(address).text()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void aHandInIsCheckedComparedCommittedAndRolledBack() {
        Client admin = SERVER.admin();
        JsonNode upload = admin.upload(Shishi.handIn("AX2025.zip")).json();
        String address = address(upload);
        List<Optional<Revision>> before = SERVER.newest();

        JsonNode checked = admin.send("POST", address + "/check").json();
        assertThat(checked.path("state").asText()).isEqualTo("checked");
        assertThat(checked.path("check").path("errors").asInt()).isZero();
        JsonNode part = checked.path("check").path("parts").get(0);
        assertThat(keys(part))
                .containsExactlyInAnyOrder(
                        "index", "layer", "read", "added", "changed", "removed", "unchanged", "unmatched");
        assertThat(part.path("read").asInt()).isEqualTo(153);
        assertThat(part.path("added").asInt()).isEqualTo(153);
        assertThat(part.path("removed").asInt()).isZero();

        JsonNode findings = admin.get(address + "/findings").json();
        assertThat(findings.path("total").asInt())
                .isEqualTo(checked.path("check").path("warnings").asInt()
                        + checked.path("check").path("notes").asInt());
        JsonNode diff = admin.get(address + "/diff").json().path("parts").get(0);
        assertThat(diff.path("layer").asText()).isEqualTo("coastline");
        assertThat(diff.path("added")).hasSize(153);
        assertThat(diff.path("changed")).isEmpty();
        assertThat(diff.path("removed")).isEmpty();
        assertThat(SERVER.newest()).as("nothing has changed yet").isEqualTo(before);

        JsonNode made = admin.send("POST", address + "/commit", "{\"note\":\"2025年修测\"}")
                .json()
                .path("revisions")
                .get(0);
        long revision = made.path("id").asLong();
        assertThat(keys(made))
                .containsExactlyInAnyOrder(
                        "id",
                        "layer",
                        "kind",
                        "author",
                        "at",
                        "note",
                        "sourceName",
                        "sourceSha256",
                        "sourceCrs",
                        "added",
                        "changed",
                        "removed",
                        "count",
                        "current");
        assertThat(made.path("kind").asText()).isEqualTo("import");
        assertThat(made.path("author").asText()).isEqualTo("admin");
        assertThat(made.path("note").asText()).isEqualTo("2025年修测");
        assertThat(made.path("sourceName").asText()).isEqualTo("AX2025.zip");
        assertThat(made.path("sourceSha256").asText())
                .isEqualTo(upload.path("sha256").asText());
        assertThat(made.path("sourceCrs").asText()).isEqualTo("EPSG:4528");
        assertThat(ratio()).isCloseTo(Shishi.ratio(2025, "ratio_percent"), within(0.0001));
        assertThat(admin.get(address).json().path("state").asText()).isEqualTo("committed");
        Problem.assertIs(admin.send("POST", address + "/commit"), 409, "already-committed");
        Problem.assertIs(admin.send("PUT", address, "{}"), 409, "already-committed");
        Problem.assertIs(admin.send("DELETE", address), 409, "already-committed");
        assertThat(admin.get(address + "/findings").status())
                .as("the findings stay to be read")
                .isEqualTo(200);

        JsonNode revisions = revisions();
        assertThat(ids(revisions)).containsExactly(revision, 4L, 3L);
        assertThat(revisions.get(0).path("current").asBoolean()).isTrue();
        assertThat(revisions.get(1).path("current").asBoolean()).isFalse();

        Client.Answer back =
                admin.send("POST", "/api/v1/layers/coastline/rollback", "{\"revision\":4,\"note\":\"误提交\"}");
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.json().path("kind").asText()).isEqualTo("rollback");
        assertThat(back.json().path("removed").asInt()).isEqualTo(153);
        assertThat(back.json().path("note").asText()).isEqualTo("误提交");
        assertThat(ratio()).isCloseTo(Shishi.ratio(2020, "ratio_percent"), within(0.0001));
        assertThat(ids(revisions())).containsExactly(back.json().path("id").asLong(), revision, 4L, 3L);
        JsonNode then = SERVER.reader()
                .get("/api/v1/coast/retention?year=2025&revision=" + revision)
                .json();
        assertThat(then.path("total").path("ratioPercent").asDouble())
                .as("the state that was left can still be asked")
                .isCloseTo(Shishi.ratio(2025, "ratio_percent"), within(0.0001));
    }

    @Test
    @Order(5)
    void wrongDeclaredLengthsAreFoundWithTheirPlace() {
        Client admin = SERVER.admin();
        String address = address(admin.upload(Shishi.handIn("AX2015.zip")).json());
        admin.send("POST", address + "/check");
        JsonNode findings = admin.get(address + "/findings").json().path("findings");
        List<JsonNode> lengths = StreamSupport.stream(findings.spliterator(), false)
                .filter(f -> f.path("code").asText().equals("declared.length"))
                .toList();
        assertThat(lengths).hasSize(3);
        for (JsonNode finding : lengths) {
            assertThat(keys(finding))
                    .containsExactlyInAnyOrder(
                            "code", "severity", "message", "layer", "record", "featureId", "place", "field");
            assertThat(finding.path("field").asText()).isEqualTo("length_cd_km");
            assertThat(finding.path("severity").asText()).isEqualTo("warning");
            assertThat(finding.path("message").path("zh").asText()).isNotBlank();
            assertThat(finding.path("place").get(0).asDouble()).isBetween(118.5, 118.9);
            assertThat(finding.path("place").get(1).asDouble()).isBetween(24.5, 24.9);
        }
        assertThat(admin.get(address + "/findings?limit=1").json().path("findings"))
                .hasSize(1);
        Problem.assertIs(admin.get(address + "/findings?limit=0"), 400, "bad-parameter");
    }

    @Test
    @Order(6)
    void errorsStandInTheWayOfACommit() {
        Client admin = SERVER.admin();
        Map<String, byte[]> entries = Zips.entries(Shishi.handIn("AX2025.zip"));
        String address = address(admin.upload("AX2025.zip", Zips.of(entries)).json());
        admin.send("PUT", address, "{\"parts\":[{\"index\":0,\"mapping\":{\"岸线编码\":\"\"}}]}");
        List<Optional<Revision>> before = SERVER.newest();
        Client.Answer answer = admin.send("POST", address + "/commit", "{}");
        Problem.assertIs(answer, 409, "has-errors");
        assertThat(SERVER.newest()).isEqualTo(before);
        JsonNode findings = admin.get(address + "/findings").json();
        assertThat(findings.path("findings").get(0).path("severity").asText()).isEqualTo("error");
        admin.send("PUT", address, "{\"parts\":[{\"index\":0,\"mapping\":{\"岸线编码\":\"seg_code\"}}]}");
        assertThat(admin.send("POST", address + "/check")
                        .json()
                        .path("check")
                        .path("errors")
                        .asInt())
                .as("mended by another choice")
                .isZero();
    }

    @Test
    @Order(7)
    void aDroppedUploadIsClosed() {
        Client admin = SERVER.admin();
        String address = address(admin.upload(Shishi.handIn("AX2025.zip")).json());
        assertThat(admin.send("DELETE", address).json().path("state").asText()).isEqualTo("dropped");
        for (String step : List.of("/check", "/commit")) {
            Problem.assertIs(admin.send("POST", address + step), 409, "upload-dropped");
        }
        Problem.assertIs(admin.send("PUT", address, "{}"), 409, "upload-dropped");
        Problem.assertIs(admin.send("DELETE", address), 409, "upload-dropped");
    }

    @Test
    @Order(8)
    void aRollbackNamesARevisionOfTheLayer() {
        Client admin = SERVER.admin();
        String rollback = "/api/v1/layers/coastline/rollback";
        assertThat(Problem.assertIs(admin.send("POST", rollback, "{}"), 400, "missing-value"))
                .contains("revision");
        Problem.assertIs(admin.send("POST", rollback, "{\"revision\":1}"), 404, "unknown-revision");
        Problem.assertIs(admin.send("POST", rollback, "{\"revision\":999}"), 404, "unknown-revision");
        Problem.assertIs(admin.send("POST", rollback, "{\"revision\":\"x\"}"), 400, "bad-json");
        Problem.assertIs(admin.send("POST", "/api/v1/layers/nix/rollback", "{\"revision\":1}"), 404, "unknown-layer");
    }

    private static double ratio() {
        return SERVER.reader()
                .get("/api/v1/coast/retention")
                .json()
                .path("total")
                .path("ratioPercent")
                .asDouble();
    }

    private static JsonNode revisions() {
        return SERVER.reader().get("/api/v1/layers/coastline/revisions").json().path("revisions");
    }

    private static List<Long> ids(JsonNode revisions) {
        List<Long> ids = new ArrayList<>();
        revisions.forEach(r -> ids.add(r.path("id").asLong()));
        return ids;
    }

    private static String address(JsonNode upload) {
        return UPLOADS + "/" + upload.path("id").asText();
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static JsonNode find(JsonNode list, String key, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
