package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.filter.Queryables;
import org.anlan.http.Json;
import org.anlan.http.Services;

/**
 * The description of everything under {@code /ogc} in OpenAPI 3.0 (17-069r4 and 20-057 {@code oas30}). It refers to nothing outside itself; paths follow {@code
 * servers[0].url}.
 */
final class OpenApi {

    private static final String VERSION = "1.0";

    private final Services services;
    private final Collections collections;

    OpenApi(Services services, Collections collections) {
        this.services = services;
        this.collections = collections;
    }

    ObjectNode document(Asked asked) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", asked.words(LandingApi.TITLE))
                .put("description", asked.words(LandingApi.ABOUT))
                .put("version", VERSION)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0.html");
        document.putArray("servers").addObject().put("url", asked.root());
        ArrayNode tags = document.putArray("tags");
        for (String tag : List.of("Capabilities", "Data", "Tiles")) {
            tags.addObject().put("name", tag);
        }
        ObjectNode paths = document.putObject("paths");
        capabilities(paths, asked);
        for (LayerDefinition layer : collections.all(asked.context())) {
            collection(paths, layer, asked);
        }
        new OpenApiTiles(paths, asked).add(collections.all(asked.context()));
        OpenApiParts.components(document.putObject("components"));
        return document;
    }

    private static void capabilities(ObjectNode paths, Asked asked) {
        OpenApiParts.get(
                paths,
                "/",
                "getLandingPage",
                "Capabilities",
                words(asked, "入口", "Landing page"),
                Media.JSON,
                "landingPage",
                false);
        OpenApiParts.get(
                paths,
                "/conformance",
                "getConformanceDeclaration",
                "Capabilities",
                words(asked, "符合的标准", "What it conforms to"),
                Media.JSON,
                "confClasses",
                false);
        OpenApiParts.get(
                paths,
                "/api",
                "getAPI",
                "Capabilities",
                words(asked, "本说明", "This description"),
                Media.OPENAPI,
                "any",
                false);
        OpenApiParts.get(
                paths,
                "/collections",
                "getCollections",
                "Capabilities",
                words(asked, "图层", "The collections"),
                Media.JSON,
                "collections",
                false);
        OpenApiParts.get(
                paths,
                "/functions",
                "getFunctions",
                "Capabilities",
                words(asked, "过滤条件可用的函数", "Functions that filters may call"),
                Media.JSON,
                "any",
                false);
    }

    private static String words(Asked asked, String zh, String en) {
        return asked.words(new Text(zh, en));
    }

    private void collection(ObjectNode paths, LayerDefinition layer, Asked asked) {
        String path = "/collections/" + layer.id();
        String name = layer.id();
        String title = asked.words(layer.title());
        OpenApiParts.state(OpenApiParts.get(
                paths, path, name + ".getCollection", "Capabilities", title, Media.JSON, "collection", true));
        OpenApiParts.get(
                paths,
                path + "/schema",
                name + ".getSchema",
                "Capabilities",
                title + ": schema",
                Media.SCHEMA,
                "any",
                true);
        OpenApiParts.get(
                paths,
                path + "/queryables",
                name + ".getQueryables",
                "Capabilities",
                title + ": queryables",
                Media.SCHEMA,
                "any",
                true);
        OpenApiParts.get(
                paths,
                path + "/sortables",
                name + ".getSortables",
                "Capabilities",
                title + ": sortables",
                Media.SCHEMA,
                "any",
                true);
        ArrayNode items = OpenApiParts.get(
                paths, path + "/items", name + ".getFeatures", "Data", title, Media.GEOJSON, "featureCollection", true);
        OpenApiParts.items(items);
        crs(items, layer, true);
        Queryables.of(layer, services.catalog()).all().stream()
                .filter(SchemasApi::isParameter)
                .forEach(queryable -> OpenApiParts.parameter(
                        items,
                        "query",
                        queryable.name(),
                        asked.words(queryable.title()),
                        SchemasApi.parameter(queryable)));
        OpenApiParts.state(items);
        ArrayNode item = OpenApiParts.get(
                paths,
                path + "/items/{featureId}",
                name + ".getFeature",
                "Data",
                title,
                Media.GEOJSON,
                "feature",
                true);
        OpenApiParts.path(item, "featureId");
        crs(item, layer, false);
        OpenApiParts.state(item);
    }

    private void crs(ArrayNode parameters, LayerDefinition layer, boolean filters) {
        List<String> uris = OgcCrs.offered(
                        services.store().revisions().newest(layer.id()).flatMap(revision -> revision.state()
                                .extent()))
                .stream()
                .map(OgcCrs::uri)
                .toList();
        for (String name : filters ? List.of("crs", "bbox-crs", "filter-crs") : List.of("crs")) {
            ObjectNode schema =
                    Json.mapper().createObjectNode().put("type", "string").put("format", "uri");
            if (layer.geometry() != GeometryKind.NONE) {
                ArrayNode choices = schema.putArray("enum");
                uris.forEach(choices::add);
            }
            schema.put("default", OgcCrs.CRS84.uri());
            OpenApiParts.parameter(parameters, "query", name, name, schema);
        }
    }
}
