package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.anlan.catalog.Catalog;
import org.anlan.store.Store;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.Revised;
import org.anlan.support.Rows;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problem sites from two revisions of a layer, as clients see them. */
class CaseRevisionsEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String CASES = "/api/v1/cases";
    private static final String PROPOSALS = CASES + "/proposals/revisions?layer=";

    private static Catalog catalog() {
        return SERVER.services().catalog();
    }

    private static Store store() {
        return SERVER.services().store();
    }

    private static JsonNode proposals(String layer, long from, long to) {
        Client.Answer answer = SERVER.admin().get(PROPOSALS + layer + "&from=" + from + "&to=" + to);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static ObjectNode choice(String layer, long from, long to, String id) {
        ObjectNode body = new ObjectMapper()
                .createObjectNode()
                .put("layer", layer)
                .put("from", from)
                .put("to", to);
        body.putArray("places").add(id);
        return body;
    }

    private static Client.Answer open(ObjectNode body) {
        return SERVER.admin().send("POST", CASES + "/revisions", body.toString());
    }

    @Test
    void naturalCoastThatALaterRevisionOfTheSameSurveyHasAsArtificialIsOpenedOnce() {
        Revised.Made made = Revised.sandBecomesADyke(catalog(), store(), 2025);
        JsonNode proposed = proposals("coastline", made.before(), made.after());
        assertThat(proposed.path("year").asInt()).isEqualTo(2025);
        assertThat(proposed.path("proposals")).hasSize(1);
        JsonNode place = proposed.at("/proposals/0");
        assertThat(place.path("change").asText()).isEqualTo("natural-lost");
        assertThat(place.path("feature").asText()).isEqualTo(made.feature().id());
        assertThat(place.path("lengthM").asDouble()).isCloseTo(made.feature().lengthM(), within(0.05));
        assertThat(place.at("/from/type2").asText()).isEqualTo("sandy");
        assertThat(place.at("/to/type1").asText()).isEqualTo("artificial");

        ObjectNode body = choice(
                "coastline", made.before(), made.after(), place.path("id").asText());
        JsonNode one = open(body).json().at("/cases/0");
        assertThat(one.path("source").asText()).isEqualTo("revision");
        assertThat(one.path("title").asText()).startsWith("自然岸线减少").contains("2025", "→");
        assertThat(one.at("/sourceFacts/fromRevision").asLong()).isEqualTo(made.before());
        assertThat(one.at("/hits/0/revision").asLong()).isEqualTo(made.before());
        Problem.assertIs(open(body), 409, "case-exists");
        assertThat(proposals("coastline", made.before(), made.after())
                        .at("/proposals/0/case")
                        .asText())
                .isEqualTo(one.path("number").asText());
        JsonNode surveys =
                SERVER.admin().get(CASES + "/proposals?from=2020&to=2025").json();
        assertThat(surveys.path("proposals"))
                .as("the same place between surveys")
                .anyMatch(other ->
                        other.path("case").asText().equals(one.path("number").asText()));
        assertThat(SERVER.admin()
                        .get(CASES + "?source=revision")
                        .json()
                        .path("numberMatched")
                        .asInt())
                .isPositive();
    }

    @Test
    void areaThatARedLineLostIsOpenedOnceAndWhatOneFeatureGaveToAnotherIsNoLoss() {
        String code = "350581-HYHX-02";
        Revised.Made split = Revised.redLineIsCut(catalog(), store(), code, true);
        JsonNode none = proposals("red-lines", split.before(), split.after());
        assertThat(none.path("proposals")).isEmpty();
        Revised.Made cut = Revised.redLineIsCut(catalog(), store(), code, false);
        JsonNode proposed = proposals("red-lines", cut.before(), cut.after());
        double left = Rows.at(store(), catalog().layer("red-lines"), cut.after())
                .get(code)
                .areaM2();
        assertThat(proposed.path("proposals")).hasSize(1);
        JsonNode place = proposed.at("/proposals/0");
        assertThat(place.path("change").asText()).isEqualTo("area-lost");
        assertThat(place.path("feature").asText()).isEqualTo(code);
        assertThat(place.path("areaM2").asDouble())
                .as("but for the strip of millimetres between a geodesic edge and its two halves")
                .isCloseTo(cut.feature().areaM2() - left, within(5.0));

        ObjectNode body =
                choice("red-lines", cut.before(), cut.after(), place.path("id").asText());
        JsonNode one = open(body).json().at("/cases/0");
        assertThat(one.path("title").asText()).startsWith("范围减少");
        assertThat(one.at("/hits/0/areaM2").asDouble())
                .isEqualTo(place.path("areaM2").asDouble());
        Problem.assertIs(open(body), 409, "case-exists");
        JsonNode wider = proposals("red-lines", split.before(), cut.after());
        assertThat(wider.at("/proposals/0/case").asText())
                .as("the same place between other revisions")
                .isEqualTo(one.path("number").asText());
        long back = store().revisions()
                .rollback(catalog().layer("red-lines"), split.before(), Rows.BY_HAND.actor(), "")
                .id();
        JsonNode gained = proposals("red-lines", cut.after(), back).at("/proposals/0");
        assertThat(gained.path("change").asText()).isEqualTo("area-gained");
        assertThat(gained.path("case").isNull()).as("another change").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'coastline&from=1', 400, missing-value",
        "'coastline&from=5&to=3', 400, revisions-in-order",
        "'coastline&from=3&to=999', 404, unknown-revision",
        "'coastline&from=3&to=5&year=2025', 404, unknown-year",
        "'coastline&from=4&to=5&tolerance=0', 400, bad-parameter",
        "'nix&from=3&to=5', 404, unknown-layer",
        "'outfalls&from=3&to=5', 400, not-comparable",
        "'red-lines&from=1&to=7', 404, unknown-revision"
    })
    void comparisonsThatCannotBeMadeAreRefusedWithTheReason(String question, int status, String code) {
        Problem.assertIs(SERVER.admin().get(PROPOSALS + question), status, code);
    }

    @Test
    void strangersAndViewersOpenNothing() {
        Problem.assertIs(SERVER.reader().get(PROPOSALS + "coastline&from=3&to=5"), 401, "not-signed-in");
        Problem.assertIs(SERVER.reader().send("POST", CASES + "/revisions", "{}"), 401, "not-signed-in");
        Problem.assertIs(open(choice("coastline", 3, 4, "nix").put("year", 2015)), 404, "unknown-place");
    }
}
