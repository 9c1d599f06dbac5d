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

/** The change between surveys as clients see it. */
class ChangeEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final String CHANGE = "/api/v1/coast/change?from=2015&to=2020";

    @Test
    void theMatrixComesWithWhatItRestsOn() {
        JsonNode figure = SERVER.reader().get(CHANGE + "&by=town").json();
        assertThat(figure.path("fromYear").asInt()).isEqualTo(2015);
        assertThat(figure.path("toleranceM").asDouble()).isEqualTo(50);
        assertThat(figure.at("/revisions/coastline").asLong()).isPositive();
        assertThat(figure.at("/rules/id").asText()).isEqualTo("national-2017");
        assertThat(figure.path("rows").size()).isGreaterThan(3);
        double rows = 0;
        for (JsonNode row : figure.path("rows")) {
            rows += row.path("changedM").asDouble();
        }
        assertThat(rows + figure.at("/unassigned/changedM").asDouble())
                .isCloseTo(figure.at("/total/changedM").asDouble(), org.assertj.core.api.Assertions.within(1e-6));
        assertThat(figure.path("reaches")).isNotEmpty();
    }

    @Test
    void itComesAsCsvAndItsReachesAsGeoJson() {
        Client.Answer csv = SERVER.reader().get(CHANGE + "&format=csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text()).startsWith("\uFEFFcode,name,from_type1").contains("total,合计,natural,sandy,artificial,");
        JsonNode reaches = SERVER.reader().get(CHANGE + "&format=geojson").json();
        assertThat(reaches.path("features"))
                .isNotEmpty()
                .allMatch(one -> one.at("/geometry/type").asText().endsWith("LineString"));
    }

    @Test
    void itComesAsAPageToPrintAndAsAWorkbookInEitherLanguage() {
        Client.Answer page = SERVER.reader().get(CHANGE + "&by=town&format=html");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("类型转移矩阵", "永宁镇", "人工岸线/建设围堤", "947.13", "<svg class=\"map\"", "SHA-256");
        assertThat(SERVER.reader().get(CHANGE + "&format=html&lang=en").text()).contains("From type to type");
        Client.Answer workbook = SERVER.reader().get(CHANGE + "&format=xlsx");
        assertThat(workbook.header("Content-Disposition")).contains("change-2015-2020-city.xlsx");
        assertThat(workbook.text()).startsWith("PK");
        Problem.assertIs(SERVER.reader().get(CHANGE + "&format=html&lang=fr"), 400, "unknown-language");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/coast/change?from=2015, 400, bad-parameter",
        "/api/v1/coast/change?from=x&to=2020, 400, bad-parameter",
        "/api/v1/coast/change?from=2015&to=2020&tolerance=much, 400, bad-parameter",
        "/api/v1/coast/change?from=2015&to=2020&tolerance=-1, 400, bad-parameter",
        "/api/v1/coast/change?from=2015&to=2020&by=space, 400, unknown-grouping",
        "/api/v1/coast/change?from=2015&to=2020&format=pdf, 400, unknown-format",
        "/api/v1/coast/change?from=2020&to=2015, 400, years-in-order",
        "/api/v1/coast/change?from=2010&to=2015, 404, unknown-year"
    })
    void whatCannotBeAnsweredIsRefused(String address, int status, String code) {
        Problem.assertIs(SERVER.reader().get(address), status, code);
    }
}
