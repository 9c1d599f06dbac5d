package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsEndpointTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final String COAST = "/api/v1/layers/coastline/items";

    @Test
    void aLayerIsAGeoJsonFeatureCollectionWithItsRevision() {
        Client.Answer answer = SERVER.reader().get(COAST + "?year=2020");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json; charset=utf-8");
        JsonNode collection = answer.json();
        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(collection.path("layer").asText()).isEqualTo("coastline");
        assertThat(collection.path("revision").asLong()).isEqualTo(4);
        assertThat(collection.path("numberReturned").asInt()).isEqualTo(151);
        assertThat(collection.path("features")).hasSize(151);
        assertThat(collection.path("links")).isEmpty();
    }

    @Test
    void aFeatureHasItsIdShapeCodesAndMeasures() {
        JsonNode feature = SERVER.reader()
                .get(COAST + "?year=2020&limit=1")
                .json()
                .path("features")
                .get(0);
        assertThat(feature.path("type").asText()).isEqualTo("Feature");
        assertThat(feature.path("id").asText()).endsWith("@2020");
        assertThat(feature.path("geometry").path("type").asText()).isEqualTo("LineString");
        JsonNode values = feature.path("properties");
        assertThat(values.path("survey_year").asInt()).isEqualTo(2020);
        assertThat(values.path("type1").asText()).isIn("natural", "nature-like", "artificial");
        assertThat(values.path("length_m").asDouble()).isPositive();
        assertThat(values.path("area_m2").asDouble()).isZero();
    }

    @Test
    void anEmptyLayerIsAnEmptyCollection() {
        JsonNode collection =
                SERVER.reader().get("/api/v1/layers/beaches/items").json();
        assertThat(collection.path("features")).isEmpty();
        assertThat(collection.path("numberReturned").asInt()).isZero();
    }

    @Test
    void aRectangleGivesOnlyWhatMeetsIt() {
        JsonNode all = SERVER.reader().get(COAST + "?year=2020").json();
        JsonNode some = SERVER.reader()
                .get(COAST + "?year=2020&bbox=118.70,24.70,118.75,24.75")
                .json();
        assertThat(ids(some)).isEqualTo(idsWithin(all, 118.70, 24.70, 118.75, 24.75));
        assertThat(ids(some)).hasSizeBetween(1, 150);
        assertThat(ids(SERVER.reader().get(COAST + "?bbox=0,0,1,1").json())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2,3",
                "1,2,3,4,5",
                "a,b,c,d",
                "NaN,1,2,3",
                "3,2,1,4",
                "1,4,3,2",
                "0,-91,1,1",
                "-361,0,1,1",
                ",,,"
            })
    void aRectangleThatIsNoneIsRefused(String bbox) {
        String words = Problem.assertIs(SERVER.reader().get(COAST + "?bbox=" + bbox), 400, "bad-bbox");
        assertThat(words).contains(bbox).contains("west,south,east,north");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=10001",
                "limit=x",
                "limit=1.5",
                "after=-1",
                "after=x",
                "after=99999999999999999999",
                "revision=0",
                "revision=-1",
                "revision=x",
                "year=abc",
                "year=999"
            })
    void aNumberThatIsNoneOrOutOfBoundsIsRefused(String parameter) {
        String words = Problem.assertIs(SERVER.reader().get(COAST + "?" + parameter), 400, "bad-parameter");
        assertThat(words).contains(parameter);
    }

    @Test
    void anUnknownLayerIsToldWithThoseThatExist() {
        assertThat(Problem.assertIs(SERVER.reader().get("/api/v1/layers/nix/items"), 404, "unknown-layer"))
                .contains("nix")
                .contains("coastline");
        Problem.assertIs(SERVER.reader().get("/api/v1/layers/nix/revisions"), 404, "unknown-layer");
    }

    @Test
    void anUnknownYearIsToldWithThoseThatExist() {
        assertThat(Problem.assertIs(SERVER.reader().get(COAST + "?year=1999"), 404, "unknown-year"))
                .contains("1999")
                .contains("2015, 2020");
        Problem.assertIs(SERVER.reader().get("/api/v1/layers/regions/items?year=2020"), 400, "no-survey-year");
    }

    @Test
    void anUnknownRevisionIsToldWithThoseThatExist() {
        assertThat(Problem.assertIs(SERVER.reader().get(COAST + "?revision=999"), 404, "unknown-revision"))
                .contains("999")
                .contains("4, 3");
        Problem.assertIs(SERVER.reader().get(COAST + "?revision=1"), 404, "unknown-revision");
    }

    @Test
    void anAnswerThatIsKnownIsNotSentAgain() {
        Client.Answer first = SERVER.reader().get(COAST + "?limit=5");
        String tag = first.header("ETag");
        assertThat(tag).isNotBlank();
        for (String known : List.of(tag, "\"other\", " + tag, "*", tag.replace("W/", ""))) {
            Client.Answer again = SERVER.reader().get(COAST + "?limit=5", "If-None-Match", known);
            assertThat(again.status()).as(known).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.bytes()).isEmpty();
        }
        assertThat(SERVER.reader().get(COAST + "?limit=6", "If-None-Match", tag).status())
                .isEqualTo(200);
        assertThat(SERVER.reader()
                        .get(COAST + "?limit=5", "If-None-Match", "\"other\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherStoreAtTheSameAddressIsNotTakenForTheOldOne() throws IOException {
        RunningServer other = RunningServer.empty();
        other.beforeAll(null);
        try {
            Shishi.take(other.services().intake(), Shishi.handIn("XZQH.zip"));
            String path = "/api/v1/layers/regions/items?revision=1";
            assertThat(other.reader().get(path).header("ETag"))
                    .startsWith("W/\"regions-r1-")
                    .isNotEqualTo(SERVER.reader().get(path).header("ETag"));
        } finally {
            other.afterAll(null);
        }
    }

    @Test
    void aClientThatUnpacksIsSentPackedBytes() {
        Client.Answer plain = SERVER.reader().get(COAST);
        Client.Answer packed = SERVER.reader().get(COAST, "Accept-Encoding", "gzip");
        assertThat(plain.header("Content-Encoding")).isBlank();
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).contains("Accept-Encoding");
        assertThat(packed.bytes().length).isLessThan(plain.bytes().length / 2);
        assertThat(packed.unzipped()).isEqualTo(plain.bytes());
    }

    @Test
    void headTellsWhatGetWouldWithoutTheBody() {
        for (String path : List.of(COAST + "?limit=3", "/api/v1/catalog", "/healthz", "/api/v1/layers/nix/items")) {
            Client.Answer get = SERVER.reader().get(path);
            Client.Answer head = SERVER.reader().send("HEAD", path);
            assertThat(head.status()).as(path).isEqualTo(get.status());
            assertThat(head.header("Content-Type")).as(path).isEqualTo(get.header("Content-Type"));
            assertThat(head.header("ETag")).as(path).isEqualTo(get.header("ETag"));
            assertThat(head.bytes()).isEmpty();
        }
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        for (String method : List.of("POST", "DELETE", "OPTIONS", "PUT")) {
            Client.Answer answer = SERVER.reader().send(method, "/api/v1/catalog");
            assertThat(Problem.assertIs(answer, 405, "method-not-allowed")).contains(method);
            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        }
    }

    static List<String> ids(JsonNode collection) {
        List<String> ids = new ArrayList<>();
        collection.path("features").forEach(f -> ids.add(f.path("id").asText()));
        return ids;
    }

    /** Those whose box meets the rectangle, found without the service's own index. */
    private static List<String> idsWithin(JsonNode collection, double west, double south, double east, double north) {
        List<String> ids = new ArrayList<>();
        for (JsonNode feature : collection.path("features")) {
            double[] box = {400, 400, -400, -400};
            extend(box, feature.path("geometry").path("coordinates"));
            if (box[2] >= west && box[0] <= east && box[3] >= south && box[1] <= north) {
                ids.add(feature.path("id").asText());
            }
        }
        return ids;
    }

    private static void extend(double[] box, JsonNode coordinates) {
        if (coordinates.path(0).isNumber()) {
            double x = coordinates.get(0).asDouble();
            double y = coordinates.get(1).asDouble();
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        } else {
            coordinates.forEach(part -> extend(box, part));
        }
    }
}
