package org.anlan.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.anlan.access.Caller;
import org.anlan.access.Right;
import org.anlan.coast.Scenario;
import org.anlan.coast.forms.FrozenText;
import org.anlan.coast.forms.ScenarioText;
import org.anlan.coast.scenario.ScenarioReader;
import org.anlan.http.Guard;
import org.anlan.http.Json;
import org.anlan.http.Parameters;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.gate.Heavy;

/** {@code /api/v1/coast/scenario} computes a scenario and keeps nothing; {@code /api/v1/coast/scenarios} has those that are kept. */
public final class ScenarioApi {

    private final Services services;
    private final Guard guard;
    private final Heavy heavy;

    /** Serves the scenarios of these services, where there is room for them. */
    public ScenarioApi(Services services, Guard guard, Heavy heavy) {
        this.services = services;
        this.guard = guard;
        this.heavy = heavy;
    }

    /** Adds the endpoints. */
    public void register(RoutesConfig routes) {
        routes.post("/api/v1/coast/scenario", heavy.within(this::compute));
        routes.post("/api/v1/coast/scenarios", heavy.within(this::save));
        Reading.at(routes, "/api/v1/coast/scenarios", this::list);
        Reading.at(routes, "/api/v1/coast/scenarios/compare", heavy.within(this::compare));
        Reading.at(routes, "/api/v1/coast/scenarios/{id}", heavy.within(this::one));
    }

    private void compute(Context context) {
        Scenario scenario = read(context);
        FigureOut.send(
                context,
                ScenarioText.forms(
                        services.analyses().scenarios().figure(scenario),
                        scenario,
                        services.catalog(),
                        services.analyses().coastMaps()));
    }

    private Scenario read(Context context) {
        return ScenarioReader.read(Json.bytes(context), services.catalog());
    }

    private void save(Context context) {
        Caller caller = guard.must(context, Right.KEEP_FIGURES);
        Json.send(
                context.status(201),
                ScenarioText.tree(services.analyses().savedScenarios().save(read(context), caller.actor())));
    }

    private void list(Context context) {
        Json.send(
                context,
                FrozenText.list(
                        "scenarios", services.analyses().savedScenarios().all()));
    }

    private void one(Context context) {
        Json.send(
                context, ScenarioText.tree(services.analyses().savedScenarios().find(context.pathParam("id"))));
    }

    private void compare(Context context) {
        List<String> ids = Parameters.text(context, "ids")
                .map(text -> Arrays.asList(text.split(",", -1)))
                .orElse(List.of());
        Json.send(
                context,
                ScenarioText.compared(services.analyses().savedScenarios().find(ids)));
    }
}
