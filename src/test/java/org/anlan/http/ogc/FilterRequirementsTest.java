package org.anlan.http.ogc;

import static org.anlan.http.ogc.OgcReader.encoded;
import static org.anlan.http.ogc.OgcReader.ids;
import static org.anlan.http.ogc.OgcReader.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.anlan.catalog.LayerDefinition;
import org.anlan.support.Client;
import org.anlan.support.Requirement;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OGC API Features Part 3 (19-079r2), requirement by requirement. What filters mean is tested in {@code org.anlan.filter}. */
class FilterRequirementsTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final OgcReader OGC = new OgcReader(SERVER);
    private static final String COAST = "/ogc/collections/coastline";
    private static final String ITEMS = COAST + "/items?limit=1000";

    @Test
    @Requirement({
        "features-3/queryables/queryables-link",
        "features-3/queryables/get-queryables-op",
        "features-3/features-filter/get-queryables-op",
        "features-3/features-filter/queryables-link",
        "features-5/queryables/link",
        "features-5/queryables/op"
    })
    void everyCollectionLeadsToItsQueryables() {
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            JsonNode collection = OGC.json("/ogc/collections/" + layer.id());
            String there = link(collection, Link.QUERYABLES, Media.SCHEMA);
            assertThat(OGC.below(there)).startsWith("/ogc/collections/" + layer.id() + "/queryables");
            Client.Answer answer = OGC.answer(there, Media.SCHEMA);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo(Media.SCHEMA);
            assertThat(OGC.answer("/ogc/collections/" + layer.id() + "/items?limit=1")
                            .header("Link"))
                    .contains("<" + there + ">", "rel=\"" + Link.QUERYABLES + "\"");
        }
    }

    @Test
    @Requirement({"features-3/queryables/get-queryables-response", "features-5/queryables/response"})
    void whatIsNoQueryableIsRefused() {
        JsonNode queryables = OGC.json(COAST + "/queryables");
        assertThat(queryables.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(queryables.path("$id").asText()).isEqualTo(SERVER.address() + COAST + "/queryables");
        assertThat(queryables.path("type").asText()).isEqualTo("object");
        assertThat(queryables.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(queryables.at("/properties/geometry/format").asText()).startsWith("geometry-");
        assertThat(queryables.at("/properties/geometry").has("type")).isFalse();
        assertThat(OGC.answer(ITEMS + "&filter=" + encoded("nothing = 1")).status())
                .isEqualTo(400);
    }

    @Test
    @Requirement("features-3/queryables-query-parameters/parameters")
    void everySimpleQueryableIsAParameterOfItems() {
        JsonNode some = OGC.json(ITEMS + "&survey_year=2020").at("/features/40");
        List<String> asked = new ArrayList<>();
        OGC.json(COAST + "/queryables").path("properties").properties().forEach(property -> {
            String format = property.getValue().path("format").asText();
            JsonNode value = property.getKey().equals("id")
                    ? some.path("id")
                    : some.path("properties").path(property.getKey());
            if (!format.startsWith("geometry")
                    && !format.equals("date-time")
                    && !value.isNull()
                    && !value.isMissingNode()) {
                asked.add(property.getKey());
                List<String> found = ids(OGC.json(ITEMS + "&" + property.getKey() + "=" + encoded(value.asText())));
                assertThat(found).as(property.getKey()).contains(some.path("id").asText());
                List<String> expected = new ArrayList<>();
                OGC.json(ITEMS).path("features").forEach(feature -> {
                    JsonNode own = property.getKey().equals("id")
                            ? feature.path("id")
                            : feature.path("properties").path(property.getKey());
                    if (own.equals(value)) {
                        expected.add(feature.path("id").asText());
                    }
                });
                assertThat(found).as(property.getKey()).isEqualTo(expected);
            }
        });
        assertThat(asked).contains("id", "survey_year", "mainland", "town", "type2", "length_m");
    }

    @Test
    @Requirement({
        "features-3/filter/filter-param",
        "features-3/filter/response",
        "features-3/features-filter/filter-param",
        "features-3/features-filter/response"
    })
    void aFilterLetsPassWhatItIsTrueOf() {
        List<String> found = ids(OGC.json(ITEMS + "&filter=" + encoded("length_m > 400 AND bay IS NOT NULL")));
        List<String> expected = new ArrayList<>();
        OGC.json(ITEMS).path("features").forEach(feature -> {
            JsonNode own = feature.path("properties");
            if (own.path("length_m").asDouble() > 400 && !own.path("bay").isNull()) {
                expected.add(feature.path("id").asText());
            }
        });
        assertThat(found).isNotEmpty().isEqualTo(expected);
    }

    @Test
    @Requirement({"features-3/filter/filter-lang-param", "features-3/features-filter/filter-lang-param"})
    void aFilterIsTextUnlessAnotherNotationIsNamed() {
        String text = encoded("survey_year = 2020");
        String json = encoded("{\"op\":\"=\",\"args\":[{\"property\":\"survey_year\"},2020]}");
        List<String> expected = ids(OGC.json(ITEMS + "&survey_year=2020"));
        assertThat(ids(OGC.json(ITEMS + "&filter=" + text))).isEqualTo(expected);
        assertThat(ids(OGC.json(ITEMS + "&filter-lang=cql2-text&filter=" + text)))
                .isEqualTo(expected);
        assertThat(ids(OGC.json(ITEMS + "&filter-lang=cql2-json&filter=" + json)))
                .isEqualTo(expected);
        assertThat(OGC.answer(ITEMS + "&filter-lang=cql2-json&filter=" + text).status())
                .isEqualTo(400);
        assertThat(OGC.answer(ITEMS + "&filter-lang=ecql&filter=" + text).status())
                .isEqualTo(400);
        JsonNode choices = OGC.json("/ogc/api").at("/components/parameters/filter-lang/schema");
        assertThat(choices.path("enum")).hasSize(2);
        assertThat(choices.path("default").asText()).isEqualTo("cql2-text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPSG/0/4490 | S_INTERSECTS(geometry, POLYGON((24.7 118.66, 24.8 118.66, 24.8 118.72, 24.7 118.72, 24.7 118.66)))",
                "EPSG/0/4326 | S_INTERSECTS(geometry, BBOX(24.7, 118.66, 24.8, 118.72))",
                "OGC/1.3/CRS84 | S_INTERSECTS(geometry, BBOX(118.66, 24.7, 118.72, 24.8))"
            })
    @Requirement({
        "features-3/filter/filter-crs-wgs84",
        "features-3/filter/filter-crs-param",
        "features-3/features-filter/filter-crs-param"
    })
    void shapesInAFilterAreReadInTheirSystem(String crs, String filter) {
        List<String> usual =
                ids(OGC.json(ITEMS + "&filter=" + encoded("S_INTERSECTS(geometry, BBOX(118.66, 24.7, 118.72, 24.8))")));
        String uri = "http://www.opengis.net/def/crs/" + crs;
        assertThat(ids(OGC.json(ITEMS + "&filter-crs=" + uri + "&filter=" + encoded(filter))))
                .isNotEmpty()
                .isEqualTo(usual);
        assertThat(OGC.answer(ITEMS + "&filter-crs=EPSG:2154&filter=" + encoded(filter))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Requirement("features-3/filter/mixing-expressions")
    void aFilterAndOtherParametersMustAllHold() {
        List<String> byFilter = ids(OGC.json(ITEMS + "&filter=" + encoded("type1 = 'natural'")));
        List<String> byBox = ids(OGC.json(ITEMS + "&bbox=118.66,24.7,118.72,24.8"));
        List<String> byTime = ids(OGC.json(ITEMS + "&datetime=2020-01-01"));
        List<String> expected = new ArrayList<>(byFilter);
        expected.retainAll(byBox);
        expected.retainAll(byTime);
        String all = "&filter=" + encoded("type1 = 'natural'") + "&bbox=118.66,24.7,118.72,24.8&datetime=2020-01-01";
        assertThat(ids(OGC.json(ITEMS + all))).isNotEmpty().isEqualTo(expected);
    }

    @Test
    @Requirement({
        "features-3/filter/get-functions-operation",
        "features-3/filter/get-functions-response-json",
        "cql2/functions/functions"
    })
    void theFunctionsThatMayBeCalledAreListedAndCanBeCalled() {
        JsonNode functions = OGC.json("/ogc/functions").path("functions");
        List<String> called = new ArrayList<>();
        for (JsonNode function : functions) {
            assertThat(function.path("returns")).hasSize(1);
            boolean shape = function.at("/arguments/0/type/0").asText().equals("geometry");
            String call = function.path("name").asText() + "(" + (shape ? "geometry" : "town") + ")";
            String filter = shape ? call + " >= 0" : call + " IS NOT NULL";
            assertThat(ids(OGC.json(ITEMS + "&filter=" + encoded(filter))))
                    .as(filter)
                    .isNotEmpty();
            called.add(function.path("name").asText());
        }
        assertThat(called).containsExactly("upper", "lower", "length", "area");
        assertThat(OGC.answer(ITEMS + "&filter=" + encoded("buffer(geometry) > 1"))
                        .text())
                .contains("length", "area");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "town = ",
                "town LIKE 5",
                "S_INTERSECTS(geometry, POINT(1))",
                "nothing = 1",
                "1 = 'a'",
                "(town = 'a'"
            })
    @Requirement("features-3/features-filter/response")
    void aFilterThatIsNoneIsRefusedWithThePlaceInIt(String filter) {
        Client.Answer answer = OGC.answer(ITEMS + "&filter=" + encoded(filter));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-filter");
    }
}
