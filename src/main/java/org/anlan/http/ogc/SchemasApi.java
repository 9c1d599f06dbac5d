package org.anlan.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Text;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.filter.Queryable;
import org.anlan.filter.Queryables;
import org.anlan.filter.ValueType;
import org.anlan.frozen.FeatureProperties;
import org.anlan.http.Json;
import org.anlan.http.Reading;
import org.anlan.http.Services;

/**
 * {@code /collections/{id}/schema}, {@code queryables} and {@code sortables}: JSON Schema of what features have, what filters may name and what pages can
 * be sorted by (OGC API Features Part 5 23-058r1 {@code schemas}, {@code returnables-and-receivables}, {@code queryables}, {@code sortables}; Part 3
 * 19-079r2 {@code queryables}).
 */
final class SchemasApi {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final Map<String, String> UCUM = Map.of(
            "m", "m", "km", "km", "km2", "km2", "ha", "har", "deg", "deg", "mg/L", "mg/L", "m3/d", "m3/d", "%", "%");

    private final Services services;
    private final Collections collections;

    SchemasApi(Services services, Collections collections) {
        this.services = services;
        this.collections = collections;
    }

    void register(RoutesConfig routes) {
        Reading.at(routes, "/ogc/collections/{collectionId}/schema", context -> send(context, this::returnables));
        Reading.at(routes, "/ogc/collections/{collectionId}/queryables", context -> send(context, this::queryables));
        Reading.at(routes, "/ogc/collections/{collectionId}/sortables", context -> send(context, this::sortables));
    }

    private interface Filling {
        void fill(ObjectNode properties, LayerDefinition layer, Asked asked);
    }

    private void send(Context context, Filling filling) {
        LayerDefinition layer = collections.named(context);
        Asked asked = Asked.of(context, services.publicAddress(), Set.of());
        Form form = asked.form(Media.SCHEMA, Media.JSON);
        ObjectNode schema = Json.mapper().createObjectNode();
        schema.put("$schema", DIALECT);
        schema.put("$id", asked.path());
        schema.put("type", "object");
        schema.put("title", asked.words(layer.title()));
        schema.put("description", asked.words(layer.about()));
        filling.fill(schema.putObject("properties"), layer, asked);
        schema.put("additionalProperties", false);
        if (form == Form.PAGE) {
            Pages.schema(asked, layer, schema);
        } else {
            Json.send(context, schema, Media.SCHEMA);
        }
    }

    private void returnables(ObjectNode properties, LayerDefinition layer, Asked asked) {
        id(properties, asked);
        geometry(properties, layer, asked);
        for (FeatureProperties.Property property :
                FeatureProperties.of(layer, services.catalog()).list()) {
            property(properties, property, asked);
        }
    }

    private void sortables(ObjectNode properties, LayerDefinition layer, Asked asked) {
        id(properties, asked);
        for (FeatureProperties.Property property :
                FeatureProperties.of(layer, services.catalog()).list()) {
            property(properties, property, asked);
        }
    }

    private void property(ObjectNode properties, FeatureProperties.Property property, Asked asked) {
        ObjectNode node = properties.putObject(property.name());
        if (property.field().isEmpty()) {
            measure(node, property.name(), asked);
        } else if (property.label()) {
            Text label = property.field().get().label();
            node.put("title", asked.words(new Text(label.zh() + "（文字）", label.en() + " (label)")));
            node.put("type", "string");
        } else {
            field(node, property.field().get(), asked);
        }
    }

    private void queryables(ObjectNode properties, LayerDefinition layer, Asked asked) {
        for (Queryable queryable : Queryables.of(layer, services.catalog()).all()) {
            switch (queryable.role()) {
                case ID -> id(properties, asked);
                case GEOMETRY -> geometry(properties, layer, asked);
                case LENGTH, AREA -> measure(properties.putObject(queryable.name()), queryable.name(), asked);
                case RECORDED ->
                    properties
                            .putObject(queryable.name())
                            .put("title", asked.words(queryable.title()))
                            .put("type", "string")
                            .put("format", "date-time");
                case FIELD ->
                    field(properties.putObject(queryable.name()), layer.fields().get(queryable.field()), asked);
            }
        }
    }

