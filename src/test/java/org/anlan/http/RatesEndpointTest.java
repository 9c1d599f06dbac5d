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
import org.junit.jupiter.params.provider.CsvSource;

/** Change rates as clients see them. */
class RatesEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final String RATES = "/api/v1/coast/rates?by=town&spacing=400";

    /** 56 129.505 m of coast (data/shishi/checks.json) have 140 stretches of 400 m. */
    private static final int TRANSECTS = 140;

    @Test
    void theRatesComeWithWhatTheyRestOn() {
        JsonNode figure = SERVER.reader()
                .get(RATES + "&uncertainty=5,2020:2&dates=2015:2015-07-02")
                .json();
        assertThat(figure.path("rateMethod").asText()).isEqualTo("dsas-5");
        assertThat(figure.at("/revisions/coastline").asLong()).isPositive();
        assertThat(figure.at("/baseline/surveyYear").asInt()).isEqualTo(2015);
        assertThat(figure.at("/casting/halfLengthM").asDouble()).isEqualTo(200);
        assertThat(figure.at("/surveys/0/timeYears").asDouble()).isCloseTo(2015 + 182.0 / 365, within(1e-9));
        assertThat(figure.at("/surveys/1/uncertaintyM").asDouble()).isEqualTo(2);
        assertThat(figure.path("transects")).hasSize(TRANSECTS);
        JsonNode transect = figure.at("/transects/0");
        assertThat(transect.path("nsmM").asDouble()).isCloseTo(0, within(1e-3));
        assertThat(transect.path("trend").asText()).isEqualTo("stable");
        assertThat(transect.path("lrrBandMPerYear").isNull()).isTrue();
        assertThat(transect.path("foot")).hasSize(2);
        int rows = 0;
        for (JsonNode row : figure.path("rows")) {
            rows += row.path("transects").asInt();
        }
        assertThat(rows + figure.at("/unassigned/transects").asInt()).isEqualTo(TRANSECTS);
        assertThat(figure.at("/total/stablePercent").asDouble()).isEqualTo(100);
        assertThat(figure.path("warnings").findValuesAsText("en")).anyMatch(text -> text.contains("only two surveys"));
    }

    @Test
    void theyComeAsCsvAndGeoJson() {
        Client.Answer csv = SERVER.reader().get(RATES + "&format=csv");
        assertThat(csv.header("Content-Disposition")).contains("rates-2015-2020.csv");
        String[] lines = csv.text().split("\r\n", -1);
        assertThat(lines).hasSize(TRANSECTS + 2);
        assertThat(lines[0])
                .startsWith("\uFEFFtransect,line,along_m")
                .contains(",distance_2015_m,distance_2020_m,uncertainty_2015_m,");
        assertThat(lines[1].split(",", -1)).hasSameSizeAs(lines[0].split(",", -1));
        JsonNode transects =
                SERVER.reader().get(RATES + "&format=geojson").json().path("features");
        assertThat(transects).hasSize(TRANSECTS);
        assertThat(transects.at("/0/geometry/type").asText()).isEqualTo("LineString");
        assertThat(transects.at("/0/properties/eprMPerYear").isNumber()).isTrue();
        JsonNode points = SERVER.reader()
                .get(RATES + "&format=geojson&what=intersections")
                .json()
                .path("features");
        assertThat(points).hasSize(2 * TRANSECTS);
        assertThat(points.at("/1/geometry/type").asText()).isEqualTo("Point");
        assertThat(points.at("/1/properties/year").asInt()).isEqualTo(2020);
        JsonNode baseline = SERVER.reader()
                .get(RATES + "&format=geojson&what=baseline")
                .json()
                .path("features");
        assertThat(baseline).hasSize(1);
    }

    @Test
    void peopleGetAPageAndAWorkbook() {
        Client.Answer page = SERVER.reader().get(RATES + "&format=html&lang=en");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("Rates by place", "Baseline", "dsas-5");
        Client.Answer workbook = SERVER.reader().get(RATES + "&format=xlsx");
        assertThat(workbook.header("Content-Disposition")).contains("rates-2015-2020.xlsx");
    }

    /** The baseline that was used, sent back as the feature that it came as. */
    @Test
    void aBaselineOfOnesOwnIsTaken() {
        JsonNode baseline = SERVER.reader()
                .get(RATES + "&format=geojson&what=baseline")
                .json()
                .at("/features/0");
        String body = "{\"baseline\":" + baseline + "}";
        Client.Answer answer = SERVER.reader().send("POST", RATES, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/baseline/surveyYear").isNull()).isTrue();
        assertThat(answer.json().path("transects")).hasSize(TRANSECTS);
        assertThat(answer.json().at("/total/stable").asInt()).isEqualTo(TRANSECTS);
        assertThat(SERVER.reader().send("POST", RATES, "{}").json().path("transects"))
                .hasSize(TRANSECTS);
        Problem.assertIs(SERVER.reader().send("POST", RATES + "&sea=up", body), 400, "bad-parameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "years=2010,2020 | 404 | unknown-year",
                "years=2020 | 400 | too-few-surveys",
                "years=all | 400 | bad-parameter",
                "spacing=0 | 400 | bad-parameter",
                "spacing=-5 | 400 | bad-parameter",
                "spacing=NaN | 400 | bad-parameter",
                "spacing=wide | 400 | bad-parameter",
                "spacing=0.1 | 400 | too-many-transects",
                "half-length=1e9 | 400 | bad-parameter",
                "intersection=all | 400 | unknown-intersection",
                "uncertainty=2015:0 | 400 | bad-parameter",
                "dates=2015:soon | 400 | bad-parameter",
                "sea=left | 400 | bad-parameter",
                "by=space | 400 | unknown-grouping",
                "what=rates | 400 | unknown-what",
                "format=pdf | 400 | unknown-format"
            })
    void whatCannotBeAnsweredIsRefused(String parameters, int status, String code) {
        Problem.assertIs(SERVER.reader().get("/api/v1/coast/rates?" + parameters), status, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"baseline\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]}} | bad-baseline",
                "{\"baseline\":{\"type\":\"LineString\",\"coordinates\":[]}} | bad-geometry",
                "{\"baseline\":{\"type\":\"LineString\",\"coordinates\":[[10,10],[10.1,10]]}} | side-unknown",
                "{\"line\":1} | bad-json"
            })
    void aBaselineThatIsNoneIsRefused(String body, String code) {
        Client.Answer answer = SERVER.reader().send("POST", "/api/v1/coast/rates", body);
        Problem.assertIs(answer, code.equals("side-unknown") ? 409 : 400, code);
    }
}
