package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.anlan.access.Role;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features changed by hand, over HTTP. */
class EditsEndpointTest {

    private static final String EDITS = "/api/v1/layers/coastline/edits";
    private static final String FIRST = "350581A001@2020";
    private static final String SECOND = "350581A002@2020";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private long base;

    @BeforeEach
    void anEditorOpensTheCoast() {
        base = newest();
    }

    private long newest() {
        return SERVER.services()
                .store()
                .revisions()
                .newest("coastline")
                .orElseThrow()
                .id();
    }

    private ObjectNode edit() {
        return Json.mapper().createObjectNode().put("base", base);
    }

    private static ObjectNode put(ObjectNode edit, String id) {
        ObjectNode one = edit.withArray("put").addObject();
        return id.isEmpty() ? one : one.put("id", id);
    }

    private Client.Answer send(ObjectNode edit) {
        return send(SERVER.as(Role.EDITOR), edit);
    }

    private static Client.Answer send(Client client, ObjectNode edit) {
        return client.send("POST", EDITS, edit.toString());
    }

    private JsonNode feature(String id) {
        for (JsonNode one : SERVER.reader()
                .get("/api/v1/layers/coastline/items?year=2020&limit=10000")
                .json()
                .path("features")) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        return Json.mapper().missingNode();
    }

    private ArrayNode coordinates(String id) {
        return (ArrayNode) feature(id).at("/geometry/coordinates").deepCopy();
    }

    private static ArrayNode cut(ArrayNode line, int from, int to) {
        ArrayNode part = Json.mapper().createArrayNode();
        for (int i = from; i <= to; i++) {
            part.add(line.get(i));
        }
        return part;
    }

    private static void shape(ObjectNode feature, ArrayNode line) {
        feature.putObject("geometry").put("type", "LineString").set("coordinates", line);
    }

    private JsonNode retention() {
        return SERVER.reader().get("/api/v1/coast/retention?year=2020&by=city").json();
    }

    @Test
    void aValueIsChangedInARevisionOfItsOwnAndEverythingElseStays() {
        JsonNode before = feature(FIRST);
        ObjectNode edit = edit().put("note", "改名");
        put(edit, FIRST).putObject("properties").put("place", "石湖码头").put("protection", "限制开发");
        Client.Answer answer = send(edit);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode revision = answer.json().path("revision");
        assertThat(revision.path("kind").asText()).isEqualTo("edit");
        assertThat(revision.path("author").asText()).isEqualTo("editor");
        assertThat(revision.path("note").asText()).isEqualTo("改名");
        assertThat(List.of(
                        revision.path("added").asInt(),
                        revision.path("changed").asInt(),
                        revision.path("removed").asInt()))
                .containsExactly(0, 1, 0);
        ObjectNode expected = before.deepCopy();
        ((ObjectNode) expected.path("properties")).put("place", "石湖码头").put("protection", "restricted");
        assertThat(feature(FIRST)).isEqualTo(expected);
    }

    @Test
    void aSegmentThatIsCutInTwoLeavesNoGapAndNoLengthBehind() {
        double totalM = retention().at("/total/totalM").asDouble();
        double lengthM = feature("350581A005@2020").at("/properties/length_m").asDouble();
        ArrayNode line = coordinates("350581A005@2020");
        ObjectNode edit = edit();
        shape(put(edit, "350581A005@2020"), cut(line, 0, 4));
        ObjectNode second = put(edit, "");
        ObjectNode values = feature("350581A005@2020").path("properties").deepCopy();
        second.set("properties", values.put("seg_code", "350581A005-2"));
        shape(second, cut(line, 4, line.size() - 1));
        Client.Answer answer = send(edit);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(codes(answer)).doesNotContain("line.gap", "line.overlap", "line.dangle", "edit.end-torn");
        assertThat(answer.json().at("/revision/added").asInt()).isEqualTo(1);
        double sumM = feature("350581A005@2020").at("/properties/length_m").asDouble()
                + feature("350581A005-2@2020").at("/properties/length_m").asDouble();
        assertThat(sumM).isCloseTo(lengthM, within(1e-6));
        assertThat(retention().at("/total/totalM").asDouble()).isCloseTo(totalM, within(1e-6));
    }

    @Test
    void twoSegmentsBecomeOne() {
        ArrayNode whole = coordinates("350581A008@2020");
        ArrayNode other = coordinates("350581A009@2020");
        assertThat(whole.get(whole.size() - 1)).isEqualTo(other.get(0));
        for (int i = 1; i < other.size(); i++) {
            whole.add(other.get(i));
        }
        ObjectNode edit = edit();
        shape(put(edit, "350581A008@2020"), whole);
        edit.withArray("remove").add("350581A009@2020");
        Client.Answer answer = send(edit);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/revision/removed").asInt()).isEqualTo(1);
        assertThat(feature("350581A009@2020").isMissingNode()).isTrue();
    }

