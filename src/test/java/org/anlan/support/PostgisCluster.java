package org.anlan.support;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.anlan.store.postgis.DatabaseAddress;
import org.anlan.store.postgis.PostgisStore;

/**
 * A real PostgreSQL with PostGIS of the tests' own: Debian's programs, a temporary folder, a free port of this machine, a user without special rights
 * ({@code postgres} where the tests run as root). Fails where the programs are missing: nothing is skipped.
 */
public final class PostgisCluster implements Closeable {

    /** The user that owns the databases; it is no superuser. */
    public static final String OWNER = "anlan";

    /** A user that signs in with the password {@code right} only. */
    public static final String WITH_PASSWORD = "guarded";

    private static final long ROOM_BYTES = 8L << 30;
    private static final String TEMPLATE = "with_postgis";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private static Optional<PostgisCluster> shared = Optional.empty();

    private final Path programs = programs();
    private final TempFolder folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();
    private Optional<String> emptyStore = Optional.empty();
    private final Thread last = new Thread(this::stopAndRemove, "stop-postgres");

    private PostgisCluster(Path parent, boolean durable) throws IOException {
        folder = new TempFolder(Files.createTempDirectory(parent, "anlan-test-pg-"));
        port = freePort();
        if (ROOT) {
            run(List.of("chown", "postgres", folder.path().toString()));
        }
        run(asOwner(
                programs.resolve("initdb").toString(),
                "--pgdata=" + data(),
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync"));
        Runtime.getRuntime().addShutdownHook(last);
        setting("fsync = off");
        setting("full_page_writes = off");
        setting("listen_addresses = '127.0.0.1'");
        setting("unix_socket_directories = ''");
        setting("port = " + port);
        setting("shared_buffers = 128MB");
        setting("max_connections = 200");
        signInByPassword();
        start();
        sql("postgres", "CREATE ROLE " + OWNER + " LOGIN");
        sql("postgres", "CREATE ROLE " + WITH_PASSWORD + " LOGIN PASSWORD 'right'");
        sql("postgres", "CREATE DATABASE " + TEMPLATE);
        sql(TEMPLATE, "CREATE EXTENSION postgis");
        if (durable) { // from now on: what was made so far need not outlive the machine
            sql("postgres", "CHECKPOINT");
            stop();
            setting("fsync = on");
            setting("full_page_writes = on");
            start();
        }
    }

    private PostgisCluster(PostgisCluster primary) throws IOException {
        folder = new TempFolder(Files.createTempDirectory("anlan-test-pg-"));
        port = freePort();
        if (ROOT) {
            run(List.of("chown", "postgres", folder.path().toString()));
        }
        run(asOwner(
                programs.resolve("pg_basebackup").toString(),
                "--pgdata=" + data(),
                "--host=127.0.0.1",
                "--port=" + primary.port,
                "--username=postgres",
                "--checkpoint=fast",
                "--write-recovery-conf",
                "--no-sync"));
        Runtime.getRuntime().addShutdownHook(last);
        setting("port = " + port);
        start();
    }

    /** A new replica of this cluster, which follows it and takes no changes. */
    public PostgisCluster replica() throws IOException {
        return new PostgisCluster(this);
    }

    /** The one cluster that the tests of this JVM share; it writes without waiting for the disk. */
    public static synchronized PostgisCluster shared() {
        if (shared.isEmpty()) {
            try {
                shared = Optional.of(new PostgisCluster(inMemory(), false));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared.get();
    }

    /** A folder in memory where there is one with room, else the usual one: the tests make hundreds of databases. */
    private static Path inMemory() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) && memory.toFile().getUsableSpace() > ROOM_BYTES
                ? memory
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** A cluster of its own that may be stopped and killed, with the settings of production. */
    public static PostgisCluster durable() throws IOException {
        return durable(inMemory());
    }

    /** The same, in a new folder within this one. */
    public static PostgisCluster durable(Path parent) throws IOException {
        return new PostgisCluster(parent, true);
    }

    /** A line of its configuration; it counts from the next start. */
    public void setting(String line) throws IOException {
        Files.writeString(folder.path().resolve("data/postgresql.conf"), line + "\n", StandardOpenOption.APPEND);
    }

    private void signInByPassword() throws IOException {
        Path rules = folder.path().resolve("data/pg_hba.conf");
        Files.writeString(
                rules, "host all " + WITH_PASSWORD + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
    }

    /** Starts it and waits until it takes connections. */
    public void start() throws IOException {
        run(asOwner(
                programs.resolve("pg_ctl").toString(),
                "start",
                "--wait",
                "--silent",
                "--timeout=60",
                "--pgdata=" + data(),
                "--log=" + folder.path().resolve("data/server.log")));
    }

    /** Stops it as an administrator would, ending the sessions. */
    public void stop() throws IOException {
        stop("fast");
    }

    private void stop(String mode) throws IOException {
        run(asOwner(
                programs.resolve("pg_ctl").toString(),
                "stop",
                "--wait",
                "--silent",
                "--mode=" + mode,
                "--pgdata=" + data()));
    }

    /** Whether the server takes connections. */
    public boolean isRunning() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Kills the server and the processes of its sessions in the middle of what they do. */
    public void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.path().resolve("data/postmaster.pid")).get(0));
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(server));
        server.descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** A new empty database with PostGIS, owned by {@link #OWNER}; gives its name. */
    public String newDatabase() {
        return newDatabase(TEMPLATE);
    }

    /** A new database that is a copy of another, which nobody uses now; gives its name. */
    public String newDatabase(String template) {
        String name = "test_" + databases.incrementAndGet();
        sql("postgres", "CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY OWNER " + OWNER);
        return name;
    }

    /** A new database with an empty store of {@link SmallCatalog}, copied from one that was made the usual way; gives its name. */
    public synchronized String newStore() {
        if (emptyStore.isEmpty()) {
            String made = newDatabase();
            try (TempFolder copies = TempFolder.make()) {
                PostgisStore.open(address(made), SmallCatalog.CATALOG, copies.path())
                        .close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            emptyStore = Optional.of(made);
        }
        return newDatabase(emptyStore.get());
    }

    /** Ends the sessions of a database and removes it. */
    public void drop(String database) {
        sql("postgres", "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    /** Where a store in a database of this cluster lies. */
    public DatabaseAddress address(String database) {
        return address(database, "");
    }

    /** The same, with options of the URL ({@code ?name=value}). */
    public DatabaseAddress address(String database, String options) {
        DatabaseAddress usual = DatabaseAddress.of(url(database) + options);
        return new DatabaseAddress(
                usual.url(), Optional.of(OWNER), usual.password(), usual.replica(), usual.statementTimeout(), 8);
    }

    /** The same, with features read from a replica. */
    public DatabaseAddress address(String database, PostgisCluster replica) {
        DatabaseAddress usual = address(database);
        return new DatabaseAddress(
                usual.url(),
                usual.user(),
                usual.password(),
                Optional.of(replica.url(database)),
                usual.statementTimeout(),
                usual.connections());
    }

    /** The JDBC URL of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    /** Runs a statement as superuser. */
    public void sql(String database, String statement) {
        try (Connection connection = connect(database);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The port it listens at. */
    public int port() {
        return port;
    }

    /** Stops it and removes its folder. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(last);
        stopAndRemove();
    }

    private void stopAndRemove() {
        try {
            if (Files.exists(folder.path().resolve("data/postmaster.pid"))) {
                stop("immediate");
            }
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String data() {
        return folder.path().resolve("data").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asOwner(String... command) {
        List<String> full = new ArrayList<>();
        if (ROOT) {
            full.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        full.addAll(Arrays.asList(command));
        return full;
    }

    private void run(List<String> command) throws IOException {
        Path log = Files.createTempFile("anlan-test-pg-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(command + " ended with " + process.exitValue() + ": " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(log);
        }
    }

    /** Where Debian keeps the newest PostgreSQL's programs, else where the path says. */
    private static Path programs() {
        Path debian = Path.of("/usr/lib/postgresql");
        List<Path> places = new ArrayList<>();
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted((a, b) -> Integer.compare(version(b), version(a)))
                        .forEach(version -> places.add(version.resolve("bin")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            places.add(Path.of(place));
        }
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "These tests need PostgreSQL with PostGIS and found no initdb; bin/test installs postgresql-15-postgis-3."));
    }

    private static int version(Path folder) {
        String name = folder.getFileName().toString();
        return name.chars().allMatch(Character::isDigit) ? Integer.parseInt(name) : 0;
    }
}
