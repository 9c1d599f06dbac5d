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

/** The impact check as clients see it. */
class ImpactEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[118.70,24.62],[118.80,24.62],[118.80,24.72],[118.70,24.72],[118.70,24.62]]]}";

    private static Client.Answer ask(String address, String body) {
        return SERVER.reader().send("POST", address, body);
    }

    @Test
    void theReportComesWithWhatItRestsOn() {
        JsonNode report = ask("/api/v1/impact", "{\"geometry\":" + SQUARE + ",\"year\":2020,\"day\":\"2025-06-01\"}")
                .json();
        assertThat(report.at("/activity/code").asText()).isEqualTo("construction");
        assertThat(report.at("/footprint/areaM2").asDouble()).isGreaterThan(1e8);
        assertThat(report.at("/coast/surveyYear").asInt()).isEqualTo(2020);
        assertThat(report.at("/coast/after/ratioPercent").asDouble())
                .isLessThan(report.at("/coast/before/ratioPercent").asDouble());
        assertThat(report.at("/revisions/coastline").asLong()).isPositive();
        assertThat(report.at("/ruleSets/national").asInt()).isEqualTo(1);
        assertThat(report.path("verdict").asText()).isEqualTo("prohibited");
        assertThat(report.at("/rules/0/clause/zh").asText()).isNotBlank();
        JsonNode coast = null;
        for (JsonNode layer : report.path("layers")) {
            coast = layer.path("layer").asText().equals("coastline") ? layer : coast;
        }
        assertThat(coast.path("hitCount").asInt()).isGreaterThan(10);
        assertThat(coast.at("/hits/0/geometry/type").asText()).endsWith("LineString");
    }

    @Test
    void itComesAsAPageToPrintAndAsAWorkbook() {
        Client.Answer page = ask("/api/v1/impact?format=html", "{\"geometry\":" + SQUARE + "}");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("总体结论：禁止", "《海岸线保护与利用管理办法》", "<svg class=\"map\"");
        assertThat(ask("/api/v1/impact?format=html&lang=en", "{\"geometry\":" + SQUARE + "}")
                        .text())
                .contains("Overall: Prohibited");
        assertThat(ask("/api/v1/impact?format=xlsx", "{\"geometry\":" + SQUARE + "}")
                        .text())
                .startsWith("PK");
    }

    @Test
    void theRulesCanBeRead() {
        JsonNode rules = SERVER.reader().get("/api/v1/impact/rules").json();
        assertThat(rules.at("/activities/0/code").asText()).isEqualTo("construction");
        assertThat(rules.at("/ruleSets/0/rules/0/from").asText()).isEqualTo("2019-10-24");
        assertThat(rules.at("/ruleSets/0/rules/0/otherwise").asText()).isEqualTo("prohibited");
    }

    @Test
    void aProjectAtThePoleMeetsNothingAndHasItsArea() {
        String cap = "{\"type\":\"Polygon\",\"coordinates\":[[[0,89.9],[90,89.9],[90,90],[0,90],[0,89.9]]]}";
        JsonNode report = ask("/api/v1/impact", "{\"geometry\":" + cap + "}").json();
        assertThat(report.path("verdict").asText()).isEqualTo("allowed");
        assertThat(report.at("/coast/lengthM").asDouble()).isZero();
        assertThat(report.at("/footprint/areaM2").asDouble()).isBetween(5e7, 1e8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/impact | {} | 400 | bad-geometry",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},\"project\":\"CAND-A\"} | 400 | bad-geometry",
                "/api/v1/impact | {\"project\":\"nowhere\"} | 404 | unknown-project",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},\"revision\":999999} | 404 | unknown-revision",
                "/api/v1/impact | {\"geometry\":null} | 400 | bad-geometry",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}} | 400 | geometry-crosses-itself",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[179,1],[-179,1],[-179,2],[179,2],[179,1]]]}} | 400 | geometry-over-antimeridian",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}} | 400 | bad-geometry",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},\"activity\":\"x\"} | 400 | unknown-activity",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},\"year\":1900} | 404 | unknown-year",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},\"rules\":\"x\"} | 400 | unknown-rule-set",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},\"nearM\":1e9} | 400 | bad-parameter",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},\"day\":\"soon\"} | 400 | bad-json",
                "/api/v1/impact | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]},\"yaer\":2020} | 400 | bad-json",
                "/api/v1/impact?format=pdf | {\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.7,24.7]}} | 400 | unknown-format"
            })
    void whatCannotBeAnsweredIsRefused(String address, String body, int status, String code) {
        Problem.assertIs(ask(address, body), status, code);
    }
}
