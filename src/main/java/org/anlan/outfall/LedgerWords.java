package org.anlan.outfall;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.outfall.readings.Parameters;
import org.anlan.report.Facts;

/** What the ledger keeps as codes, in the words of a catalogue: for reports and workbooks, which people read. */
final class LedgerWords {

    private final Catalog catalog;
    private final LayerDefinition outfalls;
    private final LayerDefinition sources;
    private final Parameters parameters;

    LedgerWords(Catalog catalog) {
        this.catalog = catalog;
        outfalls = catalog.layer("outfalls");
        sources = catalog.layer("outfall-sources");
        parameters = Parameters.of(catalog);
    }

    /** What a field of the outfalls is called, with its unit. */
    Text field(String name) {
        return outfalls.field(name).map(FieldDefinition::label).orElse(Text.same(name));
    }

    /** A value of a field of the outfalls; one that no list knows stands as it is. */
    Object value(String field, Object value) {
        return value(outfalls.field(field), value);
    }

    /** What is so is marked; what is not stays blank. */
    static Object yes(boolean so) {
        return so ? new Sheet.Coded("true", new Text("是", "yes")) : "";
    }

    /** The kind of a source. */
    Object sourceKind(String kind) {
        return value(sources.field("kind"), kind);
    }

    private Object value(Optional<FieldDefinition> field, Object value) {
        if (value instanceof Boolean yes) {
            return yes ? yes(true) : new Sheet.Coded("false", new Text("否", "no"));
        }
        return field.flatMap(FieldDefinition::codeList)
                .flatMap(list -> catalog.codeList(list).entry(String.valueOf(value)))
                .<Object>map(entry -> new Sheet.Coded(entry.code(), entry.label()))
                .orElse(value);
    }

    /** What a check by place asks ("not-in:red-lines::0.05"), in words. */
    Object check(String call) {
        String[] parts = call.split(":", -1);
        Text layer = parts.length > 1
                ? catalog.find(parts[1]).map(LayerDefinition::title).orElse(Text.same(parts[1]))
                : Text.same("");
        Text words =
                switch (parts[0]) {
                    case "duplicate" -> new Text("位置重复", "twice in one place");
                    case "inside" -> Text.of("不在“%1$s”内", "not in: %2$s", layer.zh(), layer.en());
                    case "not-in" -> Text.of("在“%1$s”内", "in: %2$s", layer.zh(), layer.en());
                    case "side-of-coast" -> new Text("在岸线向陆一侧", "landward of the coast");
                    default -> Text.same(call);
                };
        return new Sheet.Coded(call, words);
    }

    /** How many outfalls are in each state ("survey 3, closed 5" in CSV). */
    Object states(Map<String, Integer> states) {
        String codes = states.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        return new Sheet.Coded(
                codes,
                joined(states.entrySet().stream()
                        .map(one -> {
                            Text label = value("state", one.getKey()) instanceof Sheet.Coded known
                                    ? known.label()
                                    : Text.same(one.getKey());
                            return new Text(label.zh() + " " + one.getValue(), label.en() + " " + one.getValue());
                        })
                        .toList()));
    }

    /** How bad a finding is. */
    static Object severity(String word) {
        Text words =
                switch (word) {
                    case "error" -> new Text("错误", "error");
                    case "warning" -> new Text("警告", "warning");
                    default -> new Text("提示", "note");
                };
        return new Sheet.Coded(word, words);
    }

    /** What a parameter ("cod") is called. */
    Object parameter(String code) {
        return new Sheet.Coded(code, parameters.find(code).label());
    }

    /** Parameters one after the other. */
    Text parameters(Collection<String> codes) {
        return joined(codes.stream().map(code -> parameters.find(code).label()).toList());
    }

    /** What was measured, with names and units. */
    Text values(Map<String, Double> values) {
        return joined(values.entrySet().stream()
                .map(one -> {
                    Parameters.Parameter parameter = parameters.find(one.getKey());
                    String measured = " " + one.getValue() + " " + parameter.unit();
                    return new Text(
                            parameter.label().zh() + measured, parameter.label().en() + measured);
                })
                .toList());
    }

    /** The revisions that something rests on, each layer by its name. */
    Facts revisions(Map<String, Long> revisions) {
        Facts facts = Facts.none();
        for (Map.Entry<String, Long> one : revisions.entrySet()) {
            Text title = catalog.find(one.getKey()).map(LayerDefinition::title).orElse(Text.same(one.getKey()));
            facts = facts.and(
                    Text.of("图层“%1$s”的修订号", "Revision of the layer %2$s", title.zh(), title.en()), one.getValue());
        }
        return facts;
    }

    private static Text joined(Collection<Text> words) {
        return new Text(
                words.stream().map(Text::zh).collect(Collectors.joining("，")),
                words.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
