package org.anlan.http.watch;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.anlan.base.Refusal;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.gate.Stopping;
import org.anlan.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /healthz}: the process is alive, whatever becomes of the store; who gets no answer may start it anew. {@code /readyz}: requests may be sent,
 * for the store answers and the service is not ending. A service that answers at all has brought its store up to date before.
 */
public final class Probes {

    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

    private final Stopping stopping;
    private final Duration patience;
    private final Question<Map<String, String>> store;

    /**
     * @param store the store that must answer
     * @param stopping the end of the service
     * @param patience how long the store may take
     */
    public Probes(Store store, Stopping stopping, Duration patience) {
        this.stopping = stopping;
        this.patience = patience;
        this.store = new Question<>("readiness", () -> {
            store.mustAnswer();
            return Map.of("status", "ready");
        });
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/healthz", context -> Json.send(context, Map.of("status", "ok")));
        Reading.at(routes, "/readyz", this::ready);
    }

    private void ready(Context context) {
        context.header("Cache-Control", "no-store");
        if (stopping.begun()) {
            throw Stopping.refusal();
        }
        try {
            Json.send(context, store.within(patience).orElseThrow(this::slow));
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        }
    }

    private Refusal slow() {
        return Refusal.unavailable(
                "store-slow", "数据库在 %d 秒内没有应答", "The store has not answered within %d seconds", patience.toSeconds());
    }

    private static Refusal refusal(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        LOG.error("the store cannot be asked", cause);
        return Refusal.unavailable("store-failed", "数据库无法访问", "The store cannot be asked");
    }
}
