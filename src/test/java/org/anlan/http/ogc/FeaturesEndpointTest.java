package org.anlan.http.ogc;

import static org.anlan.http.ogc.OgcReader.encoded;
import static org.anlan.http.ogc.OgcReader.ids;
import static org.anlan.http.ogc.OgcReader.links;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Actor;
import org.anlan.store.FeatureQuery;
import org.anlan.store.NewFeature;
import org.anlan.store.Revision;
import org.anlan.support.Client;
import org.anlan.support.Rows;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Features by OGC API Features Part 1 and 2, as a client sees them. */
class FeaturesEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withDemonstration();

    private static final String COAST = "/ogc/collections/coastline/items";

    @Test
    void everyLayerIsACollectionWithItsCountAndLinks() {
        JsonNode collections = get("/ogc/collections").path("collections");
        assertThat(collections).hasSize(SERVER.services().catalog().layers().size());
        for (JsonNode one : collections) {
            String id = one.path("id").asText();
            JsonNode items = get("/ogc/collections/" + id + "/items?limit=1000000");
            assertThat(items.path("features"))
                    .as(id)
                    .hasSize(one.path("numberOfFeatures").asInt());
            assertThat(items.path("numberMatched").asInt())
                    .isEqualTo(one.path("numberOfFeatures").asInt());
            assertThat(items.path("numberReturned").asInt())
                    .isEqualTo(items.path("features").size());
            assertThat(links(one, "items")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=x",
                "limit=",
                "unknown=1",
                "limit=1&limit=2",
                "bbox=1,2,3",
                "bbox=1,2,3,4,5",
                "bbox=1,4,2,3",
                "bbox=NaN,1,2,3",
                "bbox=1,2,3,Infinity",
                "bbox=1,2,3,91",
                "bbox=118,24,119,25&bbox-crs=EPSG:9999",
                "bbox=1,5,3,2,6,1",
                "crs=EPSG:2154",
                "datetime=/",
                "datetime=../..",
                "datetime=2021-01-01/2020-01-01",
                "datetime=yesterday",
                "datetime=2020-13-01",
                "sortby=nothing",
                "properties=nothing",
                "skipGeometry=maybe",
                "revision=0",
                "revision=1&as-of=2030-01-01",
                "after=1&before=2",
                "filter-lang=ecql",
                "filter=seg_code%20%3D",
                "survey_year=then",
                "f=xml",
                "lang=fr"
            })
    void aParameterThatMakesNoSenseIsRefusedWithACode(String parameters) {
        Client.Answer answer = SERVER.reader().get(COAST + "?" + parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&survey_year=2020",
                "&sortby=-length_m",
                "&sortby=bay_code,-survey_year",
                "&bbox=118.66,24.7,118.72,24.8"
            })
    void pagesInBothDirectionsLoseAndDoubleNothing(String parameters) {
        List<String> all = ids(get(COAST + "?limit=10000" + parameters));
        List<String> forward = new ArrayList<>();
        List<List<String>> pages = new ArrayList<>();
        Optional<String> last = Optional.empty();
        for (Optional<String> next = Optional.of(COAST + "?limit=37" + parameters); next.isPresent(); ) {
            JsonNode page = get(next.get());
            pages.add(ids(page));
            forward.addAll(ids(page));
            last = next;
            next = links(page, "next").stream().findFirst();
        }
        assertThat(forward).isEqualTo(all);
        Optional<String> back = links(get(last.orElseThrow()), "prev").stream().findFirst();
        for (int i = pages.size() - 2; i >= 0; i--) {
            JsonNode page = get(back.orElseThrow());
            assertThat(ids(page)).isEqualTo(pages.get(i));
            back = links(page, "prev").stream().findFirst();
        }
        assertThat(back).as("before the first page there is none").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "118.66,24.7,118.72,24.8",
        "118.6449989,24.7837186,118.6449989,24.7837186",
        "118,24,119,25",
        "-180,-90,180,90"
    })
    void aRectangleGivesWhatMeetsIt(double west, double south, double east, double north) {
        var rectangle = new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
        LayerDefinition coast = SERVER.services().catalog().layer("coastline");
        List<String> expected = new ArrayList<>();
        long revision = SERVER.services()
                .store()
                .revisions()
                .newest("coastline")
                .orElseThrow()
                .id();
        boolean unused = SERVER.services().store().features().read(FeatureQuery.all(coast, revision), row -> {
            if (row.geometry().orElseThrow().intersects(rectangle)) {
                expected.add(row.id());
            }
            return true;
        });
        assertThat(expected).isNotEmpty();
        String bbox = west + "," + south + "," + east + "," + north;
        assertThat(ids(get(COAST + "?limit=10000&bbox=" + bbox))).isEqualTo(expected);
        String swapped = south + "," + west + "," + north + "," + east;
        assertThat(ids(get(COAST + "?limit=10000&bbox-crs=EPSG:4490&bbox=" + swapped)))
                .isEqualTo(expected);
        assertThat(ids(get(COAST + "?limit=10000&bbox=" + west + "," + south + ",-10," + east + "," + north + ",10")))
                .isEqualTo(expected);
    }

    @Test
    void aRectangleAcrossTheAntimeridianReachesAroundTheWorld() {
        assertThat(ids(get(COAST + "?bbox=118,24,-170,25&limit=10000"))).hasSize(451);
        assertThat(ids(get(COAST + "?bbox=170,24,-170,25"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-01T00:00:00Z, 151",
        "2020-12-31, 151",
        "2015-01-01/2020-01-01, 298",
        "../2015-03-01T00:00:00Z, 147",
        "2021-01-01T00:00:00Z/.., 153",
        "2021-01-01/2024-12-31, 0"
    })
    void aTimeGivesTheSurveysOfItsYears(String datetime, int count) {
        assertThat(get(COAST + "?limit=1&datetime=" + datetime)
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(count);
    }

    @Test
    void coordinatesFollowTheAxisOrderOfTheRegister() {
        String item = COAST + "/350581A001@2015";
        double[] crs84 = first(item);
        assertThat(first(item + "?crs=EPSG:4490")).containsExactly(crs84[1], crs84[0]);
        assertThat(first(item + "?crs=http://www.opengis.net/def/crs/EPSG/0/4326"))
                .containsExactly(crs84[1], crs84[0]);
        double[] northingEasting = first(item + "?crs=EPSG:4549");
        assertThat(northingEasting[0]).as("northing").isBetween(2_700_000.0, 2_800_000.0);
        assertThat(northingEasting[1]).as("easting").isBetween(360_000.0, 370_000.0);
        assertThat(SERVER.reader().get(item + "?crs=EPSG:4549").header("Content-Crs"))
                .isEqualTo("<http://www.opengis.net/def/crs/EPSG/0/4549>");
    }

    @Test
    void aFilterInWordsOfTheFieldFindsWhatTheCodesFind() {
        String codes = COAST + "?limit=1000&type2=sandy&survey_year=2020";
        String words = COAST + "?limit=1000&filter=" + encoded("\"二级类\" = '砂质' AND \"修测年度\" = 2020");
        assertThat(ids(get(words))).isNotEmpty().isEqualTo(ids(get(codes)));
        assertThat(get(codes).path("features"))
                .allMatch(f -> f.path("properties").path("type2_zh").asText().equals("砂质"));
    }

    @Test
    void answersAreTheSameBeforeAndAfterALayerIsFrozen() {
        long revision = SERVER.services()
                .store()
                .revisions()
                .newest("red-lines")
                .orElseThrow()
                .id();
        String address = "/ogc/collections/red-lines/items?limit=1000&revision=" + revision;
        JsonNode before = get(address);
        SERVER.services().features().freeze(SERVER.services().catalog().layer("red-lines"), revision);
        assertThat(get(address).path("features")).isEqualTo(before.path("features"));
    }

    @Test
    void whoKnowsAnAnswerIsNotSentItAgain() {
        String tag = SERVER.reader().get(COAST).header("ETag");
        assertThat(SERVER.reader().get(COAST, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(SERVER.reader().get(COAST + "?limit=5", "If-None-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void pagesKeepTheStateThatTheFirstOneReadWhileOthersCommit() {
        LayerDefinition layer = SERVER.services().catalog().layer("rivers");
        List<String> before = ids(get("/ogc/collections/rivers/items?limit=1000"));
        JsonNode page = get("/ogc/collections/rivers/items?limit=2");
        String tag =
                SERVER.reader().get("/ogc/collections/rivers/items?limit=2").header("ETag");
        List<String> read = new ArrayList<>(ids(page));
        NewFeature added = new NewFeature(
                "amid",
                Rows.shape("LINESTRING (118.7 24.7, 118.8 24.8)"),
                1,
                0,
                new Object[layer.fields().size()],
                Optional.empty());
        Revision state = SERVER.services().store().revisions().newest("rivers").orElseThrow();
        Rows.commit(SERVER.services().store(), layer, List.of(), List.of(added));
        for (Optional<String> next = links(page, "next").stream().findFirst();
                next.isPresent();
                next = links(page, "next").stream().findFirst()) {
            page = get(next.get());
            read.addAll(ids(page));
        }
        assertThat(read).isEqualTo(before);
        assertThat(ids(get("/ogc/collections/rivers/items?limit=1000"))).contains("amid");
        assertThat(SERVER.reader()
                        .get("/ogc/collections/rivers/items?limit=2", "If-None-Match", tag)
                        .status())
                .as("the known answer is out of date")
                .isEqualTo(200);
        SERVER.services().store().revisions().rollback(layer, state.id(), new Actor("tester", ""), "");
    }

    @Test
    void aStateCanBeAskedForByNumberOrByMoment() {
        List<Revision> revisions = SERVER.services().store().revisions().of("coastline");
        Revision first = revisions.get(revisions.size() - 1);
        Revision second = revisions.get(revisions.size() - 2);
        assertThat(get(COAST + "?limit=1&revision=" + first.id())
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(147);
        assertThat(get(COAST + "?limit=1&as-of=" + first.at())
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(147);
        assertThat(get(COAST + "?limit=1&as-of=" + second.at())
                        .path("numberMatched")
                        .asInt())
                .isEqualTo(298);
        assertThat(get(COAST + "/350581A001@2015?revision=" + first.id())
                        .path("id")
                        .asText())
                .isEqualTo("350581A001@2015");
        for (String state : List.of("revision=999999", "as-of=1999-01-01", "revision=1000000000000")) {
            assertThat(SERVER.reader().get(COAST + "?" + state).status())
                    .as(state)
                    .isEqualTo(404);
        }
        assertThat(SERVER.reader()
                        .get(COAST + "/350581A001@2025?revision=" + first.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answersArePackedForWhoTakesThem() {
        Client.Answer packed = SERVER.reader().get(COAST + "?limit=100", "Accept-Encoding", "gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(new String(packed.unzipped(), StandardCharsets.UTF_8)).contains("\"numberReturned\":100");
        assertThat(SERVER.reader().get(COAST + "?limit=100").header("Content-Encoding"))
                .isEmpty();
    }

    /** Ids are whatever a field holds: blanks, slashes, percent signs, Chinese. */
    @Test
    void aFeatureIsFoundWhateverItsIdIsMadeOf() {
        LayerDefinition layer = SERVER.services().catalog().layer("wetlands");
        Revision state =
                SERVER.services().store().revisions().newest("wetlands").orElseThrow();
        List<String> odd = List.of("a/b", "a b", "100%", "湿地-1", "a?b#c", "x;y", "..", "a\\b", "\"q\"");
        List<NewFeature> features = odd.stream()
                .map(id -> new NewFeature(
                        id,
                        Rows.shape("POLYGON ((118.7 24.7, 118.8 24.7, 118.8 24.8, 118.7 24.7))"),
                        1,
                        1,
                        new Object[layer.fields().size()],
                        Optional.empty()))
                .toList();
        Rows.commit(SERVER.services().store(), layer, List.of(), features);
        for (String id : odd) {
            String address = "/ogc/collections/wetlands/items/" + Asked.encodedSegment(id);
            assertThat(get(address).path("id").asText()).isEqualTo(id);
            assertThat(links(get(address), "self").get(0)).endsWith(address + "?f=json");
        }
        SERVER.services().store().revisions().rollback(layer, state.id(), new Actor("tester", ""), "");
    }

    @Test
    void formsAreChosenByParameterThenByTheAcceptHeader() {
        assertThat(SERVER.reader().get(COAST).header("Content-Type")).isEqualTo("application/geo+json");
        assertThat(SERVER.reader().get(COAST, "Accept", "text/html,*/*;q=0.8").header("Content-Type"))
                .startsWith("text/html");
        assertThat(SERVER.reader().get(COAST + "?f=json", "Accept", "text/html").header("Content-Type"))
                .isEqualTo("application/geo+json");
        assertThat(SERVER.reader().get(COAST, "Accept", "image/png").status()).isEqualTo(406);
    }

    @Test
    void whatIsNotThereOrNotOfferedIsTold() {
        assertThat(SERVER.reader().get("/ogc/collections/nothing").status()).isEqualTo(404);
        assertThat(SERVER.reader().get(COAST + "/nothing").status()).isEqualTo(404);
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            Client.Answer answer = SERVER.reader().send(method, COAST);
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).contains("GET");
        }
        assertThat(SERVER.reader().send("OPTIONS", COAST).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(SERVER.reader().send("HEAD", COAST).status()).isEqualTo(200);
        assertThat(SERVER.reader().get(COAST).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @Test
    void holesOfAreasSurvive() {
        LayerDefinition layer = SERVER.services().catalog().layer("regions");
        long revision = SERVER.services()
                .store()
                .revisions()
                .newest("regions")
                .orElseThrow()
                .id();
        List<Integer> points = new ArrayList<>();
        boolean unused = SERVER.services().store().features().read(FeatureQuery.all(layer, revision), row -> {
            points.add(row.geometry().map(g -> g.getNumPoints()).orElse(0));
            return true;
        });
        List<Integer> served = new ArrayList<>();
        get("/ogc/collections/regions/items?limit=1000")
                .path("features")
                .forEach(f -> served.add(positions(f.at("/geometry/coordinates"))));
        assertThat(served).isEqualTo(points);
    }

    @Test
    void pagesAndDescriptionsForPeopleAndProgramsAreThere() {
        for (String path : List.of(
                "/ogc",
                "/ogc/conformance",
                "/ogc/api",
                "/ogc/collections",
                "/ogc/collections/outfalls",
                COAST,
                COAST + "/350581A001@2015",
                "/ogc/collections/coastline/schema",
                "/ogc/collections/coastline/queryables",
                "/ogc/collections/coastline/sortables")) {
            assertThat(SERVER.reader().get(path + "?f=html&lang=en").text())
                    .as(path)
                    .startsWith("<!doctype html>");
            assertThat(SERVER.reader().get(path + "?f=json").json().isObject())
                    .as(path)
                    .isTrue();
        }
        assertThat(SERVER.reader()
                        .get(COAST + "?f=html&filter=" + encoded("town = '<script>'"))
                        .text())
                .doesNotContain("<script>");
    }

    private static double[] first(String item) {
        JsonNode position = get(item).at("/geometry/coordinates/0");
        return new double[] {position.get(0).asDouble(), position.get(1).asDouble()};
    }

    private static int positions(JsonNode coordinates) {
        if (coordinates.isEmpty() || coordinates.get(0).isNumber()) {
            return coordinates.isEmpty() ? 0 : 1;
        }
        int sum = 0;
        for (JsonNode part : coordinates) {
            sum += positions(part);
        }
        return sum;
    }

    private static JsonNode get(String path) {
        return new OgcReader(SERVER).json(path);
    }
}
