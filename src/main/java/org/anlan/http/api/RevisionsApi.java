package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.store.Origin;
import org.anlan.store.Revision;

/** {@code /api/v1/layers/{id}/revisions} and {@code …/rollback}. */
public final class RevisionsApi {

    private final Services services;
    private final Guard guard;
    private final Views views;

    /** Serves the revisions of these services' store. */
    public RevisionsApi(Services services, Guard guard, Views views) {
        this.services = services;
        this.guard = guard;
        this.views = views;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/layers/{id}/revisions", this::list);
        routes.post("/api/v1/layers/{id}/rollback", this::rollback);
    }

    private record Rollback(Long revision, String note) {}

    private void list(Context context) {
        LayerDefinition layer = views.of(context).layer(context.pathParam("id"));
        List<Map<String, Object>> revisions = new ArrayList<>();
        for (Revision revision : services.store().revisions().of(layer.id())) {
            revisions.add(json(revision, revisions.isEmpty()));
        }
        Json.send(context, Map.of("layer", layer.id(), "revisions", revisions));
    }

    private void rollback(Context context) {
        Caller caller = guard.must(context, Right.CHANGE_LAYERS);
        caller.mustWorkEverywhere();
        LayerDefinition layer = services.catalog().layer(context.pathParam("id"));
        Rollback wanted = Json.body(context, Rollback.class);
        if (wanted.revision() == null) {
            throw Refusal.invalid(
                    "missing-value", "缺少“revision”：要恢复到哪个修订", "\"revision\" is missing: the one to go back to");
        }
        String note = wanted.note() == null ? "" : wanted.note();
        Revision made = services.store().revisions().rollback(layer, wanted.revision(), caller.actor(), note);
        Json.send(context.status(201), json(made, true));
    }

    /** A revision as clients see it. */
    static Map<String, Object> json(Revision revision, boolean current) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", revision.id());
        json.put("layer", revision.layer());
        json.put("kind", revision.origin().kind());
        json.put("author", revision.origin().author());
        json.put("at", revision.at());
        json.put("note", revision.origin().note());
        revision.origin().source().ifPresent((Origin.Source source) -> {
            json.put("sourceName", source.name());
            json.put("sourceSha256", source.sha256());
            json.put("sourceCrs", source.crs());
        });
        json.put("added", revision.added());
        json.put("changed", revision.changed());
        json.put("removed", revision.removed());
        json.put("count", revision.state().count());
        if (!revision.repairs().isEmpty()) {
            Map<String, Long> repairs = new LinkedHashMap<>();
            revision.repairs().forEach((kind, count) -> repairs.put(kind.word(), count));
            json.put("repairs", repairs);
        }
        json.put("current", current);
        return json;
    }
}
