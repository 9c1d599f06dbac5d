package org.anlan.intake.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.store.Extent;
import org.anlan.store.Store;

/** The checks of a layer: the usual ones and those that its catalogue entry names. */
public final class LayerCheckList {

    private static final String LINE_OVERLAP = "line-overlap";
    private static final String LINE_GAP = "line-gap";

    private final Catalog catalog;
    private final Store store;

    /** Checks against what this store holds (the regions). */
    public LayerCheckList(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** Fresh checks for one pass over a layer. */
    public List<FeatureCheck> of(LayerDefinition layer) {
        List<FeatureCheck> checks = new ArrayList<>();
        int scope = layer.scopeField().map(layer::indexOf).orElse(-1);
        for (int i = 0; i < layer.fields().size(); i++) {
            FieldDefinition field = layer.fields().get(i);
            if (field.unique() && !layer.idFields().equals(List.of(field.name()))) {
                checks.add(new UniqueValue(i, field, scope));
            }
        }
        Optional<Extent> home =
                store.revisions().newest("regions").flatMap(r -> r.state().extent());
        home.filter(h -> !layer.id().equals("regions")).map(HomeArea::new).ifPresent(checks::add);
        boolean overlaps = layer.checks().contains(LINE_OVERLAP);
        boolean gaps = layer.checks().contains(LINE_GAP);
        if (overlaps || gaps) {
            checks.add(new LineCheck(scope, overlaps, gaps));
        }
        layer.checks().stream()
                .filter(words -> !words.equals(LINE_OVERLAP) && !words.equals(LINE_GAP))
                .forEach(words -> checks.add(named(layer, words.split(":"))));
        return checks;
    }

    private FeatureCheck named(LayerDefinition layer, String[] words) {
        return switch (words[0]) {
            case "declared-length" -> DeclaredMeasure.length(layer.indexOf(words[1]), words[2]);
            case "declared-area" -> DeclaredMeasure.area(layer.indexOf(words[1]), words[2]);
            case "code-parent" ->
                new CodeParent(
                        layer.indexOf(words[1]),
                        layer.indexOf(words[2]),
                        layer.field(words[1])
                                .flatMap(FieldDefinition::codeList)
                                .map(catalog::codeList)
                                .orElseThrow());
            case "region-code" -> new RegionCode(catalog, store, layer.indexOf(words[1]), words[2]);
            default ->
                throw Refusal.invalid(
                        "catalog-broken",
                        "图层 %s 的检查项“%s”未知",
                        "Layer %s names an unknown check \"%s\"",
                        layer.id(),
                        words[0]);
        };
    }
}