    @Test
    void anEndThatIsTornFromItsNeighbourIsTold() {
        ArrayNode line = coordinates(FIRST);
        line.remove(line.size() - 1);
        ObjectNode edit = edit();
        shape(put(edit, FIRST), line);
        Client.Answer answer = SERVER.as(Role.EDITOR).send("POST", EDITS + "/check", edit.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(codes(answer)).contains("edit.end-torn");
        assertThat(answer.json().at("/changes/0/movedM").asDouble()).isGreaterThan(1);
        assertThat(newest()).isEqualTo(base);
    }

    @Test
    void aCheckTellsTheRatioThatTheCommitThenGives() {
        ObjectNode edit = edit();
        put(edit, FIRST).putObject("properties").put("type1", "自然岸线").put("type2", "砂质岸线");
        JsonNode foretold = SERVER.as(Role.EDITOR)
                .send("POST", EDITS + "/check", edit.toString())
                .json();
        assertThat(newest()).isEqualTo(base);
        assertThat(foretold.at("/effects/0/before/ratioPercent").asDouble())
                .isEqualTo(retention().at("/total/ratioPercent").asDouble());
        assertThat(send(edit).status()).isEqualTo(201);
        assertThat(retention().at("/total/ratioPercent").asDouble())
                .isEqualTo(foretold.at("/effects/0/after/ratioPercent").asDouble())
                .isGreaterThan(foretold.at("/effects/0/before/ratioPercent").asDouble() + 0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "type1, 天然, value.not-in-list, type1",
        "length_cd_km, viel, value.unreadable, length_cd_km",
        "seg_code, '', field.required, seg_code",
        "use, 采矿采砂, value.not-in-list, use",
        "seg_code, 350581A002, id.exists, ''"
    })
    void whatDoesNotFitIsToldWithItsFieldAndNothingIsKept(String field, String value, String code, String told) {
        ObjectNode edit = edit();
        put(edit, FIRST).putObject("properties").put(field, value);
        Client.Answer answer = send(edit);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("findings"))
                .filteredOn(finding -> finding.path("code").asText().equals(code))
                .extracting(finding -> finding.path("field").asText())
                .contains(told);
        assertThat(answer.json().path("errors").asInt()).isPositive();
        assertThat(answer.json().path("revision").isNull()).isTrue();
        assertThat(newest()).isEqualTo(base);
    }

    @Test
    void whoWasOvertakenIsToldByWhomAndOthersAreNotHeldUp() {
        ObjectNode first = edit();
        put(first, FIRST).putObject("properties").put("place", "前埔");
        ObjectNode second = edit();
        put(second, FIRST).putObject("properties").put("place", "后埔");
        ObjectNode beside = edit();
        put(beside, SECOND).putObject("properties").put("place", "中埔");
        assertThat(send(first).status()).isEqualTo(201);
        assertThat(Problem.assertIs(send(second), 409, "base-moved"))
                .contains("editor")
                .containsPattern("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d[)）]");
        assertThat(feature(FIRST).at("/properties/place").asText()).isEqualTo("前埔");
        assertThat(send(beside).status()).isEqualTo(201);
    }

    @Test
    void whatCannotBeAnEditIsRefused() {
        Problem.assertIs(send(edit()), 400, "nothing-edited");
        ObjectNode unknown = edit();
        put(unknown, "X@2020").putObject("properties").put("place", "甲");
        Problem.assertIs(send(unknown), 404, "unknown-feature");
        ObjectNode field = edit();
        put(field, FIRST).putObject("properties").put("colour", "red");
        Problem.assertIs(send(field), 400, "unknown-field");
        ObjectNode twice = edit();
        put(twice, FIRST);
        twice.withArray("remove").add(FIRST);
        Problem.assertIs(send(twice), 400, "edited-twice");
        ObjectNode same = edit();
        put(same, FIRST)
                .putObject("properties")
                .put("place", feature(FIRST).at("/properties/place").asText());
        Problem.assertIs(send(same), 409, "nothing-changed");
        ObjectNode many = edit();
        for (int i = 0; i < 501; i++) {
            many.withArray("remove").add("A" + i);
        }
        Problem.assertIs(send(many), 400, "too-many-edits");
        ObjectNode bad = edit();
        put(bad, FIRST).putObject("geometry").put("type", "LineString").putArray("coordinates");
        Problem.assertIs(send(bad), 400, "bad-geometry");
        Problem.assertIs(send(Json.mapper().createObjectNode()), 400, "bad-edit");
        Problem.assertIs(send(edit().put("colour", "red")), 400, "bad-edit");
        Problem.assertIs(send(SERVER.as(Role.PLANNER), edit()), 403, "not-permitted");
        Problem.assertIs(
                SERVER.as(Role.EDITOR).send("POST", "/api/v1/layers/nowhere/edits", edit().toString()),
                404,
                "unknown-layer");
        assertThat(newest()).isEqualTo(base);
    }

    @Test
    void anEditorOfATownChangesOnlyWhatLiesThere() {
        Client ofHanjiang = SERVER.as(List.of("350581102"), Role.EDITOR);
        ObjectNode there = edit();
        put(there, FIRST).putObject("properties").put("place", "甲");
        assertThat(send(ofHanjiang, there).status()).isEqualTo(201);
        String elsewhere = first(Map.of("town_code", "350581105"));
        ObjectNode other = edit();
        put(other, elsewhere).putObject("properties").put("place", "乙");
        Problem.assertIs(send(ofHanjiang, other), 403, "not-your-region");
        ObjectNode taken = edit();
        put(taken, elsewhere).putObject("properties").put("town_code", "350581102");
        Problem.assertIs(send(ofHanjiang, taken), 403, "not-your-region");
    }

    private String first(Map<String, String> values) {
        for (JsonNode one : SERVER.reader()
                .get("/api/v1/layers/coastline/items?year=2020&limit=10000")
                .json()
                .path("features")) {
            boolean all = values.entrySet().stream()
                    .allMatch(value ->
                            one.at("/properties/" + value.getKey()).asText().equals(value.getValue()));
            if (all) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no segment has " + values);
    }

    private static List<String> codes(Client.Answer answer) {
        return answer.json().path("findings").findValuesAsText("code");
    }
}
