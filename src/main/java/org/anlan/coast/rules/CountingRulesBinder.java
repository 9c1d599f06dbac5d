package org.anlan.coast.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anlan.base.json.JsonValue;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.coast.CountingRules;
import org.anlan.coast.Counts;

/** Reads a counting rule set from its JSON file and checks that its table decides every case and has no dead row. */
public final class CountingRulesBinder {

    private static final int MOST_ROWS = 500;

    private CountingRulesBinder() {}

    /** The rule set in a JSON value; refused, naming the place, when it does not fit the code lists. */
    public static CountingRules bind(JsonValue root, Catalog catalog) {
        root.object(Set.of("id", "version", "title", "about", "table"), Set.of());
        return new CountingRules(
                root.at("id").text(),
                root.at("version").integer(1, 1_000_000),
                root.at("title").bilingual(),
                root.at("about").bilingual(),
                table(root.at("table"), catalog));
    }

    private static List<CountingRules.Row> table(JsonValue value, Catalog catalog) {
        List<CountingRules.Row> rows = new ArrayList<>();
        for (JsonValue place : value.list(MOST_ROWS)) {
            CountingRules.Row row = row(place, catalog);
            if (rows.stream().anyMatch(earlier -> earlier.covers(row))) {
                throw place.broken("前面的行已包含此行", "is never reached: an earlier row takes all it would take");
            }
            rows.add(row);
        }
        boolean decidesAll = !rows.isEmpty()
                && rows.get(rows.size() - 1).type1().isEmpty()
                && rows.get(rows.size() - 1).type2().isEmpty();
        if (!decidesAll) {
            throw value.broken("最后一行不应限定类型", "must end with a row that asks for no type");
        }
        return List.copyOf(rows);
    }

    private static CountingRules.Row row(JsonValue value, Catalog catalog) {
        value.object(Set.of("counts"), Set.of("type1", "type2"));
        return new CountingRules.Row(
                value.member("type1").map(type -> code(type, catalog.codeList("coast-type1"))),
                value.member("type2").map(type -> code(type, catalog.codeList("coast-type2"))),
                value.at("counts").word(Counts.class));
    }

    private static String code(JsonValue value, CodeList list) {
        return list.entry(value.text())
                .orElseThrow(() -> value.broken(
                        "“%s”不是代码表“%s”的代码", "\"%s\" is no code of the list \"%s\"", value.text(), list.id()))
                .code();
    }
}
