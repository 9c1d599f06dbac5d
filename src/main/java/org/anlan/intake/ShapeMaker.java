package org.anlan.intake;

import java.util.List;
import java.util.Optional;
import org.anlan.base.EnumWord;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.catalog.GeometryKind;
import org.anlan.format.SourceFeature;
import org.anlan.geo.GeometryCheck;
import org.anlan.geo.GeometryProblem;
import org.anlan.geo.KeptShape;
import org.anlan.geo.OutsideCrsException;
import org.anlan.geo.Repair;
import org.anlan.geo.RepairKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;

/** Turns a file's shape into one that the layer can hold: of the right kind, in CGCS2000 degrees, valid. */
final class ShapeMaker {

    private final PartPlan plan;
    private final RepairCount repairs;

    /** @param repairs hears of every repair */
    ShapeMaker(PartPlan plan, RepairCount repairs) {
        this.plan = plan;
        this.repairs = repairs;
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

    /** The shape as it may be kept: what is wrong with it is told, or mended where that is allowed. */
    private Optional<Geometry> sound(SourceFeature feature, Geometry shape, FindingLog log) {
        List<GeometryProblem> problems = GeometryCheck.check(shape);
        if (problems.isEmpty()) {
            return Optional.of(KeptShape.of(shape));
        }
        List<GeometryProblem> left = problems.stream()
                .filter(p ->
                        p.kind().mendedBy().filter(plan.repairs()::contains).isEmpty())
                .toList();
        if (left.stream().anyMatch(p -> p.kind().fatal())) {
            Repair offered = Repair.of(shape);
            left.forEach(p -> log.add(told(feature, p, offered.shape())));
            return Optional.empty();
        }
        Repair repair = Repair.of(shape, plan.repairs());
        if (repair.shape().isEmpty()) {
            log.add(finding("geometry.nothing-left", feature, Text.of("图形无法修复。", "The shape cannot be mended.")));
            return Optional.empty();
        }
        left.forEach(p -> log.add(told(feature, p, repair.shape())));
        for (RepairKind kind : repair.kinds()) {
            repairs.made(kind);
            log.add(RepairFinding.of(plan.source().name(), feature.record(), shape, repair, kind, problems));
        }
        return Optional.of(KeptShape.of(repair.shape()));
    }

    private Finding told(SourceFeature feature, GeometryProblem problem, Geometry mended) {
        GeometryProblem.Kind kind = problem.kind();
        String code = "geometry." + EnumWord.of(kind);
        Text what = kind.text();
        Optional<RepairKind> offer = kind.mendedBy().filter(k -> !mended.isEmpty());
        Text text = offer.isEmpty()
                ? what
                : Text.of(
                        "%1$s；可以允许“%3$s”（%4$s）来修复，或改正后重新上传。",
                        "%2$s; allow \"%5$s\" (%4$s) to have it mended, or correct it and upload again.",
                        what.zh(),
                        what.en(),
                        offer.get().text().zh(),
                        offer.get().word(),
                        offer.get().text().en());
        Finding finding = Finding.ofRecord(code, severity(kind), plan.source().name(), feature.record(), text);
        Finding placed = problem.place().map(p -> finding.at(p.lon(), p.lat())).orElse(finding);
        return offer.map(k -> placed.mendedBy(k.word()).showing(mended)).orElse(placed);
    }

    private static Severity severity(GeometryProblem.Kind kind) {
        return kind.fatal()
                ? Severity.ERROR
                : kind == GeometryProblem.Kind.SELF_CROSSING_LINE ? Severity.WARNING : Severity.NOTE;
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
