package org.anlan.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.catalog.NameLikeness;
import org.anlan.catalog.Units;
import org.anlan.format.FeatureSource;
import org.anlan.format.SourceField;
import org.anlan.intake.Inspection.MappedBy;
import org.anlan.intake.Inspection.Mapping;

/**
 * Finds the catalogue field for each field of a file: as chosen, as saved, by alias; and for those that are left by similar names and fitting values.
 * Of the latter only what is nearly certain and has no rival is applied; the rest is proposed.
 */
final class FieldMapper {

    /** From here on a guess is applied. */
    private static final double CERTAIN = 0.85;
    /** From here on it is proposed. */
    private static final double WORTH_SHOWING = 0.5;
    /** How far the next best must lie behind. */
    private static final double MARGIN = 0.1;

    private static final double CONTRADICTED = 0.4;
    private static final int PROPOSED = 3;

    private final LayerDefinition layer;
    private final ValueFit values;
    private final List<SourceField> fields;
    private final LayerSample sample;
    private final Map<String, Mapping> mapped = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> settled = new HashSet<>();

    FieldMapper(Catalog catalog, LayerDefinition layer, FeatureSource source, LayerSample sample) {
        this.layer = layer;
        this.values = new ValueFit(catalog, layer);
        this.fields = source.fields();
        this.sample = sample;
    }

    /**
     * Where the fields of the file go.
     *
     * @param mapped by name of the file field
     * @param proposals for those that go nowhere
     */
    record Result(Map<String, Mapping> mapped, Map<String, List<Mapping>> proposals) {
        static final Result NONE = new Result(Map.of(), Map.of());
    }

    /**
     * Maps the fields.
     *
     * @param chosen file field → catalogue field as the user chose; an empty one = not to be mapped
     * @param saved the same as it was committed last time
     */
    Result map(Map<String, String> chosen, Map<String, String> saved) {
        given(chosen, MappedBy.CHOSEN);
        given(saved, MappedBy.SAVED);
        for (SourceField field : fields) {
            if (!settled.contains(field.name())) {
                layer.fieldByAlias(field.name())
                        .or(() -> Units.heading(field.name()).flatMap(heading -> layer.fieldByAlias(heading.name())))
                        .map(FieldDefinition::name)
                        .ifPresent(target -> put(field.name(), new Mapping(target, MappedBy.ALIAS, 1)));
            }
        }
        Map<String, List<Mapping>> guesses = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            if (!settled.contains(name) && !mapped.containsKey(name)) {
                guesses.put(name, guesses(name, sample.columns().get(i)));
            }
        }
        List<String> certain = guesses.keySet().stream()
                .filter(name -> isCertain(name, guesses))
                .toList();
        certain.forEach(name -> put(name, guesses.get(name).get(0)));
        return new Result(mapped, proposals(guesses));
    }

    private void given(Map<String, String> given, MappedBy how) {
        for (SourceField field : fields) {
            String target = given.get(field.name());
            if (target != null && settled.add(field.name()) && !target.isEmpty()) {
                put(field.name(), new Mapping(target, how, 1));
            }
        }
    }

    /** Of several fields for one catalogue field the first one has it, unless a person said otherwise. */
    private void put(String name, Mapping mapping) {
        if (taken.add(mapping.field()) || mapping.how() == MappedBy.CHOSEN) {
            mapped.put(name, mapping);
        }
    }

    private List<Mapping> guesses(String name, ColumnSample column) {
        List<Mapping> guesses = new ArrayList<>();
        for (FieldDefinition field : layer.fields()) {
            if (!taken.contains(field.name())) {
                Mapping guess = guess(name, column, field);
                if (guess.score() >= WORTH_SHOWING) {
                    guesses.add(guess);
                }
            }
        }
        guesses.sort(Comparator.comparingDouble(Mapping::score).reversed());
        return guesses;
    }

    private Mapping guess(String name, ColumnSample column, FieldDefinition field) {
        double byName = NameLikeness.of(field, name);
        double byValues = values.of(column, field);
        if (values.contradicts(column, field)) {
            return new Mapping(field.name(), MappedBy.SIMILAR, byName * CONTRADICTED);
        }
        // two signs that agree are stronger than either
        double both = byName >= WORTH_SHOWING ? 1 - (1 - byName) * (1 - byValues) : byValues;
        double score = Math.round(Math.max(byName, both) * 100) / 100.0;
        return new Mapping(field.name(), byName >= byValues ? MappedBy.SIMILAR : MappedBy.VALUES, score);
    }

    private static boolean isCertain(String name, Map<String, List<Mapping>> guesses) {
        List<Mapping> own = guesses.get(name);
        if (own.isEmpty() || own.get(0).score() < CERTAIN) {
            return false;
        }
        Mapping best = own.get(0);
        boolean alone = own.size() == 1 || own.get(1).score() <= best.score() - MARGIN;
        boolean unrivalled = guesses.entrySet().stream()
                .filter(other -> !other.getKey().equals(name))
                .flatMap(other -> other.getValue().stream())
                .noneMatch(rival -> rival.field().equals(best.field()) && rival.score() > best.score() - MARGIN);
        return alone && unrivalled;
    }

    private Map<String, List<Mapping>> proposals(Map<String, List<Mapping>> guesses) {
        Map<String, List<Mapping>> open = new LinkedHashMap<>();
        guesses.forEach((name, own) -> {
            if (!mapped.containsKey(name)) {
                open.put(
                        name,
                        own.stream()
                                .filter(guess -> !taken.contains(guess.field()))
                                .limit(PROPOSED)
                                .toList());
            }
        });
        return open;
    }
}
