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

/** The indicators as clients see them. */
class IndicatorsEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String INDICATORS = "/api/v1/indicators";

    @Test
    void theyComeWithValuesStatesAndContradictions() {
        JsonNode figure = SERVER.reader().get(INDICATORS).json();
        assertThat(figure.path("rows")).hasSize(24);
        assertThat(figure.at("/revisions/indicators").asLong()).isPositive();
        JsonNode coast = figure.at("/rows/17");
        assertThat(coast.path("no").asInt()).isEqualTo(18);
        assertThat(coast.at("/base/number").asDouble()).isEqualTo(39.86);
        assertThat(coast.at("/current/date").asText()).isEqualTo("2025-12-31");
        assertThat(coast.path("conflicts")).hasSize(2);
        assertThat(SERVER.reader().get(INDICATORS + "?no=18").json().path("rows"))
                .hasSize(1);
        assertThat(SERVER.reader().get(INDICATORS + "?format=csv").text()).contains("大陆自然岸线保有率");
        assertThat(SERVER.reader().get(INDICATORS + "?format=html").text()).contains("规划自身的矛盾");
        assertThat(SERVER.reader().get(INDICATORS + "?format=xlsx").status()).isEqualTo(200);
    }

    @Test
    void aStrangerCannotEnterAValueAndAnAdministratorCan() {
        String value = "{\"date\":\"2024-12-31\",\"value\":71.5,\"source\":\"统计公报\",\"note\":\"试填\"}";
        Problem.assertIs(SERVER.reader().send("POST", INDICATORS + "/9/values", value), 401, "not-signed-in");
        Problem.assertIs(SERVER.reader().send("POST", INDICATORS + "/99/values", value), 401, "not-signed-in");
        Client.Answer made = SERVER.admin().send("POST", INDICATORS + "/9/values", value);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("layer").asText()).isEqualTo("indicator-values");
        assertThat(made.json().path("kind").asText()).isEqualTo("edit");
        JsonNode row = SERVER.reader().get(INDICATORS + "?no=9").json().at("/rows/0");
        assertThat(row.path("state").asText()).isEqualTo("on-the-way");
        assertThat(row.at("/current/source").asText()).isEqualTo("统计公报");
        assertThat(row.at("/current/revision").asLong())
                .isEqualTo(made.json().path("id").asLong());
        assertThat(SERVER.reader().get(INDICATORS + "?state=on-the-way").json().path("rows"))
                .anyMatch(one -> one.path("no").asInt() == 9);
    }

    @ParameterizedTest
    @CsvSource({
        "?no=99, 404, unknown-indicator",
        "?no=x, 400, bad-parameter",
        "?state=fine, 400, bad-parameter",
        "?revision=99999, 404, unknown-revision",
        "?format=pdf, 400, unknown-format"
    })
    void whatCannotBeAnsweredIsRefused(String asked, int status, String code) {
        Problem.assertIs(SERVER.reader().get(INDICATORS + asked), status, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99 | {\"date\":\"2024-12-31\",\"value\":1,\"source\":\"x\"} | 404 | unknown-indicator",
                "x  | {\"date\":\"2024-12-31\",\"value\":1,\"source\":\"x\"} | 400 | bad-parameter",
                "9  | {\"date\":\"31.12.2024\",\"value\":1,\"source\":\"x\"} | 400 | bad-value",
                "9  | {\"date\":\"2024-12-31\",\"value\":1}                  | 400 | bad-value",
                "9  | {\"date\":\"2024-12-31\",\"source\":\"x\"}             | 400 | bad-value",
                "9  | {\"date\":\"2024-12-31\",\"value\":\"much\"}           | 400 | bad-json"
            })
    void badValuesAreRefused(String no, String body, int status, String code) {
        Problem.assertIs(SERVER.admin().send("POST", INDICATORS + "/" + no + "/values", body), status, code);
    }
}
