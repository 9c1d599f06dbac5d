package org.anlan.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.support.Client;
import org.anlan.support.Requirement;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The description of the API in OpenAPI 3.0: valid by Swagger's parser, whole in itself, and true. */
class OpenApiDocumentTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final OgcReader OGC = new OgcReader(SERVER);

    @Test
    @Requirement({"features-1/oas30/oas-definition-1", "features-1/oas30/oas-definition-2"})
    void itIsValidOpenApiAndRefersToNothingOutsideItself() {
        Client.Answer answer = OGC.answer("/ogc/api", Media.OPENAPI);
        assertThat(answer.header("Content-Type")).isEqualTo(Media.OPENAPI);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(answer.text());
        assertThat(parsed.getMessages()).isEmpty();
        OpenAPI api = parsed.getOpenAPI();
        assertThat(api.getOpenapi()).startsWith("3.0");
        assertThat(api.getInfo().getContact())
                .as("no contact, rather than a blank one")
                .isNull();
        answer.json().findValuesAsText("$ref").forEach(ref -> assertThat(ref).startsWith("#/components/"));
        assertThat(OGC.answer("/ogc/api", Media.HTML).text()).contains("/collections/coastline/items");
    }

    @Test
    @Requirement({"features-1/oas30/oas-impl", "features-1/oas30/completeness", "tiles-1/oas30/completeness"})
    void everyPathThatItNamesAnswersAndEveryPathThatAnswersIsNamed() {
        JsonNode api = OGC.json("/ogc/api");
        String server = OGC.below(api.at("/servers/0/url").asText());
        Set<String> paths = new TreeSet<>();
        api.path("paths").properties().forEach(path -> {
            paths.add(path.getKey());
            String address = server
                    + path.getKey()
                            .replace("{featureId}", id(path.getKey()))
                            .replace("{tileMatrixSetId}", "WebMercatorQuad")
                            .replace("{tileMatrix}", "0")
                            .replace("{tileRow}", "0")
                            .replace("{tileCol}", "0")
                            .replace("{styleId}", "default");
            Client.Answer answer = OGC.answer(address);
            JsonNode responses = path.getValue().at("/get/responses");
            assertThat(responses.has(Integer.toString(answer.status())))
                    .as(address + " " + answer.status())
                    .isTrue();
            if (answer.status() == 200) {
                String type = answer.header("Content-Type");
                assertThat(responses.at("/200/content").properties().stream()
                                .anyMatch(one -> type.startsWith(one.getKey())))
                        .as(address + " " + type)
                        .isTrue();
            }
        });
        assertThat(paths).containsAll(expected());
    }

    /** A feature of the collection that a path names; of one that has none yet, a feature that is not there. */
    private static String id(String path) {
        if (!path.contains("{featureId}")) {
            return "";
        }
        JsonNode some =
                OGC.json("/ogc" + path.replace("/{featureId}", "?limit=1")).at("/features/0/id");
        return some.isMissingNode() ? "none" : Asked.encodedSegment(some.asText());
    }

    private static List<String> expected() {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/conformance",
                "/api",
                "/functions",
                "/collections",
                "/tileMatrixSets",
                "/tileMatrixSets/{tileMatrixSetId}",
                "/tiles",
                "/tiles/{tileMatrixSetId}",
                "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                "/styles",
                "/styles/{styleId}"));
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            String at = "/collections/" + layer.id();
            paths.addAll(List.of(
                    at,
                    at + "/schema",
                    at + "/queryables",
                    at + "/sortables",
                    at + "/items",
                    at + "/items/{featureId}"));
            if (layer.geometry() != GeometryKind.NONE) {
                paths.addAll(List.of(
                        at + "/tiles",
                        at + "/tiles/{tileMatrixSetId}",
                        at + "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                        at + "/styles"));
            }
        }
        return paths;
    }

    @Test
    @Requirement("features-1/oas30/exceptions-codes")
    void itNamesTheStatusOfEveryRefusal() {
        JsonNode api = OGC.json("/ogc/api");
        String[][] refusals = {
            {"/collections/coastline/items?limit=0", "/collections/coastline/items"},
            {"/collections/coastline/items/none", "/collections/coastline/items/{featureId}"},
            {"/tiles/WebMercatorQuad/0/9/9", "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}"},
            {"/conformance?x=1", "/conformance"}
        };
        for (String[] refusal : refusals) {
            int status = OGC.answer("/ogc" + refusal[0]).status();
            assertThat(status).isGreaterThanOrEqualTo(400);
            JsonNode responses = api.path("paths").path(refusal[1]).at("/get/responses");
            assertThat(responses.has(Integer.toString(status))).as(refusal[0]).isTrue();
            assertThat(responses.has("500")).isTrue();
            assertThat(responses.has("503")).isTrue();
        }
    }

    /** Reading is open: nothing is asked of who reads, so no security scheme is named. */
    @Test
    @Requirement("features-1/oas30/security")
    void readingNeedsNoSignIn() {
        JsonNode api = OGC.json("/ogc/api");
        assertThat(api.has("security")).isFalse();
        assertThat(api.at("/components").has("securitySchemes")).isFalse();
        assertThat(OGC.answer("/ogc/collections").status()).isEqualTo(200);
    }

    @Test
    @Requirement({
        "features-1/core/fc-limit-definition",
        "features-1/core/fc-bbox-definition",
        "features-1/core/fc-time-definition",
        "features-2/crs/fc-crs-definition",
        "features-2/crs/fc-bbox-crs-definition"
    })
    void parametersOfItemsAreDefinedAsTheStandardSays() {
        JsonNode api = OGC.json("/ogc/api");
        JsonNode limit = parameter(api, "limit");
        assertThat(limit.at("/schema/type").asText()).isEqualTo("integer");
        assertThat(limit.at("/schema/minimum").asInt()).isEqualTo(1);
        assertThat(limit.at("/schema/default").asInt())
                .isLessThanOrEqualTo(limit.at("/schema/maximum").asInt());
        JsonNode bbox = parameter(api, "bbox");
        assertThat(bbox.at("/schema/type").asText()).isEqualTo("array");
        assertThat(bbox.at("/schema/minItems").asInt()).isEqualTo(4);
        assertThat(bbox.at("/schema/maxItems").asInt()).isEqualTo(6);
        assertThat(bbox.at("/schema/items/type").asText()).isEqualTo("number");
        assertThat(parameter(api, "datetime").at("/schema/type").asText()).isEqualTo("string");
        for (String name : List.of("crs", "bbox-crs")) {
            assertThat(parameter(api, name).at("/schema/format").asText()).isEqualTo("uri");
        }
        for (String name : List.of("limit", "bbox", "datetime", "crs", "bbox-crs")) {
            JsonNode one = parameter(api, name);
            assertThat(one.path("in").asText()).isEqualTo("query");
            assertThat(one.path("required").asBoolean(false)).isFalse();
            assertThat(one.path("style").asText()).isEqualTo("form");
            assertThat(one.path("explode").asBoolean(true)).isFalse();
        }
    }

    private static JsonNode parameter(JsonNode api, String name) {
        for (JsonNode one :
                api.path("paths").path("/collections/coastline/items").at("/get/parameters")) {
            String ref = one.path("$ref").asText();
            JsonNode parameter = ref.isEmpty() ? one : api.at(ref.substring(1));
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError(name + " is no parameter of items");
    }

    @Test
    @Requirement({
        "tiles-1/oas30/operation-id",
        "tiles-1/core/tc-tilematrix-definition",
        "tiles-1/core/tc-tilerow-definition",
        "tiles-1/core/tc-tilecol-definition"
    })
    void tileOperationsHaveTheStandardsNames() {
        JsonNode paths = OGC.json("/ogc/api").path("paths");
        String[][] operations = {
            {"/tileMatrixSets", ".getTileMatrixSetsList"},
            {"/tileMatrixSets/{tileMatrixSetId}", ".getTileMatrixSet"},
            {"/tiles", ".dataset.vector.getTileSetsList"},
            {"/tiles/{tileMatrixSetId}", ".dataset.vector.getTileSet"},
            {"/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", ".dataset.vector.getTile"},
            {"/collections/red-lines/tiles", ".collection.vector.getTileSetsList"},
            {"/collections/red-lines/tiles/{tileMatrixSetId}", ".collection.vector.getTileSet"},
            {
                "/collections/red-lines/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                ".collection.vector.getTile"
            }
        };
        for (String[] operation : operations) {
            assertThat(paths.path(operation[0]).at("/get/operationId").asText()).endsWith(operation[1]);
        }
        List<String> ids = paths.findValuesAsText("operationId");
        assertThat(ids).doesNotHaveDuplicates();
        JsonNode tile = paths.path("/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
                .at("/get/parameters");
        List<String> names = new ArrayList<>();
        tile.forEach(one -> {
            if (one.path("in").asText().equals("path")) {
                names.add(
                        one.path("name").asText() + ":" + one.at("/schema/type").asText());
                assertThat(one.path("required").asBoolean()).isTrue();
            }
        });
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "tileMatrixSetId:string", "tileMatrix:string", "tileRow:integer", "tileCol:integer");
    }
}
