package org.anlan.intake;

import java.util.Optional;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.SourceFeature;
import org.anlan.geo.OutsideCrsException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;

/** Turns a file's shape into one that the layer can hold: of the right kind, in CGCS2000 degrees, valid. */
final class ShapeMaker {

    private final PartPlan plan;

    ShapeMaker(PartPlan plan) {
        this.plan = plan;
    }

    Optional<Geometry> make(SourceFeature feature, FindingLog log) {
        GeometryKind kind = plan.layer().geometry();
        Optional<Geometry> shape = feature.geometry().filter(g -> !g.isEmpty());
        if (shape.isEmpty()) {
            if (plan.layer().geometryRequired()) {
                log.add(finding("geometry.missing", feature, Text.of("没有图形。", "There is no shape.")));
            }
            return Optional.empty();
        }
        if (!fits(kind, shape.get())) {
            log.add(finding(
                    "geometry.wrong-kind",
                    feature,
                    Text.of(
                            "图形类型是 %1$s，而图层“%2$s”要求%4$s。",
                            "The shape is a %1$s, but layer \"%3$s\" takes %5$s.",
                            shape.get().getGeometryType(),
                            plan.layer().title().zh(),
                            plan.layer().title().en(),
                            words(kind).zh(),
                            words(kind).en())));
            return Optional.empty();
        }
        try {
            return Optional.of(plan.transform().apply(shape.get()));
        } catch (OutsideCrsException e) {
            log.add(finding("geometry.outside-crs", feature, e.text()));
            return Optional.empty();
        }
    }

    private Finding finding(String code, SourceFeature feature, Text text) {
        return Finding.ofRecord(code, Severity.ERROR, plan.source().name(), feature.record(), text);
    }

    private static boolean fits(GeometryKind kind, Geometry shape) {
        return switch (kind) {
            case POINT -> shape instanceof Puntal;
            case LINE -> shape instanceof Lineal;
            case POLYGON -> shape instanceof Polygonal;
            case ANY -> true;
            case NONE -> false;
        };
    }

    private static Text words(GeometryKind kind) {
        return switch (kind) {
            case POINT -> new Text("点", "points");
            case LINE -> new Text("线", "lines");
            case POLYGON -> new Text("面", "areas");
            case ANY -> new Text("点、线或面", "points, lines or areas");
            case NONE -> new Text("不带图形的表", "rows without a shape");
        };
    }
}
