package org.anlan.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.anlan.support.PostgisCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of what bin/reliability does by the hundred (docs/reliability.md). The seed is new each time and told when it fails. */
@Timeout(240)
class KillRoundsIT {

    private static final int ROUNDS = 2;

    @TempDir
    Path folder;

    private KillRounds rounds() {
        long seed = System.nanoTime() & 0xffff;
        System.out.println("kill rounds, seed " + seed);
        return new KillRounds(folder, ROUNDS, seed);
    }

    @Test
    void aServiceOnADataFolderThatIsKilledLosesNothing() throws Exception {
        try (ServedStore store = ServedStore.embedded(folder.resolve("data"))) {
            assertThat(rounds().service(store)).contains("none lost");
        }
    }

    @Test
    void aServiceOnADatabaseThatIsKilledLosesNothingNorDoesAKilledDatabase() throws Exception {
        try (PostgisCluster cluster = PostgisCluster.durable()) {
            try (ServedStore store = ServedStore.shared(folder.resolve("copies"), cluster)) {
                assertThat(rounds().service(store)).contains("none lost");
            }
            try (ServedStore store = ServedStore.shared(folder.resolve("others"), cluster)) {
                assertThat(rounds().database(store, cluster)).contains("none lost");
            }
        }
    }
}
