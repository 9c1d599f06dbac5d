package org.anlan.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.GeometryKind;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureReader;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceFeature;
import org.anlan.format.SourceField;
import org.anlan.geo.RepairKind;
import org.anlan.store.Extent;
import org.locationtech.jts.geom.Envelope;

/** Looks into a layer of a file without changing anything: what it is, and what the intake would make of it. */
final class Inspector {

    private static final int LOOKED_AT = 20_000;
    private static final int SAMPLES = 4;
    private static final Set<RepairKind> HARMLESS =
            Arrays.stream(RepairKind.values()).filter(RepairKind::harmless).collect(Collectors.toUnmodifiableSet());

    private final Catalog catalog;
    private final Optional<Extent> home;

    Inspector(Catalog catalog, Optional<Extent> home) {
        this.catalog = catalog;
        this.home = home;
    }

    Inspection.Part look(int index, FeatureSource source, Choices.Part chosen) throws IOException {
        Sample sample = sample(source);
        List<Inspection.Candidate> candidates = new LayerGuess(catalog).candidates(source);
        Optional<LayerDefinition> layer = chosen.layer().map(catalog::layer).or(() -> candidates.stream()
                .findFirst()
                .filter(c -> c.score() >= 0.5)
                .map(c -> catalog.layer(c.layer())));
        Map<String, String> mapping = mapping(source, layer, chosen);
        boolean table = sample.box.isNull()
                && layer.map(l -> l.geometry() == GeometryKind.NONE || !l.geometryRequired())
                        .orElse(true);
        CrsDecision crs = CrsDecision.of(source, sample.box, table, chosen, home);
        Map<String, String> constants = new HashMap<>(
                layer.map(l -> LayerGuess.constants(l, source.name())).orElse(Map.of()));
        chosen.constants().ifPresent(constants::putAll);
        return new Inspection.Part(
                index,
                source.name(),
                source.format(),
                source.count(),
                source.encoding(),
                crs.reading(),
                fields(source, sample, mapping),
                layer.map(LayerDefinition::id),
                candidates,
                chosen.year().or(() -> onlyYear(source, sample, layer, mapping)),
                constants,
                chosen.ignored().orElse(false),
                chosen.mode().orElse(Mode.REPLACE_SCOPE),
                chosen.repairs().orElse(HARMLESS),
                crs.extent(),
                source.findings());
    }

    private static Map<String, String> mapping(
            FeatureSource source, Optional<LayerDefinition> layer, Choices.Part chosen) {
        Map<String, String> mapping = new LinkedHashMap<>();
        Map<String, String> own = chosen.mapping().orElse(Map.of());
        Set<String> taken = new HashSet<>(own.values());
        for (SourceField field : source.fields()) {
            if (own.containsKey(field.name())) {
                if (!own.get(field.name()).isEmpty()) {
                    mapping.put(field.name(), own.get(field.name()));
                }
                continue;
            }
            layer.flatMap(l -> l.fieldByAlias(field.name()))
                    .map(FieldDefinition::name)
                    .filter(taken::add)
                    .ifPresent(target -> mapping.put(field.name(), target));
        }
        return mapping;
    }

    private static List<Inspection.Field> fields(FeatureSource source, Sample sample, Map<String, String> mapping) {
        List<Inspection.Field> fields = new ArrayList<>();
        for (int i = 0; i < source.fields().size(); i++) {
            SourceField field = source.fields().get(i);
            fields.add(new Inspection.Field(
                    field, List.copyOf(sample.values.get(i)), Optional.ofNullable(mapping.get(field.name()))));
        }
        return fields;
    }

    private static Optional<Integer> onlyYear(
            FeatureSource source, Sample sample, Optional<LayerDefinition> layer, Map<String, String> mapping) {
        Optional<String> yearField = layer.flatMap(LayerDefinition::surveyYearField);
        for (int i = 0;
                yearField.isPresent() && sample.whole && i < source.fields().size();
                i++) {
            boolean isYear =
                    yearField.get().equals(mapping.get(source.fields().get(i).name()));
            if (isYear && sample.values.get(i).size() == 1 && !sample.gaps.get(i)) {
                String value = sample.values.get(i).iterator().next();
                return value.matches("\\d{4}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The first records of a layer: where they lie in the file's own coordinates, and some values of each field. */
    private static final class Sample {
        final Envelope box = new Envelope();
        final List<Set<String>> values = new ArrayList<>();
        /** Fields without a value in some record. */
        final BitSet gaps = new BitSet();
        /** Whether these are all the records. */
        boolean whole;
    }

    private static Sample sample(FeatureSource source) throws IOException {
        Sample sample = new Sample();
        source.fields().forEach(f -> sample.values.add(new LinkedHashSet<>()));
        try (FeatureReader reader = source.read()) {
            Optional<SourceFeature> next = reader.next();
            for (int looked = 0; next.isPresent() && looked < LOOKED_AT; looked++) {
                look(next.get(), sample);
                next = reader.next();
            }
            sample.whole = next.isEmpty();
        }
        return sample;
    }

    private static void look(SourceFeature feature, Sample sample) {
        feature.geometry().ifPresent(g -> sample.box.expandToInclude(g.getEnvelopeInternal()));
        Object[] values = feature.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                sample.gaps.set(i);
            } else if (sample.values.get(i).size() < SAMPLES) {
                String text = values[i].toString();
                sample.values.get(i).add(text.length() > 40 ? text.substring(0, 40) + "…" : text);
            }
        }
    }
}
