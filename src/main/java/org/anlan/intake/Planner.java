package org.anlan.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Refusal;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CodeList;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureSource;
import org.anlan.geo.CrsList;
import org.anlan.geo.CrsTransform;

/** Makes plans of what an inspection says; what is still open becomes an error that says what to choose. */
final class Planner {

    private final Catalog catalog;
    private final FindingLog log;

    Planner(Catalog catalog, FindingLog log) {
        this.catalog = catalog;
        this.log = log;
    }

    /** The plans of the parts that are taken in. */
    List<PartPlan> plans(Inspection inspection, List<FeatureSource> sources) {
        List<PartPlan> plans = new ArrayList<>();
        for (Inspection.Part part : inspection.parts()) {
            if (!part.ignored()) {
                plan(part, sources.get(part.index())).ifPresent(plans::add);
            }
        }
        if (inspection.parts().stream().allMatch(Inspection.Part::ignored)) {
            log.add(Finding.ofFile(
                    "part.none",
                    Severity.ERROR,
                    "",
                    Text.of("没有要导入的图层：所有图层都被忽略。", "Nothing is taken in: every layer of the file is ignored.")));
        }
        return plans;
    }

    private Optional<PartPlan> plan(Inspection.Part part, FeatureSource source) {
        if (part.layer().isEmpty()) {
            log.add(Finding.ofFile(
                    "part.no-layer",
                    Severity.ERROR,
                    part.sourceName(),
                    Text.of(
                            "认不出“%1$s”属于哪个图层；请选择图层，或忽略它。现有：%2$s",
                            "It is not clear which layer \"%1$s\" belongs to; choose one or ignore it. There are: %2$s",
                            part.sourceName(),
                            String.join(
                                    ", ",
                                    catalog.layers().stream()
                                            .map(LayerDefinition::id)
                                            .toList()))));
            return Optional.empty();
        }
        LayerDefinition layer = catalog.layer(part.layer().get());
        int[] targets = targets(part, layer);
        Map<Integer, Object> constants = constants(part, layer);
        List<Map<String, String>> codes = codes(part, layer);
        Optional<CrsChoice> crs = crs(part);
        if (crs.isEmpty()) {
            return Optional.empty();
        }
        tellGuesses(part, layer);
        tellUnits(part, layer);
        return Optional.of(new PartPlan(
                part.index(),
                crs.get().swapped() ? new SwappedAxes(source) : source,
                layer,
                crs.get().word(),
                CrsTransform.toCgcs2000(crs.get().crs()),
                targets,
                codes,
                constants,
                layer.surveyYearField().flatMap(f -> part.year()),
                part.mode(),
                part.repairs()));
    }

    private Optional<CrsChoice> crs(Inspection.Part part) {
        Optional<Finding> question = CrsQuestion.of(part.sourceName(), part.crs());
        question.ifPresent(log::add);
        if (question.isPresent()) {
            return Optional.empty();
        }
        CrsChoice choice = part.crs().code().map(CrsChoice::of).orElseGet(() -> new CrsChoice(CrsList.CGCS2000, false));
        if (choice.crs().datumShiftUnknown()) {
            log.add(Finding.ofFile(
                    "crs.datum-shift",
                    Severity.WARNING,
                    part.sourceName(),
                    Text.of(
                            "%s 到 CGCS2000 没有公开的精确转换，未作基准面改正，位置可能相差数十至一百多米。",
                            "There is no public exact shift from %s to CGCS2000; none is applied, and positions may be off by some tens of metres to more than a hundred.",
                            choice.crs().code())));
        }
        return Optional.of(choice);
    }

    /** What was only guessed is taken in, and told so that somebody looks. */
    private void tellGuesses(Inspection.Part part, LayerDefinition layer) {
        for (Inspection.Field field : part.fields()) {
            field.mapping().filter(m -> isGuess(m.how())).ifPresent(m -> log.add(guessed(part, field, m, layer)));
        }
    }

