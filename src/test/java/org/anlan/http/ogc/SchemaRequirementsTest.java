package org.anlan.http.ogc;

import static org.anlan.http.ogc.OgcReader.ids;
import static org.anlan.http.ogc.OgcReader.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anlan.catalog.LayerDefinition;
import org.anlan.support.Client;
import org.anlan.support.Requirement;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OGC API Features Part 5 (23-058r1), requirement by requirement. A validator of JSON Schema holds the schemas against their own standard, and features against them. */
class SchemaRequirementsTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final OgcReader OGC = new OgcReader(SERVER);
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String SCHEMA = "http://www.opengis.net/def/rel/ogc/1.0/schema";
    private static final String SORTABLES = "http://www.opengis.net/def/rel/ogc/1.0/sortables";
    private static final Set<String> JSON_SCHEMA_WORDS =
            Set.of("title", "description", "type", "format", "oneOf", "examples", "const", "enum");

    @ParameterizedTest
    @ValueSource(strings = {"schema", "queryables", "sortables"})
    @Requirement({
        "features-5/schemas/json-schema",
        "features-5/schemas/properties",
        "features-5/schemas/additional-keywords",
        "features-5/schemas/role",
        "features-5/schemas/role-id",
        "features-5/core-roles-features/role-primary-geometry"
    })
    void schemasAreValidJsonSchemaWithTheStandardsKeywords(String which) {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            JsonNode schema = OGC.json("/ogc/collections/" + layer.id() + "/" + which);
            assertThat(meta.validate(schema)).as(layer.id()).isEmpty();
            assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.path("$id").asText()).startsWith("http").doesNotContain("?");
            assertThat(schema.path("type").asText()).isEqualTo("object");
            List<String> roles = new ArrayList<>();
            schema.path("properties").forEach(property -> {
                boolean spatial = property.path("format").asText().startsWith("geometry-");
                assertThat(property.has("type")).isEqualTo(!spatial);
                property.fieldNames().forEachRemaining(word -> assertThat(
                                JSON_SCHEMA_WORDS.contains(word) || word.startsWith("x-ogc-"))
                        .as(word)
                        .isTrue());
                if (property.has("x-ogc-role")) {
                    assertThat(property.path("x-ogc-role").isTextual()).isTrue();
                    roles.add(property.path("x-ogc-role").asText());
                    assertThat(property.path("x-ogc-role").asText().equals("primary-geometry"))
                            .isEqualTo(spatial);
                }
            });
            assertThat(roles).as(layer.id()).doesNotHaveDuplicates();
            assertThat(schema.at("/properties/id/x-ogc-role").asText()).isEqualTo("id");
        }
    }

    /** Units by UCUM: those of the demonstration's layers. */
    @Test
    @Requirement("features-5/schemas/unit")
    void unitsAreThoseOfUcum() {
        Set<String> ucum = Set.of("m", "m2", "km", "km2", "har", "deg", "mg/L", "m3/d", "%");
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            OGC.json("/ogc/collections/" + layer.id() + "/schema")
                    .path("properties")
                    .forEach(property -> {
                        if (property.has("x-ogc-unit")) {
                            assertThat(ucum)
                                    .contains(property.path("x-ogc-unit").asText());
                            assertThat(property.path("type").asText()).isIn("number", "integer");
                        }
                    });
        }
        assertThat(OGC.json("/ogc/collections/coastline/schema")
                        .at("/properties/length_m/x-ogc-unit")
                        .asText())
                .isEqualTo("m");
    }

    @Test
    @Requirement({
        "features-5/returnables-and-receivables/link",
        "features-5/returnables-and-receivables/op",
        "features-5/returnables-and-receivables/response",
        "features-5/sortables/link",
        "features-5/sortables/op"
    })
    void everyFeatureIsAsItsSchemaSays() {
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            JsonNode collection = OGC.json("/ogc/collections/" + layer.id());
            for (String relation : List.of(SCHEMA, SORTABLES)) {
                Client.Answer answer = OGC.answer(link(collection, relation, Media.SCHEMA), Media.SCHEMA);
                assertThat(answer.header("Content-Type")).isEqualTo(Media.SCHEMA);
            }
            JsonNode node = OGC.json(link(collection, SCHEMA, Media.SCHEMA));
            Schema schema = REGISTRY.getSchema(node);
            for (JsonNode feature : OGC.json("/ogc/collections/" + layer.id() + "/items?limit=300")
                    .path("features")) {
                assertThat(schema.validate(flat(feature, node)))
                        .as(layer.id() + " " + feature.path("id"))
                        .isEmpty();
            }
        }
    }

    /** A feature as the schema has it: id, shape and properties side by side; what has no value is left out. */
    private static JsonNode flat(JsonNode feature, JsonNode schema) {
        ObjectNode flat = new ObjectMapper().createObjectNode();
        flat.set("id", feature.path("id"));
        if (schema.path("properties").has("geometry")) {
            flat.set("geometry", feature.path("geometry"));
        }
        feature.path("properties").properties().forEach(property -> {
            if (!property.getValue().isNull()) {
                flat.set(property.getKey(), property.getValue());
            }
        });
        return flat;
    }

    @Test
    @Requirement("features-5/sortables/response")
    void pagesCanBeSortedByEverySortableAndByNothingElse() {
        String items = "/ogc/collections/coastline/items?limit=1000";
        JsonNode sortables = OGC.json("/ogc/collections/coastline/sortables");
        assertThat(sortables.path("additionalProperties").asBoolean(true)).isFalse();
        sortables.path("properties").properties().forEach(property -> {
            assertThat(property.getValue().path("type").asText()).isIn("string", "number", "integer", "boolean");
            JsonNode sorted = OGC.json(items + "&sortby=" + property.getKey()).path("features");
            JsonNode before = null;
            for (JsonNode feature : sorted) {
                JsonNode value = property.getKey().equals("id")
                        ? feature.path("id")
                        : feature.path("properties").path(property.getKey());
                assertThat(before == null || compare(before, value) <= 0)
                        .as(property.getKey() + " " + before + " " + value)
                        .isTrue();
                before = value;
            }
        });
        assertThat(OGC.answer(items + "&sortby=geometry").status()).isEqualTo(400);
        assertThat(OGC.answer(items + "&sortby=nothing").status()).isEqualTo(400);
    }

    /** Nothing comes last; texts by code point. */
    private static int compare(JsonNode a, JsonNode b) {
        if (a.isNull() || b.isNull()) {
            return Boolean.compare(a.isNull(), b.isNull());
        }
        if (a.isNumber()) {
            return Double.compare(a.asDouble(), b.asDouble());
        }
        int[] x = a.asText().codePoints().toArray();
        int[] y = b.asText().codePoints().toArray();
        return java.util.Arrays.compare(x, y);
    }

    @Test
    void onlyChosenPropertiesAreShownAndShapesCanBeLeftOut() {
        String items = "/ogc/collections/coastline/items?limit=20";
        JsonNode chosen = OGC.json(items + "&properties=town,length_m");
        chosen.path("features").forEach(feature -> {
            assertThat(feature.path("properties").properties().stream().map(one -> one.getKey()))
                    .containsExactly("town", "length_m");
            assertThat(feature.path("geometry").isObject()).isTrue();
        });
        JsonNode bare = OGC.json(items + "&skipGeometry=true");
        bare.path("features").forEach(feature -> {
            assertThat(feature.path("geometry").isNull()).isTrue();
            assertThat(feature.path("properties").size()).isGreaterThan(20);
        });
        assertThat(ids(bare)).isEqualTo(ids(chosen));
    }
}
