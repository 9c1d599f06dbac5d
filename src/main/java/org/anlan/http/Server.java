package org.anlan.http;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anlan.base.Refusal;
import org.anlan.http.api.CatalogApi;
import org.anlan.http.api.ExportApi;
import org.anlan.http.api.FormatsApi;
import org.anlan.http.api.ItemsApi;
import org.anlan.http.api.RetentionApi;
import org.anlan.http.api.RevisionsApi;
import org.anlan.http.api.UploadsApi;
import org.anlan.http.gate.Entrance;
import org.anlan.http.gate.Heavy;
import org.anlan.http.gate.Pace;
import org.anlan.http.gate.Stopping;
import org.anlan.http.watch.Probes;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service, answering on one port. */
public final class Server implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final int THREADS = 64;

    /** How long the store may take to say that it is there. */
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(3);

    /** The page loads nothing from elsewhere, runs no inline script and is shown in no frame. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; "
                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private final Javalin javalin;
    private final String host;
    private final Stopping stopping;
    private final Duration stopWithin;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Server(Javalin javalin, String host, Stopping stopping, Duration stopWithin) {
        this.javalin = javalin;
        this.host = host;
        this.stopping = stopping;
        this.stopWithin = stopWithin;
    }

    /**
     * Starts answering.
     *
     * @param services what the endpoints call
     * @param limits what requests may do
     * @param host address to listen on
     * @param port port to listen on; 0 = any free one
     * @param temporary folder for uploads while they arrive
     */
    public static Server start(Services services, Limits limits, String host, int port, Path temporary) {
        return start(services, limits, host, port, temporary, Ticker.systemTicker());
    }

    /** The same by another clock. */
    public static Server start(Services services, Limits limits, String host, int port, Path temporary, Ticker ticker) {
        Stopping stopping = new Stopping();
        Javalin javalin = Javalin.create(config -> configure(config, services, limits, stopping, temporary, ticker));
        try {
            javalin.start(host, port);
        } catch (JavalinBindException e) {
            throw Refusal.conflict(
                    "port-in-use",
                    "无法监听 %s:%d：端口已被占用或没有权限。请用 --port 换一个端口（0 = 任意空闲端口）。",
                    "Cannot listen on %s:%d: the port is taken or not permitted. Choose another with --port (0 = any free one).",
                    host,
                    port);
        }
        return new Server(javalin, host, stopping, limits.stopWithin());
    }

    private static void configure(
            JavalinConfig config, Services services, Limits limits, Stopping stopping, Path temporary, Ticker ticker) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        Json.register(config, limits.bodyBytes());
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        config.jetty.modifyServer(server -> server.setErrorHandler(new PlainProblems()));
        config.jetty.multipartConfig.cacheDirectory(temporary.toString());
        config.jetty.multipartConfig.maxFileSize(limits.uploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(limits.uploadBytes() + (1 << 20), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        Entrance.register(config, limits, stopping);
        Problems.register(config);
        WebPage.register(config);
        config.routes.before(context -> context.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("Vary", "Accept-Encoding"));
        new Probes(services.store(), stopping, STORE_PATIENCE).register(config.routes);
        Heavy heavy = new Heavy(limits.heavyAtOnce());
        Pace.register(config.routes, limits.requestsPerSecond(), ticker);
        Guard guard = new Guard(services.access());
        new SessionApi(services.access(), guard).register(config.routes);
        new CatalogApi(services).register(config.routes);
        FormatsApi.register(config.routes);
        new ItemsApi(services).register(config.routes);
        new ExportApi(services, heavy).register(config.routes);
        new RevisionsApi(services, guard).register(config.routes);
        new RetentionApi(services, heavy).register(config.routes);
        new UploadsApi(services, guard, limits.uploadBytes(), heavy, stopping).register(config.routes);
    }

    /** The address to open in a browser. */
    public String address() {
        String shown = host.equals("0.0.0.0") || host.equals("::")
                ? "localhost"
                : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + shown + ":" + javalin.port();
    }

    /** Lets nobody in any more, waits for the requests under way as long as the limits say, and cuts off what then is left. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            if (!stopping.begin(stopWithin)) {
                LOG.warn("{} requests were not done within {} s", stopping.underWay(), stopWithin.toSeconds());
            }
            javalin.stop();
        }
    }
}
