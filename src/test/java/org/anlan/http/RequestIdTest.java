package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The id of a request, in the answer and in the log. */
class RequestIdTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.empty();

    private static final String ID = "X-Request-Id";

    private final Logger access = (Logger) LoggerFactory.getLogger("org.anlan.http.access");
    private final Kept kept = new Kept();

    private static final class Kept extends AppenderBase<ILoggingEvent> {
        private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        ILoggingEvent next() throws InterruptedException {
            ILoggingEvent event = events.poll(1, TimeUnit.MINUTES);
            assertThat(event).as("a line of the log").isNotNull();
            return event;
        }
    }

    @BeforeEach
    void listen() {
        kept.start();
        access.setLevel(Level.INFO);
        access.setAdditive(false);
        access.addAppender(kept);
    }

    @AfterEach
    void stopListening() {
        access.detachAppender(kept);
        access.setAdditive(true);
        access.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "Page_1.2-x"})
    void aPlainIdOfTheClientIsKept(String id) {
        assertThat(SERVER.reader().get("/healthz", ID, id).header(ID)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "<b>", "\"quoted\"", "a/b", "${jndi:x}"})
    void anyOtherIsReplaced(String id) {
        assertThat(SERVER.reader().get("/healthz", ID, id).header(ID)).matches("[0-9a-f]{16}");
    }

    @Test
    void anIdThatIsTooLongIsReplaced() {
        assertThat(SERVER.reader().get("/healthz", ID, "x".repeat(64)).header(ID))
                .hasSize(64);
        assertThat(SERVER.reader().get("/healthz", ID, "x".repeat(65)).header(ID))
                .hasSize(16);
    }

    @Test
    void everyAnswerHasOneOfItsOwn() {
        String first = SERVER.reader().get("/").header(ID);
        String second = SERVER.reader().get("/").header(ID);
        assertThat(first).matches("[0-9a-f]{16}").isNotEqualTo(second);
        Client.Answer missing = SERVER.reader().get("/nowhere", ID, "mine");
        Problem.assertIs(missing, 404, "not-found");
        assertThat(missing.json().path("request").asText()).isEqualTo("mine");
    }

    @Test
    void theLogHasALineForEachRequestUnderItsIdWithoutItsQuery() throws InterruptedException {
        int bytes =
                SERVER.reader().get("/api/v1/catalog?token=secret", ID, "line").bytes().length;
        ILoggingEvent event = kept.next();
        assertThat(event.getMDCPropertyMap()).containsEntry("request", "line");
        assertThat(event.getLevel()).isEqualTo(Level.INFO);
        assertThat(event.getFormattedMessage())
                .startsWith("GET /api/v1/catalog 200 ")
                .endsWith(" B 127.0.0.1")
                .doesNotContain("secret");
        assertThat(values(event))
                .containsEntry("method", "GET")
                .containsEntry("path", "/api/v1/catalog")
                .containsEntry("status", 200)
                .containsEntry("bytes", (long) bytes)
                .containsEntry("client", "127.0.0.1")
                .containsKey("ms")
                .doesNotContainKey("code");
    }

    @Test
    void aRefusedRequestIsLoggedWithItsCode() throws InterruptedException {
        SERVER.reader().get("/api/v1/layers/none/items");
        assertThat(values(kept.next())).containsEntry("status", 404).containsEntry("code", "unknown-layer");
    }

    @Test
    void whatIsNoGoodHttpIsLoggedUnderTheIdThatItIsAnsweredWith() throws Exception {
        String answer;
        URI address = URI.create(SERVER.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        ILoggingEvent event = kept.next();
        String id = event.getMDCPropertyMap().get("request");
        assertThat(id).isNotBlank();
        assertThat(answer).contains("X-Request-Id: " + id, "\"request\":\"" + id + "\"");
        assertThat(values(event)).containsEntry("status", 400).containsEntry("code", "http-400");
    }

    @Test
    void askingWhetherTheServiceIsAliveLeavesNoLine() throws InterruptedException {
        SERVER.reader().get("/healthz");
        SERVER.reader().get("/api/v1/formats");
        assertThat(values(kept.next())).containsEntry("path", "/api/v1/formats");
        assertThat(kept.events).isEmpty();
    }

    private static Map<String, Object> values(ILoggingEvent event) {
        Map<String, Object> values = new TreeMap<>();
        event.getKeyValuePairs().forEach(pair -> values.put(pair.key, pair.value));
        return values;
    }
}
