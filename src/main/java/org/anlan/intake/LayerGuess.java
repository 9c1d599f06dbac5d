package org.anlan.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.HandInRule;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceField;

/** Guesses which catalogue layer a layer of a file belongs to: by its name in the file, and by how many of its fields are known by alias. */
final class LayerGuess {

    private static final double BY_NAME = 0.5;
    private static final double LEAST = 0.25;

    private final Catalog catalog;

    LayerGuess(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The layers that could fit, best first; a layer with the score 0.5 or more is taken as it is. */
    List<Inspection.Candidate> candidates(FeatureSource source) {
        return catalog.layers().stream()
                .map(layer -> new Inspection.Candidate(layer.id(), score(layer, source)))
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

    private static double score(LayerDefinition layer, FeatureSource source) {
        Optional<HandInRule> rule = rule(layer, source.name());
        int named = rule.map(r -> matchLength(r, source.name())).orElse(0);
        // a longer matching name is the better sign: HXXZ over H, 海洋生态保护红线 over 海洋
        double byName = named == 0 ? 0 : BY_NAME + Math.min(named, 20) / 1000.0;
        Map<String, String> constants = rule.map(HandInRule::constants).orElse(Map.of());
        long fields = source.fields().size();
        if (fields == 0) {
            return byName;
        }
        long known = source.fields().stream()
                .map(SourceField::name)
                .filter(f -> layer.fieldByAlias(f).isPresent())
                .count();
        if (lacksAnId(layer, source, constants)) {
            return byName / 2;
        }
        return byName + 0.5 * known / fields;
    }

    /** A layer whose id cannot be made from the file is no good guess, whatever else fits. */
    private static boolean lacksAnId(LayerDefinition layer, FeatureSource source, Map<String, String> constants) {
        return layer.idFields().stream()
                .filter(id -> !constants.containsKey(id))
                .filter(id -> layer.surveyYearField().filter(id::equals).isEmpty())
                .anyMatch(id -> source.fields().stream()
                        .map(f -> layer.fieldByAlias(f.name()).map(FieldDefinition::name))
                        .noneMatch(name -> name.filter(id::equals).isPresent()));
    }
}
