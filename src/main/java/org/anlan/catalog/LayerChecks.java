package org.anlan.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.json.JsonValue;

/** Checks that what a layer's file refers to exists and fits. */
final class LayerChecks {

    private final LayerDefinition layer;
    private final JsonValue root;
    private final Map<String, CodeList> lists;

    private LayerChecks(LayerDefinition layer, JsonValue root, Map<String, CodeList> lists) {
        this.layer = layer;
        this.root = root;
        this.lists = lists;
    }

    /** Refuses the first thing that is wrong. */
    static void check(
            LayerDefinition layer, JsonValue root, Map<String, CodeList> lists, Map<String, LayerDefinition> layers) {
        LayerChecks checks = new LayerChecks(layer, root, lists);
        checks.fields();
        checks.references();
        checks.handIns();
        checks.symbols();
        checks.shown();
        CheckWords.check(layer, root, lists, layers);
    }

    private void fields() {
        Set<String> names = new HashSet<>();
        WordClaims claims = new WordClaims(FieldNames::normalise);
        for (int i = 0; i < layer.fields().size(); i++) {
            FieldDefinition field = layer.fields().get(i);
            JsonValue place = root.at("fields", i);
            if (!names.add(field.name())) {
                throw place.at("name").broken("字段“%s”重复", "field \"%s\" is there twice", field.name());
            }
            codeList(field, place.at("codeList"));
            claim(claims, field, place);
        }
    }

    private void codeList(FieldDefinition field, JsonValue place) {
        if (field.codeList().isPresent() && field.type() != FieldType.TEXT) {
            throw place.broken("只用于文字字段", "is for text fields only");
        }
        field.codeList().filter(id -> !lists.containsKey(id)).ifPresent(id -> {
            throw place.broken(
                    "没有代码表“%s”；现有：%s",
                    "names no code list: \"%s\"; there are: %s", id, String.join(", ", lists.keySet()));
        });
    }

    private static void claim(WordClaims claims, FieldDefinition field, JsonValue place) {
        claims.claim(field.name(), field.name(), place.at("name"));
        claims.claim(field.label().zh(), field.name(), place.at("label", "zh"));
        claims.claim(field.label().en(), field.name(), place.at("label", "en"));
        for (int i = 0; i < field.aliases().size(); i++) {
            claims.claim(field.aliases().get(i), field.name(), place.at("aliases", i));
        }
    }

    private void references() {
        for (int i = 0; i < layer.idFields().size(); i++) {
            JsonValue place = root.at("idFields", i);
            if (!field(layer.idFields().get(i), place).required()) {
                throw place.broken("标识字段必须为必填", "must be a required field, as the id is made of it");
            }
        }
        layer.nameField().ifPresent(name -> field(name, root.at("nameField")));
        layer.scopeField().ifPresent(name -> {
            if (!field(name, root.at("scopeField")).required()) {
                throw root.at("scopeField").broken("必须为必填字段", "must be a required field");
            }
        });
        layer.surveyYearField().ifPresent(name -> {
            if (field(name, root.at("surveyYearField")).type() != FieldType.INTEGER) {
                throw root.at("surveyYearField").broken("应为整数字段", "must be a field of whole numbers");
            }
        });
    }

    /** What names a feature, draws it or tells its survey is shown to whoever is shown the layer: tiles, ids and legends are the same for all of them. */
    private void shown() {
        Set<String> needed = new HashSet<>(layer.idFields());
        layer.nameField().ifPresent(needed::add);
        layer.scopeField().ifPresent(needed::add);
        layer.surveyYearField().ifPresent(needed::add);
        layer.style().field().ifPresent(needed::add);
        needed.addAll(layer.style().tileFields());
        for (int i = 0; i < layer.fields().size(); i++) {
            FieldDefinition field = layer.fields().get(i);
            if (needed.contains(field.name()) && !layer.shownTo().covers(field.shownTo())) {
                throw root.at("fields", i, "shownTo")
                        .broken(
                                "字段“%s”用于标识、名称、分批、年份、图例或瓦片，须与图层同样可见",
                                "must be as the layer's: the id, name, scope, year, legend or tiles are made of \"%s\"",
                                field.name());
            }
        }
    }

    private FieldDefinition field(String name, JsonValue place) {
        return layer.field(name).orElseThrow(() -> CheckWords.unknownField(layer, name, place));
    }

    private void handIns() {
        for (int i = 0; i < layer.handIns().size(); i++) {
            JsonValue place = root.at("handIns", i, "constants");
            layer.handIns().get(i).constants().forEach((name, value) -> {
                FieldDefinition field = field(name, place.at(name));
                codeOf(field).filter(list -> !list.open()).ifPresent(list -> known(list, value, place.at(name)));
            });
        }
    }

    private void symbols() {
        Style style = layer.style();
        Optional<CodeList> list = style.field()
                .map(name -> field(name, root.at("style", "field")))
                .flatMap(this::codeOf);
        Set<Optional<String>> codes = new HashSet<>();
        for (int i = 0; i < style.tileFields().size(); i++) {
            FieldDefinition unused = field(style.tileFields().get(i), root.at("style", "tileFields", i));
        }
        List<Style.Symbol> symbols = style.symbols();
        for (int i = 0; i < symbols.size(); i++) {
            Optional<String> code = symbols.get(i).code();
            JsonValue place = root.at("style", "symbols", i, "code");
            if (code.isPresent() && style.field().isEmpty()) {
                throw place.broken("需要 style.field", "needs a style field to be compared with");
            }
            if (!codes.add(code)) {
                throw place.broken("代码“%s”重复", "code \"%s\" is there twice", code.orElse(""));
            }
            list.ifPresent(known -> code.ifPresent(word -> known(known, word, place)));
        }
    }

    private Optional<CodeList> codeOf(FieldDefinition field) {
        return field.codeList().map(lists::get);
    }

    private static void known(CodeList list, String code, JsonValue place) {
        if (list.entry(code).isEmpty()) {
            throw place.broken("“%s”不是代码表“%s”的代码", "\"%s\" is no code of the list \"%s\"", code, list.id());
        }
    }
}
