package org.anlan.intake.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anlan.base.Refusal;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CheckCall;
import org.anlan.catalog.FieldDefinition;
import org.anlan.catalog.LayerDefinition;
import org.anlan.intake.StandardLimits;
import org.anlan.store.Extent;
import org.anlan.store.Store;

/** The checks of a layer: the usual ones and those that its catalogue entry names. */
public final class LayerCheckList {

    /** These look at the values of the field that they name first. */
    private static final Set<String> VALUES = Set.of(
            "code-parent",
            "declared-area",
            "declared-length",
            "known-in",
            "not-future",
            "pattern",
            "range",
            "region-code");

    /** These share the vertices of the layer's lines and are one check. */
    private static final Set<String> LINES =
            Set.of("line-overlap", "line-gap", "line-dangle", "line-crossing", "line-direction");

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
        ScopeOf scope = ScopeOf.layer(layer);
        for (int i = 0; i < layer.fields().size(); i++) {
            FieldDefinition field = layer.fields().get(i);
            if (field.unique() && !idsTell(layer, field.name())) {
                checks.add(new OfField(new UniqueValue(i, field, scope), field.name()));
            }
        }
        Optional<Extent> home =
                store.revisions().newest("regions").flatMap(r -> r.state().extent());
        home.filter(h -> !layer.id().equals("regions")).map(HomeArea::new).ifPresent(checks::add);
        layer.checkCalls().stream()
                .filter(call -> !LINES.contains(call.name()))
                .forEach(call -> checks.add(named(layer, scope, call)));
        LineRules lines = LineRules.of(layer);
        if (lines.any()) { // the last: it needs most memory at its end, when the others have let go of theirs
            checks.add(new LineCheck(scope, lines));
        }
        return checks;
    }

    /** Whether two features of one scope with the same value would have the same id, which is told anyway. */
    private static boolean idsTell(LayerDefinition layer, String field) {
        return layer.idFields().contains(field)
                && layer.idFields().stream()
                        .allMatch(id -> id.equals(field)
                                || layer.scopeField().filter(id::equals).isPresent());
    }

    /** A fresh check that looks at one feature after another, as the catalogue calls it for a layer; not for those that look at lines together. */
    public FeatureCheck named(LayerDefinition layer, CheckCall call) {
        return named(layer, ScopeOf.layer(layer), call);
    }

    private FeatureCheck named(LayerDefinition layer, ScopeOf scope, CheckCall call) {
        FeatureCheck check = called(layer, scope, call);
        return VALUES.contains(call.name()) ? new OfField(check, call.text(0)) : check;
    }

    private FeatureCheck called(LayerDefinition layer, ScopeOf scope, CheckCall call) {
        return switch (call.name()) {
            case "area-gap" -> new AreaGaps(scope, call.number(0), call.number(1));
            case "area-overlap" -> new AreaOverlaps(scope, call.number(0));
            case "code-parent" -> codeParent(layer, call);
            case "covers" -> coverage(layer, scope, call);
            case "declared-area" -> DeclaredMeasure.area(layer.indexOf(call.text(0)), call.text(1));
            case "declared-length" -> DeclaredMeasure.length(layer.indexOf(call.text(0)), call.text(1));
            case "duplicate" -> new Duplicates(layer, call.number(0));
            case "inside" -> new InsideArea(areas(call), call.number(2));
            case "known-in" ->
                new KnownIn(store, layer.indexOf(call.text(0)), field(layer, call), catalog.layer(call.text(1)));
            case "min-area" -> SmallShape.area(call.number(0));
            case "min-length" -> SmallShape.length(call.number(0));
            case "not-in" -> new ForbiddenArea(catalog.layer(call.text(0)).title(), areas(call), call.number(2));
            case "not-future" -> new NotInTheFuture(layer.indexOf(call.text(0)), field(layer, call));
            case "over-limit" ->
                new OverLimit(layer, layer.indexOf(call.text(0)), StandardLimits.read(catalog, store, layer, call));
            case "pattern" -> new ValuePattern(layer.indexOf(call.text(0)), field(layer, call), call.text(1));
            case "range" ->
                new ValueRange(
                        layer.indexOf(call.text(0)), field(layer, call), call.text(1), call.text(2), call.text(3));
            case "region-code" -> new RegionCode(catalog, store, layer.indexOf(call.text(0)), call.text(1));
            case "series-gap" -> SeriesGaps.of(catalog, store, layer, call);
            case "side-of-coast" ->
                new SeawardOfCoast(catalog, store, layer.indexOf(call.text(0)), call.text(1), call.number(2));
            case "single-line" -> new SingleLine();
            case "sliver" -> new SliverCheck(call.number(0));
            case "spike" -> new SpikeCheck(call.number(0), call.number(1));
            default ->
                throw Refusal.invalid(
                        "catalog-broken",
                        "图层 %s 的检查项“%s”未知",
                        "Layer %s names an unknown check \"%s\"",
                        layer.id(),
                        call.name());
        };
    }

    private static FieldDefinition field(LayerDefinition layer, CheckCall call) {
        return layer.field(call.text(0)).orElseThrow();
    }

    /** The areas of the layer (and scope) that a call names first. */
    private List<StoredShape> areas(CheckCall call) {
        return StoredShape.areas(catalog, store, call.text(0), call.text(1));
    }

    private CodeParent codeParent(LayerDefinition layer, CheckCall call) {
        return new CodeParent(
                layer.indexOf(call.text(0)),
                layer.indexOf(call.text(1)),
                field(layer, call).codeList().map(catalog::codeList).orElseThrow());
    }

    private Coverage coverage(LayerDefinition layer, ScopeOf scope, CheckCall call) {
        String parentScope = layer.id().equals(call.text(0)) ? call.text(1) : "";
        return new Coverage(scope, call.text(3), parentScope, areas(call), call.number(2));
    }
}
