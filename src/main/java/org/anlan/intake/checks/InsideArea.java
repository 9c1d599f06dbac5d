package org.anlan.intake.checks;

import java.util.List;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.geo.AreaReach;
import org.locationtech.jts.geom.Envelope;

/** A feature lies in an area of another layer, or not far from it. Silent while there is none, and for features that lie so far off that HomeArea tells it. */
final class InsideArea implements FeatureCheck {

    private final AreaReach areas;
    private final Envelope near = new Envelope();
    private final double toleranceM;

    /** @param toleranceM how far outside a place may lie, metres */
    InsideArea(List<StoredShape> areas, double toleranceM) {
        this.areas = new AreaReach(areas.stream().map(StoredShape::shape).toList(), toleranceM);
        areas.forEach(a -> near.expandToInclude(a.shape().getEnvelopeInternal()));
        near.expandBy(HomeArea.NEAR_DEGREES);
        this.toleranceM = toleranceM;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry()
                .filter(shape -> near.intersects(shape.getEnvelopeInternal()))
                .ifPresent(shape -> areas.outside(shape)
                        .ifPresent(at -> findings.accept(feature.finding(
                                        "place.not-inside",
                                        Severity.WARNING,
                                        Text.of(
                                                "有部分位于行政区范围外 %s 米以上；请核对。",
                                                "Part of it lies more than %s m outside the area it should be in; check it.",
                                                Numbers.rough(toleranceM)))
                                .at(at.lon(), at.lat())
                                .showing(shape))));
    }
}
