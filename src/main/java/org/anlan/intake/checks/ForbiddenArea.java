package org.anlan.intake.checks;

import java.util.List;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.geo.AreaIndex;

/** A feature (an outfall) does not lie in an area where there should be none: a protected area, a red line, a bathing beach. */
final class ForbiddenArea implements FeatureCheck {

    private final Text layer;
    private final List<StoredShape> areas;
    private final AreaIndex index;
    private final double depthM;

    /**
     * @param layer title of the layer that holds the areas
     * @param areas the areas
     * @param depthM a point nearer to the border than this lies on it, not in the area
     */
    ForbiddenArea(Text layer, List<StoredShape> areas, double depthM) {
        this.layer = layer;
        this.areas = areas;
        this.depthM = depthM;
        this.index = new AreaIndex(areas.stream().map(StoredShape::shape).toList());
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry().ifPresent(shape -> index.meeting(shape, depthM)
                .forEach(hit -> findings.accept(feature.finding(
                                "place.forbidden",
                                Severity.WARNING,
                                Text.of(
                                        "位于“%1$s”的“%3$s”之内，按规定那里不应有；请核对位置。",
                                        "It lies in \"%3$s\" of \"%2$s\", where there should be none; check the place.",
                                        layer.zh(),
                                        layer.en(),
                                        areas.get(hit).name()))
                        .showing(areas.get(hit).shape()))));
    }
}
