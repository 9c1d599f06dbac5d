package org.anlan.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.anlan.store.verify.Verified;
import org.anlan.support.Client;
import org.anlan.support.PostgisCluster;

/** Rounds of work, each ended by a kill at a random moment; after each the store must have all that was acknowledged, and be whole. */
final class KillRounds {

    private final Path folder;
    private final int rounds;
    private final long seed;
    private final Random moments;

    KillRounds(Path folder, int rounds, long seed) {
        this.folder = folder;
        this.rounds = rounds;
        this.seed = seed;
        this.moments = new Random(seed);
    }

    /** Kills the service. */
    String service(ServedStore store) throws Exception {
        Work work = new Work(folder, 3_000, seed);
        Client client = store.start();
        work.begin(client);
        for (int round = 0; round < rounds; round++) {
            Client working = client;
            CompletableFuture<Void> office = CompletableFuture.runAsync(() -> work.untilItIsGone(working));
            pause();
            store.kill();
            office.get();
            client = store.start();
            work.compare(client, 1);
            mustBeWhole(store, round);
        }
        work.mustHaveBeenRefusedOnly(Set.of());
        return told(work);
    }

    /** Kills the database; the service stays. */
    String database(ServedStore store, PostgisCluster cluster) throws Exception {
        Work work = new Work(folder, 3_000, seed);
        Client client = store.start();
        work.begin(client);
        for (int round = 0; round < rounds; round++) {
            CompletableFuture<Void> office = CompletableFuture.runAsync(() -> work.untilRefused(client));
            pause();
            cluster.kill();
            office.get();
            cluster.start();
            untilReady(client);
            work.compare(client, 1);
            mustBeWhole(store, round);
            if (!work.one(client)) {
                throw new AssertionError("the service does not go on after round " + round + ": " + work.refusals());
            }
        }
        work.mustHaveBeenRefusedOnly(Set.of("503 database-away", "503 interrupted"));
        return told(work);
    }

    static void untilReady(Client client) {
        while (client.get("/readyz").status() != 200) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private void pause() {
        long end = System.nanoTime()
                + Duration.ofMillis(50 + moments.nextInt(1_500)).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void mustBeWhole(ServedStore store, int round) throws IOException {
        Verified verified = store.verified();
        if (!verified.whole()) {
            throw new AssertionError("after round " + round + ": " + verified.defects());
        }
    }

    private String told(Work work) {
        return rounds + " kills, seed " + seed + ": " + work.done()
                + " changes acknowledged, none lost, no half one seen, verify clean each time; refusals "
                + work.refusals();
    }
}
