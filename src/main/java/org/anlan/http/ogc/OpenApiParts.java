package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.anlan.http.Json;

/** The parts that descriptions in OpenAPI 3.0 are put together of. */
final class OpenApiParts {

    private static final String REF = "$ref";

    private OpenApiParts() {}

    /**
     * Adds a resource that is read with GET.
     *
     * @return its parameters, for more of them
     */
    static ArrayNode get(
            ObjectNode paths,
            String path,
            String id,
            String tag,
            String summary,
            String type,
            String schema,
            boolean mayBeMissing) {
        ObjectNode get = operation(paths, path, id, tag, summary);
        ArrayNode parameters = get.putArray("parameters");
        ref(parameters.addObject(), "parameters", "f");
        ref(parameters.addObject(), "parameters", "lang");
        ObjectNode responses = get.putObject("responses");
        ObjectNode content =
                responses.putObject("200").put("description", summary).putObject("content");
        ref(content.putObject(type).putObject("schema"), "schemas", schema);
        content.putObject(Media.HTML).putObject("schema").put("type", "string");
        responses.putObject("304").put("description", "Not modified");
        List<String> problems =
                mayBeMissing ? List.of("400", "404", "406", "500", "503") : List.of("400", "406", "500", "503");
        problems(responses, problems);
        return parameters;
    }

    /** Adds a tile; its parameters are returned, for more of them. */
    static ArrayNode tile(ObjectNode paths, String path, String id, String tag, String summary) {
        ObjectNode get = operation(paths, path, id, tag, summary);
        ArrayNode parameters = get.putArray("parameters");
        parameter(parameters, "query", "f", "mvt", choice("mvt"));
        ObjectNode responses = get.putObject("responses");
        ObjectNode content =
                responses.putObject("200").put("description", summary).putObject("content");
        content.putObject(Media.TILE).putObject("schema").put("type", "string").put("format", "binary");
        responses.putObject("204").put("description", "Nothing lies in the tile");
        responses.putObject("304").put("description", "Not modified");
        problems(responses, List.of("400", "404", "500", "503"));
        return parameters;
    }

    private static ObjectNode operation(ObjectNode paths, String path, String id, String tag, String summary) {
        ObjectNode get = paths.putObject(path).putObject("get");
        get.putArray("tags").add(tag);
        get.put("summary", summary).put("operationId", id);
        return get;
    }

    private static void problems(ObjectNode responses, List<String> statuses) {
        statuses.forEach(status -> ref(responses.putObject(status), "responses", "Problem"));
    }

    private static void ref(ObjectNode node, String part, String name) {
        node.put(REF, "#/components/" + part + "/" + name);
    }

    static void parameter(ArrayNode parameters, String in, String name, String description, ObjectNode schema) {
        ObjectNode parameter = parameters.addObject();
        parameter
                .put("name", name)
                .put("in", in)
                .put("description", description)
                .put("required", in.equals("path"));
        parameter.put("style", in.equals("path") ? "simple" : "form").put("explode", false);
        parameter.set("schema", schema);
    }

    /** The parameters that choose a state. */
    static void state(ArrayNode parameters) {
        ref(parameters.addObject(), "parameters", "revision");
        ref(parameters.addObject(), "parameters", "as-of");
    }

    static void path(ArrayNode parameters, String name) {
        parameter(parameters, "path", name, name, string());
    }

    /** The usual parameters of items. */
    static void items(ArrayNode parameters) {
        for (String name : List.of(
                "limit",
                "bbox",
                "datetime",
                "filter",
                "filter-lang",
                "sortby",
                "properties",
                "skipGeometry",
                "after",
                "before")) {
            ref(parameters.addObject(), "parameters", name);
        }
    }

    private static ObjectNode string() {
        return Json.mapper().createObjectNode().put("type", "string");
    }

    private static ObjectNode integer(long least) {
        return Json.mapper().createObjectNode().put("type", "integer").put("minimum", least);
    }

    private static ObjectNode list(String type) {
        ObjectNode list = Json.mapper().createObjectNode().put("type", "array");
        list.putObject("items").put("type", type);
        return list;
    }

    private static ObjectNode choice(String... words) {
        ObjectNode node = string();
        ArrayNode choices = node.putArray("enum");
        for (String word : words) {
            choices.add(word);
        }
        return node;
    }

