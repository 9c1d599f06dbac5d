package org.anlan.intake.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.geo.AreaOverlap;
import org.anlan.geo.PolygonTopology;

/** No two areas of one scope cover the same ground. */
final class AreaOverlaps implements FeatureCheck {

    private final double leastM2;
    private final ScopeOf.Each<Areas> scopes;

    private static final class Areas {
        final PolygonTopology topology = new PolygonTopology();
        final List<Seen> seen = new ArrayList<>();
    }

    /** @param leastM2 smaller overlaps are the rounding of coordinates */
    AreaOverlaps(ScopeOf scope, double leastM2) {
        this.leastM2 = leastM2;
        this.scopes = new ScopeOf.Each<>(scope, Areas::new);
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry().filter(shape -> shape.getDimension() == 2).ifPresent(shape -> {
            Areas areas = scopes.of(feature);
            areas.topology.add(shape);
            areas.seen.add(Seen.of(feature));
        });
    }

    @Override
    public void end(Consumer<Finding> findings) {
        scopes.all()
                .values()
                .forEach(areas ->
                        areas.topology.overlaps(leastM2, overlap -> findings.accept(told(areas.seen, overlap))));
    }

    private static Finding told(List<Seen> seen, AreaOverlap overlap) {
        Seen first = seen.get(overlap.first());
        return seen.get(overlap.second())
                .warning(
                        "area.overlap",
                        overlap.shape(),
                        Text.of(
                                "与第 %d 条记录“%s”重叠 %s 平方米。",
                                "It lies over record %d, \"%s\", by %s m².",
                                first.record(),
                                first.id(),
                                Numbers.rough(overlap.areaM2())));
    }
}
