package org.anlan.zoning.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.json.JsonValue;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.zoning.Verdict;
import org.anlan.zoning.ZoningRule;
import org.anlan.zoning.ZoningRules;

/** Reads zoning rules from their JSON files (docs/rules.md) and checks every word against the catalogue. */
public final class ZoningRulesBinder {

    private static final int MOST = 1_000;
    private static final double FARTHEST_M = 50_000;

    private final Catalog catalog;
    private final Set<String> activities = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    private ZoningRulesBinder(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The sets in these files. Refused with file, place and reason. */
    public static List<ZoningRules> bind(List<JsonValue> files, Catalog catalog) {
        ZoningRulesBinder binder = new ZoningRulesBinder(catalog);
        List<List<ZoningRules.Activity>> activities =
                files.stream().map(binder::activities).toList(); // a rule may speak of an activity of another file
        List<ZoningRules> sets = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            sets.add(binder.set(files.get(i), activities.get(i)));
        }
        return List.copyOf(sets);
    }

    private List<ZoningRules.Activity> activities(JsonValue root) {
        root.object(Set.of("id", "version", "title", "about", "activities", "rules"), Set.of());
        List<ZoningRules.Activity> found = new ArrayList<>();
        for (JsonValue place : root.at("activities").list(MOST)) {
            place.object(Set.of("code", "label"), Set.of());
            String code = place.at("code").text();
            if (!activities.add(code)) {
                throw place.at("code").broken("活动“%s”已有", "the activity \"%s\" is there already", code);
            }
            found.add(new ZoningRules.Activity(code, place.at("label").bilingual()));
        }
        return List.copyOf(found);
    }

    private ZoningRules set(JsonValue root, List<ZoningRules.Activity> own) {
        return new ZoningRules(
                root.at("id").text(),
                root.at("version").integer(1, 1_000_000),
                root.at("title").bilingual(),
                root.at("about").bilingual(),
                own,
                root.at("rules").list(MOST).stream().map(this::rule).toList());
    }

    private ZoningRule rule(JsonValue value) {
        value.object(
                Set.of("id", "title", "document", "clause", "from", "says", "verdicts"),
                Set.of("until", "where", "otherwise"));
        String id = value.at("id").text();
        if (!ids.add(id)) {
            throw value.at("id").broken("规则“%s”已有", "the rule \"%s\" is there already", id);
        }
        return new ZoningRule(
                id,
                value.at("title").bilingual(),
                value.at("document").bilingual(),
                value.at("clause").bilingual(),
                day(value.at("from")),
                value.member("until").map(ZoningRulesBinder::day),
                value.member("where").map(this::where),
                value.at("says").bilingual(),
                verdicts(value.at("verdicts")),
                value.member("otherwise").map(word -> word.word(Verdict.class)));
    }

    private static LocalDate day(JsonValue value) {
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeParseException e) {
            throw value.broken("应为日期，如 2022-08-16", "should be a date such as 2022-08-16");
        }
    }

    private Map<String, Verdict> verdicts(JsonValue value) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        value.members().forEach((activity, verdict) -> {
            if (!activities.contains(activity)) {
                throw verdict.broken("没有活动“%s”", "there is no activity \"%s\"", activity);
            }
            verdicts.put(activity, verdict.word(Verdict.class));
        });
        return Map.copyOf(verdicts);
    }

    private ZoningRule.Where where(JsonValue value) {
        value.object(Set.of("layer", "fields"), Set.of("withinM"));
        LayerDefinition layer = catalog.find(value.at("layer").text())
                .orElseThrow(() -> value.at("layer").broken("没有这个图层", "is no layer of the catalogue"));
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        value.at("fields").members().forEach((name, codes) -> fields.put(name, codes(layer, name, codes)));
        double withinM =
                value.member("withinM").map(m -> m.number(0, FARTHEST_M)).orElse(0.0);
        return new ZoningRule.Where(layer.id(), Map.copyOf(fields), withinM);
    }

    private Set<String> codes(LayerDefinition layer, String name, JsonValue value) {
        FieldDefinition field =
                layer.field(name).orElseThrow(() -> value.broken("图层没有字段“%s”", "the layer has no field \"%s\"", name));
        Optional<CodeList> list = field.codeList().map(catalog::codeList);
        Set<String> codes = new LinkedHashSet<>();
        for (JsonValue code : value.list(MOST)) {
            boolean known =
                    list.map(entries -> entries.entry(code.text()).isPresent()).orElse(true);
            if (!known) {
                throw code.broken("“%s”不是字段“%s”的代码", "\"%s\" is no code of the field \"%s\"", code.text(), name);
            }
            codes.add(code.text());
        }
        return codes;
    }
}
