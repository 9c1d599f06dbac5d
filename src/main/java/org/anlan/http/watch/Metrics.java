package org.anlan.http.watch;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.Closeable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Arrival;
import org.anlan.http.gate.Departure;
import org.anlan.http.gate.Heavy;
import org.anlan.http.gate.Stopping;

/**
 * {@code /metrics}: the service's figures in the text format of Prometheus (0.0.4), for who asks from this machine or its private network and not
 * through a proxy. To anybody else there is no such address.
 */
public final class Metrics implements Consumer<Departure>, Closeable {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final RequestFigures requests;
    private final StoreFigures store;

    /**
     * @param services whose store and layers are counted
     * @param heavy the heavy requests
     * @param readers the answers with features and tiles
     * @param stopping the requests under way
     * @param patience how long the store may take to answer
     * @param ticker tells when what is known of the store is old
     */
    public Metrics(Services services, Heavy heavy, Heavy readers, Stopping stopping, Duration patience, Ticker ticker) {
        requests = new RequestFigures(registry, heavy, readers, stopping);
        store = new StoreFigures(registry, services, patience, ticker);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("anlan.build.info", () -> 1)
                .description("Which program this is")
                .tag("version", version())
                .tag("java", Runtime.version().toString())
                .register(registry);
    }

    private static String version() {
        return Optional.ofNullable(Metrics.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/metrics", this::send);
    }

    @Override
    public void accept(Departure request) {
        requests.accept(request);
    }

    private void send(Context context) {
        if (!Arrival.of(context).near()) {
            throw new NotFoundResponse();
        }
        context.header("Cache-Control", "no-store").contentType(TYPE).result(text());
    }

    private synchronized String text() {
        store.refresh();
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
