package org.anlan.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.access.Access;
import org.anlan.access.Accounts;
import org.anlan.access.AnonymousAccess;
import org.anlan.access.OpenIdSettings;
import org.anlan.access.Role;
import org.anlan.analysis.Analyses;
import org.anlan.analysis.Fieldwork;
import org.anlan.base.ChinaTime;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CatalogReader;
import org.anlan.frozen.FrozenFeatures;
import org.anlan.http.BaseMaps;
import org.anlan.http.Limits;
import org.anlan.http.Server;
import org.anlan.http.Services;
import org.anlan.intake.Intake;
import org.anlan.intake.Jobs;
import org.anlan.intake.UploadWork;
import org.anlan.outfall.Outfalls;
import org.anlan.store.Actor;
import org.anlan.store.Revision;
import org.anlan.store.Store;
import org.anlan.store.postgis.PostgisStore;
import org.anlan.store.sql.Snapshot;
import org.anlan.store.sqlite.SqliteStore;
import org.anlan.tiles.Tiles;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real service on a real store, in a temporary folder or in PostGIS, on a free port, for the tests of one class. */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private static final org.anlan.access.Client TEST = new org.anlan.access.Client("test", "test");

    private final List<Path> handIns;
    private final Limits limits;
    private final boolean inPostgis;
    private final UnaryOperator<Catalog> layers;
    private final AnonymousAccess anonymous;
    private Optional<OpenIdSettings> provider = Optional.empty();
    private BaseMaps baseMaps = BaseMaps.NONE;
    private final AtomicLong nanos = new AtomicLong();

    private TempFolder folder;
    private HeldWork work;
    private ChangedStore changed;
    private Services services;
    private Server server;
    private String password;
    private final Map<String, String> words = new TreeMap<>();
    private final Map<String, String> passwords = new TreeMap<>();
    private Optional<String> database = Optional.empty();

    private RunningServer(List<Path> handIns, Limits limits) {
        this(handIns, limits, false, UnaryOperator.identity(), AnonymousAccess.READ);
    }

    private RunningServer(
            List<Path> handIns,
            Limits limits,
            boolean inPostgis,
            UnaryOperator<Catalog> layers,
            AnonymousAccess anonymous) {
        this.anonymous = anonymous;
        this.handIns = handIns;
        this.limits = limits;
        this.inPostgis = inPostgis;
        this.layers = layers;
    }

    /** With nothing in the store. */
    public static RunningServer empty() {
        return new RunningServer(List.of(), Limits.usual());
    }

    /** With the regions and the coast surveys of 2015 and 2020. */
    public static RunningServer withCoast() {
        return new RunningServer(FilledStore.COAST, Limits.usual());
    }

    /** With the whole demonstration. */
    public static RunningServer withDemonstration() {
        return new RunningServer(Shishi.handIns(), Limits.usual());
    }

    /** With all of the demonstration but one hand-in. */
    public static RunningServer withAllBut(String fileName) {
        return new RunningServer(
                Shishi.handIns().stream()
                        .filter(file -> !file.endsWith(fileName))
                        .toList(),
                Limits.usual());
    }

    /** The same, taking uploads of at most so many bytes. */
    public RunningServer takingAtMost(long bytes) {
        return within(new Limits(
                bytes,
                limits.bodyBytes(),
                limits.heavyAtOnce(),
                limits.requestsPerSecond(),
                limits.trustedProxies(),
                limits.stopWithin()));
    }

    /** The same, letting requests do only so much. */
    public RunningServer within(Limits other) {
        return new RunningServer(handIns, other, inPostgis, layers, anonymous);
    }

    /** The same, with its store in a database of the tests' own PostGIS. */
    public RunningServer inPostgis() {
        return new RunningServer(handIns, limits, true, layers, anonymous);
    }

    /** The same with layers that are defined another way. */
    public RunningServer with(UnaryOperator<Catalog> change) {
        return new RunningServer(handIns, limits, inPostgis, change, anonymous);
    }

    /** Lets people sign in at this provider too; before it starts. */
    public RunningServer trusting(OpenIdSettings other) {
        provider = Optional.of(other);
        return this;
    }

    /** Lets the page show base maps of other services; before it starts. */
    public RunningServer under(BaseMaps maps) {
        baseMaps = maps;
        return this;
    }

    /** The same, showing this much to who is not signed in. */
    public RunningServer showingStrangers(AnonymousAccess much) {
        return new RunningServer(handIns, limits, inPostgis, layers, much);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        start();
    }

    /** Starts it, for a test that ends it as well. */
    public RunningServer start() throws IOException {
        Catalog catalog = layers.apply(CatalogReader.load(Optional.empty()));
        folder = TempFolder.make();
        Path data = FilledStore.make(folder.path().resolve("data"), handIns);
        Store store = inPostgis ? inPostgis(data, catalog) : SqliteStore.open(data, catalog);
        Access access = new Access(catalog, store, anonymous, provider, Clock.systemUTC());
        password = chosen(access, "admin", access.accounts().first().orElseThrow());
        changed = new ChangedStore(store);
        Analyses analyses = Analyses.over(catalog, changed, Optional.empty());
        Outfalls outfalls = Outfalls.over(catalog, changed, Optional.empty(), ChinaTime.clock());
        Intake intake = new Intake(catalog, store, analyses.retention());
        work = new HeldWork(new UploadWork(intake));
        FrozenFeatures features = new FrozenFeatures(changed, catalog, data.resolve("frozen"), 1L << 30);
        services = new Services(
                catalog,
                changed,
                features,
                new Tiles(features, 16L << 20, Optional.empty()),
                intake,
                new Jobs(store.jobs(), 2, work),
                analyses,
                outfalls,
                Fieldwork.over(catalog, changed, analyses, outfalls),
                access,
                Optional.empty(),
                baseMaps);
        Path arriving = Files.createDirectories(data.resolve("arriving"));
        server = Server.start(services, limits, "127.0.0.1", 0, arriving, nanos::get);
        return this;
    }

    /** The data folder's state, copied into a new database. */
    private Store inPostgis(Path data, Catalog catalog) throws IOException {
        PostgisCluster cluster = PostgisCluster.shared();
        database = Optional.of(cluster.newDatabase());
        PostgisStore store = PostgisStore.open(
                cluster.address(database.get()), catalog, folder.path().resolve("copies"));
        try (Snapshot source = SqliteStore.look(data, catalog)) {
            List<String> lost = store.fill(source, (what, done, of) -> {});
            if (!lost.isEmpty()) {
                throw new AssertionError("missing in the filled store: " + lost);
            }
        }
        return store;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        close();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (services != null) {
            services.jobs().close();
            services.features().close();
            services.access().close();
            services.store().close();
        }
        database.ifPresent(PostgisCluster.shared()::drop);
        folder.close();
    }

    /** "http://127.0.0.1:port". */
    public String address() {
        return server.address();
    }

    /** Every endpoint, as method and pattern. */
    public List<String> routes() {
        return server.routes();
    }

    /** What the endpoints call, to change or look at the store beside them. */
    public Services services() {
        return services;
    }

    /** Holds jobs of an upload, to look at the service while they are under way. */
    public HeldWork.Held hold(String upload) {
        return work.hold(upload);
    }

    /** The store as the endpoints see it, to make it slow or lost. */
    public ChangedStore store() {
        return changed;
    }

    /** Lets time pass for whatever counts requests by the second; it stands still otherwise. */
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Ends the service as a signal does, and comes back when it has ended. */
    public void stop() {
        server.close();
    }

    /** The data folder. */
    public Path data() {
        return folder.path().resolve("data");
    }

    /** The administrator's password, which they have chosen in the place of their first one. */
    public String password() {
        return password;
    }

    /** A reader without a session. */
    public Client reader() {
        return new Client(address(), Optional.empty());
    }

    /** A client that shows the token of a session. */
    public Client admin() {
        return signedIn("admin", password);
    }

    /** A client of an account that has these roles everywhere. */
    public Client as(Role... roles) {
        return as(List.of(), roles);
    }

    /** A client of an account that has these roles in these regions only. */
    public Client as(List<String> regions, Role... roles) {
        List<String> codes = Set.of(roles).stream().map(Role::code).sorted().toList();
        String name = Stream.concat(codes.stream(), regions.stream()).collect(Collectors.joining("-"));
        if (!words.containsKey(name)) {
            Accounts.Made made = services.access()
                    .accounts()
                    .add(name, new Accounts.Profile(name, codes, regions), new Actor("admin", "test"));
            passwords.put(name, chosen(services.access(), name, made.password().orElseThrow()));
            signedIn(name, passwords.get(name));
        }
        return signedIn(name, "");
    }

    /** The password of the account that has this role everywhere; it is named after the role. */
    public String passwordOf(Role role) {
        as(role);
        return passwords.get(role.code());
    }

    /** The word of a session of the account that has this role everywhere. */
    public String word(Role role) {
        as(role);
        return word(role.code(), "");
    }

    /** The word of the administrator's session. */
    public String word() {
        return word("admin", password);
    }

    private Client signedIn(String name, String itsPassword) {
        return new Client(address(), Optional.of(word(name, itsPassword)));
    }

    private String word(String name, String itsPassword) {
        return words.computeIfAbsent(name, one -> services.access()
                .signIn(Optional.of(one), itsPassword, TEST)
                .word());
    }

    /** The password that the owner of an account chooses in the place of the one that they were given. */
    private static String chosen(Access access, String name, String given) {
        String chosen = given + "-chosen";
        access.changePassword(access.accounts().find(name), given, chosen, TEST);
        return chosen;
    }

    /** The newest revision of every layer, to see whether anything has changed. */
    public List<Optional<Revision>> newest() {
        return services.catalog().layers().stream()
                .map(layer -> services.store().revisions().newest(layer.id()))
                .toList();
    }
}
