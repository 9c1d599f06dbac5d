package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Revision;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.Revised;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a layer between two of its revisions, as clients see it. */
class RevisionDiffEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String DIFF = "/api/v1/layers/coastline/diff";

    private static JsonNode diff(long from, long to) {
        Client.Answer answer = SERVER.reader().get(DIFF + "?from=" + from + "&to=" + to);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aSurveyThatCameBetweenIsAdded() {
        JsonNode diff = diff(3, 4);
        assertThat(diff.path("added").asInt()).isEqualTo(151);
        assertThat(diff.path("changed").asInt() + diff.path("removed").asInt()).isZero();
        assertThat(diff.path("changes")).hasSize(151);
        assertThat(diff.at("/changes/0/kind").asText()).isEqualTo("added");
        assertThat(diff.at("/changes/0/geometryAfter/type").asText()).isEqualTo("LineString");
    }

    @Test
    void aChangedSegmentTellsItsValuesAndAWayBackLeavesNoDifference() {
        Revised.Made made = Revised.sandBecomesADyke(
                SERVER.services().catalog(), SERVER.services().store(), 2025);
        JsonNode diff = diff(made.before(), made.after());
        assertThat(diff.path("changed").asInt()).isEqualTo(1);
        assertThat(diff.at("/changes/0/id").asText()).isEqualTo(made.feature().id());
        assertThat(diff.at("/changes/0/fields").findValuesAsText("name")).contains("type1", "type2");
        LayerDefinition coast = SERVER.services().catalog().layer("coastline");
        Client.Answer back = SERVER.admin()
                .send(
                        "POST",
                        "/api/v1/layers/" + coast.id() + "/rollback",
                        "{\"revision\":" + made.before() + ",\"note\":\"\"}");
        assertThat(back.status()).as(back.text()).isEqualTo(201);
        Revision now = SERVER.services()
                .store()
                .revisions()
                .asked(coast.id(), OptionalLong.empty())
                .orElseThrow();
        assertThat(diff(made.before(), now.id()).path("changes")).isEmpty();
    }

    @Test
    void aKnownAnswerIsNotSentAgain() {
        Client.Answer first = SERVER.reader().get(DIFF + "?from=3&to=4&limit=1");
        assertThat(first.json().path("changes")).hasSize(1);
        assertThat(first.header("ETag")).startsWith("W/");
    }

    @ParameterizedTest
    @CsvSource({
        "from=3, 400, missing-value",
        "from=4&to=3, 400, revisions-in-order",
        "from=4&to=4, 400, revisions-in-order",
        "from=3&to=999, 404, unknown-revision",
        "from=3&to=x, 400, bad-parameter",
    })
    void whatCannotBeComparedIsRefused(String query, int status, String code) {
        Problem.assertIs(SERVER.reader().get(DIFF + "?" + query), status, code);
    }
}
