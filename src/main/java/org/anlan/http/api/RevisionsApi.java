package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.SurveyRevisions;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;
import org.anlan.intake.RevisionDiff;
import org.anlan.store.Origin;
import org.anlan.store.Revision;

/** {@code /api/v1/layers/{id}/revisions}, {@code …/diff} of two of them, and {@code …/rollback}. */
public final class RevisionsApi {

    private final Services services;
    private final Guard guard;
    private final Views views;
    private final Heavy heavy;

    /** Serves the revisions of these services' store. */
    public RevisionsApi(Services services, Guard guard, Views views, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.views = views;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/layers/{id}/revisions", this::list);
        Reading.at(routes, "/api/v1/layers/{id}/diff", heavy.within(this::diff));
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

    /** Two revisions of one layer never change, and so neither does what lies between them; the moments tell those of two stores apart. */
    private void diff(Context context) {
        Catalog shown = views.of(context);
        LayerDefinition layer = shown.layer(context.pathParam("id"));
        Revision from = services.store().revisions().at(layer.id(), must(context, "from"));
        Revision to = services.store().revisions().at(layer.id(), must(context, "to"));
        SurveyRevisions.checkOrder(must(context, "from"), must(context, "to"), from, to);
        int limit = Parameters.whole(context, "limit", 1, 10_000)
                .map(Long::intValue)
                .orElse(1_000);
        String tag = layer.id() + "-r" + from.id() + "-r" + to.id() + "-" + limit + "-"
                + Integer.toHexString(Objects.hash(from.at(), to.at()));
        if (!Reading.isKnown(context, tag)) {
            RevisionDiff diff = RevisionDiff.between(services.store(), services.catalog(), layer, from.id(), to.id());
            Json.send(context, json(layer, from, to, diff, limit));
        }
    }

    private static long must(Context context, String name) {
        return Parameters.whole(context, name, 1, Long.MAX_VALUE)
                .orElseThrow(() -> Refusal.invalid(
                        "missing-value", "缺少参数“%s”：版本号", "The parameter \"%s\" is missing: a revision", name));
    }

    private static ObjectNode json(LayerDefinition layer, Revision from, Revision to, RevisionDiff diff, int limit) {
        ObjectNode answer = Json.mapper().createObjectNode().put("layer", layer.id());
        answer.put("from", from.id()).put("to", to.id());
        answer.put("added", diff.added()).put("changed", diff.changed()).put("removed", diff.removed());
        ArrayNode list = answer.putArray("changes");
        diff.changes().stream().limit(limit).forEach(change -> list.add(ChangesPage.change(change)));
        return answer;
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
