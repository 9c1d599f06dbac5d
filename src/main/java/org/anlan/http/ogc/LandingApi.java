package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anlan.base.Text;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;

/** {@code /ogc}, {@code /ogc/conformance} and {@code /ogc/api}: OGC API Features Part 1 {@code core} and {@code oas30}, OGC API Common {@code core}. */
final class LandingApi {

    static final Text TITLE = Text.of("岸澜：生态分区与海岸线", "Anlan: ecological zoning and coastline");
    static final Text ABOUT = Text.of(
            "海岸线、自然保护地、生态保护红线、排污口等图层，按版次保存；OGC API 要素与矢量瓦片。",
            "Coastline, protected areas, ecological red lines, outfalls and other layers under revisions, as OGC API features and vector tiles.");

    private final Services services;
    private final OpenApi openApi;

    LandingApi(Services services, OpenApi openApi) {
        this.services = services;
        this.openApi = openApi;
    }

    void register(RoutesConfig routes) {
        Reading.at(routes, "/ogc", this::landing);
        Reading.at(routes, "/ogc/conformance", this::conformance);
        Reading.at(routes, "/ogc/api", this::api);
    }

    private void landing(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        Form form = asked.form(Media.JSON);
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("title", asked.words(TITLE)).put("description", asked.words(ABOUT));
        List<Link> links = new ArrayList<>(asked.selfAndAlternate(form, Media.JSON));
        String root = asked.root();
        links.add(new Link("service-desc", root + "/api?f=json", Media.OPENAPI, "OpenAPI 3.0"));
        links.add(new Link("service-doc", root + "/api?f=html", Media.HTML, asked.words(Text.of("接口说明", "API"))));
        links.add(new Link("conformance", root + "/conformance?f=json", Media.JSON, "Conformance"));
        links.add(new Link("data", root + "/collections?f=json", Media.JSON, asked.words(Text.of("图层", "Layers"))));
        links.add(new Link(
                "http://www.opengis.net/def/rel/ogc/1.0/conformance", root + "/conformance?f=json", Media.JSON));
        links.add(new Link("http://www.opengis.net/def/rel/ogc/1.0/data", root + "/collections?f=json", Media.JSON));
        links.add(new Link(
                "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                root + "/tiles?f=json",
                Media.JSON,
                "Vector tiles"));
        links.add(new Link(
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes", root + "/tileMatrixSets?f=json", Media.JSON));
        links.add(new Link(
                "http://www.opengis.net/def/rel/ogc/1.0/functions",
                root + "/functions?f=json",
                Media.JSON,
                "Functions"));
        links.add(new Link("http://www.opengis.net/def/rel/ogc/1.0/styles", root + "/styles?f=json", Media.JSON));
        Link.put(node, links);
        if (form == Form.PAGE) {
            Pages.landing(asked, asked.words(TITLE), asked.words(ABOUT), node);
        } else {
            Json.send(context, node);
        }
    }

    private void conformance(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        if (asked.form(Media.JSON) == Form.PAGE) {
            Pages.conformance(asked);
        } else {
            Json.send(context, Map.of("conformsTo", Conformance.CLASSES));
        }
    }

    private void api(Context context) {
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        if (asked.form(Media.OPENAPI, Media.JSON) == Form.PAGE) {
            Pages.api(asked, openApi.document(asked));
        } else {
            Json.send(context, openApi.document(asked), Media.OPENAPI);
        }
    }
}
