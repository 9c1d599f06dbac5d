package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anlan.casework.FieldDay;
import org.anlan.store.Actor;
import org.anlan.store.Archive;
import org.anlan.store.Attachment;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problem sites as clients see them. */
class CasesEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String CASES = "/api/v1/cases";
    private final LocalDate today = LocalDate.now(FieldDay.ZONE);

    /** A place in the red line 350581-HYHX-02 within the protected area BHD-SH, in Shenhu Bay. */
    private static final String IN_SHENHU = "{\"type\":\"Point\",\"coordinates\":[118.6779,24.6713]}";

    private static String site(String more) {
        return "\"site\":{\"title\":\"违规堆放\",\"unit\":\"永宁镇\"" + more + "}";
    }

    private static JsonNode open(String more) {
        Client.Answer answer =
                SERVER.admin().send("POST", CASES, "{" + site(more) + ",\"geometry\":" + IN_SHENHU + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static Client.Answer step(String number, String to, String more) {
        return SERVER.admin().send("POST", CASES + "/" + number + "/steps", "{\"to\":\"" + to + "\"" + more + "}");
    }

    @Test
    void oneIsOpenedWithTheLayersItMeetsAndTheirRevisions() {
        JsonNode made = open(",\"deadline\":\"" + today.plusDays(30) + "\",\"remark\":\"海边\"");
        assertThat(made.path("number").asText()).matches(today.getYear() + "-\\d{4}");
        assertThat(made.path("state").asText()).isEqualTo("found");
        assertThat(made.at("/bay/code").asText()).isEqualTo("SHW");
        assertThat(made.path("hits"))
                .isNotEmpty()
                .allMatch(hit -> hit.path("revision").asLong() > 0);
        assertThat(made.path("hits"))
                .noneMatch(hit -> hit.path("layer").asText().equals("regions"));
        assertThat(made.path("next")).hasSize(1);
        assertThat(made.at("/entries/0/author").asText()).isEqualTo("admin");
        JsonNode again =
                SERVER.admin().get(CASES + "/" + made.path("number").asText()).json();
        assertThat(again).isEqualTo(made);
    }

    @Test
    void theFeatureThatSomebodyNamesComesFirst() {
        Client.Answer made = SERVER.admin()
                .send(
                        "POST",
                        CASES,
                        "{" + site("") + ",\"geometry\":" + IN_SHENHU
                                + ",\"layer\":\"boundary-markers\",\"feature\":\"BHD-SH-001\"}");
        assertThat(made.json().at("/hits/0/feature").asText()).isEqualTo("BHD-SH-001");
        assertThat(made.json().at("/hits/0/layer").asText()).isEqualTo("boundary-markers");
    }

    @Test
    void itGoesRoundTheLoopBackWithAReasonAndIsOpenedAgain() {
        SERVER.services().access().trail().settle();
        String number = open("").path("number").asText();
        Client.Answer wrong = step(number, "reported", "");
        Problem.assertIs(wrong, 409, "illegal-step");
        assertThat(wrong.text()).contains("handed-over", "移交查处");
        JsonNode handed = step(number, "移交查处", ",\"unit\":\"市海洋局\",\"deadline\":\"" + today + "\"")
                .json();
        assertThat(handed.path("unit").asText()).isEqualTo("市海洋局");
        assertThat(handed.path("deadline").asText()).isEqualTo(today.toString());
        Problem.assertIs(step(number, "found", ""), 400, "missing-value");
        assertThat(step(number, "found", ",\"remark\":\"位置有误\"")
                        .json()
                        .at("/entries/2/kind")
                        .asText())
                .isEqualTo("return");
        for (String to : List.of("handed-over", "rectifying", "reported", "closed")) {
            assertThat(step(number, to, "").status()).isEqualTo(201);
        }
        Problem.assertIs(step(number, "closed", ""), 409, "illegal-step");
        JsonNode again = step(number, "rectifying", ",\"remark\":\"复发\"").json();
        assertThat(again.path("state").asText()).isEqualTo("rectifying");
        assertThat(again.at("/entries/7/kind").asText()).isEqualTo("reopen");
        assertThat(SERVER.services()
                        .store()
                        .audit()
                        .newest()
                        .orElseThrow()
                        .what()
                        .action())
                .isEqualTo("case.reopen");
    }

    @Test
    void aStepNamesThePhotosThatShowItAndNoOthers() throws Exception {
        String number = open("").path("number").asText();
        Archive.Kept kept =
                SERVER.services().store().archive().keep(new ByteArrayInputStream(new byte[] {1, 2, 3}), 100);
        SERVER.services()
                .store()
                .attachments()
                .add(
                        new Attachment(
                                "photo-" + number,
                                "case",
                                number,
                                "现场.jpg",
                                "image/jpeg",
                                kept.sha256(),
                                3,
                                Optional.empty(),
                                Instant.parse("2026-01-01T00:00:00Z"),
                                "admin"),
                        Actor.SYSTEM);
        String other = open("").path("number").asText();
        String photo = ",\"attachments\":[\"photo-" + number + "\"]";
        Problem.assertIs(step(other, "handed-over", photo), 404, "unknown-attachment");
        JsonNode moved = step(number, "handed-over", photo).json();
        assertThat(moved.at("/entries/1/attachments/0").asText()).isEqualTo("photo-" + number);
        assertThat(SERVER.admin().get(CASES + "/" + number).json().at("/entries/1/attachments"))
                .hasSize(1);
        assertThat(SERVER.admin().get(CASES + "/" + other).json().path("entries"))
                .hasSize(1);
    }

    @Test
    void whoeverComesSecondIsToldAndAnotherNoteIsKept() {
        String number = open("").path("number").asText();
        String note = "{\"remark\":\"电话催办\",\"after\":1}";
        assertThat(SERVER.admin()
                        .send("POST", CASES + "/" + number + "/notes", note)
                        .status())
                .isEqualTo(201);
        Problem.assertIs(SERVER.admin().send("POST", CASES + "/" + number + "/notes", note), 409, "ledger-moved");
        assertThat(SERVER.admin().get(CASES + "/" + number).json().path("entries"))
                .hasSize(2);
    }

    @Test
    void thoseThatAreOpenedAtOnceGetDifferentNumbers() throws Exception {
        int many = 8;
        ExecutorService people = Executors.newFixedThreadPool(many);
        CountDownLatch start = new CountDownLatch(1);
        Client client = SERVER.admin();
        List<Future<String>> made = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            made.add(people.submit(() -> {
                start.await();
                return client.send("POST", CASES, "{" + site("") + ",\"geometry\":" + IN_SHENHU + "}")
                        .json()
                        .path("number")
                        .asText();
            }));
        }
        start.countDown();
        List<String> numbers = new ArrayList<>();
        for (Future<String> one : made) {
            numbers.add(one.get());
        }
        people.shutdown();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("\\d{4}-\\d{4}"));
    }

    @Test
    void anImpactCheckBecomesOneWithItsVerdict() {
        Client.Answer made = SERVER.admin()
                .send("POST", CASES + "/impact", "{\"site\":{\"unit\":\"甲\"},\"impact\":{\"project\":\"CAND-A\"}}");
        JsonNode one = made.json();
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(one.at("/sourceFacts/verdict").asText()).isEqualTo("prohibited");
        JsonNode redLine = hit(one, "350581-HYHX-03");
        JsonNode expected = Shishi.checks().path("candidates").get(0).path("red_lines");
        assertThat(redLine.path("areaM2").asDouble() / 10_000)
                .isCloseTo(expected.path("350581-HYHX-03").asDouble(), within(0.001));
        assertThat(redLine.path("revision").asLong())
                .isEqualTo(one.at("/sourceFacts/revisions/red-lines").asLong());
        assertThat(one.path("title").asText()).startsWith("选址预检");
    }

    private static JsonNode hit(JsonNode one, String feature) {
        for (JsonNode hit : one.path("hits")) {
            if (hit.path("feature").asText().equals(feature)) {
                return hit;
            }
        }
        throw new AssertionError(feature + " is no hit of " + one);
    }

    @Test
    void aReadingAboveItsLimitBecomesOneOnce() {
        String body = "{\"outfall\":\"FJ-350581-0033-GY-00\",\"day\":\"" + dayOf("FJ-350581-0033-GY-00", "2024Q3")
                + "\",\"parameter\":\"cod\"}";
        Client.Answer made = SERVER.admin().send("POST", CASES + "/exceedance", body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().at("/sourceFacts/valueMgL").asDouble()).isEqualTo(136.2);
        assertThat(made.json().at("/sourceFacts/limitMgL").asDouble()).isEqualTo(80);
        assertThat(made.json().path("title").asText()).contains("136.2", "80.0");
        Problem.assertIs(SERVER.admin().send("POST", CASES + "/exceedance", body), 409, "case-exists");
        Problem.assertIs(
                SERVER.admin().send("POST", CASES + "/exceedance", body.replace("cod", "tp")), 409, "no-exceedance");
        Problem.assertIs(
                SERVER.admin().send("POST", CASES + "/exceedance", body.replace("cod", "gold")),
                400,
                "unknown-parameter");
    }

    @Test
    void readingsAboveTheirLimitsAreProposedUntilTheyHaveAProblemSite() {
        String address = CASES + "/proposals/exceedances?from=2024-01-01&to=2025-12-31";
        JsonNode proposed = SERVER.admin().get(address).json();
        int all = proposed.path("matching").asInt();
        assertThat(proposed.path("proposals")).hasSize(all);
        JsonNode sums = SERVER.admin()
                .get("/api/v1/outfalls/readings?from=2024-01-01&to=2025-12-31")
                .json();
        assertThat(all + proposed.path("known").asInt())
                .isEqualTo(sums.at("/total/exceedances").asInt());
        assertThat(proposed.at("/proposals").findValuesAsText("sampled"))
                .isSortedAccordingTo(Comparator.reverseOrder());
        JsonNode newest = proposed.at("/proposals/0");
        assertThat(newest.path("valueMgL").asDouble())
                .isGreaterThan(newest.path("limitMgL").asDouble());
        assertThat(newest.at("/geometry/type").asText()).isEqualTo("Point");
        List<String> two = List.of(
                newest.path("id").asText(), proposed.at("/proposals/1/id").asText());
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.putArray("places").add(two.get(0)).add("nix");
        Problem.assertIs(SERVER.admin().send("POST", CASES + "/exceedances", body.toString()), 404, "unknown-place");
        body.putArray("places").add(two.get(0)).add(two.get(1));
        Client.Answer opened = SERVER.admin().send("POST", CASES + "/exceedances", body.toString());
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.json().path("cases")).hasSize(2);
        assertThat(opened.json().at("/cases/0/source").asText()).isEqualTo("exceedance");
        JsonNode then = SERVER.admin().get(address).json();
        assertThat(then.path("matching").asInt()).isEqualTo(all - 2);
        assertThat(then.path("proposals").findValuesAsText("id")).doesNotContainAnyElementsOf(two);
        Problem.assertIs(SERVER.admin().send("POST", CASES + "/exceedances", body.toString()), 409, "case-exists");
        JsonNode few = SERVER.admin().get(address + "&limit=1").json();
        assertThat(few.path("proposals")).hasSize(1);
        assertThat(few.path("matching").asInt()).isEqualTo(all - 2);
    }

    private static String dayOf(String outfall, String quarter) {
        JsonNode readings = SERVER.admin()
                .get("/api/v1/layers/outfall-readings/items?limit=2000")
                .json();
        for (JsonNode one : readings.path("features")) {
            JsonNode values = one.path("properties");
            if (values.path("outfall_code").asText().equals(outfall)
                    && values.path("quarter").asText().equals(quarter)) {
                return values.path("sampled").asText();
            }
        }
        throw new AssertionError("no reading in " + quarter);
    }

    @Test
    void naturalCoastThatWasLostIsProposedAndOpenedByChoiceOnce() {
        String proposals = CASES + "/proposals?from=2015&to=2020";
        JsonNode proposed = SERVER.admin().get(proposals).json();
        double expected = 0;
        for (var one : Shishi.checks().at("/change/2015-2020").properties()) {
            expected += one.getKey().startsWith("自然岸线") ? one.getValue().asDouble() : 0;
        }
        assertThat(proposed.path("lengthM").asDouble()).isCloseTo(expected, within(0.01));
        String id = proposed.at("/proposals/0/id").asText();
        ObjectNode body =
                new ObjectMapper().createObjectNode().put("from", 2015).put("to", 2020);
        body.putArray("places").add(id);
        Client.Answer made = SERVER.admin().send("POST", CASES + "/change", body.toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String number = made.json().at("/cases/0/number").asText();
        assertThat(made.json().at("/cases/0/geometry/type").asText()).contains("LineString");
        Problem.assertIs(SERVER.admin().send("POST", CASES + "/change", body.toString()), 409, "case-exists");
        assertThat(SERVER.admin().get(proposals).json().at("/proposals/0/case").asText())
                .isEqualTo(number);
        JsonNode later =
                SERVER.admin().get(CASES + "/proposals?from=2015&to=2025").json();
        assertThat(later.path("proposals"))
                .as("the same place in another comparison")
                .anyMatch(one -> one.path("case").asText().equals(number));
        body.putArray("places").add("nix");
        Problem.assertIs(SERVER.admin().send("POST", CASES + "/change", body.toString()), 404, "unknown-place");
    }

    @Test
    void whatIsOverdueOrDueSoonIsRemindedOf() {
        String late = open(",\"found\":\"" + today.minusDays(20) + "\",\"deadline\":\"" + today.minusDays(1) + "\"")
                .path("number")
                .asText();
        String soon = open(",\"deadline\":\"" + today.plusDays(7) + "\"")
                .path("number")
                .asText();
        String far = open(",\"deadline\":\"" + today.plusDays(8) + "\"")
                .path("number")
                .asText();
        JsonNode reminders = SERVER.admin().get(CASES + "/reminders").json();
        assertThat(reminders.path("cases").findValuesAsText("number"))
                .contains(late, soon)
                .doesNotContain(far);
        assertThat(SERVER.admin()
                        .get(CASES + "?overdue=true")
                        .json()
                        .path("cases")
                        .findValuesAsText("number"))
                .contains(late)
                .doesNotContain(soon);
        assertThat(SERVER.admin()
                        .get(CASES + "?day=" + today.minusDays(15))
                        .json()
                        .path("cases")
                        .findValuesAsText("number"))
                .contains(late)
                .doesNotContain(soon);
    }

    @Test
    void statisticsAreOpenToAllAndAddUpByEveryGrouping() {
        String number = open("").path("number").asText();
        for (String to : List.of("handed-over", "rectifying", "reported", "closed")) {
            step(number, to, "");
        }
        for (String by : List.of("state", "unit", "town", "bay", "month", "source")) {
            JsonNode figure =
                    SERVER.reader().get(CASES + "/statistics?by=" + by).json();
            long opened = 0;
            for (JsonNode row : figure.path("rows")) {
                opened += row.path("opened").asLong();
            }
            assertThat(opened).as(by).isEqualTo(figure.at("/total/opened").asLong());
            assertThat(figure.at("/total/closed").asLong()).isPositive();
            assertThat(figure.at("/total/closingRatePercent").asDouble())
                    .isEqualTo(100.0
                            * figure.at("/total/closed").asLong()
                            / figure.at("/total/opened").asLong());
        }
        assertThat(SERVER.reader().get(CASES + "/statistics?by=unit&format=csv").text())
                .startsWith("\uFEFFcode,name,opened,open,closed,overdue,closing_rate_percent");
        assertThat(SERVER.reader().get(CASES + "/statistics?format=html").text())
                .contains("销号率", "监控发现");
    }

    @Test
    void listsComeAsMapTableAndPage() {
        String number = open(",\"remark\":\"=1+1\"").path("number").asText();
        JsonNode map = SERVER.admin().get(CASES + "?format=geojson").json();
        assertThat(map.path("features"))
                .anyMatch(one -> one.path("id").asText().equals(number)
                        && one.at("/geometry/type").asText().equals("Point"));
        assertThat(SERVER.admin().get(CASES + "?format=csv").text()).contains("number,state,since", number + ",found");
        assertThat(SERVER.admin().get(CASES + "?format=xlsx").text()).startsWith("PK");
        assertThat(SERVER.admin().get(CASES + "/" + number + "?format=html").text())
                .contains("问题点位 " + number, "办理过程", "<svg class=\"map\"", "SHA-256");
        assertThat(SERVER.admin().get(CASES + "/" + number + "?format=xlsx").text())
                .startsWith("PK");
    }

    @Test
    void strangersSeeNumbersOnlyAndChangeNothing() {
        String number = open("").path("number").asText();
        long before = SERVER.services().store().ledgers().newest("case");
        for (String path :
                List.of("", "/" + number, "/reminders", "/proposals?from=2015&to=2020", "/proposals/exceedances")) {
            Problem.assertIs(SERVER.reader().get(CASES + path), 401, "not-signed-in");
        }
        for (String path :
                List.of("", "/impact", "/exceedance", "/exceedances", "/change", "/" + number + "/steps", "/x/notes")) {
            Problem.assertIs(SERVER.reader().send("POST", CASES + path, "{"), 401, "not-signed-in");
        }
        assertThat(SERVER.services().store().ledgers().newest("case")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | | {} | 400 | missing-value",
                "POST | | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]}} | 400 | missing-value",
                "POST | | {\"site\":{\"title\":\"a\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[500,24]}} | 400 | geometry-not-degrees",
                "POST | | {\"site\":{\"title\":\"a\",\"found\":\"2999-01-01\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]}} | 400 | day-in-the-future",
                "POST | | {\"site\":{\"title\":\"a\",\"deadline\":\"1999-01-01\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]}} | 400 | deadline-before",
                "POST | | {\"site\":{\"title\":\"a\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},\"layer\":\"red-lines\",\"feature\":\"nix\"} | 404 | unknown-feature",
                "POST | /impact | {} | 400 | missing-value",
                "POST | /exceedance | {\"outfall\":\"nix\",\"day\":\"2024-01-01\",\"parameter\":\"cod\"} | 404 | unknown-outfall",
                "POST | /exceedances | {} | 400 | missing-value",
                "POST | /exceedances | {\"places\":[\"nix@2024-01-01/cod\"]} | 404 | unknown-outfall",
                "GET | /proposals/exceedances?from=2025-01-01&to=2024-01-01 | | 400 | bad-parameter",
                "GET | /proposals/exceedances?parameter=gold | | 400 | unknown-parameter",
                "POST | /change | {\"from\":2015,\"to\":2020} | 400 | missing-value",
                "POST | /2000-0001/steps | {\"to\":\"closed\"} | 404 | unknown-case",
                "POST | /2000-0001/steps | {\"to\":\"gone\"} | 400 | unknown-state",
                "GET | /2000-0001 | | 404 | unknown-case",
                "GET | ?state=gone | | 400 | unknown-state",
                "GET | ?day=soon | | 400 | bad-parameter",
                "GET | ?overdue=perhaps | | 400 | bad-parameter",
                "GET | /statistics?by=colour | | 400 | unknown-grouping",
                "GET | /reminders?days=-1 | | 400 | bad-parameter"
            })
    void whatCannotBeDoneIsRefused(String method, String path, String body, int status, String code) {
        long before = SERVER.services().store().ledgers().newest("case");
        String address = CASES + (path == null ? "" : path);
        Client.Answer answer = method.equals("GET")
                ? SERVER.admin().get(address)
                : SERVER.admin().send(method, address, body);
        Problem.assertIs(answer, status, code);
        assertThat(SERVER.services().store().ledgers().newest("case")).isEqualTo(before);
    }
}
