package org.anlan.http;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import java.nio.file.Path;
import java.time.Duration;
import org.anlan.http.api.AttachmentsApi;
import org.anlan.http.api.AuditApi;
import org.anlan.http.api.BaseMapsApi;
import org.anlan.http.api.CaseComparisonsApi;
import org.anlan.http.api.CaseExceedancesApi;
import org.anlan.http.api.CasesApi;
import org.anlan.http.api.CatalogApi;
import org.anlan.http.api.ChangeApi;
import org.anlan.http.api.CoverageApi;
import org.anlan.http.api.DeclaredApi;
import org.anlan.http.api.EditsApi;
import org.anlan.http.api.ExportApi;
import org.anlan.http.api.FormatsApi;
import org.anlan.http.api.FrozenApi;
import org.anlan.http.api.ImpactApi;
import org.anlan.http.api.IndicatorsApi;
import org.anlan.http.api.ItemsApi;
import org.anlan.http.api.MarkersApi;
import org.anlan.http.api.OutfallWorkApi;
import org.anlan.http.api.OutfallsApi;
import org.anlan.http.api.RatesApi;
import org.anlan.http.api.RetentionApi;
import org.anlan.http.api.RevisionsApi;
import org.anlan.http.api.ScenarioApi;
import org.anlan.http.api.SearchApi;
import org.anlan.http.api.SensitivityApi;
import org.anlan.http.api.TokensApi;
import org.anlan.http.api.UnitsApi;
import org.anlan.http.api.UploadsApi;
import org.anlan.http.api.UsersApi;
import org.anlan.http.gate.Entrance;
import org.anlan.http.gate.Heavy;
import org.anlan.http.gate.Pace;
import org.anlan.http.gate.Stopping;
import org.anlan.http.ogc.OgcApi;
import org.anlan.http.watch.Metrics;
import org.anlan.http.watch.Probes;
import org.anlan.search.Search;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The parts of the service put together: what every request passes, and the endpoints behind it. */
final class Assembly {

    private static final int THREADS = 64;

    /** Answers with features at once: some threads are left for whoever asks for little. */
    private static final int READERS = 40;

    /** How long the store may take to say that it is there. */
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(3);

    /** The names in memory that are searched take no more than this part of the heap. */
    private static final int SEARCHED_SHARE = 4;

    private final Services services;
    private final Limits limits;
    private final Path temporary;
    private final Ticker ticker;
    private final Stopping stopping = new Stopping();
    private final Heavy heavy;
    private final Heavy readers = new Heavy(READERS);
    private final Metrics metrics;
    private final Search search;

    Assembly(Services services, Limits limits, Path temporary, Ticker ticker) {
        this.services = services;
        this.limits = limits;
        this.temporary = temporary;
        this.ticker = ticker;
        this.heavy = new Heavy(limits.heavyAtOnce());
        this.metrics = new Metrics(services, heavy, readers, stopping, STORE_PATIENCE, ticker);
        this.search = new Search(
                services.store().revisions(),
                services.features(),
                Runtime.getRuntime().maxMemory() / SEARCHED_SHARE);
    }

    /** The end of the service. */
    Stopping stopping() {
        return stopping;
    }

    /** Configures the server. */
    void configure(JavalinConfig config) {
        server(config);
        Json.register(config, limits.bodyBytes());
        Entrance.register(config, limits, stopping, metrics);
        Problems.register(config);
        WebPage.register(config);
        Pace.register(config.routes, limits.requestsPerSecond(), ticker);
        String policy = contentPolicy();
        config.routes.before(context -> context.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "same-origin")
                .header("Vary", "Accept-Encoding, Authorization, Cookie"));
        Guard guard = new Guard(services.access(), services.publicAddress());
        guard.register(config.routes);
        endpoints(config.routes, guard);
        new FilesTaken(services.access().trail(), guard).register(config.routes);
    }

    /** The page loads nothing from elsewhere but pictures of base maps that are configured, runs no inline script and is shown in no frame. */
    private String contentPolicy() {
        return "default-src 'self'; img-src 'self' data: blob:"
                + services.baseMaps().origins()
                + "; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; "
                + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    }

    private void server(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        config.jetty.modifyServer(server -> server.setErrorHandler(new PlainProblems()));
        config.jetty.multipartConfig.cacheDirectory(temporary.toString());
        config.jetty.multipartConfig.maxFileSize(limits.uploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(limits.uploadBytes() + (1 << 20), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    }

    private void endpoints(RoutesConfig routes, Guard guard) {
        new Probes(services.store(), stopping, STORE_PATIENCE).register(routes);
        metrics.register(routes);
        Views views = new Views(services.catalog(), guard);
        views.register(routes);
        new OpenIdApi(services, guard).register(routes);
        new SessionApi(services.access(), guard).register(routes);
        new UsersApi(services, guard).register(routes);
        new TokensApi(services, guard).register(routes);
        new AuditApi(services, guard, heavy).register(routes);
        new CatalogApi(services, views).register(routes);
        FormatsApi.register(routes);
        BaseMapsApi.register(routes, services.baseMaps());
        new ItemsApi(services, views).register(routes);
        new SearchApi(search, views, readers).register(routes);
        new ExportApi(services, guard, views, heavy).register(routes);
        new RevisionsApi(services, guard, views, heavy).register(routes);
        new EditsApi(services, guard, views, heavy).register(routes);
        new RetentionApi(services, heavy).register(routes);
        new FrozenApi(services, guard, heavy).register(routes);
        new ScenarioApi(services, guard, heavy).register(routes);
        new SensitivityApi(services, heavy).register(routes);
        new DeclaredApi(services, heavy).register(routes);
        new ChangeApi(services, heavy).register(routes);
        new RatesApi(services, heavy).register(routes);
        new CoverageApi(services, heavy).register(routes);
        new IndicatorsApi(services, guard, heavy).register(routes);
        new OutfallsApi(services, guard, heavy).register(routes);
        new OutfallWorkApi(services, guard).register(routes);
        new ImpactApi(services, views, heavy).register(routes);
        new CaseComparisonsApi(services, guard, views, heavy).register(routes);
        new CaseExceedancesApi(services, guard, views, heavy).register(routes);
        new CasesApi(services, guard, views, heavy).register(routes);
        new MarkersApi(services, guard).register(routes);
        new UnitsApi(services, guard, heavy).register(routes);
        new AttachmentsApi(services, guard, heavy).register(routes);
        new OgcApi(services, views, readers, heavy).register(routes);
        new UploadsApi(services, guard, limits.uploadBytes(), heavy, stopping).register(routes);
    }

    /** Gives back what the figures hold on to. */
    void close() {
        metrics.close();
    }
}
