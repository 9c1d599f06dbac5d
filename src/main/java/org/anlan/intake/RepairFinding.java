package org.anlan.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.geo.Geodesy;
import org.anlan.geo.GeometryProblem;
import org.anlan.geo.Repair;
import org.anlan.geo.RepairKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Tells a repair: what was wrong, what was done, what that did to the area or the length. Its shape is the one after the repair. */
final class RepairFinding {

    private RepairFinding() {}

    static Finding of(
            String source,
            int record,
            Geometry before,
            Repair repair,
            RepairKind kind,
            List<GeometryProblem> problems) {
        Optional<GeometryProblem> problem = problems.stream()
                .filter(p -> p.kind().mendedBy().equals(Optional.of(kind)))
                .findFirst();
        List<Text> words = Stream.concat(
                        problem.map(p -> p.kind().text()).stream(),
                        repair.steps().stream().filter(s -> s.kind() == kind).map(Repair.Step::text))
                .toList();
        Finding finding = told(source, record, kind, words, before, repair.shape());
        return problem.flatMap(GeometryProblem::place)
                .map(p -> finding.at(p.lon(), p.lat()))
                .orElse(finding);
    }

    /** The finding about an end of a line that was moved. */
    static Finding snapped(String source, int record, Geometry before, Geometry after, double movedM) {
        List<Text> words =
                List.of(Text.of("端点移动 %s 米与相邻线相接", "an end was moved %s m to meet its neighbour", number(movedM, 3)));
        Coordinate at = after.getCoordinate();
        return told(source, record, RepairKind.SNAP, words, before, after).at(at.x, at.y);
    }

    private static Finding told(
            String source, int record, RepairKind kind, List<Text> words, Geometry before, Geometry after) {
        String zh = String.join("、", words.stream().map(Text::zh).toList());
        String en = String.join(", ", words.stream().map(Text::en).toList());
        Text text =
                switch (after.getDimension()) {
                    case 2 ->
                        Text.of(
                                "已修复：%1$s；面积由 %3$s 平方米变为 %4$s 平方米。",
                                "Mended: %2$s; the area was %3$s m² and is %4$s m².",
                                zh,
                                en,
                                number(Geodesy.areaM2(before), 1),
                                number(Geodesy.areaM2(after), 1));
                    case 1 ->
                        Text.of(
                                "已修复：%1$s；长度由 %3$s 米变为 %4$s 米。",
                                "Mended: %2$s; the length was %3$s m and is %4$s m.",
                                zh,
                                en,
                                number(Geodesy.lengthM(before), 3),
                                number(Geodesy.lengthM(after), 3));
                    default -> Text.of("已修复：%1$s。", "Mended: %2$s.", zh, en);
                };
        return Finding.ofRecord("repair." + kind.word(), Severity.NOTE, source, record, text)
                .showing(after);
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
