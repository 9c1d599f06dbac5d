package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;
import org.anlan.tiles.TileGrid;

/** Mapbox styles of the vector tiles, of each layer and of all: one, "default", with the catalogue's colours. */
final class StylesApi {

    private final Services services;
    private final TiledLayers tiled;

    StylesApi(Services services, Collections collections) {
        this.services = services;
        this.tiled = new TiledLayers(collections);
    }

    void register(RoutesConfig routes) {
        for (String at : List.of("/ogc", "/ogc/collections/{collectionId}")) {
            Reading.at(routes, at + "/styles", this::styles);
            Reading.at(routes, at + "/styles/{styleId}", this::style);
        }
    }

    private void styles(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        Form form = asked.form(Media.JSON);
        List<LayerDefinition> layers = tiled.of(context, asked);
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("default", "default");
        ObjectNode one = node.putArray("styles").addObject();
        one.put("id", "default").put("title", TiledLayers.title(asked, layers));
        Link.put(
                one,
                List.of(new Link(
                        "stylesheet",
                        asked.root() + TiledLayers.at(context, "styles") + "/default?f=mbs",
                        Media.STYLE)));
        Link.put(node, asked.selfAndAlternate(form, Media.JSON));
        Pages.send(asked, form, TiledLayers.title(asked, layers), node);
    }

    private void style(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        asked.oneOf("f", Set.of("mbs", "json", Media.STYLE));
        if (!context.pathParam("styleId").equals("default")) {
            throw Refusal.notFound(
                    "unknown-style",
                    "没有样式“%s”；可用：default",
                    "There is no style \"%s\"; there is: default",
                    context.pathParam("styleId"));
        }
        List<LayerDefinition> layers = tiled.of(context, asked);
        String tileJson =
                asked.root() + TiledLayers.at(context, "tiles") + "/" + TileGrid.WEB_MERCATOR_QUAD.id() + "?f=tilejson";
        Json.send(context, StyleJson.of(TiledLayers.title(asked, layers), tileJson, layers), Media.STYLE);
    }
}
