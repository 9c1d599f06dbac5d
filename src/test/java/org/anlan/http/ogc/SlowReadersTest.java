package org.anlan.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.NewFeature;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.Rows;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Clients that ask for much and do not read: each holds one place and little memory, the others go on, and who leaves leaves nothing behind. */
@Timeout(120)
class SlowReadersTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.empty();

    private static final String MUCH = "/ogc/collections/rivers/items?limit=10000";
    private static final int FEATURES = 800;
    private static final int POINTS = 2_000;

    /** Some 40 MB as GeoJSON: more than the buffers between a server and a client hold. */
    @BeforeAll
    static void fill() {
        LayerDefinition layer = SERVER.services().catalog().layer("rivers");
        Store store = SERVER.services().store();
        List<NewFeature> rivers = IntStream.range(0, FEATURES)
                .mapToObj(SlowReadersTest::river)
                .map(one -> withValues(one, layer))
                .toList();
        Revision revision = Rows.commit(store, layer, List.of(), rivers);
        SERVER.services().features().freeze(layer, revision.id());
    }

    private static NewFeature river(int number) {
        Coordinate[] points = IntStream.range(0, POINTS)
                .mapToObj(i -> new Coordinate(118 + i / 3001.0, 24 + number / 997.0 + Math.sin(i) / 7001))
                .toArray(Coordinate[]::new);
        return new NewFeature(
                "R" + number,
                Optional.of(new GeometryFactory().createLineString(points)),
                1,
                0,
                new Object[0],
                Optional.empty());
    }

    private static NewFeature withValues(NewFeature river, LayerDefinition layer) {
        Object[] values = new Object[layer.fields().size()];
        return new NewFeature(river.id(), river.geometry(), river.lengthM(), river.areaM2(), values, river.extra());
    }

    @Test
    void whoDoesNotReadHoldsAPlaceUntilItLeaves() throws IOException {
        int places = figure("anlan_readers_limit");
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            idle.add(asking());
        }
        awaitReaders(places);
        for (int i = 0; i < 100; i++) {
            Client.Answer refused = SERVER.reader().get(MUCH);
            Problem.assertIs(refused, 503, "too-busy");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
        }
        assertThat(SERVER.reader().get("/ogc/collections").status())
                .as("who asks for little")
                .isEqualTo(200);
        idle.remove(0).close();
        awaitReaders(places - 1);
        assertThat(SERVER.reader().get("/ogc/collections/rivers/items?limit=1").status())
                .isEqualTo(200);
        for (Socket socket : idle) {
            socket.close();
        }
        awaitReaders(0);
        assertThat(SERVER.reader().get(MUCH).json().path("features")).hasSize(FEATURES);
    }

    /** A client that asks, reads the first byte of the answer and then nothing. */
    private static Socket asking() throws IOException {
        URI at = URI.create(SERVER.address());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8_192);
        socket.connect(new java.net.InetSocketAddress(at.getHost(), at.getPort()));
        socket.getOutputStream()
                .write(("GET " + MUCH + " HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(in.read()).isEqualTo('H');
        return socket;
    }

    /** Asks until so many places are taken; the time limit of the class ends it otherwise. */
    private static void awaitReaders(int expected) {
        while (figure("anlan_readers_active") != expected) {
            Thread.onSpinWait();
        }
    }

    private static int figure(String name) {
        Matcher found = Pattern.compile("(?m)^" + name + " ([\\d.]+)$")
                .matcher(SERVER.reader().get("/metrics").text());
        assertThat(found.find()).as(name).isTrue();
        return (int) Double.parseDouble(found.group(1));
    }
}
