package org.anlan.http;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anlan.base.Refusal;
import org.anlan.http.gate.Stopping;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service, answering on one port. */
public final class Server implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final int WAITING_CONNECTIONS = 2_048;

    private final Javalin javalin;
    private final String host;
    private final Assembly assembly;
    private final Duration stopWithin;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Server(Javalin javalin, String host, Assembly assembly, Duration stopWithin) {
        this.javalin = javalin;
        this.host = host;
        this.assembly = assembly;
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
        Assembly assembly = new Assembly(services, limits, temporary, ticker);
        Javalin javalin = Javalin.create(config -> {
            assembly.configure(config);
            config.jetty.addConnector((jetty, http) -> connector(jetty, http, host, port));
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            assembly.close();
            throw Refusal.conflict(
                    "port-in-use",
                    "无法监听 %s:%d：端口已被占用或没有权限。请用 --port 换一个端口（0 = 任意空闲端口）。",
                    "Cannot listen on %s:%d: the port is taken or not permitted. Choose another with --port (0 = any free one).",
                    host,
                    port);
        }
        return new Server(javalin, host, assembly, limits.stopWithin());
    }

    /** Many may come at once: who finds the system's queue full would try again only after a second. */
    private static ServerConnector connector(
            org.eclipse.jetty.server.Server jetty, HttpConfiguration http, String host, int port) {
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        return connector;
    }

    /** Every endpoint, as method and pattern ("GET /api/v1/layers/{id}/items"). */
    public List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(handler -> handler.endpoint.method.isHttpMethod())
                .map(handler -> handler.endpoint.method + " " + handler.endpoint.path)
                .toList();
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
            Stopping stopping = assembly.stopping();
            if (!stopping.begin(stopWithin)) {
                LOG.warn("{} requests were not done within {} s", stopping.underWay(), stopWithin.toSeconds());
            }
            javalin.stop();
            assembly.close();
        }
    }
}
