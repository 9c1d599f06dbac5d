package org.anlan.http.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anlan.http.gate.Departure;
import org.anlan.http.gate.Heavy;
import org.anlan.http.gate.Stopping;

/** Figures of the requests. What a client chooses freely (addresses, odd methods) never names a series, or it could make as many as it likes. */
final class RequestFigures implements Consumer<Departure> {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final Map<String, Counter> refused;

    RequestFigures(MeterRegistry registry, Heavy heavy, Heavy readers, Stopping stopping) {
        this.registry = registry;
        this.refused = Stream.of("too-busy", "too-fast", "body-too-large", "upload-too-large", "stopping")
                .collect(Collectors.toUnmodifiableMap(Function.identity(), this::refused));
        Gauge.builder("anlan.requests.active", stopping, Stopping::underWay)
                .description("Requests that are being answered, this one included")
                .strongReference(true)
                .register(registry);
        room(
                "anlan.heavy.requests",
                heavy,
                "Heavy requests that are being answered",
                "Heavy requests that are answered at once (heavy-at-once)");
        room(
                "anlan.readers",
                readers,
                "Answers with features and tiles of /ogc under way",
                "Answers with features and tiles of /ogc at once");
    }

    private void room(String name, Heavy room, String active, String limit) {
        Gauge.builder(name + ".active", room, Heavy::inUse)
                .description(active)
                .strongReference(true)
                .register(registry);
        Gauge.builder(name + ".limit", room, Heavy::most)
                .description(limit)
                .strongReference(true)
                .register(registry);
    }

    private Counter refused(String code) {
        return Counter.builder("anlan.requests.refused")
                .description("Requests that were turned away for want of room, by the code of the problem")
                .tag("code", code)
                .register(registry);
    }

    @Override
    public void accept(Departure request) {
        Timer.builder("anlan.requests")
                .description("Requests that were answered, and how long they took")
                .tag("method", METHODS.contains(request.method()) ? request.method() : "other")
                .tag("route", request.route())
                .tag("status", String.valueOf(request.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(request.nanos(), TimeUnit.NANOSECONDS);
        request.problem().map(refused::get).ifPresent(Counter::increment);
    }
}
