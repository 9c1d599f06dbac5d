package org.anlan.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.anlan.support.PostgisCluster;
import org.anlan.support.TempFolder;

/** {@code bin/reliability}: the trials at length. Arguments: {@code service|database|soak|disk}, {@code embedded|postgis}, rounds or minutes or a folder, seed. */
final class Reliability {

    private Reliability() {}

    /** A database server ends when it finds no room for its log; its administrator starts it again. */
    private static void startAgain(PostgisCluster cluster) throws IOException {
        if (cluster != null && !cluster.isRunning()) {
            System.out.println("the database server had ended; it is started again");
            cluster.start();
        }
    }

    /** Runs one trial and says what came of it. */
    public static void main(String... arguments) throws Exception {
        boolean postgis = arguments[1].equals("postgis");
        String amount = arguments[2];
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime() & 0xffff;
        boolean disk = arguments[0].equals("disk");
        try (TempFolder folder = TempFolder.make()) {
            PostgisCluster cluster =
                    postgis ? disk ? PostgisCluster.durable(Path.of(amount)) : PostgisCluster.durable() : null;
            Path data = disk && !postgis
                    ? Path.of(amount).resolve("data")
                    : folder.path().resolve("data");
            try (ServedStore store = postgis ? ServedStore.shared(data, cluster) : ServedStore.embedded(data)) {
                long begun = System.nanoTime();
                String told =
                        switch (arguments[0]) {
                            case "service" ->
                                new KillRounds(folder.path(), Integer.parseInt(amount), seed).service(store);
                            case "database" ->
                                new KillRounds(folder.path(), Integer.parseInt(amount), seed).database(store, cluster);
                            case "soak" ->
                                new Soak(folder.path(), Duration.ofMinutes(Long.parseLong(amount))).run(store);
                            case "disk" ->
                                new DiskFull(Path.of(amount), folder.path()).run(store, () -> startAgain(cluster));
                            default -> throw new IllegalArgumentException(arguments[0]);
                        };
                System.out.printf(
                        Locale.ROOT,
                        "%s %s: %s (%d s)%n",
                        arguments[0],
                        arguments[1],
                        told,
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds());
            } finally {
                if (cluster != null) {
                    cluster.close();
                }
            }
        }
    }
}