    private static void id(ObjectNode properties, Asked asked) {
        properties
                .putObject("id")
                .put("title", asked.words(Text.of("要素编号", "Feature id")))
                .put("type", "string")
                .put("x-ogc-role", "id");
    }

    private static void geometry(ObjectNode properties, LayerDefinition layer, Asked asked) {
        if (layer.geometry() == GeometryKind.NONE) {
            return;
        }
        String format =
                switch (layer.geometry()) {
                    case POINT -> "geometry-point-or-multipoint";
                    case LINE -> "geometry-linestring-or-multilinestring";
                    case POLYGON -> "geometry-polygon-or-multipolygon";
                    case ANY, NONE -> "geometry-any";
                };
        properties
                .putObject("geometry")
                .put("title", asked.words(Text.of("几何", "Geometry")))
                .put("format", format)
                .put("x-ogc-role", "primary-geometry");
    }

    private static void measure(ObjectNode node, String name, Asked asked) {
        boolean length = name.equals("length_m");
        node.put(
                        "title",
                        asked.words(
                                length
                                        ? Text.of("长度（米，椭球面）", "Length (m, geodesic)")
                                        : Text.of("面积（平方米，椭球面）", "Area (m², geodesic)")))
                .put("type", "number")
                .put("x-ogc-unit", length ? "m" : "m2");
    }

    private void field(ObjectNode node, FieldDefinition field, Asked asked) {
        node.put("title", asked.words(field.label()));
        switch (field.type()) {
            case TEXT -> node.put("type", "string");
            case INTEGER -> node.put("type", "integer");
            case NUMBER -> node.put("type", "number");
            case BOOLEAN -> node.put("type", "boolean");
            case DATE -> node.put("type", "string").put("format", "date");
        }
        field.unit().ifPresent(unit -> unit(node, unit, asked));
        field.codeList().map(services.catalog()::codeList).ifPresent(list -> codes(node, list, asked));
    }

    /** Units in the words of UCUM, which {@code x-ogc-unit} has to be in (23-058r1 /req/schemas/unit); what it has no word for is told in words. */
    private static void unit(ObjectNode node, String unit, Asked asked) {
        Optional<String> word = Optional.ofNullable(UCUM.get(unit));
        word.ifPresentOrElse(
                known -> node.put("x-ogc-unit", known),
                () -> node.put("description", asked.words(new Text("单位：" + unit, "Unit: " + unit))));
    }

    /** A closed list has no other values; of an open one the codes are examples. */
    private static void codes(ObjectNode node, CodeList list, Asked asked) {
        List<CodeList.Entry> entries = list.entries();
        if (list.open()) {
            ArrayNode examples = node.putArray("examples");
            entries.forEach(entry -> examples.add(entry.code()));
            return;
        }
        ArrayNode choices = node.putArray("oneOf");
        entries.forEach(
                entry -> choices.addObject().put("const", entry.code()).put("title", asked.words(entry.label())));
    }

    /** The JSON Schema of a queryable as a parameter of its own, for OpenAPI. */
    static ObjectNode parameter(Queryable queryable) {
        ObjectNode node = Json.mapper().createObjectNode();
        return switch (queryable.type()) {
            case INTEGER -> node.put("type", "integer");
            case NUMBER -> node.put("type", "number");
            case BOOLEAN -> node.put("type", "boolean");
            case DATE -> node.put("type", "string").put("format", "date");
            case TEXT, TIMESTAMP, INTERVAL, GEOMETRY -> node.put("type", "string");
        };
    }

    /** Whether a queryable is also a parameter that asks for one value of it. */
    static boolean isParameter(Queryable queryable) {
        return queryable.type() != ValueType.GEOMETRY && queryable.type() != ValueType.TIMESTAMP;
    }
}
