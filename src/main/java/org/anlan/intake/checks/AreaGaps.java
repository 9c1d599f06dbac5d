package org.anlan.intake.checks;

import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.geo.AreaGap;
import org.anlan.geo.PolygonTopology;

/** Areas of one scope leave no small holes between them. */
final class AreaGaps implements FeatureCheck {

    private final double leastM2;
    private final double mostM2;
    private final ScopeOf.Each<Areas> scopes;

    private static final class Areas {
        final PolygonTopology topology = new PolygonTopology();
        String source = "";
    }

    /**
     * @param leastM2 smaller holes are the rounding of coordinates
     * @param mostM2 larger ones are meant
     */
    AreaGaps(ScopeOf scope, double leastM2, double mostM2) {
        this.leastM2 = leastM2;
        this.mostM2 = mostM2;
        this.scopes = new ScopeOf.Each<>(scope, Areas::new);
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry().filter(shape -> shape.getDimension() == 2).ifPresent(shape -> {
            Areas areas = scopes.of(feature);
            areas.topology.add(shape);
            areas.source = feature.source();
        });
    }

    @Override
    public void end(Consumer<Finding> findings) {
        scopes.all().values().forEach(areas -> areas.topology
                .gaps(leastM2, mostM2)
                .forEach(gap -> findings.accept(told(areas, gap))));
    }

    private static Finding told(Areas areas, AreaGap gap) {
        return AreaFinding.of(
                "area.gap",
                areas.source,
                gap,
                Text.of(
                        "相邻面之间有 %s 平方米的空隙。",
                        "Neighbours leave a hole of %s m² between them.", Numbers.rough(gap.areaM2())));
    }
}
