package org.anlan.intake.checks;

import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.store.Extent;
import org.locationtech.jts.geom.Envelope;

/** Features far from the installation's regions usually have the wrong coordinate system or swapped axes. */
final class HomeArea implements FeatureCheck {

    /** Some 50 km: bays and neighbouring counties are still near. */
    static final double NEAR_DEGREES = 0.5;

    private final Envelope near;

    HomeArea(Extent home) {
        near = new Envelope(home.west(), home.east(), home.south(), home.north());
        near.expandBy(NEAR_DEGREES);
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry()
                .filter(g -> !near.intersects(g.getEnvelopeInternal()))
                .ifPresent(
                        g -> findings.accept(
                                feature.finding(
                                        "place.outside",
                                        Severity.WARNING,
                                        Text.of(
                                                "位于行政区 50 公里以外；请核对坐标系和坐标轴顺序。",
                                                "Lies more than some 50 km outside the regions; check the coordinate system and the axis order."))));
    }
}
