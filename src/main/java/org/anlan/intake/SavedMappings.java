package org.anlan.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.base.Refusal;
import org.anlan.base.Sha256;
import org.anlan.catalog.FieldNames;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceField;
import org.anlan.store.Settings;

/**
 * How hand-ins were mapped when they were committed, so that the next one of the kind need not be mapped again. A kind is a catalogue layer, a set
 * of field names in any order, and a name without its digits (AX2025 and AX2026 are one kind). Only what differs from the catalogue's own aliases is
 * kept: those may change.
 */
final class SavedMappings {

    private final Optional<Settings> settings;

    /** @param settings where they are kept; empty without an installation */
    SavedMappings(Optional<Settings> settings) {
        this.settings = settings;
    }

    /** What was decided the last time; nothing chosen where there was no such time. */
    Choices.Part find(LayerDefinition layer, FeatureSource source) {
        return saved(layer, source).orElse(Choices.Part.none(0));
    }

    /** Whether such a layer was committed to this catalogue layer by choice. */
    boolean knows(LayerDefinition layer, FeatureSource source) {
        return saved(layer, source).isPresent();
    }

    private Optional<Choices.Part> saved(LayerDefinition layer, FeatureSource source) {
        return settings.flatMap(s -> s.get(key(layer.id(), source))).flatMap(json -> readable(json, layer));
    }

    private static Optional<Choices.Part> readable(String json, LayerDefinition layer) {
        try {
            return MappingDocument.read(json.getBytes(StandardCharsets.UTF_8)).parts().stream()
                    .findFirst()
                    .map(part -> known(part.choices(), layer));
        } catch (Refusal older) {
            return Optional.empty(); // written by a version that knew other things
        }
    }

    /** The catalogue may have lost fields since. */
    private static Choices.Part known(Choices.Part saved, LayerDefinition layer) {
        Map<String, String> mapping = saved.mapping().orElse(Map.of()).entrySet().stream()
                .filter(e -> e.getValue().isEmpty() || layer.field(e.getValue()).isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, String> constants = saved.constants().orElse(Map.of()).entrySet().stream()
                .filter(e -> layer.field(e.getKey()).isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return part(mapping, constants, saved.codes().orElse(Map.of()));
    }

    /** Keeps what was committed. */
    void keep(LayerDefinition layer, FeatureSource source, Inspection.Part part, Choices.Part chosen) {
        Choices.Part before = find(layer, source);
        Map<String, String> constants = new LinkedHashMap<>(before.constants().orElse(Map.of()));
        chosen.constants().ifPresent(constants::putAll);
        layer.surveyYearField().ifPresent(constants::remove); // the next hand-in is of another year
        Choices.Part kept = part(differences(layer, part, chosen, before), constants, part.codes());
        boolean says = !kept.mapping().orElse(Map.of()).isEmpty()
                || !constants.isEmpty()
                || !part.codes().isEmpty()
                || chosen.layer().isPresent();
        if (says || knows(layer, source)) {
            String json = new MappingDocument(List.of(new MappingDocument.Part(source.name(), kept)))
                    .json()
                    .toString();
            settings.ifPresent(s -> s.put(key(layer.id(), source), json));
        }
    }

    private static Map<String, String> differences(
            LayerDefinition layer, Inspection.Part part, Choices.Part chosen, Choices.Part before) {
        Map<String, String> differences = new LinkedHashMap<>();
        Map<String, String> said = new LinkedHashMap<>(before.mapping().orElse(Map.of()));
        chosen.mapping().ifPresent(said::putAll);
        for (Inspection.Field field : part.fields()) {
            String name = field.source().name();
            String target = field.mappedTo().orElse("");
            String alias = layer.fieldByAlias(name).map(f -> f.name()).orElse("");
            if (!target.equals(alias) && (!target.isEmpty() || "".equals(said.get(name)))) {
                differences.put(name, target);
            }
        }
        return differences;
    }

    private static Choices.Part part(
            Map<String, String> mapping, Map<String, String> constants, Map<String, Map<String, String>> codes) {
        return new Choices.Part(
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(mapping),
                Optional.of(constants),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(codes));
    }

    private static String key(String layer, FeatureSource source) {
        String fields = source.fields().stream()
                .map(SourceField::name)
                .map(FieldNames::normalise)
                .sorted()
                .collect(Collectors.joining("\n"));
        String name = FieldNames.normalise(source.name()).replaceAll("\\d", "");
        String all = layer + "\n" + name + "\n" + fields;
        return "mapping:" + Sha256.of(all);
    }
}
