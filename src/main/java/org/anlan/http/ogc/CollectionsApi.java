package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.store.Revision;

/** {@code /collections} and {@code /collections/{id}}: OGC API Features Part 1 {@code core}, Part 2 {@code crs}. */
final class CollectionsApi {

    private static final Set<String> STATE = Set.of("revision", "as-of");

    private final Services services;
    private final Collections collections;

    CollectionsApi(Services services, Collections collections) {
        this.services = services;
        this.collections = collections;
    }

    void register(RoutesConfig routes) {
        Reading.at(routes, "/ogc/collections", this::all);
        Reading.at(routes, "/ogc/collections/{collectionId}", this::one);
    }

    private void all(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        Form form = asked.form(Media.JSON);
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode array = Json.mapper().createArrayNode();
        Map<String, Revision> newest = services.store().revisions().states(OptionalLong.empty());
        for (LayerDefinition layer : collections.all(context)) {
            array.add(describe(layer, asked, Optional.ofNullable(newest.get(layer.id())), false));
        }
        Link.put(node, asked.selfAndAlternate(form, Media.JSON));
        ArrayNode crs = node.putArray("crs");
        OgcCrs.offered(Optional.empty()).forEach(one -> crs.add(one.uri()));
        node.set("collections", array);
        if (form == Form.PAGE) {
            Pages.collections(asked, node);
        } else {
            Json.send(context, node);
        }
    }

    private void one(Context context) {
        LayerDefinition layer = collections.named(context);
        Asked asked = Asked.of(context, services.publicAddress(), STATE);
        Form form = asked.form(Media.JSON);
        ObjectNode node = describe(layer, asked, collections.state(layer, asked), true);
        if (form == Form.PAGE) {
            Pages.collection(asked, layer, node);
        } else {
            Json.send(context, node);
        }
    }

    private ObjectNode describe(LayerDefinition layer, Asked asked, Optional<Revision> revision, boolean alone) {
        String own = asked.root() + "/collections/" + Asked.encoded(layer.id());
        List<Link> first = alone
                ? asked.selfAndAlternate(asked.form(Media.JSON), Media.JSON)
                : List.of(
                        new Link("self", own + "?f=json", Media.JSON, "JSON"),
                        new Link("alternate", own + "?f=html", Media.HTML, "HTML"));
        return new CollectionJson(asked).of(layer, revision, collections.since(layer), first);
    }
}
