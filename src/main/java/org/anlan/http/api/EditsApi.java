package org.anlan.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.http.gate.Heavy;
import org.anlan.intake.CheckReport;
import org.anlan.intake.Edit;
import org.anlan.intake.EditJson;
import org.anlan.intake.Intake;

/** {@code POST /api/v1/layers/{id}/edits} and {@code …/edits/check}: features changed by hand, kept as one revision. */
public final class EditsApi {

    private static final String PATH = "/api/v1/layers/{id}/edits";

    private final Services services;
    private final Guard guard;
    private final Views views;
    private final Heavy heavy;

    /** Edits the layers of these services' store. */
    public EditsApi(Services services, Guard guard, Views views, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.views = views;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        routes.post(PATH, heavy.within(this::commit));
        routes.post(PATH + "/check", heavy.within(this::check));
    }

    private void check(Context context) {
        Caller caller = guard.must(context, Right.CHANGE_LAYERS);
        ObjectNode answer = found(services.intake().edits().check(edit(context, caller), caller));
        Json.send(context, answer);
    }

    private void commit(Context context) {
        Caller caller = guard.must(context, Right.CHANGE_LAYERS);
        Intake.Outcome outcome = services.intake().edits().commit(edit(context, caller), caller);
        ObjectNode answer = found(outcome.report());
        answer.set(
                "revision",
                outcome.revisions().stream()
                        .findFirst()
                        .map(made -> Json.mapper().valueToTree(RevisionsApi.json(made, true)))
                        .map(JsonNode.class::cast)
                        .orElse(null));
        Json.send(context.status(outcome.revisions().isEmpty() ? 422 : 201), answer);
    }

    private Edit edit(Context context, Caller caller) {
        LayerDefinition layer = services.catalog()
                .layer(views.of(context).layer(context.pathParam("id")).id());
        caller.mustSee(layer.allShownTo());
        return EditJson.read(layer, Json.body(context, JsonNode.class));
    }

    private static ObjectNode found(CheckReport report) {
        ObjectNode node = new UploadJson().report(report);
        ArrayNode findings = node.putArray("findings");
        report.findings().forEach(one -> findings.add(new UploadJson().finding(one)));
        ArrayNode changes = node.putArray("changes");
        report.changes().forEach(one -> changes.add(ChangesPage.change(one)));
        return node;
    }
}
