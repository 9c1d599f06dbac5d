package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios as clients see them. */
class ScenarioEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    /** The candidate CAND-A of the demonstration: 286.291 m of sandy coast (checks.json). */
    private static final String SCENARIO =
            """
            {"name":"方案一","year":2020,"target":37,"footprints":[{"name":"CAND-A","geometry":{"type":"Polygon","coordinates":
            [[[118.7336124,24.6984223],[118.7335503,24.7013106],[118.7322659,24.7012875],[118.732328,24.6983993],[118.7336124,24.6984223]]]}}]}""";

    @Test
    void aScenarioIsComputedForAnybodyAndKeepsNothing() {
        JsonNode figure =
                SERVER.reader().send("POST", "/api/v1/coast/scenario", SCENARIO).json();
        assertThat(figure.at("/replacement/lostM").asDouble()).isCloseTo(286.291, within(0.01));
        assertThat(figure.at("/replacement/met").asBoolean()).isFalse();
        assertThat(figure.at("/after/marginM").asDouble()).isCloseTo(1319.018, within(0.02));
        assertThat(figure.at("/places/town").size()).isGreaterThan(3);
        assertThat(figure.at("/sites/0/name").asText()).isEqualTo("CAND-A");
        Client.Answer nothing = SERVER.reader().send("POST", "/api/v1/coast/scenario", "{}");
        assertThat(nothing.json().path("after")).isEqualTo(nothing.json().path("before"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "html", "xlsx"})
    void itComesInTheFormsOfEveryFigure(String format) {
        Client.Answer answer = SERVER.reader().send("POST", "/api/v1/coast/scenario?format=" + format, SCENARIO);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).hasSizeGreaterThan(500);
    }

    @Test
    void itIsKeptByWhoIsSignedInAndReadAndComparedByAnybody() {
        Problem.assertIs(SERVER.reader().send("POST", "/api/v1/coast/scenarios", SCENARIO), 401, "not-signed-in");
        Client.Answer made = SERVER.admin().send("POST", "/api/v1/coast/scenarios", SCENARIO);
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").asText();
        assertThat(SERVER.reader().get("/api/v1/coast/scenarios/" + id).json()).isEqualTo(made.json());
        assertThat(SERVER.reader()
                        .get("/api/v1/coast/scenarios")
                        .json()
                        .at("/scenarios/0/id")
                        .asText())
                .isEqualTo(id);
        JsonNode compared = SERVER.reader()
                .get("/api/v1/coast/scenarios/compare?ids=" + id + "," + id)
                .json();
        assertThat(compared.path("scenarios")).hasSize(2);
        assertThat(compared.at("/scenarios/0/figure/after/ratioPercent").asDouble())
                .isCloseTo(39.35, within(0.01));
        Problem.assertIs(SERVER.reader().get("/api/v1/coast/scenarios/compare"), 400, "bad-parameter");
        Problem.assertIs(SERVER.reader().get("/api/v1/coast/scenarios/nix"), 404, "unknown-document");
        Problem.assertIs(SERVER.admin().send("POST", "/api/v1/coast/scenarios", "{}"), 400, "missing-value");
    }

    @Test
    void theCoastThatChangesIsTold() {
        JsonNode lines = SERVER.reader()
                .send("POST", "/api/v1/coast/scenario?format=geojson", SCENARIO)
                .json();
        assertThat(lines.path("features")).isNotEmpty().allSatisfy(line -> {
            assertThat(line.at("/properties/what").asText()).isEqualTo("built");
            assertThat(line.at("/geometry/type").asText()).isIn("LineString", "MultiLineString");
        });
    }

    @Test
    void theReportHasAMapOfTheSitesAndTheCoastInThem() {
        String page = SERVER.reader()
                .send("POST", "/api/v1/coast/scenario?format=html", SCENARIO)
                .text();
        assertThat(page).contains("<svg class=\"map\"", "因建设改变的岸线", "计为自然岸线", "建设、围填海地块");
        assertThat(SERVER.reader()
                        .send("POST", "/api/v1/coast/scenario?format=html", "{}")
                        .text())
                .doesNotContain("<svg class=\"map\"");
    }

    @Test
    void linesWithAWidthAndSegmentsAreOnTheMapOfTheReportTooAndComeBackAsTheyWereKept() {
        String places =
                """
                {"name":"走线与岸段","year":2020,"footprints":[{"name":"海堤","type2":"seawall","widthM":12.5,
                "geometry":{"type":"LineString","coordinates":[[118.73,24.7],[118.735,24.7]]}}],"restorations":[{"name":"岸段","segments":["350581A017@2020"]}]}""";
        String page = SERVER.reader()
                .send("POST", "/api/v1/coast/scenario?format=html", places)
                .text();
        assertThat(page).contains("<svg class=\"map\"", "修复地块", "因修复改变的岸线", "防护堤");
        JsonNode kept =
                SERVER.admin().send("POST", "/api/v1/coast/scenarios", places).json();
        assertThat(kept.at("/scenario/footprints/0/widthM").asDouble()).isEqualTo(12.5);
        assertThat(kept.at("/scenario/footprints/0/geometry/type").asText()).isEqualTo("LineString");
        assertThat(kept.at("/scenario/restorations/0/segments/0").asText()).isEqualTo("350581A017@2020");
        assertThat(kept.at("/scenario/restorations/0/type2").asText()).isEqualTo("restored");
        Client.Answer another =
                SERVER.reader().send("POST", "/api/v1/coast/scenario", places.replace(":2020,", ":2015,"));
        assertThat(Problem.assertIs(another, 422, "unknown-segment")).contains("350581A017@2020", "2015");
    }

    @Test
    void theReportOfTheRatioHasAMapOfTheCoastByWhatItCountsAs() {
        for (String across : new String[] {"", "&across=type1"}) {
            assertThat(SERVER.reader()
                            .get("/api/v1/coast/retention?by=town&format=html" + across)
                            .text())
                    .contains("<svg class=\"map\"", "计为自然岸线", "计入总长、不计为自然", "祥芝镇</text>");
        }
    }

    @Test
    void whatCannotBeReadIsToldWithThePlace() {
        String crossed = SCENARIO.replace(
                "118.7335503,24.7013106],[118.7322659,24.7012875", "118.7322659,24.7012875],[118.7335503,24.7013106");
        Client.Answer answer = SERVER.reader().send("POST", "/api/v1/coast/scenario", crossed);
        assertThat(Problem.assertIs(answer, 422, "scenario-broken")).contains("/footprints/0/geometry/coordinates");
    }
}
