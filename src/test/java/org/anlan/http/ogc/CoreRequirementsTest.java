package org.anlan.http.ogc;

import static org.anlan.http.ogc.OgcReader.ids;
import static org.anlan.http.ogc.OgcReader.link;
import static org.anlan.http.ogc.OgcReader.links;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Actor;
import org.anlan.store.Extent;
import org.anlan.store.FeatureQuery;
import org.anlan.store.NewFeature;
import org.anlan.store.Revision;
import org.anlan.support.Client;
import org.anlan.support.Requirement;
import org.anlan.support.Rows;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OGC API Features Part 1 (17-069r4), requirement by requirement: core, geojson, html. */
class CoreRequirementsTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final OgcReader OGC = new OgcReader(SERVER);
    private static final String COAST = "/ogc/collections/coastline";

    @Test
    @Requirement({"features-1/core/root-op", "features-1/core/root-success"})
    void theLandingPageLeadsToTheApiTheStandardsAndTheData() {
        for (String address : List.of("/ogc", "/ogc/")) {
            JsonNode landing = OGC.json(address);
            assertThat(landing.path("title").asText()).isNotBlank();
            assertThat(OGC.json(link(landing, "data", Media.JSON)).path("collections"))
                    .isNotEmpty();
            assertThat(OGC.json(link(landing, "conformance", Media.JSON)).path("conformsTo"))
                    .isNotEmpty();
            assertThat(links(landing, "self")).hasSize(1);
        }
    }

    @Test
    @Requirement({"features-1/core/api-definition-op", "features-1/core/api-definition-success"})
    void theApiComesInTheMediaTypeOfItsLink() {
        JsonNode landing = OGC.json("/ogc");
        for (String[] relation : new String[][] {{"service-desc", Media.OPENAPI}, {"service-doc", Media.HTML}}) {
            Client.Answer answer = OGC.answer(link(landing, relation[0], relation[1]), relation[1]);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith(relation[1]);
            // the header alone decides as well
            assertThat(OGC.answer("/ogc/api", relation[1]).header("Content-Type"))
                    .startsWith(relation[1]);
        }
    }

    @Test
    @Requirement({
        "features-1/core/conformance-op",
        "features-1/core/conformance-success",
        "tiles-1/core/conformance-success"
    })
    void theConformanceClassesAreDeclared() {
        List<String> classes = new ArrayList<>();
        OGC.json("/ogc/conformance").path("conformsTo").forEach(one -> classes.add(one.asText()));
        assertThat(classes)
                .doesNotHaveDuplicates()
                .contains(
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
                        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
                        "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
                        "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core")
                .isEqualTo(Conformance.CLASSES);
    }

    /** Two requests on one connection, as HTTP 1.1 has it. */
    @Test
    @Requirement("features-1/core/http")
    void requestsFollowEachOtherOnOneConnection() throws IOException {
        URI at = URI.create(SERVER.address());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(at.getHost(), at.getPort()));
            String head = "HEAD /ogc/conformance HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\n";
            socket.getOutputStream()
                    .write((head + "\r\n" + head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
        }
    }

    static Stream<String> resources() {
        return Stream.of(
                "/ogc",
                "/ogc/conformance",
                "/ogc/api",
                "/ogc/functions",
                "/ogc/collections",
                COAST,
                COAST + "/schema",
                COAST + "/queryables",
                COAST + "/sortables",
                COAST + "/items",
                COAST + "/items/350581A001@2015",
                "/ogc/tileMatrixSets",
                "/ogc/tileMatrixSets/WebMercatorQuad",
                "/ogc/tiles",
                "/ogc/tiles/CGCS2000Quad",
                COAST + "/tiles",
                COAST + "/tiles/WebMercatorQuad",
                COAST + "/tiles/WebMercatorQuad/12/1757/3398",
                COAST + "/styles",
                COAST + "/styles/default");
    }

    @ParameterizedTest
    @MethodSource("resources")
    @Requirement({"features-1/core/query-param-unknown", "features-1/core/query-param-invalid"})
    void parametersThatAreUnknownOrMakeNoSenseAreRefused(String address) {
        for (String parameters : List.of("?unknown=1", "?f=nothing", "?f=", "?f=json&f=json", "?lang=fr")) {
            Client.Answer answer = OGC.answer(address + parameters);
            assertThat(answer.status()).as(address + parameters).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith(Media.PROBLEM);
        }
    }

    @Test
    @Requirement({"features-1/core/crs84", "features-2/crs/fc-crs-default-value"})
    void coordinatesAreLongitudeAndLatitudeUnlessAskedOtherwise() {
        for (String address : List.of(COAST + "/items?limit=1", COAST + "/items/350581A001@2015")) {
            Client.Answer answer = OGC.answer(address);
            JsonNode feature = answer.json().path("features").path(0);
            JsonNode place = (feature.isMissingNode() ? answer.json() : feature).at("/geometry/coordinates/0");
            assertThat(place.get(0).asDouble()).isBetween(118.0, 119.0);
            assertThat(place.get(1).asDouble()).isBetween(24.0, 25.0);
            assertThat(answer.header("Content-Crs")).isEqualTo("<" + OgcCrs.CRS84.uri() + ">");
        }
    }

    @Test
    @Requirement({
        "features-1/core/fc-md-op",
        "features-1/core/fc-md-success",
        "features-1/core/fc-md-links",
        "features-1/core/fc-md-items",
        "features-1/core/fc-md-items-links"
    })
    void everyLayerIsListedWithTheWaysToItsFeatures() {
        JsonNode all = OGC.json("/ogc/collections");
        assertThat(links(all, "self", Media.JSON)).hasSize(1);
        assertThat(links(all, "alternate", Media.HTML)).hasSize(1);
        List<String> listed = new ArrayList<>();
        for (JsonNode one : all.path("collections")) {
            listed.add(one.path("id").asText());
            assertThat(OGC.answer(link(one, "items", Media.GEOJSON)).header("Content-Type"))
                    .isEqualTo(Media.GEOJSON);
            assertThat(OGC.answer(link(one, "items", Media.HTML)).header("Content-Type"))
                    .startsWith(Media.HTML);
        }
        assertThat(listed)
                .isEqualTo(SERVER.services().catalog().layers().stream()
                        .map(LayerDefinition::id)
                        .toList());
    }

    @Test
    @Requirement({"features-1/core/fc-md-extent", "features-1/core/fc-md-extent-multi"})
    void theExtentHoldsEveryPlaceAndEveryTime() {
        for (JsonNode one : OGC.json("/ogc/collections").path("collections")) {
            JsonNode box = one.at("/extent/spatial/bbox");
            assertThat(box.size()).as("one box, so that it is the whole one").isLessThanOrEqualTo(1);
            assertThat(one.at("/extent/temporal/interval").size()).isLessThanOrEqualTo(1);
            if (!box.isEmpty()) {
                Extent extent = new Extent(
                        box.at("/0/0").asDouble(),
                        box.at("/0/1").asDouble(),
                        box.at("/0/2").asDouble(),
                        box.at("/0/3").asDouble());
                assertHoldsAll(SERVER.services().catalog().layer(one.path("id").asText()), extent);
            }
        }
        JsonNode span = OGC.json(COAST).at("/extent/temporal/interval/0");
        assertThat(span.get(0).asText()).isEqualTo("2015-01-01T00:00:00Z");
        assertThat(span.get(1).asText()).isEqualTo("2025-12-31T23:59:59Z");
    }

    private static void assertHoldsAll(LayerDefinition layer, Extent extent) {
        Revision revision =
                SERVER.services().store().revisions().newest(layer.id()).orElseThrow();
        boolean unused = SERVER.services().store().features().read(FeatureQuery.all(layer, revision.id()), row -> {
            row.geometry().ifPresent(shape -> {
                var box = shape.getEnvelopeInternal();
                assertThat(box.getMinX()).isGreaterThanOrEqualTo(extent.west());
                assertThat(box.getMaxX()).isLessThanOrEqualTo(extent.east());
                assertThat(box.getMinY()).isGreaterThanOrEqualTo(extent.south());
                assertThat(box.getMaxY()).isLessThanOrEqualTo(extent.north());
            });
            return true;
        });
    }

    @Test
    @Requirement({"features-1/core/sfc-md-op", "features-1/core/sfc-md-success"})
    void aCollectionSaysByItselfWhatTheListSaysOfIt() {
        for (JsonNode listed : OGC.json("/ogc/collections").path("collections")) {
            JsonNode alone = OGC.json("/ogc/collections/" + listed.path("id").asText());
            for (String member : List.of("id", "title", "description", "extent", "itemType", "crs", "storageCrs")) {
                assertThat(alone.path(member)).as(member).isEqualTo(listed.path(member));
            }
            Set<String> there = new TreeSet<>();
            alone.path("links").forEach(link -> there.add(link.path("href").asText()));
            listed.path("links").forEach(link -> assertThat(there)
                    .contains(link.path("href").asText()));
        }
    }

    @Test
    @Requirement({
        "features-1/core/fc-op",
        "features-1/core/fc-response",
        "features-1/core/f-op",
        "features-1/core/f-success"
    })
    void everyFeatureIsAmongTheItemsAndByItself() {
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            String items = "/ogc/collections/" + layer.id() + "/items";
            JsonNode some = OGC.json(items + "?limit=20");
            assertThat(some.path("type").asText()).isEqualTo("FeatureCollection");
            for (JsonNode feature : some.path("features")) {
                JsonNode alone = OGC.json(
                        items + "/" + Asked.encodedSegment(feature.path("id").asText()));
                for (String member : List.of("type", "id", "geometry", "properties")) {
                    assertThat(alone.path(member)).isEqualTo(feature.path(member));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "451, 451", "452, 451", "1000000, 451", "1000001, 451", "99999999999999999999, 451"
    })
    @Requirement({"features-1/core/fc-limit-definition", "features-1/core/fc-limit-response-1"})
    void aLimitIsKeptAndOneAboveTheMaximumIsTakenAsTheMaximum(String limit, int returned) {
        assertThat(OGC.json(COAST + "/items?limit=" + limit).path("features")).hasSize(returned);
    }

    @Test
    @Requirement({
        "features-1/core/fc-bbox-definition",
        "features-1/core/fc-bbox-response",
        "features-1/core/fc-time-response"
    })
    void whatHasNoPlaceOrNoTimeMatchesEveryPlaceAndTime() {
        LayerDefinition layer = SERVER.services().catalog().layer("projects");
        Object[] values = new Object[layer.fields().size()];
        values[layer.indexOf(layer.idFields().get(0))] = "X";
        List<NewFeature> features = List.of(
                new NewFeature(
                        "placed",
                        Rows.shape("POINT (118.7 24.7)").map(point -> point.buffer(0.01)),
                        0,
                        0,
                        values,
                        Optional.empty()),
                new NewFeature("nowhere", Optional.empty(), 0, 0, values, Optional.empty()));
        Revision revision = Rows.commit(SERVER.services().store(), layer, List.of(), features);
        String items = "/ogc/collections/projects/items?limit=1000&revision=" + revision.id();
        for (boolean frozen : List.of(false, true)) {
            if (frozen) {
                SERVER.services().features().freeze(layer, revision.id());
            }
            assertThat(ids(OGC.json(items + "&bbox=118.69,24.69,118.71,24.71"))).contains("placed", "nowhere");
            assertThat(ids(OGC.json(items + "&bbox=10,10,11,11")))
                    .contains("nowhere")
                    .doesNotContain("placed");
            assertThat(ids(OGC.json(items + "&bbox=170,10,-170,11")))
                    .contains("nowhere")
                    .doesNotContain("placed");
            assertThat(ids(OGC.json(items + "&bbox=0,0,1,1&bbox-crs=EPSG:3857")))
                    .contains("nowhere")
                    .doesNotContain("placed");
        }
        LayerDefinition coast = SERVER.services().catalog().layer("coastline");
        Revision before =
                SERVER.services().store().revisions().newest("coastline").orElseThrow();
        Object[] timeless = new Object[coast.fields().size()];
        NewFeature unsurveyed = new NewFeature(
                "unsurveyed", Rows.shape("LINESTRING (118.7 24.7, 118.8 24.8)"), 1, 0, timeless, Optional.empty());
        Revision now = Rows.commit(SERVER.services().store(), coast, List.of(), List.of(unsurveyed));
        assertThat(ids(OGC.json(COAST + "/items?limit=1000&datetime=1999-01-01T00:00:00Z&revision=" + now.id())))
                .containsExactly("unsurveyed");
        SERVER.services().store().revisions().rollback(coast, before.id(), new Actor("tester", ""), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bbox=118.66,24.7,118.72",
                "bbox=118.66,24.7,118.72,24.8,1",
                "bbox=118.66,24.7,118.72,24.8,1,2,3",
                "bbox=118.66,24.9,118.72,24.8",
                "bbox=1186600,24.7,118.72,24.8",
                "bbox=a,b,c,d",
                "bbox=118.66,24.7,,24.8"
            })
    @Requirement("features-1/core/fc-bbox-response")
    void aRectangleThatIsNoneIsRefused(String bbox) {
        assertThat(OGC.answer(COAST + "/items?" + bbox).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-01T00:00:00Z, 151",
        "2020-06-01T08:00:00%2B08:00, 151",
        "2020-06-01T00:00:00.123Z, 151",
        "2019-12-31T23:59:59Z/2020-01-01T00:00:00Z, 151",
        "2018-01-01T00:00:00Z/.., 304",
        "2018-01-01T00:00:00Z/, 304",
        "../2018-01-01T00:00:00Z, 147",
        "/2018-01-01T00:00:00Z, 147",
        "2010-01-01T00:00:00Z/2030-01-01T00:00:00Z, 451"
    })
    @Requirement({"features-1/core/fc-time-definition", "features-1/core/fc-time-response"})
    void momentsAndSpansFindTheSurveysThatTheyMeet(String datetime, int matched) {
        assertThat(OGC.json(COAST + "/items?limit=1&datetime=" + datetime)
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(matched);
    }

    @Test
    @Requirement({"features-1/core/fc-links", "features-1/core/fc-rel-type", "features-1/core/f-links"})
    void itemsAndAFeatureLinkToThemselvesInBothForms() {
        for (String address : List.of(COAST + "/items?limit=3", COAST + "/items/350581A001@2015")) {
            JsonNode data = OGC.json(address);
            assertThat(OGC.json(link(data, "self", Media.GEOJSON)).path("type")).isEqualTo(data.path("type"));
            assertThat(OGC.answer(link(data, "alternate", Media.HTML)).header("Content-Type"))
                    .startsWith(Media.HTML);
            assertThat(OGC.json(link(data, "collection", Media.JSON)).path("id").asText())
                    .isEqualTo("coastline");
            data.path("links").forEach(link -> {
                assertThat(link.path("rel").asText()).isNotBlank();
                assertThat(link.path("type").asText()).isNotBlank();
            });
        }
    }

    @Test
    @Requirement({
        "features-1/core/fc-timeStamp",
        "features-1/core/fc-numberMatched",
        "features-1/core/fc-numberReturned"
    })
    void anAnswerSaysWhenItWasMadeHowManyMatchAndHowManyItHas() {
        JsonNode page = OGC.json(COAST + "/items?limit=7&survey_year=2020&bbox=118.6,24.6,118.72,24.9");
        assertThat(Duration.between(Instant.parse(page.path("timeStamp").asText()), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
        assertThat(page.path("numberReturned").asInt())
                .isEqualTo(7)
                .isEqualTo(page.path("features").size());
        JsonNode all = OGC.json(COAST + "/items?limit=1000&survey_year=2020&bbox=118.6,24.6,118.72,24.9");
        assertThat(page.path("numberMatched").asInt())
                .isEqualTo(all.path("features").size());
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Requirement({"features-1/geojson/definition", "features-1/html/definition", "features-1/html/content"})
    void everythingComesForProgramsAndAsAPageWithAllItsLinks(String address) {
        boolean features = address.contains("/items");
        String type = features
                ? Media.GEOJSON
                : address.endsWith("/api")
                        ? Media.OPENAPI
                        : address.matches(".*/(schema|queryables|sortables)") ? Media.SCHEMA : Media.JSON;
        Client.Answer data = OGC.answer(address, type);
        assertThat(data.status()).as(data.text()).isEqualTo(200);
        assertThat(data.header("Content-Type")).startsWith(type);
        Client.Answer page = OGC.answer(address, Media.HTML);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).startsWith("<!doctype html>").endsWith("</html>");
        if (address.equals("/ogc/api")) {
            return; // its links are descriptions of links
        }
        data.json()
                .findValues("links")
                .forEach(links -> links.forEach(link -> {
                    if (!Set.of("self", "alternate").contains(link.path("rel").asText())) {
                        assertThat(page.text())
                                .contains("href=\"" + link.path("href").asText().replace("&", "&amp;") + "\"");
                    }
                }));
    }

    /** Everything but a tile and a style, which are for programs only. */
    static Stream<String> pages() {
        return resources().filter(address -> !address.contains("/12/") && !address.endsWith("/default"));
    }

    @Test
    @Requirement("features-1/geojson/content")
    void featuresAreGeoJson() {
        for (LayerDefinition layer : SERVER.services().catalog().layers()) {
            for (JsonNode feature : OGC.json("/ogc/collections/" + layer.id() + "/items?limit=50")
                    .path("features")) {
                assertThat(feature.path("type").asText()).isEqualTo("Feature");
                assertThat(feature.path("id").isTextual()).isTrue();
                assertThat(feature.path("properties").isObject()).isTrue();
                JsonNode shape = feature.path("geometry");
                assertThat(shape.isNull() || shape.path("type").isTextual()).isTrue();
                if (layer.geometry() == GeometryKind.NONE) {
                    assertThat(shape.isNull()).isTrue();
                }
            }
        }
    }
}
