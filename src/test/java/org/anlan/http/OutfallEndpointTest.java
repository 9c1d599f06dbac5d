package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.anlan.base.ChinaTime;
import org.anlan.intake.Progress;
import org.anlan.store.Actor;
import org.anlan.store.Archive;
import org.anlan.store.Attachment;
import org.anlan.store.Upload;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutfallEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String ALL = "/api/v1/outfalls";

    /** Surveyed, and not yet monitored. */
    private static String surveyed(int which) {
        return SERVER.admin()
                .get(ALL + "?kind=sea&state=surveyed&limit=10")
                .json()
                .at("/outfalls/" + which + "/code")
                .asText();
    }

    private static Client.Answer step(String code, String step, String on, String remark) {
        return SERVER.admin()
                .send(
                        "POST",
                        ALL + "/" + code + "/steps",
                        "{\"step\":\"" + step + "\",\"on\":\"" + on + "\",\"remark\":\"" + remark + "\"}");
    }

    private static JsonNode archive(String code) {
        Client.Answer answer = SERVER.admin().get(ALL + "/" + code);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode statistics(String question) {
        Client.Answer answer = SERVER.reader().get(ALL + "/statistics" + question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static void made(Client.Answer answer, String state) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("state").asText()).isEqualTo(state);
    }

    @Test
    void anOutfallGoesThroughItsLifeAndEveryDayIsRemembered() {
        String code = surveyed(0);
        JsonNode before = archive(code);
        assertThat(before.path("allowedSteps")).hasSize(1);
        Client.Answer skipped = step(code, "written-off", "2025-08-01", "");
        Problem.assertIs(skipped, 409, "step-not-allowed");
        assertThat(skipped.json().path("detail").asText()).contains("monitored");
        made(step(code, "monitored", "2025-08-01", "一次采样"), "monitored");
        made(step(code, "traced", "2025-08-10", ""), "traced");
        Problem.assertIs(step(code, "planned", "2025-08-09", ""), 409, "step-before-another");
        made(step(code, "planned", "2025-08-20", ""), "planned");
        made(step(code, "remediating", "2025-09-01", ""), "remediating");
        made(step(code, "awaiting-acceptance", "2025-10-01", ""), "awaiting-acceptance");
        Problem.assertIs(step(code, "returned", "2025-10-05", ""), 400, "bad-entry");
        made(step(code, "returned", "2025-10-05", "雨污未分流"), "remediating");
        made(step(code, "awaiting-acceptance", "2025-11-01", ""), "awaiting-acceptance");
        made(step(code, "written-off", "2025-11-20", ""), "written-off");
        made(step(code, "reopened", "2026-02-01", "再次出水"), "reopened");
        JsonNode after = archive(code);
        assertThat(after.at("/outfall/state").asText()).isEqualTo("reopened");
        assertThat(after.path("steps")).hasSize(9);
        assertThat(after.at("/steps/0/from").asText()).isEqualTo("surveyed");
        assertThat(after.at("/entries/0/author").asText()).isEqualTo("admin");
        assertThat(after.path("allowedSteps")).hasSize(4);
        assertThat(statistics("?kind=sea&on=2025-11-30").at("/total/writtenOff").asInt())
                .isEqualTo(statistics("?kind=sea&on=2025-11-19")
                                .at("/total/writtenOff")
                                .asInt()
                        + 1);
    }

    @Test
    void aWrongStepIsPutRightByALaterEntryAndStaysInTheHistory() {
        String code = surveyed(1);
        made(step(code, "monitored", "2025-08-01", ""), "monitored");
        made(step(code, "traced", "2025-08-10", "误登"), "traced");
        Client client = SERVER.admin();
        String corrections = ALL + "/" + code + "/corrections";
        Problem.assertIs(
                client.send("POST", corrections, "{\"replaces\":1,\"reason\":\"误登\"}"), 409, "step-not-allowed");
        Problem.assertIs(client.send("POST", corrections, "{\"replaces\":2}"), 400, "bad-entry");
        Problem.assertIs(client.send("POST", corrections, "{\"replaces\":9,\"reason\":\"x\"}"), 404, "unknown-entry");
        made(client.send("POST", corrections, "{\"replaces\":2,\"reason\":\"误登\"}"), "monitored");
        Problem.assertIs(
                client.send("POST", corrections, "{\"replaces\":2,\"reason\":\"误登\"}"), 409, "already-replaced");
        made(
                client.send(
                        "POST",
                        corrections,
                        "{\"replaces\":1,\"reason\":\"日期\",\"step\":{\"step\":\"monitored\",\"on\":\"2025-08-03\"}}"),
                "monitored");
        JsonNode after = archive(code);
        assertThat(after.path("steps")).hasSize(1);
        assertThat(after.at("/steps/0/on").asText()).isEqualTo("2025-08-03");
        assertThat(after.at("/steps/0/from").asText()).isEqualTo("surveyed");
        assertThat(after.path("entries")).hasSize(4);
        assertThat(after.at("/entries/1/replaced").asBoolean()).isTrue();
        assertThat(after.at("/entries/3/replaced").asBoolean()).isFalse();
    }

    @Test
    void aPlanHasTasksThatAreDoneOrOverdue() {
        String code = surveyed(2);
        Client client = SERVER.admin();
        Problem.assertIs(
                client.send("POST", ALL + "/" + code + "/tasks/1/done", "{\"on\":\"2025-09-01\"}"), 409, "no-plan");
        Client.Answer planned = client.send(
                "POST",
                ALL + "/" + code + "/plan",
                "{\"on\":\"2025-08-01\",\"title\":\"雨污分流\",\"unit\":\"蚶江镇\",\"deadline\":\"2025-10-31\",\"tasks\":["
                        + "{\"what\":\"溯源排查\",\"unit\":\"镇\",\"deadline\":\"2025-08-31\"},{\"what\":\"改管\",\"unit\":\"镇\",\"deadline\":\"2025-09-30\"}]}");
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        made(client.send("POST", ALL + "/" + code + "/tasks/1/done", "{\"on\":\"2025-08-28\"}"), "surveyed");
        Problem.assertIs(
                client.send("POST", ALL + "/" + code + "/tasks/1/done", "{\"on\":\"2025-08-28\"}"), 409, "task-done");
        Problem.assertIs(client.send("POST", ALL + "/" + code + "/tasks/3/done", "{}"), 404, "unknown-task");
        JsonNode plan = archive(code).path("plan");
        assertThat(plan.at("/tasks/0/doneOn").asText()).isEqualTo("2025-08-28");
        assertThat(plan.at("/tasks/1/overdue").asBoolean()).isTrue();
        assertThat(archive(code).at("/outfall/overdue").asBoolean()).isTrue();
        JsonNode months = statistics("?kind=sea&on=2025-09-15").path("months");
        assertThat(months).anySatisfy(month -> assertThat(month.toString())
                .isEqualTo("{\"month\":\"2025-08\",\"outfallsDue\":0,\"outfallsDone\":0,\"outfallsOverdue\":0,"
                        + "\"tasksDue\":1,\"tasksDone\":1,\"tasksOverdue\":0}"));
    }

    @Test
    void aMapIsToldWhereOutfallsLieTheirStateAndWhichAreAboveALimit() {
        JsonNode list = SERVER.admin().get(ALL + "?limit=1000").json().path("outfalls");
        JsonNode features =
                SERVER.admin().get(ALL + "?limit=1000&format=geojson").json().path("features");
        assertThat(features).hasSameSizeAs(list);
        for (int i = 0; i < list.size(); i++) {
            JsonNode line = list.get(i);
            JsonNode feature = features.get(i);
            assertThat(feature.at("/geometry/coordinates/0")).isEqualTo(line.path("lon"));
            assertThat(feature.at("/geometry/coordinates/1")).isEqualTo(line.path("lat"));
            assertThat(feature.at("/properties/state")).isEqualTo(line.path("state"));
            assertThat(feature.at("/properties/exceeding")).isEqualTo(line.path("exceeding"));
        }
        assertThat(SERVER.admin()
                        .get(ALL + "?limit=1000&exceeding=true&format=geojson")
                        .json()
                        .path("features"))
                .isNotEmpty();
    }

    @Test
    void sourcesAreLinkedOnceAndLedInBothDirections() throws Exception {
        byte[] sources =
                "污染源编码,污染源名称,污染源类型,对应排污口编码,经度,纬度\nS-1,某厂,工矿企业,FJ-350581-0001-NY-00;FJ-350581-0002-QT-00,118.65,24.78\n"
                        .getBytes(StandardCharsets.UTF_8);
        Upload upload = SERVER.services().intake().receive("污染源.csv", new ByteArrayInputStream(sources));
        assertThat(SERVER.services()
                        .intake()
                        .commit(upload, Actor.SYSTEM, "", Progress.SILENT)
                        .report()
                        .blocked())
                .isFalse();
        Client client = SERVER.admin();
        String path = ALL + "/FJ-350581-0003-NY-00/sources";
        Problem.assertIs(client.send("POST", path, "{\"source\":\"S-9\"}"), 404, "unknown-source");
        assertThat(client.send("POST", path, "{\"source\":\"S-1\"}").status()).isEqualTo(201);
        Problem.assertIs(client.send("POST", path, "{\"source\":\"S-1\"}"), 409, "source-linked");
        Problem.assertIs(
                client.send("POST", ALL + "/FJ-350581-0001-NY-00/sources", "{\"source\":\"S-1\"}"),
                409,
                "source-linked");
        JsonNode source = archive("FJ-350581-0003-NY-00").at("/sources/0");
        assertThat(source.path("name").asText()).isEqualTo("某厂");
        assertThat(source.path("outfalls")).hasSize(3);
        String unlinked = "{\"source\":\"S-1\",\"linked\":false}";
        assertThat(client.send("POST", ALL + "/FJ-350581-0001-NY-00/sources", unlinked)
                        .status())
                .isEqualTo(201);
        Problem.assertIs(
                client.send("POST", ALL + "/FJ-350581-0001-NY-00/sources", unlinked), 409, "source-not-linked");
        assertThat(archive("FJ-350581-0001-NY-00").path("sources")).isEmpty();
        assertThat(archive("FJ-350581-0003-NY-00").at("/sources/0/outfalls")).hasSize(2);
    }

    @Test
    void filesHoldAllThatMatchWhilePagesComePartByPart() {
        assertThat(SERVER.admin().get(ALL).json().path("outfalls")).hasSize(100);
        assertThat(SERVER.admin().get(ALL + "?format=csv").text().lines()).hasSize(1 + 292);
        assertThat(SERVER.admin().get(ALL + "?format=csv&kind=river").text().lines())
                .hasSize(1 + 80);
        assertThat(SERVER.admin().get(ALL + "?format=csv&limit=7").text().lines())
                .hasSize(1 + 7);
        assertThat(SERVER.admin().get(ALL + "?format=xlsx").status()).isEqualTo(200);
    }

    @Test
    void permitsSignsAndAttachmentsAreInTheArchive() throws Exception {
        String code = SERVER.admin()
                .get(ALL + "?kind=sea&limit=5")
                .json()
                .at("/outfalls/4/code")
                .asText();
        Client client = SERVER.admin();
        assertThat(client.send(
                                "POST",
                                ALL + "/" + code + "/permit",
                                "{\"number\":\"许-1\",\"holder\":\"某厂\",\"to\":\"2027-12-31\"}")
                        .status())
                .isEqualTo(201);
        assertThat(client.send(
                                "POST",
                                ALL + "/" + code + "/signs",
                                "{\"name\":\"入海排污口\",\"lon\":118.6,\"lat\":24.7,\"phone\":\"12345\"}")
                        .status())
                .isEqualTo(201);
        Archive.Kept kept =
                SERVER.services().store().archive().keep(new ByteArrayInputStream(new byte[] {1, 2, 3}), 100);
        SERVER.services()
                .store()
                .attachments()
                .add(
                        new Attachment(
                                "a-1",
                                "outfall",
                                code,
                                "现场.jpg",
                                "image/jpeg",
                                kept.sha256(),
                                3,
                                Optional.empty(),
                                Instant.parse("2026-01-01T00:00:00Z"),
                                "admin"),
                        Actor.SYSTEM);
        JsonNode archive = archive(code);
        assertThat(archive.at("/permit/entry/number").asText()).isEqualTo("许-1");
        assertThat(archive.at("/signs/0/entry/phone").asText()).isEqualTo("12345");
        assertThat(archive.at("/attachments/0/name").asText()).isEqualTo("现场.jpg");
        String next = archive.at("/allowedSteps/0").asText();
        String body = "{\"step\":\"" + next + "\",\"on\":\"2026-01-01\",\"remark\":\"x\",\"attachments\":[\"%s\"]}";
        Problem.assertIs(
                client.send("POST", ALL + "/" + code + "/steps", String.format(body, "a-9")),
                404,
                "unknown-attachment");
        assertThat(client.send("POST", ALL + "/" + code + "/steps", String.format(body, "a-1"))
                        .status())
                .isEqualTo(201);
        assertThat(SERVER.admin().get(ALL + "/" + code + "?format=html").text())
                .contains("排污口档案", "许-1", "一级分类")
                .doesNotContain(">cat1<", ">outfall_code<", "图层 outfalls ");
        assertThat(SERVER.admin()
                        .get(ALL + "/FJ-350581-0014-SH-00/readings?format=html")
                        .text())
                .contains("化学需氧量")
                .doesNotContain(">cod<");
        assertThat(SERVER.admin().get(ALL + "/" + code + "?format=xlsx").status())
                .isEqualTo(200);
    }

    @Test
    void aReadingIsConvertedKeptAndComparedWithItsLimit() {
        String code = "FJ-350581-0014-SH-00";
        String path = ALL + "/" + code + "/readings";
        Client.Answer made = SERVER.admin()
                .send(
                        "POST",
                        path,
                        "{\"sampled\":\"2026-02-11\",\"values\":{\"cod\":61000,\"tp\":0.2},\"units\":{\"cod\":\"μg/L\"}}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("kind").asText()).isEqualTo("edit");
        JsonNode series = SERVER.admin().get(path + "?from=2026-01-01").json();
        assertThat(series.at("/readings/0/values/cod").asDouble()).isEqualTo(61.0);
        assertThat(series.at("/readings/0/exceeding/0").asText()).isEqualTo("cod");
        assertThat(SERVER.admin()
                        .send("POST", path, "{\"sampled\":\"2026-02-11\",\"values\":{\"cod\":41}}")
                        .status())
                .isEqualTo(201);
        JsonNode corrected = SERVER.admin().get(path + "?from=2026-01-01").json();
        assertThat(corrected.at("/readings/0/values/cod").asDouble()).isEqualTo(41.0);
        assertThat(corrected.at("/readings/0/values/tp").asDouble()).isEqualTo(0.2);
        assertThat(SERVER.admin().get(path + "?from=2026-01-01&format=csv").text())
                .contains(
                        "outfall_code,sampled,parameter,value,unit,limit,exceeding",
                        code + ",2026-02-11,cod,41.0,mg/L,50.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sampled\":\"%s\",\"values\":{\"cod\":1}} | 400 | date-in-the-future",
                "{\"sampled\":\"2025-01-01\",\"values\":{\"cod\":-1}} | 400 | bad-reading",
                "{\"sampled\":\"2025-01-01\",\"values\":{}} | 400 | bad-reading",
                "{\"sampled\":\"2025-01-01\",\"values\":{\"cod\":null}} | 400 | bad-reading",
                "{\"values\":{\"cod\":1}} | 400 | bad-reading",
                "{\"sampled\":\"2025-01-01\",\"values\":{\"zn\":1}} | 400 | unknown-parameter",
                "{\"sampled\":\"2025-01-01\",\"values\":{\"cod\":1},\"units\":{\"cod\":\"mg/kg\"}} | 400 | wrong-unit",
                "{\"sampled\":\"2025-01-01\",\"values\":{\"cod\":1},\"units\":{\"cod\":\"kg/L\"}} | 400 | bad-reading",
                "{\"sampled\":\"2025-01-01\",\"values\":{\"cod\":1},\"units\":{\"tp\":\"kg/L\"}} | 400 | bad-reading"
            })
    void badReadingsAreRefusedAndNothingChanges(String body, int status, String code) {
        var before = SERVER.newest();
        String tomorrow = ChinaTime.today().plusDays(1).toString();
        Problem.assertIs(
                SERVER.admin().send("POST", ALL + "/FJ-350581-0014-SH-00/readings", body.replace("%s", tomorrow)),
                status,
                code);
        assertThat(SERVER.newest()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps | {\"step\":\"monitored\",\"on\":\"%s\"} | 400 | date-in-the-future",
                "steps | {\"step\":\"monitored\"} | 400 | bad-entry",
                "steps | {\"step\":\"fly\",\"on\":\"2025-09-01\"} | 400 | bad-entry",
                "steps | {\"on\":\"2025-09-01\"} | 400 | bad-entry",
                "steps | {\"step\":\"monitored\",\"on\":\"yesterday\"} | 400 | bad-json",
                "steps | {\"step\":\"monitored\",\"on\":\"2024-01-01\"} | 409 | step-before-another",
                "corrections | {\"reason\":\"x\"} | 400 | missing-value",
                "plan | {\"title\":\"x\"} | 400 | bad-entry",
                "plan | {\"title\":\"x\",\"unit\":\"y\",\"deadline\":\"2026-01-01\",\"tasks\":[{\"what\":\"z\"}]} | 400 | bad-entry",
                "permit | {} | 400 | bad-entry",
                "permit | {\"number\":\"1\",\"from\":\"2025-02-01\",\"to\":\"2025-01-01\"} | 400 | bad-entry",
                "signs | {\"name\":\"x\",\"lon\":118.6} | 400 | bad-entry",
                "signs | {\"name\":\"x\",\"lon\":1186,\"lat\":24} | 400 | bad-entry",
                "tasks/one/done | {} | 400 | bad-parameter"
            })
    void badEntriesAreRefusedAndNothingChanges(String what, String body, int status, String code) {
        long before = SERVER.services().store().ledgers().newest("outfall");
        String tomorrow = ChinaTime.today().plusDays(1).toString();
        String outfall = surveyed(3);
        Problem.assertIs(
                SERVER.admin().send("POST", ALL + "/" + outfall + "/" + what, body.replace("%s", tomorrow)),
                status,
                code);
        assertThat(SERVER.services().store().ledgers().newest("outfall")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps", "corrections", "sources", "plan", "tasks/1/done", "permit", "signs", "readings"})
    void aStrangerEntersNothing(String what) {
        Problem.assertIs(SERVER.reader().send("POST", ALL + "/X/" + what, "{}"), 401, "not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/checks", "/readings?limit=5", "/FJ-350581-0001-NY-00", "/FJ-350581-0001-NY-00/readings"})
    void singleOutfallsAreNotShownToStrangers(String path) {
        Problem.assertIs(SERVER.reader().get(ALL + path), 401, "not-signed-in");
        assertThat(SERVER.admin().get(ALL + path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/NIX, 404, unknown-outfall",
        "/statistics?by=colour, 400, bad-parameter",
        "/statistics?on=then, 400, bad-parameter",
        "/statistics?kind=sky, 400, unknown-kind",
        "?overdue=maybe, 400, bad-parameter",
        "/readings?by=day, 400, bad-parameter",
        "/FJ-350581-0001-NY-00/readings?parameter=zn, 400, unknown-parameter"
    })
    void whatCannotBeAnsweredIsRefused(String path, int status, String code) {
        Problem.assertIs(SERVER.admin().get(ALL + path), status, code);
    }

    @Test
    void figuresAreForEverybodyInEveryForm() {
        assertThat(statistics("?by=town&kind=river").path("rows")).hasSize(5);
        for (String format : new String[] {"csv", "html", "xlsx"}) {
            assertThat(SERVER.reader()
                            .get(ALL + "/statistics?by=state&format=" + format)
                            .status())
                    .isEqualTo(200);
            assertThat(SERVER.reader().get(ALL + "/readings?format=" + format).status())
                    .isEqualTo(200);
            assertThat(SERVER.admin().get(ALL + "/checks?format=" + format).status())
                    .isEqualTo(200);
            assertThat(SERVER.admin().get(ALL + "?format=" + format).status()).isEqualTo(200);
        }
        assertThat(LocalDate.parse(statistics("").path("on").asText())).isEqualTo(ChinaTime.today());
    }
}
