package org.anlan.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.anlan.base.EnumWord;
import org.anlan.base.Refusal;
import org.anlan.base.json.JsonValue;

/** Checks the words by which a layer asks the intake for checks, and the arguments of each: "declared-length:length_cd_km:km". */
final class CheckWords {

    private static final Set<String> LENGTH_UNITS = new TreeSet<>(Set.of("m", "km"));
    private static final Set<String> AREA_UNITS = new TreeSet<>(Set.of("m2", "ha", "km2", "mu"));
    private static final Set<String> SEVERITIES = new TreeSet<>(Set.of("error", "warning", "note"));
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");

    private final LayerDefinition layer;
    private final Map<String, CodeList> lists;
    private final Map<String, LayerDefinition> layers;

    private CheckWords(LayerDefinition layer, Map<String, CodeList> lists, Map<String, LayerDefinition> layers) {
        this.layer = layer;
        this.lists = lists;
        this.layers = layers;
    }

    static void check(
            LayerDefinition layer, JsonValue root, Map<String, CodeList> lists, Map<String, LayerDefinition> layers) {
        CheckWords words = new CheckWords(layer, lists, layers);
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

    private void check(String words, JsonValue place) {
        String name = words.split(":", 2)[0];
        CheckTable known = CheckTable.KNOWN.get(name);
        if (known == null) {
            throw place.broken(
                    "没有检查“%s”；现有：%s",
                    "names no check: \"%s\"; there are: %s", name, String.join(", ", CheckTable.KNOWN.keySet()));
        }
        if (!known.shapes().isEmpty() && !known.shapes().contains(layer.geometry())) {
            throw place.broken(
                    "“%s”不适用于这种图形的图层", "\"%s\" is not for layers of %s", name, EnumWord.of(layer.geometry()));
        }
        count(known, name, words, place);
        List<String> arguments = CheckCall.of(words).arguments();
        for (int i = 0; i < arguments.size(); i++) {
            argument(known.parameters().get(i).kind(), arguments, i, place);
        }
    }

    private static void count(CheckTable known, String name, String words, JsonValue place) {
        int most = known.parameters().size();
        boolean open = most > 0 && known.parameters().get(most - 1).kind() == CheckTable.Argument.PATTERN;
        int given = words.split(":", open ? most + 1 : -1).length - 1;
        if (given < known.least() || given > most) {
            throw place.broken(
                    "“%s”应有 %s 个参数",
                    "\"%s\" takes %s arguments", name, known.least() == most ? most : known.least() + "-" + most);
        }
    }

    private void argument(CheckTable.Argument kind, List<String> all, int at, JsonValue place) {
        String word = all.get(at);
        switch (kind) {
            case NUMBER_FIELD -> typed(word, Set.of(FieldType.NUMBER), place);
            case MEASURE_FIELD -> typed(word, Set.of(FieldType.NUMBER, FieldType.INTEGER), place);
            case TEXT_FIELD -> typed(word, Set.of(FieldType.TEXT), place);
            case DATE_FIELD -> typed(word, Set.of(FieldType.DATE), place);
            case FIELD_OF_LAYER -> fieldOf(layers.get(all.get(at - 1)), word, place);
            case SEVERITY -> oneOf(word, SEVERITIES, place);
            case CODE_FIELD -> coded(word, place);
            case CODE_OF_FIELD -> code(field(all.get(at - 1), place), word, place);
            case LENGTH_UNIT -> oneOf(word, LENGTH_UNITS, place);
            case AREA_UNIT -> oneOf(word, AREA_UNITS, place);
            case REGION_LEVEL -> oneOf(word, codes("region-level"), place);
            case LAYER -> oneOf(word, new TreeSet<>(layers.keySet()), place);
            case SCOPE_OF_LAYER -> scope(layers.get(all.get(at - 1)), word, place);
            case OWN_SCOPE -> scope(layer, word, place);
            case NOT_NEGATIVE -> number(word, 0, place);
            case BOUND -> bound(word, place);
            case PATTERN -> pattern(word, place);
        }
    }

    private FieldDefinition field(String name, JsonValue place) {
        return layer.field(name).orElseThrow(() -> unknownField(layer, name, place));
    }

    private static void fieldOf(LayerDefinition of, String name, JsonValue place) {
        if (of.field(name).isEmpty()) {
            throw unknownField(of, name, place);
        }
    }

    private void typed(String name, Set<FieldType> types, JsonValue place) {
        if (!types.contains(field(name, place).type())) {
            String wanted = types.stream().map(EnumWord::of).sorted().collect(Collectors.joining("/"));
            throw place.broken("字段“%s”应为 %s 类型", "needs \"%s\" to be a field of type %s", name, wanted);
        }
    }

    private void coded(String name, JsonValue place) {
        if (field(name, place).codeList().isEmpty()) {
            throw place.broken("字段“%s”没有代码表", "needs a code list on the field \"%s\"", name);
        }
    }

    private void code(FieldDefinition field, String word, JsonValue place) {
        field.codeList().ifPresent(list -> oneOf(word, codes(list), place));
    }

    /** A value of the scope field of a layer; empty = the whole layer. */
    private void scope(LayerDefinition of, String word, JsonValue place) {
        if (word.isEmpty()) {
            return;
        }
        Optional<FieldDefinition> field = of.scopeField().flatMap(of::field);
        if (field.isEmpty()) {
            throw place.broken("图层“%s”没有范围字段", "names a part of \"%s\", which has no scope field", of.id());
        }
        code(field.get(), word, place);
    }

    private Set<String> codes(String list) {
        return lists.get(list).entries().stream()
                .map(CodeList.Entry::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void bound(String word, JsonValue place) {
        if (!word.isEmpty()) {
            number(word, Double.NEGATIVE_INFINITY, place);
        }
    }

    private static void number(String word, double least, JsonValue place) {
        if (!NUMBER.matcher(word).matches() || Double.parseDouble(word) < least) {
            throw place.broken("“%s”应为数字，且不小于 %s", "\"%s\" must be a number of at least %s", word, least);
        }
    }

    private static void pattern(String word, JsonValue place) {
        try {
            Pattern.compile(word);
        } catch (PatternSyntaxException e) {
            throw place.broken("“%s”不是正则表达式", "\"%s\" is no regular expression", word);
        }
    }

    private static void oneOf(String word, Set<String> known, JsonValue place) {
        if (!known.contains(word)) {
            throw place.broken("“%s”不在可用值中：%s", "\"%s\" is none of: %s", word, String.join(", ", known));
        }
    }
}
