package org.anlan.http.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.CountingRules;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.http.Views;
import org.anlan.store.Revision;

/** {@code /api/v1/catalog}: the layers with their newest revision, the code lists, the counting rule sets, the targets. */
public final class CatalogApi {

    private final Services services;
    private final Views views;

    /** Serves the catalogue of these services. */
    public CatalogApi(Services services, Views views) {
        this.services = services;
        this.views = views;
    }

    /** Adds the endpoint. */
    public void register(RoutesConfig routes) {
        Reading.at(routes, "/api/v1/catalog", this::catalog);
    }

    private void catalog(Context context) {
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode layers = answer.putArray("layers");
        Map<String, Revision> newest = services.store().revisions().states(OptionalLong.empty());
        views.of(context)
                .layers()
                .forEach(layer -> layers.add(layer(layer, Optional.ofNullable(newest.get(layer.id())))));
        answer.set("codeLists", Json.mapper().valueToTree(services.catalog().codeLists()));
        answer.path("codeLists")
                .forEach(list -> list.path("entries").forEach(entry -> ((ObjectNode) entry).remove("aliases")));
        ArrayNode rules = answer.putArray("ruleSets");
        services.analyses().rules().all().forEach(set -> rules.add(ruleSet(set)));
        answer.set(
                "targets",
                Json.mapper().valueToTree(services.analyses().targets().all()));
        Json.send(context, answer);
    }

    private static ObjectNode layer(LayerDefinition layer, Optional<Revision> newest) {
        ObjectNode node = Json.mapper().valueToTree(layer);
        if (newest.isPresent()) {
            node.put("revision", newest.get().id());
        } else {
            node.putNull("revision");
        }
        node.put("count", newest.map(r -> r.state().count()).orElse(0L));
        ArrayNode years = node.putArray("surveyYears");
        newest.ifPresent(r -> r.state().surveyYears().keySet().forEach(years::add));
        newest.flatMap(r -> r.state().extent())
                .ifPresentOrElse(
                        e -> node.putArray("bbox")
                                .add(e.west())
                                .add(e.south())
                                .add(e.east())
                                .add(e.north()),
                        () -> node.putNull("bbox"));
        return node;
    }

    private static ObjectNode ruleSet(CountingRules rules) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("id", rules.id()).put("version", rules.version());
        node.set("title", Json.mapper().valueToTree(rules.title()));
        node.set("about", Json.mapper().valueToTree(rules.about()));
        return node;
    }
}
