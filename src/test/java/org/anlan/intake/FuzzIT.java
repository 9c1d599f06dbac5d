package org.anlan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged hand-ins of every format, in a process with little memory: each is refused, or checked with a report; nothing else is thrown, nothing
 * hangs, and nothing is changed or left behind.
 *
 * <p>{@code -Danlan.fuzz.seconds=600} tries for longer than 20 s; {@code -Danlan.fuzz.seed=…} and {@code -Danlan.fuzz.first=…} repeat what failed,
 * {@code -Danlan.fuzz.kinds=kml,gpkg} tries those only. The files that failed lie in {@code target/fuzz}.
 */
class FuzzIT {

    private static final Path KEPT = Path.of("target", "fuzz");

    @TempDir
    Path folder;

    @Test
    void damagedHandInsAreRefusedOrReportedAndNeverAnythingElse() throws Exception {
        long seed = Long.getLong("anlan.fuzz.seed", 1);
        long seconds = Long.getLong("anlan.fuzz.seconds", 20);
        System.out.println("fuzz: -Danlan.fuzz.seed=" + seed + " -Danlan.fuzz.seconds=" + seconds);
        List<Object> arguments = new ArrayList<>(
                List.of(seed, seconds, KEPT.toAbsolutePath(), folder, Integer.getInteger("anlan.fuzz.first", 0)));
        Optional.ofNullable(System.getProperty("anlan.fuzz.kinds"))
                .ifPresent(kinds -> arguments.addAll(List.of(kinds.split(","))));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        List<String> options = List.of("-Xmx128m", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporary);
        List<String> faults = new ArrayList<>();
        try (ChildJvm child = ChildJvm.start(FuzzRun.class, options, arguments.toArray())) {
            Duration patience = Duration.ofSeconds(seconds + 120);
            for (Optional<String> line = child.next(FuzzIT::matters, patience);
                    line.isPresent();
                    line = child.next(FuzzIT::matters, patience)) {
                System.out.println("fuzz: " + line.get());
                faults.add(line.get());
            }
            assertThat(faults)
                    .as("seed %d; %s", seed, child.seen())
                    .singleElement()
                    .asString()
                    .startsWith("DONE");
            assertThat(child.exitCode()).isZero();
        }
    }

    private static boolean matters(String line) {
        return line.startsWith("FAULT") || line.startsWith("DONE");
    }
}
