package org.anlan.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.base.Finding;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceField;
import org.anlan.geo.RepairKind;
import org.anlan.store.Extent;

/** Looks into a layer of a file without changing anything: what it is, and what the intake would make of it. */
final class Inspector {

    /** From here on a layer is taken without asking. */
    private static final double TAKEN = 0.5;

    /** The repairs that are made unless somebody forbids them. */
    static final Set<RepairKind> HARMLESS =
            Arrays.stream(RepairKind.values()).filter(RepairKind::harmless).collect(Collectors.toUnmodifiableSet());

    private final Catalog catalog;
    private final Optional<Extent> home;
    private final SavedMappings saved;
    private final boolean closely;

    /**
     * @param home where the installation's area lies
     * @param saved how hand-ins were mapped before
     * @param closely also read samples under other encodings, for a person to see; what is decided does not depend on it
     */
    Inspector(Catalog catalog, Optional<Extent> home, SavedMappings saved, boolean closely) {
        this.catalog = catalog;
        this.home = home;
        this.saved = saved;
        this.closely = closely;
    }

    Inspection.Part look(int index, FeatureSource source, Choices.Part chosen) throws IOException {
        LayerSample sample = LayerSample.of(source);
        List<Inspection.Candidate> candidates = new LayerGuess(catalog, saved).candidates(source, sample);
        Optional<LayerDefinition> layer = chosen.layer().map(catalog::layer).or(() -> candidates.stream()
                .findFirst()
                .filter(c -> c.score() >= TAKEN)
                .map(c -> catalog.layer(c.layer())));
        Choices.Part before = layer.map(l -> saved.find(l, source)).orElse(Choices.Part.none(index));
        FieldMapper.Result mapping = layer.map(l -> new FieldMapper(catalog, l, source, sample)
                        .map(chosen.mapping().orElse(Map.of()), before.mapping().orElse(Map.of())))
                .orElse(FieldMapper.Result.NONE);
        Map<String, Map<String, String>> codes = codes(before, chosen);
        CrsDecision crs = CrsDecision.of(source, sample.box(), isTable(sample, layer), chosen, home);
        return new Inspection.Part(
                index,
                source.name(),
                source.format(),
                source.count().or(() -> sample.whole() ? Optional.of(sample.looked()) : Optional.empty()),
                sample.looked(),
                Map.copyOf(sample.geometryCounts()),
                source.encoding(),
                closely ? EncodingTrial.of(source, sample) : List.of(),
                crs.reading(),
                fields(source, sample, mapping),
                layer.map(l -> unmatched(l, source, sample, mapping, codes)).orElse(List.of()),
                layer.map(LayerDefinition::id),
                candidates,
                chosen.year().or(() -> layer.flatMap(l -> onlyYear(l, source, sample, mapping))),
                constants(source, layer, before, chosen),
                codes,
                chosen.ignored().orElse(false),
                chosen.mode().orElse(Mode.REPLACE_SCOPE),
                chosen.repairs().orElse(HARMLESS),
                crs.extent(),
                findings(source, sample, crs));
    }

    private static boolean isTable(LayerSample sample, Optional<LayerDefinition> layer) {
        return sample.box().isNull()
                && layer.map(l -> l.geometry() == GeometryKind.NONE || !l.geometryRequired())
                        .orElse(true);
    }

    private static Map<String, String> constants(
            FeatureSource source, Optional<LayerDefinition> layer, Choices.Part before, Choices.Part chosen) {
        Map<String, String> constants = new HashMap<>(
                layer.map(l -> LayerGuess.constants(l, source.name())).orElse(Map.of()));
        before.constants().ifPresent(constants::putAll);
        chosen.constants().ifPresent(constants::putAll);
        return constants;
    }

    private static Map<String, Map<String, String>> codes(Choices.Part before, Choices.Part chosen) {
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        for (Choices.Part said : List.of(before, chosen)) {
            said.codes().orElse(Map.of()).forEach((field, words) -> codes.computeIfAbsent(
                            field, none -> new LinkedHashMap<>())
                    .putAll(words));
        }
        return codes;
    }

    private static List<Inspection.Field> fields(FeatureSource source, LayerSample sample, FieldMapper.Result mapping) {
        List<Inspection.Field> fields = new ArrayList<>();
        for (int i = 0; i < source.fields().size(); i++) {
            SourceField field = source.fields().get(i);
            ColumnSample column = sample.columns().get(i);
            fields.add(new Inspection.Field(
                    field,
                    column.fillRate(),
                    column.distinct(),
                    column.samples(),
                    Optional.ofNullable(mapping.mapped().get(field.name())),
                    mapping.proposals().getOrDefault(field.name(), List.of())));
        }
        return fields;
    }

    private List<Inspection.Unmatched> unmatched(
            LayerDefinition layer,
            FeatureSource source,
            LayerSample sample,
            FieldMapper.Result mapping,
            Map<String, Map<String, String>> codes) {
        UnmatchedWords words = new UnmatchedWords();
        for (int i = 0; i < source.fields().size(); i++) {
            String name = source.fields().get(i).name();
            Map<String, String> own = codes.getOrDefault(name, Map.of());
            Map<String, Integer> met = sample.columns().get(i).words();
            Optional.ofNullable(mapping.mapped().get(name))
                    .flatMap(m -> layer.field(m.field()))
                    .flatMap(FieldDefinition::codeList)
                    .map(catalog::codeList)
                    .filter(list -> !list.open())
                    .ifPresent(list -> met.forEach((word, count) -> {
                        if (!own.containsKey(word) && list.match(word).isEmpty()) {
                            words.add(name, word, count, list);
                        }
                    }));
        }
        return words.list();
    }

    private static Optional<Integer> onlyYear(
            LayerDefinition layer, FeatureSource source, LayerSample sample, FieldMapper.Result mapping) {
        for (int i = 0;
                layer.surveyYearField().isPresent() && i < source.fields().size();
                i++) {
            boolean isYear = Optional.ofNullable(
                            mapping.mapped().get(source.fields().get(i).name()))
                    .map(Inspection.Mapping::field)
                    .equals(layer.surveyYearField());
            if (isYear && sample.whole()) {
                return sample.columns()
                        .get(i)
                        .only()
                        .filter(v -> v.matches("\\d{4}"))
                        .map(Integer::valueOf);
            }
        }
        return Optional.empty();
    }

    private static List<Finding> findings(FeatureSource source, LayerSample sample, CrsDecision crs) {
        List<Finding> findings = new ArrayList<>(source.findings());
        findings.addAll(sample.findings());
        CrsQuestion.of(source.name(), crs.reading()).ifPresent(findings::add);
        return findings;
    }
}
