package org.anlan.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.anlan.store.verify.Verified;
import org.anlan.support.Client;

/** Eight readers and one that hands in, without a pause, for a while: no error, memory that does not grow, and a figure that stays as it is. */
final class Soak {

    private static final int READERS = 8;
    private static final List<String> READS = List.of(
            "/api/v1/layers/coastline/items?limit=200",
            "/api/v1/layers/coastline/items?bbox=118.6,24.6,118.7,24.8&limit=500",
            "/api/v1/layers/coastline/revisions",
            "/api/v1/catalog",
            "/readyz");
    private static final String FIGURE = "/api/v1/coast/retention?year=2020&by=town";

    private final Path folder;
    private final Duration length;

    Soak(Path folder, Duration length) {
        this.folder = folder;
        this.length = length;
    }

    String run(ServedStore store) throws Exception {
        Work work = new Work(folder, 3_000, 7);
        Client admin = store.start();
        work.begin(admin);
        JsonNode figure = rows(admin);
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong reads = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            int first = i;
            all.add(CompletableFuture.runAsync(() -> read(admin, figure, first, over, reads), threads));
        }
        all.add(CompletableFuture.runAsync(
                () -> {
                    while (!over.get()) {
                        if (!work.one(admin)) {
                            throw new AssertionError("refused: " + work.refusals());
                        }
                    }
                },
                threads));
        List<Long> memory = new ArrayList<>();
        long end = System.nanoTime() + length.toNanos();
        try {
            while (System.nanoTime() < end) {
                CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new))
                        .completeOnTimeout(null, length.toMillis() / 8, TimeUnit.MILLISECONDS)
                        .get();
                memory.add(residentMb(store.pid()));
            }
        } finally {
            over.set(true);
        }
        for (CompletableFuture<Void> one : all) {
            one.get();
        }
        threads.shutdown();
        Verified verified = store.verified();
        if (!verified.whole()) {
            throw new AssertionError(verified.defects().toString());
        }
        return String.format(
                Locale.ROOT,
                "%d s: %,d reads, %d changes, no error, figure unchanged, verify clean; resident MB over time %s",
                length.toSeconds(),
                reads.get(),
                work.done(),
                memory);
    }

    private static JsonNode rows(Client client) {
        Client.Answer answer = client.get(FIGURE);
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        return answer.json().path("rows");
    }

    private static void read(Client client, JsonNode figure, int first, AtomicBoolean over, AtomicLong reads) {
        for (int i = first; !over.get(); i++) {
            if (i % 4 == 0) {
                JsonNode now = rows(client);
                if (!now.equals(figure)) {
                    throw new AssertionError("the figure has changed: " + now);
                }
            } else {
                Client.Answer answer = client.get(READS.get(i % READS.size()));
                if (answer.status() != 200) {
                    throw new AssertionError(answer.text());
                }
            }
            reads.incrementAndGet();
        }
    }

    private static long residentMb(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }
}
