package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.anlan.casework.FieldDay;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boundary markers and units of responsibility as clients see them. */
class FieldUnitsEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String MARKERS = "/api/v1/markers";
    private static final String UNITS = "/api/v1/units";
    private final LocalDate today = LocalDate.now(FieldDay.ZONE);

    @Test
    void anInspectionChangesTheStateAndEarlierOnesStay() {
        JsonNode before = SERVER.reader().get(MARKERS + "/statistics").json();
        assertThat(before.at("/total/count").asInt())
                .isEqualTo(Shishi.checks().at("/boundary_markers/count").asInt());
        JsonNode first = SERVER.admin().get(MARKERS + "?state=完好").json().at("/markers/0");
        String code = first.path("code").asText();
        String path = MARKERS + "/" + code + "/inspections";
        Client.Answer seen = SERVER.admin()
                .send("POST", path, "{\"state\":\"丢失\",\"on\":\"" + today + "\",\"remark\":\"台风后\",\"after\":0}");
        assertThat(seen.status()).as(seen.text()).isEqualTo(201);
        assertThat(seen.json().path("state").asText()).isEqualTo("missing");
        SERVER.admin().send("POST", path, "{\"state\":\"damaged\",\"on\":\"" + today.minusDays(2) + "\"}");
        JsonNode now = SERVER.admin().get(MARKERS + "/" + code).json();
        assertThat(now.path("state").asText()).as("the newest day counts").isEqualTo("missing");
        assertThat(now.path("inspections")).hasSize(2);
        assertThat(SERVER.admin()
                        .get(MARKERS + "?state=missing,damaged")
                        .json()
                        .path("markers")
                        .findValuesAsText("code"))
                .contains(code);
        assertThat(SERVER.admin()
                        .get(MARKERS + "?overdue=true")
                        .json()
                        .path("markers")
                        .findValuesAsText("code"))
                .doesNotContain(code);
        JsonNode after = SERVER.reader().get(MARKERS + "/statistics").json();
        assertThat(after.at("/total/intact").asInt())
                .isEqualTo(before.at("/total/intact").asInt() - 1);
        assertThat(after.at("/total/overdue").asInt())
                .isEqualTo(before.at("/total/overdue").asInt() - 1);
        Problem.assertIs(SERVER.admin().send("POST", path, "{\"state\":\"intact\",\"after\":0}"), 409, "ledger-moved");
    }

    @Test
    void markersComeInEveryForm() {
        assertThat(SERVER.admin().get(MARKERS + "?format=csv").text())
                .contains("code,area_code,kind,state", "BHD-SH-002");
        assertThat(SERVER.admin().get(MARKERS + "?format=geojson").json().path("features"))
                .hasSize(56);
        assertThat(SERVER.admin().get(MARKERS + "?format=html").text()).contains("保护地界桩标识");
        assertThat(SERVER.reader().get(MARKERS + "/statistics?format=xlsx").text())
                .startsWith("PK");
    }

    @Test
    void townsHaveTheOutfallsThatWereCountedElsewhereAndTheirCoast() {
        JsonNode towns = SERVER.reader().get(UNITS + "?kind=town").json();
        assertThat(towns.path("units")).hasSize(9);
        assertThat(towns.path("surveyYear").asInt()).isEqualTo(2025);
        for (JsonNode unit : towns.path("units")) {
            String name = unit.path("name").asText();
            int expected = Shishi.checks()
                            .at("/outfalls/sea/by_town")
                            .path(name)
                            .asInt()
                    + Shishi.checks().at("/outfalls/river/by_town").path(name).asInt();
            assertThat(unit.at("/outfalls/count").asInt()).as(name).isEqualTo(expected);
        }
        assertThat(sum(towns, "/outfalls/exceedances"))
                .isEqualTo(Shishi.checks().at("/readings/exceedances").size());
        assertThat(sum(towns, "/outfalls/readings"))
                .isEqualTo(Shishi.checks().at("/readings/rows").asInt());
        assertThat(sum(towns, "/coast/lengthM"))
                .isCloseTo(Shishi.checks().at("/coastline/2025/total_m").asDouble(), within(0.01));
    }

    private static double sum(JsonNode list, String pointer) {
        return StreamSupport.stream(list.path("units").spliterator(), false)
                .mapToDouble(unit -> unit.at(pointer).asDouble())
                .sum();
    }

    @Test
    void baysAndRiversDoToo() {
        JsonNode bays = SERVER.reader().get(UNITS).json();
        for (JsonNode unit : bays.path("units")) {
            String code = unit.path("code").asText();
            assertThat(unit.at("/outfalls/count").asInt())
                    .as(code)
                    .isEqualTo(Shishi.checks()
                            .at("/outfalls/sea/by_bay")
                            .path(code)
                            .asInt());
        }
        JsonNode rivers = SERVER.reader().get(UNITS + "?kind=river").json();
        for (JsonNode unit : rivers.path("units")) {
            String name = unit.path("name").asText();
            assertThat(unit.at("/outfalls/count").asInt())
                    .as(name)
                    .isEqualTo(Shishi.checks()
                            .at("/outfalls/river/by_receiving")
                            .path(name)
                            .asInt());
            assertThat(unit.path("riverLengthM").asDouble()).isPositive();
        }
        assertThat(sum(rivers, "/outfalls/done"))
                .isEqualTo(Shishi.checks().at("/outfalls/river/completed").asDouble());
    }

    @Test
    void aUnitHasAnOfficeItsProblemSitesAndWhatIsProtectedInIt() {
        String office = UNITS + "/bay/SHW/office";
        Problem.assertIs(SERVER.reader().send("POST", office, "{}"), 401, "not-signed-in");
        Problem.assertIs(SERVER.admin().send("POST", office, "{}"), 400, "missing-value");
        assertThat(SERVER.admin()
                        .send("POST", office, "{\"office\":\"市副市长（湾长）\",\"plan\":\"深沪湾一湾一策\"}")
                        .status())
                .isEqualTo(201);
        SERVER.admin()
                .send(
                        "POST",
                        "/api/v1/cases",
                        "{\"site\":{\"title\":\"a\",\"found\":\"2020-01-01\",\"deadline\":\"2020-02-01\"},"
                                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.6779,24.6713]}}");
        JsonNode page = SERVER.reader().get(UNITS + "/bay/SHW").json();
        assertThat(page.at("/unit/office/office").asText()).isEqualTo("市副市长（湾长）");
        assertThat(page.at("/unit/cases/open").asInt()).isEqualTo(1);
        assertThat(page.at("/unit/cases/overdue").asInt()).isEqualTo(1);
        assertThat(page.path("covers").findValuesAsText("layer")).contains("protected-areas", "red-lines");
        assertThat(page.at("/revisions/red-lines").asLong()).isPositive();
        assertThat(SERVER.reader().get(UNITS + "/bay/SHW?format=html").text()).contains("深沪湾", "责任岗位", "保护地与红线");
        assertThat(SERVER.reader().get(UNITS + "?format=csv").text()).contains("code,name,office", "市副市长（湾长）");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/units?kind=lake, 400, unknown-kind",
        "/api/v1/units/bay/NIX, 404, unknown-unit",
        "/api/v1/markers/NIX, 404, unknown-marker",
        "/api/v1/markers?state=gone, 400, unknown-state",
        "/api/v1/markers?days=0, 400, bad-parameter"
    })
    void whatIsNotThereIsRefused(String address, int status, String code) {
        Problem.assertIs(SERVER.admin().get(address), status, code);
    }

    @Test
    void strangersSeeNumbersOnly() {
        Problem.assertIs(SERVER.reader().get(MARKERS), 401, "not-signed-in");
        Problem.assertIs(SERVER.reader().get(MARKERS + "/BHD-SH-001"), 401, "not-signed-in");
        Problem.assertIs(SERVER.reader().send("POST", MARKERS + "/BHD-SH-001/inspections", "{"), 401, "not-signed-in");
        Problem.assertIs(
                SERVER.admin()
                        .send(
                                "POST",
                                MARKERS + "/BHD-SH-001/inspections",
                                "{\"state\":\"intact\",\"on\":\"2999-01-01\"}"),
                400,
                "day-in-the-future");
    }
}
