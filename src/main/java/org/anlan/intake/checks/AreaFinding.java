package org.anlan.intake.checks;

import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.geo.AreaGap;
import org.locationtech.jts.geom.Point;

/** A warning about a piece of ground that belongs to no feature. */
final class AreaFinding {

    private AreaFinding() {}

    static Finding of(String code, String source, AreaGap gap, Text text) {
        Point inside = gap.shape().getInteriorPoint();
        return Finding.ofFile(code, Severity.WARNING, source, text)
                .at(inside.getX(), inside.getY())
                .showing(gap.shape());
    }
}
