package org.anlan.zoning.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.anlan.catalog.LayerDefinition;
import org.anlan.zoning.ImpactReport;
import org.anlan.zoning.ZoningRule;
import org.anlan.zoning.ZoningRules;

/** Asks rules what they say of an activity on a footprint. */
public final class Judge {

    private final Footprint footprint;
    private final List<LayerShapes> layers;
    private final ZoningRules.Activity activity;
    private final LocalDate day;
    private final Map<String, List<LayerShapes.Shape>> met = new HashMap<>();

    /** Judges this activity on this day. */
    public Judge(Footprint footprint, List<LayerShapes> layers, ZoningRules.Activity activity, LocalDate day) {
        this.footprint = footprint;
        this.layers = layers;
        this.activity = activity;
        this.day = day;
    }

    /** What the rules say that are in force and speak of it, the gravest first. */
    public List<ImpactReport.Judgement> ask(List<ZoningRules> sets) {
        List<ImpactReport.Judgement> said = new ArrayList<>();
        for (ZoningRules set : sets) {
            for (ZoningRule rule : set.rules()) {
                if (rule.inForce(day)) {
                    judge(rule).ifPresent(said::add);
                }
            }
        }
        said.sort(Comparator.comparing(ImpactReport.Judgement::verdict).reversed());
        return said;
    }

    private Optional<ImpactReport.Judgement> judge(ZoningRule rule) {
        if (rule.of(activity.code()).isEmpty()) {
            return Optional.empty();
        }
        List<String> because = rule.where().map(this::features).orElse(List.of());
        return rule.where().isPresent() && because.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImpactReport.Judgement(
                        rule, rule.of(activity.code()).get(), because));
    }

    private List<String> features(ZoningRule.Where where) {
        return layers.stream()
                .filter(layer -> layer.layer().id().equals(where.layer()))
                .flatMap(layer -> met(layer, where.withinM()).stream().filter(fitting(layer.layer(), where)))
                .map(LayerShapes.Shape::id)
                .sorted()
                .toList();
    }

    private List<LayerShapes.Shape> met(LayerShapes layer, double withinM) {
        return met.computeIfAbsent(
                layer.layer().id() + " " + withinM,
                key -> withinM > 0
                        ? footprint.within(layer, withinM).stream()
                                .map(Footprint.Apart::shape)
                                .toList()
                        : footprint.look(layer).parts().stream()
                                .map(Footprint.Part::of)
                                .toList());
    }

    private static Predicate<LayerShapes.Shape> fitting(LayerDefinition layer, ZoningRule.Where where) {
        Predicate<LayerShapes.Shape> all = shape -> true;
        for (Map.Entry<String, Set<String>> field : where.fields().entrySet()) {
            int at = layer.indexOf(field.getKey());
            all = all.and(shape -> shape.value(at)
                    .map(value -> field.getValue().contains(value.toString()))
                    .orElse(false));
        }
        return all;
    }
}
