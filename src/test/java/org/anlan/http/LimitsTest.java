package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.anlan.intake.Intake;
import org.anlan.support.Client;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service that lets little through: bodies of 1 MB, one heavy request at once, five requests a second for each client. */
@Timeout(120)
class LimitsTest {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.withCoast()
            .within(new Limits(
                    Intake.MOST_BYTES,
                    1 << 20,
                    1,
                    5,
                    Set.of(InetAddress.getLoopbackAddress()),
                    Duration.ofSeconds(25)));

    private static final String EXPORT = "/api/v1/layers/coastline/export?format=geojson";

    @BeforeEach
    void rest() {
        SERVER.pass(Duration.ofMinutes(1));
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        String body = "{\"password\":\"" + "x".repeat(1 << 20) + "\"}";
        assertThat(Problem.assertIs(SERVER.reader().send("POST", "/api/v1/session", body), 413, "body-too-large"))
                .contains("1 MB");
    }

    @Test
    void aBodyThatDoesNotTellItsLengthIsReadNoFartherThanTheLimit() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SERVER.address() + "/api/v1/session"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(1 << 20) + 1])))
                .build();
        HttpResponse<byte[]> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        Problem.assertIs(
                new Client.Answer(response.statusCode(), response.headers(), response.body()), 413, "body-too-large");
    }

    @Test
    void uploadsHaveALimitOfTheirOwn() {
        assertThat(SERVER.admin()
                        .upload("large.csv", "a,b\n1,2\n".repeat(200_000).getBytes(StandardCharsets.UTF_8))
                        .status())
                .isNotEqualTo(413);
    }

    @Test
    void whoFindsNoRoomForAHeavyRequestIsToldToComeAgain() {
        String upload = SERVER.admin()
                .upload(Shishi.handIn("AX2025.zip"))
                .json()
                .path("id")
                .asText();
        SERVER.admin().send("POST", "/api/v1/uploads/" + upload + "/check");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SERVER.store().beforeEachRow(() -> {
            begun.countDown();
            await(goOn);
        });
        CompletableFuture<Client.Answer> first =
                CompletableFuture.supplyAsync(() -> SERVER.reader().get(EXPORT));
        await(begun);
        SERVER.pass(Duration.ofMinutes(1));
        assertTooBusy(SERVER.reader().get(EXPORT));
        assertTooBusy(SERVER.reader().get("/api/v1/coast/retention?year=2020"));
        assertTooBusy(SERVER.admin().get("/api/v1/uploads/" + upload + "/diff"));
        assertThat(SERVER.reader().get("/api/v1/catalog").status())
                .as("a light one")
                .isEqualTo(200);
        goOn.countDown();
        assertThat(first.join().status()).isEqualTo(200);
        SERVER.store().beforeEachRow(() -> {});
        assertThat(SERVER.reader().get(EXPORT).status())
                .as("there is room again")
                .isEqualTo(200);
    }

    private static void assertTooBusy(Client.Answer answer) {
        Problem.assertIs(answer, 503, "too-busy");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void aHeavyRequestThatIsRefusedLeavesItsPlace() {
        for (int i = 0; i < 3; i++) {
            Problem.assertIs(SERVER.reader().get("/api/v1/layers/none/export?format=shp"), 404, "unknown-layer");
        }
    }

    @Test
    void aClientThatAsksTooFastIsToldToWait() {
        Client fast = SERVER.reader().saying("X-Forwarded-For", "203.0.113.7");
        for (int i = 0; i < 10; i++) {
            assertThat(fast.get("/api/v1/formats").status()).isEqualTo(200);
        }
        Client.Answer refused = fast.get("/api/v1/formats");
        Problem.assertIs(refused, 429, "too-fast");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(fast.get("/healthz").status()).as("probes do not count").isEqualTo(200);
        assertThat(fast.get("/readyz").status()).isEqualTo(200);
        assertThat(fast.get("/").status()).as("nor does the page").isNotEqualTo(429);
        assertThat(SERVER.reader()
                        .saying("X-Forwarded-For", "203.0.113.8")
                        .get("/api/v1/formats")
                        .status())
                .as("another client")
                .isEqualTo(200);
        SERVER.pass(Duration.ofMillis(200));
        assertThat(fast.get("/api/v1/formats").status())
                .as("a fifth of a second later")
                .isEqualTo(200);
        assertThat(fast.get("/api/v1/formats").status()).isEqualTo(429);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
