package org.anlan.intake.checks;

import java.util.List;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Text;
import org.anlan.geo.Sliver;

/** No part of an area is long and thin beyond reason. */
final class SliverCheck implements FeatureCheck {

    private final double narrowM;

    /** @param narrowM mean width under which a part is a sliver */
    SliverCheck(double narrowM) {
        this.narrowM = narrowM;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        List<Sliver> found =
                feature.geometry().map(shape -> Sliver.of(shape, narrowM)).orElse(List.of());
        if (!found.isEmpty()) {
            Sliver first = found.get(0);
            findings.accept(Seen.of(feature)
                    .warning(
                            "geometry.sliver",
                            first.part(),
                            Text.of(
                                    "有 %d 个狭长碎面；第一个平均宽 %s 米。",
                                    "It has %d slivers; the first is %s m wide on average.",
                                    found.size(),
                                    Numbers.fine(first.widthM()))));
        }
    }
}
