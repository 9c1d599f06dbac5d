package org.anlan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.anlan.store.Actor;
import org.anlan.store.Job;
import org.anlan.support.Client;
import org.anlan.support.HeldWork;
import org.anlan.support.Problem;
import org.anlan.support.RunningServer;
import org.anlan.support.Shishi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of requests when the service is told to end; each test has a service of its own to end. */
@Timeout(120)
class StoppingTest {

    private static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "test");
        thread.setDaemon(true);
        return thread;
    });

    private RunningServer server;
    private Client reader;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.withCoast().start();
        reader = server.reader();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aDownloadUnderWayIsFinishedAndNobodyElseIsLetIn() {
        String path = "/api/v1/layers/coastline/export?format=geojson";
        byte[] whole = reader.get(path).bytes();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        server.store().beforeEachRow(() -> {
            begun.countDown();
            await(goOn);
        });
        CompletableFuture<Client.Answer> download = asked(path);
        await(begun);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(server::stop, THREADS);
        untilStopping();
        Client.Answer late = reader.get("/api/v1/catalog");
        Problem.assertIs(late, 503, "stopping");
        assertThat(late.header("Connection")).isEqualTo("close");
        assertThat(reader.get("/healthz").status()).as("alive").isEqualTo(200);
        assertThat(stop).as("waits for the download").isNotDone();
        goOn.countDown();
        assertThat(download.join().bytes()).isEqualTo(whole);
        stop.join();
        assertThatThrownBy(() -> reader.get("/healthz")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whoWatchesAJobDoesNotHoldTheEndUp() throws Exception {
        String upload = server.admin()
                .upload(Shishi.handIn("AX2025.zip"))
                .json()
                .path("id")
                .asText();
        HeldWork.Held held = server.hold(upload);
        server.services().jobs().submit(Job.Kind.CHECK, upload, new Job.Asked(new Actor("tester", ""), ""));
        held.awaitStanding();
        try (BufferedReader events = events(upload)) {
            assertThat(events.readLine()).isEqualTo("event: progress");
            server.stop();
            assertThat(events.lines().filter(line -> line.startsWith("event: ")))
                    .as("no end is told, for the job has not ended")
                    .isEmpty();
        }
        held.close();
    }

    private BufferedReader events(String upload) throws IOException, InterruptedException {
        String token = server.word();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address() + "/api/v1/uploads/" + upload + "/events"))
                .header("Authorization", "Bearer " + token)
                .build();
        InputStream stream = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body();
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private CompletableFuture<Client.Answer> asked(String path) {
        return CompletableFuture.supplyAsync(() -> reader.get(path), THREADS);
    }

    private void untilStopping() {
        while (reader.get("/readyz").status() == 200) {
            Thread.onSpinWait();
        }
        Problem.assertIs(reader.get("/readyz"), 503, "stopping");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
