package org.anlan.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.SourceFeature;
import org.anlan.geo.GeometryCheck;
import org.anlan.geo.GeometryProblem;
import org.anlan.geo.OutsideCrsException;
import org.anlan.geo.Repair;
import org.anlan.geo.RingOrder;
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
            return sound(feature, plan.transform().apply(shape.get()), log);
        } catch (OutsideCrsException e) {
            log.add(finding("geometry.outside-crs", feature, e.text()));
            return Optional.empty();
        }
    }

    /** The shape as it may be kept: what is wrong with it is told, and mended where that keeps it what it was meant to be. */
    private Optional<Geometry> sound(SourceFeature feature, Geometry shape, FindingLog log) {
        List<GeometryProblem> problems = GeometryCheck.check(shape);
        if (problems.isEmpty()) {
            return Optional.of(RingOrder.SHELLS_CLOCKWISE.of(shape));
        }
        for (GeometryProblem problem : problems) {
            String code =
                    "geometry." + problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            Finding finding = Finding.ofRecord(
                    code,
                    severity(problem.kind()),
                    plan.source().name(),
                    feature.record(),
                    problem.kind().text());
            log.add(problem.place().map(p -> finding.at(p.lon(), p.lat())).orElse(finding));
        }
        Repair repair = Repair.of(shape);
        if (repair.shape().isEmpty()) {
            log.add(finding("geometry.nothing-left", feature, Text.of("图形无法修复。", "The shape cannot be mended.")));
            return Optional.empty();
        }
        if (repair.changed()) {
            log.add(Finding.ofRecord(
                    "geometry.repaired", Severity.NOTE, plan.source().name(), feature.record(), repaired(repair)));
        }
        return Optional.of(RingOrder.SHELLS_CLOCKWISE.of(repair.shape()));
    }

    private static Severity severity(GeometryProblem.Kind kind) {
        return switch (kind) {
            case EMPTY, NOT_FINITE, TOO_FEW_POINTS, SELF_CROSSING, SELF_CROSSING_LINE, WRONG_RING_ORDER, SLIVER ->
                Severity.WARNING;
            case DUPLICATE_VERTEX -> Severity.NOTE;
        };
    }

    private static Text repaired(Repair repair) {
        String zh = repair.steps().stream().map(s -> s.text().zh()).collect(Collectors.joining("、"));
        String en = repair.steps().stream().map(s -> s.text().en()).collect(Collectors.joining(", "));
        if (repair.areaBeforeM2() == 0 && repair.areaAfterM2() == 0) {
            return Text.of("已修复：%1$s。", "Mended: %2$s.", zh, en);
        }
        return Text.of(
                "已修复：%1$s；面积由 %3$.1f 平方米变为 %4$.1f 平方米。",
                "Mended: %2$s; the area was %3$.1f m² and is %4$.1f m².",
                zh,
                en,
                repair.areaBeforeM2(),
                repair.areaAfterM2());
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
