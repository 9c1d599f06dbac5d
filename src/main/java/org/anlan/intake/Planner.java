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
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureSource;
import org.anlan.geo.Crs;
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
        Optional<Crs> crs = crs(part);
        if (crs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PartPlan(
                part.index(),
                source,
                layer,
                CrsTransform.toCgcs2000(crs.get()),
                targets,
                constants,
                layer.surveyYearField().flatMap(f -> part.year()),
                part.mode(),
                part.repairs()));
    }

    private Optional<Crs> crs(Inspection.Part part) {
        return switch (part.crs().how()) {
            case CHOSEN, DECLARED, MATCHED -> {
                Optional<Crs> crs = part.crs().code().map(CrsDecision::byCode);
                crs.filter(Crs::datumShiftUnknown)
                        .ifPresent(c -> log.add(Finding.ofFile(
                                "crs.datum-shift",
                                Severity.WARNING,
                                part.sourceName(),
                                Text.of(
                                        "%s 到 CGCS2000 没有公开的精确转换，未作基准面改正，位置可能相差数十至一百多米。",
                                        "There is no public exact shift from %s to CGCS2000; none is applied, and positions may be off by some tens of metres to more than a hundred.",
                                        c.code()))));
                yield crs;
            }
            case NONE -> Optional.of(CrsList.CGCS2000);
            case GUESSED, UNKNOWN -> {
                log.add(Finding.ofFile(
                        "crs.unconfirmed",
                        Severity.ERROR,
                        part.sourceName(),
                        Text.of(
                                "坐标系需要确认：%s。请选择坐标系（命令行用 --crs）。",
                                "The coordinate system has to be confirmed: %2$s. Choose one (--crs on the command line).",
                                part.crs().reason().zh(),
                                part.crs().reason().en())));
                yield Optional.empty();
            }
        };
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
