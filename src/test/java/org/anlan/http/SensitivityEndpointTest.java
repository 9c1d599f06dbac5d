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

/** Sensitivity, declared lengths and the printed forms of coast figures as clients see them. */
class SensitivityEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    @Test
    void ruleSetsAndScalesComeSideBySide() {
        JsonNode figure = SERVER.reader()
                .get("/api/v1/coast/sensitivity?year=2020&simplify=20")
                .json();
        assertThat(figure.path("ruleSets")).hasSize(3);
        assertThat(figure.at("/ruleSets/0/rules/id").asText()).isEqualTo("national-2017");
        assertThat(figure.path("scales")).hasSize(2);
        assertThat(figure.at("/scales/1/toleranceM").asDouble()).isEqualTo(20);
        assertThat(figure.at("/revisions/coastline").asLong()).isPositive();
    }

    @Test
    void declaredLengthsComeLargestDeviationFirst() {
        JsonNode figure =
                SERVER.reader().get("/api/v1/coast/declared?year=2015&limit=2").json();
        assertThat(figure.path("segments")).hasSize(2);
        assertThat(figure.at("/segments/0/segCode").asText()).isEqualTo("350581A091");
        assertThat(figure.path("rows")).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource({
        "retention?by=town, 自然岸线保有率",
        "retention?by=town&across=protection, 严格保护",
        "sensitivity?year=2020, 敏感性",
        "declared?year=2015, 350581A091"
    })
    void everyFigureComesAsCsvPageAndWorkbook(String figure, String word) {
        String address = "/api/v1/coast/" + figure + "&format=";
        assertThat(SERVER.reader().get(address + "csv").header("Content-Type")).startsWith("text/csv");
        Client.Answer page = SERVER.reader().get(address + "html");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains(word, "SHA-256");
        assertThat(new String(
                        SERVER.reader().get(address + "xlsx").bytes(),
                        0,
                        2,
                        java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PK");
    }

    @Test
    void aFigureIsFrozenByWhoIsSignedInAndCheckedByAnybody() {
        String asked = "{\"name\":\"年报\",\"year\":2020,\"by\":\"town\",\"across\":\"type1\",\"target\":\"fujian\"}";
        Problem.assertIs(SERVER.reader().send("POST", "/api/v1/coast/frozen", asked), 401, "not-signed-in");
        Client.Answer made = SERVER.admin().send("POST", "/api/v1/coast/frozen", asked);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/question/targetPercent").asDouble()).isEqualTo(37);
        String address = "/api/v1/coast/frozen/" + made.json().path("id").asText();
        assertThat(SERVER.reader().get(address).json()).isEqualTo(made.json());
        assertThat(SERVER.reader()
                        .get(address + "/check")
                        .json()
                        .path("matches")
                        .asBoolean())
                .isTrue();
        assertThat(SERVER.reader()
                        .get("/api/v1/coast/frozen")
                        .json()
                        .at("/frozen/0/name")
                        .asText())
                .isEqualTo("年报");
        Problem.assertIs(SERVER.reader().get("/api/v1/coast/frozen/nix"), 404, "unknown-document");
        Problem.assertIs(SERVER.admin().send("POST", "/api/v1/coast/frozen", "{\"year\":2020}"), 400, "missing-value");
    }

    @ParameterizedTest
    @CsvSource({
        "sensitivity?simplify=ten, bad-parameter",
        "sensitivity?simplify=-1, bad-parameter",
        "sensitivity?rules=nix, unknown-rule-set",
        "declared?by=use, unknown-grouping",
        "declared?limit=0, bad-parameter",
        "declared?format=pdf, unknown-format"
    })
    void whatCannotBeAnsweredIsRefused(String question, String code) {
        Problem.assertIs(SERVER.reader().get("/api/v1/coast/" + question), 400, code);
    }
}
