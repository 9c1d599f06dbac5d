package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coverage and adjustments as clients see them. */
class CoverageEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String COVERAGE = "/api/v1/coverage";

    @Test
    void sumAndUnionComeWithWhatTheyRestOn() {
        JsonNode figure = SERVER.reader().get(COVERAGE + "?by=bay").json();
        assertThat(figure.path("by").asText()).isEqualTo("bay");
        assertThat(figure.path("areaMethod").asText()).isEqualTo("geodesic-cgcs2000");
        assertThat(figure.at("/revisions/regions").asLong()).isPositive();
        assertThat(figure.path("layers"))
                .hasSize(2)
                .allMatch(layer -> layer.path("revision").asLong() > 0);
        assertThat(figure.path("rows"))
                .hasSize(3)
                .allMatch(bay -> bay.at("/sea/sharePercent").asDouble() > 0);
        assertThat(figure.at("/total/sumM2").asDouble())
                .isGreaterThan(figure.at("/total/unionM2").asDouble());
        assertThat(figure.path("overlaps")).hasSize(4);
        assertThat(figure.path("warnings")).hasSize(1);
    }

    @Test
    void theyComeAsCsvAndTheOverlapsAsGeoJson() {
        Client.Answer csv = SERVER.reader().get(COVERAGE + "?by=town&layers=red-lines&format=csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text()).startsWith("\uFEFFcode,name,layer").contains("total,合计,red-lines,domain,land,陆域,5,");
        JsonNode overlaps = SERVER.reader().get(COVERAGE + "?format=geojson").json();
        assertThat(overlaps.path("features"))
                .hasSize(4)
                .allMatch(one -> one.at("/geometry/type").asText().endsWith("Polygon"));
    }

    @Test
    void theyComeAsAPageAndAsAWorkbook() {
        Client.Answer page = SERVER.reader().get(COVERAGE + "?by=town&format=html&lang=en");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("Counted twice", "Overlaps", "Seal of the result");
        assertThat(SERVER.reader().get(COVERAGE + "?format=xlsx").header("Content-Disposition"))
                .contains("coverage-city.xlsx");
    }

    @Test
    void anAdjustmentIsToldBetweenTwoRevisions() {
        JsonNode regions =
                SERVER.reader().get("/api/v1/layers/regions/revisions").json();
        long newest = regions.at("/revisions/0/id").asLong();
        long first = regions.at("/revisions/1/id").asLong();
        String asked = COVERAGE + "/adjustment?layer=regions&from=" + first + "&to=" + newest;
        JsonNode figure = SERVER.reader().get(asked).json();
        assertThat(figure.path("changes"))
                .hasSize(3)
                .allMatch(one -> one.path("kind").asText().equals("added"));
        assertThat(figure.path("unchanged").asLong()).isEqualTo(10);
        assertThat(figure.path("fellOutM2").asDouble()).isZero();
        assertThat(figure.path("cameInM2").asDouble()).isPositive();
        assertThat(SERVER.reader().get(asked + "&format=html").text()).contains("调出", "调入");
        assertThat(SERVER.reader().get(asked + "&format=csv").text()).contains("union,合计（去重）,");
        assertThat(SERVER.reader().get(asked + "&format=geojson").json().path("features"))
                .anyMatch(one -> one.at("/properties/what").asText().equals("came-in"));
    }

    @ParameterizedTest
    @CsvSource({
        "?by=village, 400, unknown-grouping",
        "?by=space, 400, unknown-grouping",
        "?layers=nix, 404, unknown-layer",
        "?layers=outfalls, 400, not-an-area-layer",
        "?by=town&region=1, 404, unknown-region",
        "?revision=99999, 404, unknown-revision",
        "?format=pdf, 400, unknown-format",
        "/adjustment?from=1, 400, bad-parameter",
        "/adjustment?from=2&to=1, 400, revisions-in-order",
        "/adjustment?from=1&to=99999, 404, unknown-revision"
    })
    void whatCannotBeAnsweredIsRefused(String asked, int status, String code) {
        Problem.assertIs(SERVER.reader().get(COVERAGE + asked), status, code);
    }
}
