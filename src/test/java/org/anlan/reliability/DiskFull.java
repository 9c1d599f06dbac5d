package org.anlan.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import org.anlan.store.verify.Verified;
import org.anlan.support.Client;

/** A disk that fills up under work and has room again: clear refusals meanwhile, nothing lost, and no restart. */
final class DiskFull {

    private static final int BALLAST = 8 << 20;

    private final Path disk;
    private final Path elsewhere;

    /**
     * @param disk a small file system that holds the store
     * @param elsewhere a folder on another
     */
    DiskFull(Path disk, Path elsewhere) {
        this.disk = disk;
        this.elsewhere = elsewhere;
    }

    String run(ServedStore store) throws Exception {
        Work work = new Work(elsewhere, 3_000, 11);
        Client client = store.start();
        work.begin(client);
        Path ballast = Files.write(disk.resolve("ballast"), new byte[BALLAST]);
        work.untilRefused(client);
        for (int i = 0; i < 5; i++) {
            work.one(client); // it goes on refusing and answering
        }
        NavigableMap<String, Integer> refusals = work.refusals();
        Files.delete(ballast);
        KillRounds.untilReady(client);
        work.compare(client, 0);
        if (!work.one(client)) {
            throw new AssertionError("it does not go on with room again: " + work.refusals());
        }
        Verified verified = store.verified();
        if (!verified.whole()) {
            throw new AssertionError(verified.defects().toString());
        }
        return "full after " + work.done() + " changes: " + refusals
                + "; nothing lost, went on without a restart once there was room, verify clean";
    }
}
