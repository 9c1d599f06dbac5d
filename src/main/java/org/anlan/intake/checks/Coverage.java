package org.anlan.intake.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.geo.AreaGap;
import org.anlan.geo.PolygonTopology;

/** The areas of a layer (towns, control units) cover a parent area (the city) whole. Silent while there is no parent. */
final class Coverage implements FeatureCheck {

    private final String scope;
    private final String parentScope;
    private final ScopeOf scopeOf;
    private final double leastM2;
    private final List<StoredShape> stored;
    private final List<StoredShape> handedIn = new ArrayList<>();
    private final PolygonTopology topology = new PolygonTopology();
    private String source = "";

    /**
     * @param scopeOf scope of a feature of the layer
     * @param scope only features of this scope are to cover the parent; "" for all
     * @param parentScope features of this scope in the hand-in are parents, newer than those kept; "" for none
     * @param stored the parents that are kept
     * @param leastM2 less may be left uncovered, square metres
     */
    Coverage(ScopeOf scopeOf, String scope, String parentScope, List<StoredShape> stored, double leastM2) {
        this.scopeOf = scopeOf;
        this.scope = scope;
        this.parentScope = parentScope;
        this.stored = stored;
        this.leastM2 = leastM2;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry().filter(shape -> shape.getDimension() == 2).ifPresent(shape -> {
            Object of = scopeOf.of(feature);
            if (!parentScope.isEmpty() && parentScope.equals(of)) {
                handedIn.add(new StoredShape(feature.id(), shape));
            } else if (scope.isEmpty() || scope.equals(of)) {
                topology.add(shape);
                source = feature.source();
            }
        });
    }

    @Override
    public void end(Consumer<Finding> findings) {
        if (source.isEmpty()) {
            return;
        }
        for (StoredShape parent : handedIn.isEmpty() ? stored : handedIn) {
            for (AreaGap gap : topology.uncovered(parent.shape(), leastM2)) {
                findings.accept(AreaFinding.of(
                        "area.uncovered",
                        source,
                        gap,
                        Text.of(
                                "“%s”有 %s 平方米没有被覆盖。",
                                "%2$s m² of \"%1$s\" are not covered.", parent.name(), Numbers.rough(gap.areaM2()))));
            }
        }
    }
}