    static void components(ObjectNode components) {
        ObjectNode parameters = components.putObject("parameters");
        common(parameters, "f", "json, html; without it the Accept header decides", choice("json", "html"));
        common(parameters, "lang", "zh, en; without it the Accept-Language header decides", choice("zh", "en"));
        common(
                parameters,
                "limit",
                "The most features of the answer; more than the maximum is taken as the maximum",
                integer(1).put("maximum", ItemsReading.MOST).put("default", ItemsReading.USUAL_LIMIT));
        common(
                parameters,
                "bbox",
                "Only features whose shape meets this rectangle: 4 numbers, or 6 with heights, which are not used",
                list("number").put("minItems", 4).put("maxItems", 6));
        common(
                parameters,
                "datetime",
                "A moment, or a span with at most one open end: of the survey year where the layer has one, else of the time from which a feature is recorded as it is",
                string());
        common(parameters, "filter", "A filter in CQL2", string());
        common(
                parameters,
                "filter-lang",
                "The notation of the filter",
                choice("cql2-text", "cql2-json").put("default", "cql2-text"));
        common(parameters, "sortby", "Properties to sort by, with - before the name for falling order", list("string"));
        common(parameters, "properties", "Only these properties", list("string"));
        common(
                parameters,
                "skipGeometry",
                "Leave the shapes out",
                Json.mapper().createObjectNode().put("type", "boolean").put("default", false));
        common(parameters, "after", "Only features behind the one of this key; next links have it", integer(0));
        common(parameters, "before", "Only features before the one of this key; prev links have it", integer(1));
        common(parameters, "revision", "The state at this revision", integer(1));
        common(parameters, "as-of", "The state at this moment", string().put("format", "date-time"));
        responses(components.putObject("responses"));
        schemas(components.putObject("schemas"));
    }

    private static void common(ObjectNode parameters, String name, String description, ObjectNode schema) {
        ObjectNode node = parameters.putObject(name);
        node.put("name", name)
                .put("in", "query")
                .put("description", description)
                .put("required", false);
        node.put("style", "form").put("explode", false);
        node.set("schema", schema);
    }

    private static void responses(ObjectNode responses) {
        ObjectNode problem =
                responses.putObject("Problem").put("description", "What was wrong, where, and what to do (RFC 9457)");
        ref(problem.putObject("content").putObject(Media.PROBLEM).putObject("schema"), "schemas", "problem");
    }

    private static void schemas(ObjectNode schemas) {
        schemas.putObject("any").put("type", "object");
        object(
                schemas,
                "problem",
                List.of("status", "code"),
                "type:string",
                "title:string",
                "status:integer",
                "code:string",
                "detail:string",
                "request:string");
        object(
                schemas,
                "link",
                List.of("href", "rel"),
                "href:string",
                "rel:string",
                "type:string",
                "title:string",
                "templated:boolean");
        object(schemas, "landingPage", List.of("links"), "title:string", "description:string", "links:#link");
        object(schemas, "confClasses", List.of("conformsTo"), "conformsTo:[string");
        object(
                schemas,
                "collections",
                List.of("links", "collections"),
                "links:#link",
                "collections:#collection",
                "crs:[string");
        object(
                schemas,
                "collection",
                List.of("id", "links"),
                "id:string",
                "title:string",
                "description:string",
                "extent:object",
                "itemType:string",
                "crs:[string",
                "storageCrs:string",
                "links:#link",
                "revision:integer",
                "updated:string",
                "numberOfFeatures:integer");
        object(schemas, "geometry", List.of("type"), "type:string");
        ((ObjectNode) schemas.get("geometry")).put("nullable", true);
        object(
                schemas,
                "feature",
                List.of("type", "geometry", "properties"),
                "type:string",
                "id:string",
                "geometry:geometry",
                "properties:object",
                "links:#link");
        ((ObjectNode) schemas.at("/feature/properties/properties")).put("nullable", true);
        object(
                schemas,
                "featureCollection",
                List.of("type", "features"),
                "type:string",
                "features:#feature",
                "links:#link",
                "timeStamp:string",
                "numberMatched:integer",
                "numberReturned:integer");
    }

    /** Adds a schema; a member is "name:type", "name:[type" for a list, "name:#schema" for a list of others, or "name:schema". */
    private static void object(ObjectNode schemas, String name, List<String> required, String... members) {
        ObjectNode schema = schemas.putObject(name).put("type", "object");
        ArrayNode needed = schema.putArray("required");
        required.forEach(needed::add);
        ObjectNode properties = schema.putObject("properties");
        for (String member : members) {
            int colon = member.indexOf(':');
            ObjectNode node = properties.putObject(member.substring(0, colon));
            String type = member.substring(colon + 1);
            if (type.startsWith("#")) {
                ref(node.put("type", "array").putObject("items"), "schemas", type.substring(1));
            } else if (type.startsWith("[")) {
                node.put("type", "array").putObject("items").put("type", type.substring(1));
            } else if (type.equals("geometry")) {
                ref(node, "schemas", type);
            } else {
                node.put("type", type);
            }
        }
    }
}
