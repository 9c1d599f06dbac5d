package org.anlan.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.LayerDefinition;
import org.anlan.coast.SurveyChanges;
import org.anlan.geo.Displacement;
import org.anlan.intake.FeatureChange.Kind;
import org.anlan.store.ChangeListener;
import org.anlan.store.NewFeature;
import org.anlan.store.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Compares a hand-in with the current state, feature by feature; of each kind so many changes are kept that a person can look at them. */
final class Comparison implements ChangeListener {

    private static final int KEPT_PER_KIND = 2_000;
    private static final int MOST_VERTICES = 200;

    /** Some metre: enough for a map of a city. */
    private static final double COARSE_DEGREES = 1e-5;

    private final LayerDefinition coastline;
    private final SurveyChanges coast;
    private final List<FeatureChange> changes = new ArrayList<>();
    private final Map<Kind, Integer> kept = new EnumMap<>(Kind.class);

    Comparison(Catalog catalog) {
        coastline = catalog.layer("coastline");
        coast = new SurveyChanges(coastline);
    }

    /** The changes that were kept, in the order they were met. */
    List<FeatureChange> changes() {
        return List.copyOf(changes);
    }

    /** What changes of the coast. */
    SurveyChanges coast() {
        return coast;
    }

    @Override
    public void added(LayerDefinition layer, NewFeature now) {
        if (layer.equals(coastline)) {
            coast.put(now);
        }
        if (keeps(Kind.ADDED)) {
            changes.add(new FeatureChange(
                    layer.id(),
                    Kind.ADDED,
                    now.id(),
                    List.of(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    now.geometry().map(Comparison::coarse)));
        }
    }

    @Override
    public void changed(LayerDefinition layer, Row before, NewFeature now) {
        if (layer.equals(coastline)) {
            coast.remove(before);
            coast.put(now);
        }
        if (keeps(Kind.CHANGED)) {
            Optional<Geometry> was = before.geometry();
            changes.add(new FeatureChange(
                    layer.id(),
                    Kind.CHANGED,
                    now.id(),
                    fields(layer, before, now),
                    moved(was, now.geometry()),
                    was.map(Comparison::coarse),
                    now.geometry().map(Comparison::coarse)));
        }
    }

    @Override
    public void removed(LayerDefinition layer, Row before) {
        if (layer.equals(coastline)) {
            coast.remove(before);
        }
        if (keeps(Kind.REMOVED)) {
            changes.add(new FeatureChange(
                    layer.id(),
                    Kind.REMOVED,
                    before.id(),
                    List.of(),
                    OptionalDouble.empty(),
                    before.geometry().map(Comparison::coarse),
                    Optional.empty()));
        }
    }

    private boolean keeps(Kind kind) {
        return kept.merge(kind, 1, Integer::sum) <= KEPT_PER_KIND;
    }

    private static OptionalDouble moved(Optional<Geometry> before, Optional<Geometry> after) {
        if (before.isEmpty() || after.isEmpty() || before.get().equalsExact(after.get())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Displacement.metres(before.get(), after.get()));
    }

    private static List<FeatureChange.Field> fields(LayerDefinition layer, Row before, NewFeature now) {
        List<FeatureChange.Field> fields = new ArrayList<>();
        for (int i = 0; i < layer.fields().size(); i++) {
            Object was = before.value(i);
            Object is = now.values()[i];
            if (!Objects.equals(was, is)) {
                fields.add(new FeatureChange.Field(layer.fields().get(i).name(), json(was), json(is)));
            }
        }
        if (!before.extra().equals(now.extra())) {
            fields.add(new FeatureChange.Field(
                    "extra", json(before.extra().orElse(null)), json(now.extra().orElse(null))));
        }
        return fields;
    }

    private static JsonNode json(Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof Long l) {
            return LongNode.valueOf(l);
        }
        if (value instanceof Double d) {
            return DoubleNode.valueOf(d);
        }
        return value instanceof Boolean b ? BooleanNode.valueOf(b) : TextNode.valueOf(value.toString());
    }

    private static Geometry coarse(Geometry shape) {
        if (shape.getNumPoints() <= MOST_VERTICES) {
            return shape;
        }
        Geometry simpler = DouglasPeuckerSimplifier.simplify(shape, COARSE_DEGREES);
        return simpler.isEmpty() || simpler.getNumPoints() > 10 * MOST_VERTICES ? shape.getEnvelope() : simpler;
    }
}
