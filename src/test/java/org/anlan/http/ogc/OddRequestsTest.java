package org.anlan.http.ogc;

import static org.anlan.http.ogc.OgcReader.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;

/** Requests put together of odd values: each is answered, or refused with a code, and none is a fault of the service. */
class OddRequestsTest {

    private static final List<String> ADDRESSES = List.of(
            "/ogc/collections/coastline/items",
            "/ogc/collections/indicators/items",
            "/ogc/collections/outfalls/items/x",
            "/ogc/collections/coastline",
            "/ogc/tiles/WebMercatorQuad/%s/%s/%s",
            "/ogc/collections/coastline/tiles/CGCS2000Quad/%s/%s/%s",
            "/ogc/collections/%s/items/%s",
            "/ogc/tileMatrixSets/%s",
            "/ogc/styles/%s");
    private static final List<String> NAMES = Stream.concat(
                    ItemsReading.PARAMETERS.stream(),
                    Stream.of("survey_year", "mainland", "length_m", "town", "id", "f", "lang", "year", "collections"))
            .sorted() // the same seed gives the same requests
            .toList();
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "1",
            "-1",
            "1e400",
            "NaN",
            "99999999999999999999",
            "true",
            "null",
            "1,2,3,4",
            "180,90,-180,-90",
            "-180,-90,180,90",
            "1e308,1e308,1e308,1e308",
            "118,24,119,25",
            "24,118,25,119",
            "EPSG:4490",
            "EPSG:3857",
            "EPSG:4549",
            "[EPSG:4490]",
            "OGC:CRS84",
            "http://www.opengis.net/def/crs/EPSG/0/4528",
            "2020-01-01",
            "2020-01-01/..",
            "../2020-01-01T00:00:00Z",
            "/",
            "9999-12-31/..",
            "-9999-01-01",
            "+1000000000-12-31T23:59:59Z/..",
            "0000-00-00",
            "cql2-text",
            "cql2-json",
            "json",
            "html",
            "mvt",
            "tilejson",
            "zh",
            "en",
            "town",
            "-length_m",
            "+town,-id",
            "length_m,length_m",
            "town = '蚶江镇'",
            "S_INTERSECTS(geometry, BBOX(1e300, 1e300, 1e301, 1e301))",
            "length(geometry) / 0 > 1",
            "{\"op\":\"=\",\"args\":[1,1]}",
            "{\"op\":",
            "[[[[",
            "((((",
            "' OR 1=1 --",
            "%00",
            "\u0000",
            "\uD83C\uDF0A",
            "../../etc",
            "<script>",
            "a,b,c,,",
            "coastline,coastline",
            "12",
            "3398",
            "1757",
            "2147483648",
            "0x10",
            "١٢");

    private static RunningServer server;

    @BeforeContainer
    static void start() throws IOException {
        server = RunningServer.withDemonstration().start();
    }

    @AfterContainer
    static void stop() throws IOException {
        server.close();
    }

    @Property(tries = 500)
    void noRequestIsAFaultOfTheService(@ForAll("requests") String request) {
        Client.Answer answer = server.reader().get(request);
        assertThat(answer.status())
                .as(request + " " + (answer.status() < 500 ? "" : answer.text()))
                .isLessThan(500);
        if (answer.status() >= 400 && answer.header("Content-Type").startsWith(Media.PROBLEM)) {
            assertThat(answer.code()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> requests() {
        return Arbitraries.randomValue(OddRequestsTest::request);
    }

    private static String request(Random random) {
        StringBuilder request = new StringBuilder();
        String address = one(random, ADDRESSES);
        for (int at = address.indexOf("%s"); at >= 0; at = address.indexOf("%s")) {
            String value = one(random, VALUES);
            address = address.substring(0, at)
                    + Asked.encodedSegment(value.isBlank() ? "x" : value)
                    + address.substring(at + 2);
        }
        request.append(address);
        int parameters = random.nextInt(5);
        for (int i = 0; i < parameters; i++) {
            request.append(i == 0 ? '?' : '&')
                    .append(one(random, NAMES))
                    .append('=')
                    .append(encoded(one(random, VALUES)));
        }
        return request.toString();
    }

    private static String one(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
