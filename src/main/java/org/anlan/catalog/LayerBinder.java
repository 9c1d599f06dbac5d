package org.anlan.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.json.JsonValue;

/** Reads a layer from its JSON file: the shape of the file only. What it refers to is checked by {@link LayerChecks}. */
final class LayerBinder {

    private static final int MOST_FIELDS = 200;
    private static final int MOST_WORDS = 100;
    private static final Set<String> REQUIRED =
            Set.of("id", "title", "about", "geometry", "geometryRequired", "fields", "idFields");
    private static final Set<String> OPTIONAL =
            Set.of("nameField", "surveyYearField", "scopeField", "checks", "handIns", "style", "shownTo");

    private LayerBinder() {}

    static LayerDefinition bind(JsonValue root) {
        root.object(REQUIRED, OPTIONAL);
        GeometryKind geometry = root.at("geometry").word(GeometryKind.class);
        return new LayerDefinition(
                NameRules.id(root.at("id")),
                root.at("title").bilingual(),
                root.at("about").bilingual(),
                geometry,
                root.at("geometryRequired").bool(),
                root.at("fields").list(MOST_FIELDS).stream()
                        .map(LayerBinder::field)
                        .toList(),
                words(root, "idFields"),
                root.member("nameField").map(JsonValue::text),
                root.member("surveyYearField").map(JsonValue::text),
                root.member("scopeField").map(JsonValue::text),
                words(root, "checks"),
                rules(root),
                style(root, geometry),
                shownTo(root),
                true);
    }

    private static FieldDefinition field(JsonValue value) {
        value.object(
                Set.of("name", "type", "label"),
                Set.of("unit", "required", "unique", "codeList", "shownTo", "aliases"));
        return new FieldDefinition(
                NameRules.field(value.at("name")),
                value.at("type").word(FieldType.class),
                value.at("label").bilingual(),
                value.member("unit").map(JsonValue::text),
                value.member("required").map(JsonValue::bool).orElse(false),
                value.member("unique").map(JsonValue::bool).orElse(false),
                value.member("codeList").map(JsonValue::text),
                shownTo(value),
                words(value, "aliases"));
    }

    private static Visibility shownTo(JsonValue value) {
        return value.member("shownTo").map(word -> word.word(Visibility.class)).orElse(Visibility.PUBLIC);
    }

    private static List<HandInRule> rules(JsonValue root) {
        return root.member("handIns")
                .map(rules ->
                        rules.list(MOST_WORDS).stream().map(LayerBinder::rule).toList())
                .orElse(List.of());
    }

    private static HandInRule rule(JsonValue value) {
        value.object(Set.of("names"), Set.of("constants"));
        Map<String, String> constants = new LinkedHashMap<>();
        value.member("constants").ifPresent(given -> given.members()
                .forEach((field, constant) -> constants.put(field, constant.text())));
        return new HandInRule(words(value, "names"), Map.copyOf(constants));
    }

    private static Style style(JsonValue root, GeometryKind geometry) {
        Optional<JsonValue> given = root.member("style");
        if (given.isEmpty() && geometry != GeometryKind.NONE) {
            throw root.at("style").broken("缺失", "is missing");
        }
        return given.map(style -> StyleBinder.bind(style, geometry)).orElseGet(StyleBinder::none);
    }

    private static List<String> words(JsonValue value, String key) {
        return value.member(key)
                .map(list -> list.list(MOST_WORDS).stream().map(JsonValue::text).toList())
                .orElse(List.of());
    }
}
