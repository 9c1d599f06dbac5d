package org.anlan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anlan.base.Finding;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CheckCall;
import org.anlan.catalog.LayerDefinition;
import org.anlan.intake.checks.Checked;
import org.anlan.intake.checks.FeatureCheck;
import org.anlan.intake.checks.LayerCheckList;
import org.anlan.store.Row;
import org.anlan.store.Store;

/** Asks the checks by which a layer's hand-ins are looked at about what the layer holds now: other layers may have changed since. */
public final class StoredChecks {

    private static final Set<String> BY_PLACE = Set.of("duplicate", "inside", "not-in", "region-code", "side-of-coast");

    private final Catalog catalog;
    private final Store store;

    /** Checks of what this store holds. */
    public StoredChecks(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /**
     * Something that was found.
     *
     * @param check the check, as the catalogue calls it
     * @param finding what it found; its record is 0
     */
    public record Found(CheckCall check, Finding finding) {}

    /** The checks by place that a layer asks for, in the order of the catalogue. */
    public static List<CheckCall> byPlace(LayerDefinition layer) {
        return layer.checkCalls().stream()
                .filter(call -> BY_PLACE.contains(call.name()))
                .toList();
    }

    /** The layers that the checks by place of a layer look at, itself among them. */
    public Set<String> restingOn(LayerDefinition layer) {
        Set<String> layers = new TreeSet<>(Set.of(layer.id(), "regions", "coastline"));
        byPlace(layer).stream()
                .flatMap(call -> call.arguments().stream())
                .filter(word -> catalog.find(word).isPresent())
                .forEach(layers::add);
        return layers;
    }

    /** What these checks by place find in a layer now; those of one check come together, in the order of the checks. */
    public List<Found> of(LayerDefinition layer, List<CheckCall> calls) {
        LayerCheckList list = new LayerCheckList(catalog, store);
        List<List<Found>> found = new ArrayList<>();
        List<FeatureCheck> checks = new ArrayList<>();
        calls.forEach(call -> {
            found.add(new ArrayList<>());
            checks.add(list.named(layer, call));
        });
        NewestRows.each(store, layer, row -> {
            Checked feature = checked(layer, row);
            for (int i = 0; i < calls.size(); i++) {
                int at = i;
                checks.get(i).feature(feature, finding -> found.get(at).add(new Found(calls.get(at), finding)));
            }
        });
        for (int i = 0; i < calls.size(); i++) {
            int at = i;
            checks.get(i).end(finding -> found.get(at).add(new Found(calls.get(at), finding)));
        }
        return found.stream().flatMap(List::stream).toList();
    }

    private static Checked checked(LayerDefinition layer, Row row) {
        Object[] values = new Object[layer.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.value(i);
        }
        return new Checked(row.id(), layer.id(), 0, values, row.geometry(), row.lengthM(), row.areaM2());
    }
}
