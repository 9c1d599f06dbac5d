package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Actor;
import org.anlan.store.Commit;
import org.anlan.store.NewFeature;
import org.anlan.store.Origin;
import org.anlan.support.Client;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ItemsAmidCommitsTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast();

    private static final String COAST = "/api/v1/layers/coastline/items";

    /** More than the buffers on the way between the two sockets hold. */
    private static final int MANY = 400;

    private static final int VERTICES = 2_000;

    @Test
    @Order(1)
    void pagingLosesAndDoublesNothingWhileOthersCommit() throws IOException {
        Client reader = SERVER.reader();
        List<String> before = ItemsEndpointTest.ids(reader.get(COAST).json());
        String tag = reader.get(COAST).header("ETag");
        List<String> paged = new ArrayList<>();
        Optional<String> next = Optional.of(COAST + "?limit=50");
        while (next.isPresent()) {
            JsonNode page = reader.get(next.get()).json();
            assertThat(page.path("numberReturned").asInt())
                    .isEqualTo(page.path("features").size());
            paged.addAll(ItemsEndpointTest.ids(page));
            if (paged.size() == 100) {
                Shishi.take(SERVER.services().intake(), Shishi.handIn("AX2025.zip"));
                SERVER.services()
                        .store()
                        .revisions()
                        .rollback(coastline(), 3, new Actor("admin", ""), "back to 2015 only");
            }
            next = page.path("links").isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.path("links").get(0).path("href").asText());
        }
        assertThat(paged).containsExactlyElementsOf(before);
        assertThat(reader.get(COAST).header("ETag"))
                .as("the tag of another state")
                .isNotEqualTo(tag);
        assertThat(reader.get(COAST, "If-None-Match", tag).status()).isEqualTo(200);
        assertThat(reader.get(COAST).json().path("features")).as("2015 only").hasSize(147);
    }

    @Test
    @Order(2)
    void pagesKeepTheRectangleAndTheYear() {
        String within = COAST + "?revision=4&year=2020&bbox=118.70,24.70,118.75,24.75";
        List<String> whole = ItemsEndpointTest.ids(SERVER.reader().get(within).json());
        List<String> paged = new ArrayList<>();
        for (String next = within + "&limit=3"; !next.isEmpty(); ) {
            JsonNode page = SERVER.reader().get(next).json();
            paged.addAll(ItemsEndpointTest.ids(page));
            next = page.path("links").path(0).path("href").asText();
        }
        assertThat(whole).hasSizeGreaterThan(3);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    @Order(3)
    void aRevisionStaysTheSameForEver() throws IOException {
        Client.Answer then = SERVER.reader().get(COAST + "?revision=4");
        Shishi.take(SERVER.services().intake(), Shishi.handIn("AX2025.zip"));
        Client.Answer now = SERVER.reader().get(COAST + "?revision=4");
        assertThat(now.text()).isEqualTo(then.text());
        assertThat(now.header("ETag")).isEqualTo(then.header("ETag"));
        assertThat(SERVER.reader().get(COAST).json().path("revision").asLong()).isGreaterThan(4);
    }

    @Test
    @Order(4)
    void clientsThatLeaveInTheMiddleOfABigAnswerDoNoHarm() throws IOException {
        putManyLongLines();
        String path = "/api/v1/layers/rivers/items?limit=" + MANY;
        for (int i = 0; i < 20; i++) {
            readALittleAndLeave(path);
        }
        JsonNode whole = SERVER.reader().get(path).json();
        assertThat(whole.path("numberReturned").asInt()).isEqualTo(MANY);
        assertThat(whole.path("features")).hasSize(MANY);
        assertThat(SERVER.reader().get("/healthz").status()).isEqualTo(200);
    }

    /** Ends the connection as a killed browser does: with a reset, while the answer is on its way. */
    private static void readALittleAndLeave(String path) throws IOException {
        URI address = URI.create(SERVER.address());
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 10_000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(15), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    private static void putManyLongLines() {
        LayerDefinition rivers = SERVER.services().catalog().layer("rivers");
        GeometryFactory factory = new GeometryFactory();
        try (Commit commit = SERVER.services().store().begin(Origin.of(Origin.Kind.EDIT, new Actor("admin", ""), ""))) {
            for (int i = 0; i < MANY; i++) {
                Coordinate[] line = new Coordinate[VERTICES];
                for (int v = 0; v < VERTICES; v++) {
                    line[v] = new Coordinate(118.6 + i * 1e-4, 24.6 + v * 1.0000001e-5);
                }
                Object[] values = new Object[rivers.fields().size()];
                commit.layer(rivers)
                        .put(new NewFeature(
                                "river-" + i,
                                Optional.of(factory.createLineString(line)),
                                1,
                                0,
                                values,
                                Optional.empty()));
            }
            assertThat(commit.finish()).hasSize(1);
        }
    }

    private static LayerDefinition coastline() {
        return SERVER.services().catalog().layer("coastline");
    }
}
