package org.anlan.http.watch;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Json;
import org.anlan.http.Services;
import org.anlan.store.Job;
import org.anlan.store.Revision;
import org.anlan.store.StoreCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures of the store and its layers, asked for anew when they are a while old. While the store is away there are none but that. */
final class StoreFigures {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFigures.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Ticker ticker;
    private final Duration patience;
    private final Question<Answer> question;
    private final MultiGauge bytes;
    private final MultiGauge connections;
    private final MultiGauge connectionLimits;
    private final MultiGauge features;
    private final MultiGauge revisions;
    private final MultiGauge jobs;
    private Optional<Long> askedAt = Optional.empty();
    private volatile boolean up;

    StoreFigures(MeterRegistry registry, Services services, Duration patience, Ticker ticker) {
        this.ticker = ticker;
        this.patience = patience;
        this.question = new Question<>("store figures", () -> ask(services));
        Gauge.builder("anlan.store.up", this, figures -> figures.up ? 1 : 0)
                .description("Whether the store answers: 1 or 0")
                .strongReference(true)
                .register(registry);
        bytes = MultiGauge.builder("anlan.store.size")
                .description("What layers with revisions (data) and files that were handed in (uploads) take on disk")
                .baseUnit("bytes")
                .register(registry);
        connections = MultiGauge.builder("anlan.store.connections")
                .description("Connections by pool: active, idle; waiting = requests that wait for one")
                .register(registry);
        connectionLimits = MultiGauge.builder("anlan.store.connections.limit")
                .description("Connections that a pool has at most")
                .register(registry);
        features = MultiGauge.builder("anlan.layer.features")
                .description("Features of a layer in its newest revision")
                .register(registry);
        revisions = MultiGauge.builder("anlan.layer.revision")
                .description("Number of a layer's newest revision")
                .register(registry);
        jobs = MultiGauge.builder("anlan.jobs")
                .description("Checks and commits on all nodes of the store: queued, running")
                .register(registry);
    }

    private record Answer(StoreCondition condition, List<Revision> newest, List<Job> open) {}

    private static Answer ask(Services services) {
        StoreCondition condition = services.store().condition();
        List<Revision> newest = new ArrayList<>();
        for (LayerDefinition layer : services.catalog().layers()) {
            services.store().revisions().newest(layer.id()).ifPresent(newest::add);
        }
        return new Answer(condition, newest, services.jobs().open());
    }

    /** Asks the store, unless it was asked just now. */
    void refresh() {
        long now = ticker.read();
        if (askedAt.filter(at -> now - at < FRESH.toNanos()).isEmpty()) {
            askedAt = Optional.of(now);
            Optional<Answer> answer = answer();
            up = answer.isPresent();
            show(answer);
        }
    }

    private Optional<Answer> answer() {
        try {
            return question.within(patience);
        } catch (ExecutionException e) {
            LOG.warn("the store cannot tell how it is: {}", String.valueOf(e.getCause()));
            return Optional.empty();
        }
    }

    private void show(Optional<Answer> answer) {
        List<Row<?>> sizes = new ArrayList<>();
        List<Row<?>> inUse = new ArrayList<>();
        List<Row<?>> limits = new ArrayList<>();
        List<Row<?>> counts = new ArrayList<>();
        List<Row<?>> numbers = new ArrayList<>();
        List<Row<?>> open = new ArrayList<>();
        answer.ifPresent(known -> {
            for (Job.State state : List.of(Job.State.QUEUED, Job.State.RUNNING)) {
                long count = known.open().stream()
                        .filter(job -> job.state() == state)
                        .count();
                open.add(Row.of(Tags.of("state", Json.word(state)), count));
            }
            sizes.add(Row.of(Tags.of("kind", "data"), known.condition().dataBytes()));
            sizes.add(Row.of(Tags.of("kind", "uploads"), known.condition().uploadBytes()));
            for (StoreCondition.Pool pool : known.condition().pools()) {
                inUse.add(Row.of(Tags.of("pool", pool.name(), "state", "active"), pool.active()));
                inUse.add(Row.of(Tags.of("pool", pool.name(), "state", "idle"), pool.idle()));
                inUse.add(Row.of(Tags.of("pool", pool.name(), "state", "waiting"), pool.waiting()));
                limits.add(Row.of(Tags.of("pool", pool.name()), pool.most()));
            }
            for (Revision revision : known.newest()) {
                Tags layer = Tags.of("layer", revision.layer());
                counts.add(Row.of(layer, revision.state().count()));
                numbers.add(Row.of(layer, revision.id()));
            }
        });
        bytes.register(sizes, true);
        connections.register(inUse, true);
        connectionLimits.register(limits, true);
        features.register(counts, true);
        revisions.register(numbers, true);
        jobs.register(open, true);
    }
}
