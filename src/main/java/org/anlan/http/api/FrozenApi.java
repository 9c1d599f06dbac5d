package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.coast.By;
import org.anlan.coast.Coast;
import org.anlan.coast.FrozenFigures;
import org.anlan.coast.Retention;
import org.anlan.coast.forms.FrozenText;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;
import org.anlan.store.StoredDocument;

/** {@code /api/v1/coast/frozen}: retention figures that were frozen, and checks whether they still come out. */
public final class FrozenApi {

    private final Services services;
    private final Guard guard;
    private final Heavy heavy;

    /** Serves the frozen figures of these services. */
    public FrozenApi(Services services, Guard guard, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/coast/frozen", this::list);
        routes.post("/api/v1/coast/frozen", heavy.within(this::freeze));
        Reading.at(routes, "/api/v1/coast/frozen/{id}", this::one);
        Reading.at(routes, "/api/v1/coast/frozen/{id}/check", heavy.within(this::check));
    }

    private record Freeze(
            String name,
            String note,
            Integer year,
            String coast,
            String by,
            String across,
            String rules,
            String target,
            Long revision) {}

    private void freeze(Context context) {
        Caller caller = guard.must(context, Right.KEEP_FIGURES);
        Freeze wanted = Json.body(context, Freeze.class);
        if (wanted.name() == null) {
            throw Refusal.invalid("missing-value", "缺少名称“name”", "\"name\" is missing");
        }
        Retention.Question question = new Retention.Question(
                Optional.ofNullable(wanted.year()),
                Optional.ofNullable(wanted.coast()).map(Coast::of).orElse(Coast.MAINLAND),
                Optional.ofNullable(wanted.by()).map(By::of).orElse(By.CITY),
                Optional.ofNullable(wanted.rules()),
                Optional.ofNullable(wanted.target()),
                wanted.revision() == null ? OptionalLong.empty() : OptionalLong.of(wanted.revision()));
        StoredDocument frozen = figures()
                .freeze(
                        question,
                        Optional.ofNullable(wanted.across()).map(By::of),
                        wanted.name(),
                        Optional.ofNullable(wanted.note()).orElse(""),
                        caller.actor());
        Json.send(context.status(201), FrozenText.tree(frozen.head(), figures().body(frozen)));
    }

    private FrozenFigures figures() {
        return services.analyses().frozen();
    }

    private void list(Context context) {
        Json.send(context, FrozenText.list("frozen", figures().all()));
    }

    private void one(Context context) {
        StoredDocument frozen = figures().find(context.pathParam("id"));
        Json.send(context, FrozenText.tree(frozen.head(), figures().body(frozen)));
    }

    private void check(Context context) {
        StoredDocument frozen = figures().find(context.pathParam("id"));
        Json.send(
                context,
                FrozenText.check(frozen.head(), figures().check(frozen.head().id())));
    }
}
