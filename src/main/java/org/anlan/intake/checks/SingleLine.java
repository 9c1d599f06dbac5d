package org.anlan.intake.checks;

import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.locationtech.jts.geom.MultiLineString;

/** A feature is one line, not several under one code. */
final class SingleLine implements FeatureCheck {

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry()
                .filter(shape -> shape instanceof MultiLineString && shape.getNumGeometries() > 1)
                .ifPresent(shape -> findings.accept(feature.finding(
                        "geometry.several-parts",
                        Severity.NOTE,
                        Text.of(
                                "由 %d 条线组成；一般一个编码对应一条线。",
                                "It is made of %d lines; usually a code stands for one.", shape.getNumGeometries()))));
    }
}
