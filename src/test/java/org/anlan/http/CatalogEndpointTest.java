package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.anlan.catalog.LayerDefinition;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    @Test
    void healthIsToldInJson() {
        Client.Answer answer = SERVER.reader().get("/healthz");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace("application/json; charset=utf-8");
        assertThat(answer.text()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void allLayersComeInTheCataloguesOrder() {
        assertThat(texts(catalog().path("layers"), "id"))
                .containsExactlyElementsOf(SERVER.services().catalog().layers().stream()
                        .map(LayerDefinition::id)
                        .toList());
    }

    @Test
    void aFilledLayerTellsItsStateAndAnEmptyOneThatItHasNone() {
        JsonNode coastline = layer("coastline");
        assertThat(coastline.path("revision").asLong()).isEqualTo(4);
        assertThat(coastline.path("count").asLong()).isEqualTo(147 + 151);
        assertThat(coastline.path("surveyYears").toString()).isEqualTo("[2015,2020]");
        assertThat(coastline.path("bbox")).hasSize(4);
        assertThat(coastline.path("bbox").get(0).asDouble()).isBetween(118.5, 118.9);
        JsonNode beaches = layer("beaches");
        assertThat(beaches.path("revision").isNull()).isTrue();
        assertThat(beaches.path("count").asLong()).isZero();
        assertThat(beaches.path("surveyYears")).isEmpty();
        assertThat(beaches.path("bbox").isNull()).isTrue();
    }

    @Test
    void aLayerHasTheKeysOfTheDocumentAndNothingOfTheIntake() {
        assertThat(keys(layer("coastline")))
                .containsExactlyInAnyOrder(
                        "id",
                        "title",
                        "about",
                        "geometry",
                        "fields",
                        "nameField",
                        "surveyYearField",
                        "scopeField",
                        "style",
                        "shownTo",
                        "revision",
                        "count",
                        "surveyYears",
                        "bbox");
        JsonNode field = layer("coastline").path("fields").get(0);
        assertThat(keys(field))
                .contains("name", "type", "label", "required", "unique", "shownTo")
                .doesNotContain("aliases");
        assertThat(field.path("label").path("zh").asText()).isNotBlank();
        assertThat(field.path("label").path("en").asText()).isNotBlank();
    }

    @Test
    void codeListsAndRuleSetsComeWithTheirWords() {
        JsonNode catalog = catalog();
        JsonNode list = catalog.path("codeLists").get(0);
        assertThat(keys(list)).containsExactlyInAnyOrder("id", "title", "open", "entries");
        assertThat(keys(list.path("entries").get(0))).contains("code", "label").doesNotContain("aliases");
        assertThat(texts(catalog.path("ruleSets"), "id"))
                .containsExactly("national-2017", "strict-natural", "estuary-excluded");
        assertThat(keys(catalog.path("ruleSets").get(0))).containsExactly("id", "version", "title", "about");
    }

    private static JsonNode catalog() {
        Client.Answer answer = SERVER.reader().get("/api/v1/catalog");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace("application/json; charset=utf-8");
        return answer.json();
    }

    private static JsonNode layer(String id) {
        for (JsonNode layer : catalog().path("layers")) {
            if (layer.path("id").asText().equals(id)) {
                return layer;
            }
        }
        throw new AssertionError("no layer " + id);
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> texts(JsonNode list, String key) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.path(key).asText()));
        return texts;
    }
}
