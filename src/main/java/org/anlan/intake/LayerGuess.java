package org.anlan.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.base.Text;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.HandInRule;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceField;

/**
 * Guesses which catalogue layer a layer of a file belongs to: by its name in the file, by how many of its fields are known by alias or hold words of the
 * layer's code lists, by the kind of its shapes, and by what such a file was committed to the last time.
 */
final class LayerGuess {

    private static final double BY_NAME = 0.5;
    private static final double LEAST = 0.25;
    /** Words of a code list are a sign, but a weaker one than a known name. */
    private static final double BY_VALUES = 0.5;

    private static final double OTHER_SHAPES = 0.6;

    private final Catalog catalog;
    private final SavedMappings saved;

    LayerGuess(Catalog catalog, SavedMappings saved) {
        this.catalog = catalog;
        this.saved = saved;
    }

    /** The layers that could fit, best first; a layer with the score 0.5 or more is taken as it is. */
    List<Inspection.Candidate> candidates(FeatureSource source, LayerSample sample) {
        return catalog.layers().stream()
                .map(layer -> candidate(layer, source, sample))
                .filter(c -> c.score() >= LEAST)
                .sorted(Comparator.comparingDouble(Inspection.Candidate::score).reversed())
                .limit(5)
                .toList();
    }

    /** The rule of a layer that recognises this name in a file. The longest matching beginning wins. */
    static Optional<HandInRule> rule(LayerDefinition layer, String sourceName) {
        return layer.handIns().stream()
                .filter(rule -> matchLength(rule, sourceName) > 0)
                .max(Comparator.comparingInt(rule -> matchLength(rule, sourceName)));
    }

    /** The values that a file of this name leaves unsaid for a layer. */
    static Map<String, String> constants(LayerDefinition layer, String sourceName) {
        return rule(layer, sourceName).map(HandInRule::constants).orElse(Map.of());
    }

    private static int matchLength(HandInRule rule, String sourceName) {
        String name = sourceName.toLowerCase(Locale.ROOT);
        return rule.names().stream()
                .map(n -> n.toLowerCase(Locale.ROOT))
                .filter(name::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private Inspection.Candidate candidate(LayerDefinition layer, FeatureSource source, LayerSample sample) {
        if (saved.knows(layer, source)) {
            return new Inspection.Candidate(
                    layer.id(), 1, Text.of("上次同类文件导入到此图层", "Such a file was taken into this layer before"));
        }
        List<Text> why = new ArrayList<>();
        double byName = byName(layer, source, why);
        int fields = source.fields().size();
        double byFields = fields == 0 ? 0 : 0.5 * known(layer, source, sample, why) / fields;
        double score = byName + byFields;
        if (fields > 0 && lacksAnId(layer, source)) {
            why.add(Text.of("缺少标识字段", "no field for the id"));
            score = byName / 2;
        }
        if (hasOtherShapes(layer.geometry(), sample)) {
            why.add(Text.of("图形类型不符", "shapes of another kind"));
            score *= OTHER_SHAPES;
        }
        return new Inspection.Candidate(layer.id(), Math.min(1, Math.round(score * 1000) / 1000.0), joined(why));
    }

    private static Text joined(List<Text> why) {
        return new Text(
                why.stream().map(Text::zh).collect(Collectors.joining("；")),
                why.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    private static double byName(LayerDefinition layer, FeatureSource source, List<Text> why) {
        int named = rule(layer, source.name())
                .map(r -> matchLength(r, source.name()))
                .orElse(0);
        if (named == 0) {
            return 0;
        }
        String beginning =
                source.name().substring(0, Math.min(named, source.name().length()));
        why.add(Text.of("名称以“%s”开头", "its name begins with \"%s\"", beginning));
        // a longer matching name is the better sign: HXXZ over H, 海洋生态保护红线 over 海洋
        return BY_NAME + Math.min(named, 20) / 1000.0;
    }

    /** How many fields are known, those by their values alone as half a field. */
    private double known(LayerDefinition layer, FeatureSource source, LayerSample sample, List<Text> why) {
        ValueFit values = new ValueFit(catalog, layer);
        long byAlias = 0;
        long byValues = 0;
        for (int i = 0; i < source.fields().size(); i++) {
            ColumnSample column = sample.columns().get(i);
            if (layer.fieldByAlias(source.fields().get(i).name()).isPresent()) {
                byAlias++;
            } else if (layer.fields().stream().anyMatch(f -> values.of(column, f) > BY_NAME)) {
                byValues++;
            }
        }
        int all = source.fields().size();
        if (byAlias > 0) {
            why.add(Text.of("%d 个字段中认识 %d 个", "of %d fields %d are known", all, byAlias));
        }
        if (byValues > 0) {
            why.add(Text.of("%d 个字段的值在代码表中", "%d fields have values of its code lists", byValues));
        }
        return byAlias + BY_VALUES * byValues;
    }

    /** A layer whose id cannot be made from the file is no good guess, whatever else fits. */
    private static boolean lacksAnId(LayerDefinition layer, FeatureSource source) {
        Map<String, String> constants = constants(layer, source.name());
        return layer.idFields().stream()
                .filter(id -> !constants.containsKey(id))
                .filter(id -> layer.surveyYearField().filter(id::equals).isEmpty())
                .anyMatch(id -> source.fields().stream()
                        .map(SourceField::name)
                        .map(f -> layer.fieldByAlias(f).map(FieldDefinition::name))
                        .noneMatch(name -> name.filter(id::equals).isPresent()));
    }

    private static boolean hasOtherShapes(GeometryKind kind, LayerSample sample) {
        String ending =
                switch (kind) {
                    case POINT -> "Point";
                    case LINE -> "LineString";
                    case POLYGON -> "Polygon";
                    case ANY -> "";
                    case NONE -> "null";
                };
        return sample.geometryCounts().keySet().stream()
                .filter(type -> !type.equals("null"))
                .anyMatch(type -> !type.endsWith(ending));
    }
}
