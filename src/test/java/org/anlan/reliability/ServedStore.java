package org.anlan.reliability;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.App;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.store.postgis.PostgisStore;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.store.verify.Verification;
import org.anlan.store.verify.Verified;
import org.anlan.support.ChildJvm;
import org.anlan.support.Client;
import org.anlan.support.PostgisCluster;

/** The service in a process of its own on a store of either kind; it may be killed and started again. */
final class ServedStore implements Closeable {

    private static final Catalog CATALOG = CatalogReader.load(Optional.empty());
    private static final String READY = "Anlan is ready at ";

    private final Path folder;
    private final Optional<PostgisCluster> cluster;
    private final Optional<String> database;
    private Optional<ChildJvm> process = Optional.empty();
    private Optional<String> password = Optional.empty();

    private ServedStore(Path folder, Optional<PostgisCluster> cluster) {
        this.folder = folder;
        this.cluster = cluster;
        this.database = cluster.map(PostgisCluster::newDatabase);
    }

    /** On an embedded store in this folder. */
    static ServedStore embedded(Path folder) {
        return new ServedStore(folder, Optional.empty());
    }

    /** On a new database of a cluster; the folder holds copies of hand-ins. */
    static ServedStore shared(Path folder, PostgisCluster cluster) {
        return new ServedStore(folder, Optional.of(cluster));
    }

    /** Starts the service and signs in. */
    Client start() throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of("serve", "--port", "0", "--data", folder));
        if (cluster.isPresent()) {
            arguments.addAll(
                    List.of("--db", cluster.get().url(database.orElseThrow()), "--db-user", PostgisCluster.OWNER));
        }
        ChildJvm child = ChildJvm.start(
                App.class, List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), arguments.toArray());
        process = Optional.of(child);
        if (password.isEmpty()) {
            String line = child.waitFor(l -> l.contains("first admin password"));
            password = Optional.of(line.substring(line.lastIndexOf(' ') + 1));
        }
        String ready = child.waitFor(line -> line.startsWith(READY));
        return Client.at(ready.substring(READY.length())).signedIn(password.orElseThrow());
    }

    /** Kills the service at once. */
    void kill() throws InterruptedException {
        process.orElseThrow().kill();
    }

    /** The process id of the service. */
    long pid() {
        return process.orElseThrow().pid();
    }

    /** Looks whether the store is whole, beside whoever works on it. */
    Verified verified() throws IOException {
        if (cluster.isEmpty()) {
            try (Snapshot snapshot = SqliteStore.look(folder, CATALOG)) {
                return new Verification(snapshot, (what, done, of) -> {}).run();
            }
        }
        try (PostgisStore store = PostgisStore.open(
                        cluster.get().address(database.orElseThrow()), CATALOG, folder.resolve("look"));
                Snapshot snapshot = store.snapshot(CATALOG)) {
            return new Verification(snapshot, (what, done, of) -> {}).run();
        }
    }

    @Override
    public void close() {
        process.ifPresent(ChildJvm::close);
        cluster.ifPresent(c -> c.drop(database.orElseThrow()));
    }
}
