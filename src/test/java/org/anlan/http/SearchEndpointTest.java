package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static Client.Answer search(String words, String more) {
        return SERVER.reader().get("/api/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"蚶江镇", " 蚶江 镇"})
    void aTownIsFoundByItsNameWithWhereItLies(String words) {
        JsonNode first = search(words, "").json().path("hits").get(0);
        assertThat(first.path("layer").asText()).isEqualTo("regions");
        assertThat(first.path("name").asText()).isEqualTo("蚶江镇");
        assertThat(first.path("bbox")).hasSize(4);
        assertThat(first.path("bbox").get(0).asDouble())
                .isLessThan(first.path("bbox").get(2).asDouble());
    }

    @Test
    void aCodeIsFoundWhateverItsCaseAndWidthInTheSurveyOfTheYear() {
        String code = SERVER.reader()
                .get("/api/v1/layers/coastline/items?year=2020&limit=1")
                .json()
                .at("/features/0/properties/seg_code")
                .asText();
        for (String written : new String[] {code, code.toLowerCase(java.util.Locale.ROOT), code.replace('0', '０')}) {
            JsonNode found = search(written, "&year=2020").json();
            assertThat(found.path("hits").get(0).path("id").asText()).isEqualTo(code + "@2020");
            assertThat(found.path("hits").findValuesAsText("id"))
                    .allMatch(id -> !id.contains("@") || id.endsWith("@2020"));
        }
        assertThat(search(code, "").json().path("hits").findValuesAsText("id"))
                .allMatch(id -> !id.contains("@") || id.endsWith("@2025"));
    }

    @Test
    void theBestComeFirstAndTheAnswerTellsThatThereAreMore() {
        JsonNode found = search("镇", "&limit=2").json();
        assertThat(found.path("hits")).hasSize(2);
        assertThat(found.path("more").asBoolean()).isTrue();
        JsonNode none = search("no such thing", "").json();
        assertThat(none.path("hits")).isEmpty();
        assertThat(none.path("more").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothingIsNothingToSearch(String words) {
        Client.Answer answer = search(words, "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-parameter");
    }
}
