package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anlan.access.Role;
import org.anlan.store.AuditEntry;
import org.anlan.support.Client;
import org.anlan.support.Photo;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of one outfall from survey to write-off, by the GIS editor, the town's ledger officer and the administrator, through HTTP only, on both stores. */
class OutfallLifeTest {

    private static final String CODE = "FJ-350581-9001-GY-00";
    private static final String ONE = "/api/v1/outfalls/" + CODE;
    private static final String HAND_IN = "排污口编码,排污口名称,类别,一级分类,经度,纬度,所在镇街,乡镇代码,执行标准,整治措施,整治状态\n" + CODE
            + ",某印染厂入海排口,入海,工业排污口,118.6452,24.7842,蚶江镇,350581102,GB 4287-2012,规范,已排查\n";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOutfallIsSurveyedRemediatedAndWrittenOffByThoseWhoMayAndTheAuditLogTellsAllOfIt(boolean inPostgis)
            throws IOException {
        RunningServer usual = RunningServer.withDemonstration();
        try (RunningServer server = (inPostgis ? usual.inPostgis() : usual).start()) {
            play(server);
        }
    }

    private static void play(RunningServer server) {
        Client editor = server.as(Role.EDITOR);
        Client officer = server.as(List.of("350581102"), Role.OFFICER);
        Client stranger = server.as(List.of("350581106"), Role.OFFICER);
        Client admin = server.admin();
        JsonNode before = statistics(server);

        handIn(editor);
        assertThat(archive(officer).at("/outfall/state").asText()).isEqualTo("surveyed");
        Problem.assertIs(step(server.reader(), "monitored", "2025-01-10", ""), 401, "not-signed-in");
        Problem.assertIs(step(editor, "monitored", "2025-01-10", ""), 403, "not-permitted");
        Problem.assertIs(step(stranger, "monitored", "2025-01-10", ""), 403, "not-your-region");
        Problem.assertIs(step(officer, "written-off", "2025-01-10", ""), 409, "step-not-allowed");

        done(officer.send("POST", ONE + "/readings", "{\"sampled\":\"2025-01-09\",\"values\":{\"cod\":95.5}}"));
        done(step(officer, "monitored", "2025-01-10", "首次采样，COD 超标"));
        JsonNode line = archive(officer).path("outfall");
        assertThat(line.path("exceeding").asBoolean()).isTrue();
        done(step(officer, "traced", "2025-02-01", "来自某印染厂"));
        done(step(officer, "planned", "2025-03-01", ""));
        done(officer.send(
                "POST",
                ONE + "/plan",
                "{\"on\":\"2025-03-01\",\"title\":\"一口一策\",\"unit\":\"蚶江镇政府\",\"deadline\":\"2025-06-30\","
                        + "\"tasks\":[{\"what\":\"改造处理设施\",\"unit\":\"某印染厂\",\"deadline\":\"2025-05-31\"}]}"));
        done(step(officer, "remediating", "2025-03-15", ""));
        done(officer.send("POST", ONE + "/tasks/1/done", "{\"on\":\"2025-05-20\"}"));
        Client.Answer photo = officer.multipart(
                "/api/v1/attachments/outfall/" + CODE, "file", Map.of("整治后.jpg", Photo.plain("jpeg", 40, 30)));
        done(photo);
        done(officer.send(
                "POST",
                ONE + "/steps",
                "{\"step\":\"awaiting-acceptance\",\"on\":\"2025-06-01\",\"attachments\":[\""
                        + photo.json().path("id").asText() + "\"]}"));
        done(step(admin, "returned", "2025-06-10", "标识牌未立"));
        assertThat(archive(officer).at("/outfall/state").asText()).isEqualTo("remediating");
        done(officer.send(
                "POST",
                ONE + "/signs",
                "{\"on\":\"2025-06-15\",\"name\":\"某印染厂入海排口\",\"lon\":118.6452,\"lat\":24.7842,\"unit\":\"某印染厂\"}"));
        done(step(officer, "awaiting-acceptance", "2025-06-20", ""));
        done(step(admin, "written-off", "2025-06-25", ""));

        JsonNode archive = archive(officer);
        assertThat(archive.at("/outfall/state").asText()).isEqualTo("written-off");
        assertThat(archive.path("steps").findValuesAsText("step"))
                .containsExactly(
                        "monitored",
                        "traced",
                        "planned",
                        "remediating",
                        "awaiting-acceptance",
                        "returned",
                        "awaiting-acceptance",
                        "written-off");
        JsonNode after = statistics(server);
        assertThat(after.path("writtenOff").asInt())
                .isEqualTo(before.path("writtenOff").asInt() + 1);
        assertThat(after.path("outfalls").asInt())
                .isEqualTo(before.path("outfalls").asInt() + 1);
        assertThat(onDay(server, "2025-06-12").path("writtenOff").asInt())
                .isEqualTo(onDay(server, "2025-06-24").path("writtenOff").asInt());
        audit(server);
    }

    private static void handIn(Client editor) {
        Client.Answer received = editor.upload("新增排污口.csv", HAND_IN.getBytes(StandardCharsets.UTF_8));
        done(received);
        String upload = "/api/v1/uploads/" + received.json().path("id").asText();
        Client.Answer chosen =
                editor.send("PUT", upload, "{\"parts\":[{\"index\":0,\"layer\":\"outfalls\",\"mode\":\"upsert\"}]}");
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(200);
        Client.Answer checked = editor.send("POST", upload + "/check", "{}");
        assertThat(checked.status()).as(checked.text()).isEqualTo(200);
        done(editor.send("POST", upload + "/commit", "{\"note\":\"新增一口\"}"));
    }

    private static Client.Answer step(Client who, String step, String on, String remark) {
        return who.send(
                "POST",
                ONE + "/steps",
                "{\"step\":\"" + step + "\",\"on\":\"" + on + "\",\"remark\":\"" + remark + "\"}");
    }

    private static void done(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private static JsonNode archive(Client who) {
        Client.Answer answer = who.get(ONE);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode statistics(RunningServer server) {
        return server.reader()
                .get("/api/v1/outfalls/statistics?kind=sea")
                .json()
                .path("total");
    }

    private static JsonNode onDay(RunningServer server, String day) {
        return server.reader()
                .get("/api/v1/outfalls/statistics?kind=sea&on=" + day)
                .json()
                .path("total");
    }

    private static void audit(RunningServer server) {
        List<AuditEntry> entries = new ArrayList<>();
        server.services().store().audit().all(entries::add);
        String before = AuditEntry.BEGINNING;
        for (AuditEntry entry : entries) {
            assertThat(entry.follows(before)).as("entry %d", entry.seq()).isTrue();
            before = entry.hash();
        }
        assertThat(entries)
                .filteredOn(entry -> entry.what().action().equals("outfall.step")
                        && entry.what().subject().equals(CODE))
                .hasSize(8)
                .allSatisfy(entry -> assertThat(entry.actor().from()).isNotBlank());
        JsonNode shown = server.admin()
                .get("/api/v1/audit?subject=" + CODE + "&limit=100")
                .json();
        assertThat(shown.toString()).contains("outfall.plan").contains("outfall.attachment");
    }
}
