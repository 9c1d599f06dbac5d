package org.anlan.reliability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.anlan.store.verify.Verified;
import org.anlan.support.Client;

/** A disk that fills up under work and has room again: clear refusals meanwhile, nothing lost, and no restart. */
final class DiskFull {

    /** So much room is left before the work begins. */
    private static final long ROOM = 24L << 20;

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

    /** Mends what a full disk has broken besides. */
    @FunctionalInterface
    interface Mend {
        void mend() throws IOException;
    }

    private Path ballast() throws IOException {
        Path ballast = disk.resolve("ballast");
        long bytes = Files.getFileStore(disk).getUsableSpace() - ROOM;
        byte[] piece = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (long written = 0; written < bytes; written += piece.length) {
                out.write(piece);
            }
        }
        return ballast;
    }

    /**
     * Fills the disk, and makes room again.
     *
     * @param store on that disk
     * @param mend what an administrator does besides making room
     */
    String run(ServedStore store, Mend mend) throws Exception {
        Work work = new Work(elsewhere, 3_000, 11);
        Client client = store.start();
        work.begin(client);
        Path ballast = ballast();
        work.untilRefused(client);
        for (int i = 0; i < 5; i++) {
            work.one(client); // it goes on refusing and answering
        }
        work.mustHaveBeenRefusedOnly(Set.of("503 disk-full", "503 database-disk-full", "503 database-away"));
        String refusals = work.refusals().toString();
        Files.delete(ballast);
        mend.mend();
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