    private void tellUnits(Inspection.Part part, LayerDefinition layer) {
        for (Inspection.Field field : part.fields()) {
            field.mappedTo()
                    .flatMap(layer::field)
                    .flatMap(target -> ColumnUnit.other(field.source().name(), target))
                    .ifPresent(unit -> log.add(unit.finding(part.sourceName())));
        }
    }

    private static boolean isGuess(Inspection.MappedBy how) {
        return switch (how) {
            case SIMILAR, VALUES -> true;
            case CHOSEN, SAVED, ALIAS -> false;
        };
    }

    private static Finding guessed(
            Inspection.Part part, Inspection.Field field, Inspection.Mapping mapping, LayerDefinition layer) {
        Text label = layer.field(mapping.field()).map(FieldDefinition::label).orElse(Text.same(mapping.field()));
        boolean byName = mapping.how() == Inspection.MappedBy.SIMILAR;
        return Finding.ofFile(
                        "field.guessed",
                        Severity.NOTE,
                        part.sourceName(),
                        Text.of(
                                "字段“%1$s”按%2$s对应到“%3$s”；请核对，不对时在字段对应中更改。",
                                "Field \"%1$s\" was taken for \"%5$s\" by its %4$s; check it, and map it otherwise if that is wrong.",
                                field.source().name(),
                                byName ? "相近的名称" : "值",
                                label.zh(),
                                byName ? "similar name" : "values",
                                label.en()))
                .in(mapping.field());
    }

    /** The words that a person gave a meaning, by position of the file field; refused ({@code bad-code}) when a meaning does not fit. */
    private List<Map<String, String>> codes(Inspection.Part part, LayerDefinition layer) {
        List<Map<String, String>> codes = new ArrayList<>();
        for (Inspection.Field field : part.fields()) {
            Map<String, String> words = part.codes().getOrDefault(field.source().name(), Map.of());
            field.mappedTo().flatMap(layer::field).ifPresent(target -> check(words, target));
            codes.add(words);
        }
        return codes;
    }

    private void check(Map<String, String> words, FieldDefinition target) {
        ValueReader reader = new ValueReader(catalog, target);
        words.values().stream()
                .filter(code -> !code.isEmpty() && !reader.read(code).fits())
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.invalid(
                            "bad-code",
                            "“%2$s”不是字段 %1$s 的代码；可用：%3$s",
                            "\"%2$s\" is no code of field %1$s; there are: %3$s",
                            target.name(),
                            code,
                            target.codeList()
                                    .map(catalog::codeList)
                                    .map(list -> String.join(
                                            ", ",
                                            list.entries().stream()
                                                    .map(CodeList.Entry::code)
                                                    .toList()))
                                    .orElse("–"));
                });
    }

    private static int[] targets(Inspection.Part part, LayerDefinition layer) {
        return part.fields().stream()
                .mapToInt(field ->
                        field.mappedTo().map(name -> position(layer, name)).orElse(-1))
                .toArray();
    }

    private Map<Integer, Object> constants(Inspection.Part part, LayerDefinition layer) {
        Map<Integer, Object> constants = new HashMap<>();
        part.constants().forEach((name, text) -> {
            int at = position(layer, name);
            ValueReader.Reading reading =
                    new ValueReader(catalog, layer.fields().get(at)).read(text);
            if (!reading.fits()) {
                throw Refusal.invalid(
                        "bad-constant",
                        "固定值“%2$s”不能用于字段 %1$s",
                        "The constant \"%2$s\" does not fit field %1$s",
                        name,
                        text);
            }
            constants.put(at, reading.value());
        });
        return constants;
    }

    private static int position(LayerDefinition layer, String field) {
        int at = layer.indexOf(field);
        if (at < 0) {
            throw Refusal.invalid(
                    "unknown-field",
                    "图层 %s 没有字段“%s”；现有：%s",
                    "Layer %s has no field \"%s\"; there are: %s",
                    layer.id(),
                    field,
                    String.join(", ", layer.fields().stream().map(f -> f.name()).toList()));
        }
        return at;
    }
}
