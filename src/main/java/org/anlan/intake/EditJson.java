package org.anlan.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.geojson.DrawnShape;

/**
 * Reads an edit as clients and files write it: {@code {"base", "note"?, "put"?: [{"id"?, "properties"?, "geometry"?}], "remove"?: [id]}}, shapes as GeoJSON in
 * CGCS2000 longitude and latitude.
 */
public final class EditJson {

    private static final Set<String> MEMBERS = Set.of("base", "note", "put", "remove");
    private static final Set<String> MEMBERS_OF_PUT = Set.of("type", "id", "properties", "geometry");

    private EditJson() {}

    /** The edit of a layer. Refused: {@code bad-edit}, and shapes as {@link DrawnShape#read} says. */
    public static Edit read(LayerDefinition layer, JsonNode json) {
        known(json, MEMBERS);
        JsonNode base = json.path("base");
        if (!base.isIntegralNumber()) {
            throw bad("“base”应为修改时所见的修订号", "\"base\" should be the number of the revision that the edit was made on");
        }
        List<Edit.Put> put = new ArrayList<>();
        list(json, "put").forEach(one -> put.add(put(one)));
        Set<String> removed = new LinkedHashSet<>();
        list(json, "remove").forEach(id -> removed.add(text(id, "remove")));
        String note = json.hasNonNull("note") ? text(json.path("note"), "note") : "";
        return new Edit(layer, base.longValue(), put, removed, note);
    }

    private static JsonNode list(JsonNode json, String name) {
        JsonNode list = json.path(name);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw bad("“" + name + "”应为列表", "\"" + name + "\" should be a list");
        }
        return list;
    }

    private static Edit.Put put(JsonNode json) {
        known(json, MEMBERS_OF_PUT);
        Map<String, Object> values = new LinkedHashMap<>();
        json.path("properties")
                .properties()
                .forEach(one -> values.put(one.getKey(), plain(one.getKey(), one.getValue())));
        return new Edit.Put(
                json.hasNonNull("id") ? Optional.of(text(json.path("id"), "id")) : Optional.empty(),
                values,
                json.hasNonNull("geometry") ? Optional.of(DrawnShape.read(json.path("geometry"))) : Optional.empty());
    }

    private static void known(JsonNode json, Set<String> members) {
        if (!json.isObject()) {
            throw bad("应为 JSON 对象", "it should be a JSON object");
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw bad("没有“" + name + "”这一项", "there is no \"" + name + "\"");
            }
        });
    }

    private static String text(JsonNode json, String name) {
        if (!json.isTextual()) {
            throw bad("“" + name + "”应为文本", "\"" + name + "\" should be text");
        }
        return json.textValue();
    }

    private static Object plain(String name, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        return value.isNumber() ? (Object) value.doubleValue() : text(value, name);
    }

    private static Refusal bad(String zh, String en) {
        return Refusal.invalid("bad-edit", "修改不能用：%1$s", "The edit cannot be used: %2$s", zh, en);
    }
}
