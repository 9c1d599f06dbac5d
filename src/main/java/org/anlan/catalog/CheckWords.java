package org.anlan.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonValue;

/** The checks that a layer may ask the intake for, and the arguments each takes: "declared-length:length_cd_km:km". */
final class CheckWords {

    private enum Argument {
        NUMBER_FIELD,
        TEXT_FIELD,
        CODE_FIELD,
        LENGTH_UNIT,
        AREA_UNIT,
        REGION_LEVEL
    }

    private static final Map<String, List<Argument>> KNOWN = new TreeMap<>(Map.of(
            "declared-length", List.of(Argument.NUMBER_FIELD, Argument.LENGTH_UNIT),
            "declared-area", List.of(Argument.NUMBER_FIELD, Argument.AREA_UNIT),
            "line-overlap", List.of(),
            "line-gap", List.of(),
            "region-code", List.of(Argument.TEXT_FIELD, Argument.REGION_LEVEL),
            "code-parent", List.of(Argument.CODE_FIELD, Argument.CODE_FIELD)));

    private static final Set<String> LENGTH_UNITS = new TreeSet<>(Set.of("m", "km"));
    private static final Set<String> AREA_UNITS = new TreeSet<>(Set.of("m2", "ha", "km2", "mu"));

    private final LayerDefinition layer;
    private final Map<String, CodeList> lists;

    private CheckWords(LayerDefinition layer, Map<String, CodeList> lists) {
        this.layer = layer;
        this.lists = lists;
    }

    static void check(LayerDefinition layer, JsonValue root, Map<String, CodeList> lists) {
        CheckWords words = new CheckWords(layer, lists);
        for (int i = 0; i < layer.checks().size(); i++) {
            words.check(layer.checks().get(i), root.at("checks", i));
        }
    }

    /** The refusal of a field that the layer does not have. */
    static Refusal unknownField(LayerDefinition layer, String name, JsonValue place) {
        return place.broken(
                "没有字段“%s”；现有：%s",
                "names no field: \"%s\"; there are: %s",
                name,
                String.join(
                        ", ", layer.fields().stream().map(FieldDefinition::name).toList()));
    }

    private void check(String word, JsonValue place) {
        List<String> parts = List.of(word.split(":", -1));
        List<Argument> arguments = KNOWN.get(parts.get(0));
        if (arguments == null) {
            throw place.broken(
                    "没有检查“%s”；现有：%s",
                    "names no check: \"%s\"; there are: %s", parts.get(0), String.join(", ", KNOWN.keySet()));
        }
        if (parts.size() != arguments.size() + 1) {
            throw place.broken("“%s”应有 %d 个参数", "\"%s\" takes %d arguments", parts.get(0), arguments.size());
        }
        for (int i = 0; i < arguments.size(); i++) {
            argument(arguments.get(i), parts.get(i + 1), place);
        }
    }

    private void argument(Argument kind, String word, JsonValue place) {
        switch (kind) {
            case NUMBER_FIELD -> typed(word, FieldType.NUMBER, place);
            case TEXT_FIELD -> typed(word, FieldType.TEXT, place);
            case CODE_FIELD -> coded(word, place);
            case LENGTH_UNIT -> oneOf(word, LENGTH_UNITS, place);
            case AREA_UNIT -> oneOf(word, AREA_UNITS, place);
            case REGION_LEVEL -> oneOf(word, regionLevels(), place);
        }
    }

    private FieldDefinition field(String name, JsonValue place) {
        return layer.field(name).orElseThrow(() -> unknownField(layer, name, place));
    }

    private void typed(String name, FieldType type, JsonValue place) {
        if (field(name, place).type() != type) {
            throw place.broken("字段“%s”应为 %s 类型", "needs \"%s\" to be a field of type %s", name, JsonValue.wordOf(type));
        }
    }

    private void coded(String name, JsonValue place) {
        if (field(name, place).codeList().isEmpty()) {
            throw place.broken("字段“%s”没有代码表", "needs a code list on the field \"%s\"", name);
        }
    }

    private Set<String> regionLevels() {
        return lists.get("region-level").entries().stream()
                .map(CodeList.Entry::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void oneOf(String word, Set<String> known, JsonValue place) {
        if (!known.contains(word)) {
            throw place.broken("“%s”不在可用值中：%s", "\"%s\" is none of: %s", word, String.join(", ", known));
        }
    }
}
