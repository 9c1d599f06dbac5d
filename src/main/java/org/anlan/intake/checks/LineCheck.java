package org.anlan.intake.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Finding.Place;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.geo.Crossing;
import org.anlan.geo.Dangle;
import org.anlan.geo.Gap;
import org.anlan.geo.LineTopology;
import org.anlan.geo.Overlap;
import org.anlan.geo.RepairKind;
import org.anlan.geo.Turn;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * How the lines of a scope lie to each other: drawn twice, ends that should meet and do not, crossings, direction. One class, because all share the vertices
 * that it holds.
 */
final class LineCheck implements FeatureCheck {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final LineRules rules;
    private final ScopeOf.Each<Lines> scopes;

    /** The lines of one scope. */
    private static final class Lines {
        final LineTopology topology = new LineTopology();
        final List<Seen> seen = new ArrayList<>();

        String id(int feature) {
            return seen.get(feature).id();
        }
    }

    LineCheck(ScopeOf scope, LineRules rules) {
        this.rules = rules;
        this.scopes = new ScopeOf.Each<>(scope, Lines::new);
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry().ifPresent(line -> {
            Lines lines = scopes.of(feature);
            lines.topology.add(line);
            lines.seen.add(Seen.of(feature));
        });
    }

    @Override
    public void end(Consumer<Finding> findings) {
        for (Lines lines : scopes.all().values()) {
            rules.overlapM().ifPresent(m -> overlaps(lines, m, findings));
            if (rules.crossing()) {
                crossings(lines, findings);
            }
            rules.gapM().ifPresent(m -> gaps(lines, m, findings));
            rules.danglesM().ifPresent(m -> dangles(lines, m, findings));
            if (rules.direction()) {
                turns(lines, findings);
            }
        }
    }

    private static void overlaps(Lines lines, double toleranceM, Consumer<Finding> findings) {
        for (Overlap overlap : lines.topology.overlaps(toleranceM).pairs()) {
            Text text = Text.of(
                    "有 %s 米与“%s”重叠；统计时只计一次。",
                    "%s m lie over \"%s\"; figures count them once.",
                    Numbers.fine(overlap.lengthM()),
                    lines.id(overlap.kept()));
            Seen repeated = lines.seen.get(overlap.repeated());
            findings.accept(
                    repeated.warning("line.overlap", overlap.place(), text).showing(lines.topology.stretch(overlap)));
        }
    }

    private void gaps(Lines lines, double nearM, Consumer<Finding> findings) {
        for (Gap gap : lines.topology.gaps(nearM)) {
            Text text = Text.of(
                    "端点与“%2$s”相距 %1$s 米，没有相接。",
                    "An end is %1$s m from \"%2$s\" and does not meet it.",
                    Numbers.fine(gap.distanceM()),
                    lines.id(gap.second()));
            findings.accept(lines.seen
                    .get(gap.first())
                    .warning("line.gap", gap.place(), text)
                    .showing(line(gap.place(), gap.other()))
                    .mendedBy(RepairKind.SNAP.word()));
        }
    }

    private void dangles(Lines lines, double nearM, Consumer<Finding> findings) {
        for (Dangle dangle : lines.topology.dangles(nearM)) {
            Text text = Text.of(
                    "端点悬挂：离“%2$s”的线身 %1$s 米，没有搭上或略有越过。",
                    "An end dangles: it is %1$s m from the middle of \"%2$s\", short of it or a little over.",
                    Numbers.fine(dangle.distanceM()),
                    lines.id(dangle.other()));
            findings.accept(lines.seen
                    .get(dangle.feature())
                    .warning("line.dangle", dangle.place(), text)
                    .showing(line(dangle.place(), dangle.foot()))
                    .mendedBy(RepairKind.SNAP.word()));
        }
    }

    private static void crossings(Lines lines, Consumer<Finding> findings) {
        for (Crossing crossing : lines.topology.crossings()) {
            Text text = Text.of("与“%s”相交。", "Crosses \"%s\".", lines.id(crossing.second()));
            findings.accept(lines.seen.get(crossing.first()).warning("line.crossing", crossing.place(), text));
        }
    }

    private static void turns(Lines lines, Consumer<Finding> findings) {
        for (Turn turn : lines.topology.turns()) {
            Seen first = lines.seen.get(turn.first());
            Text text = Text.of(
                    turn.starting() ? "与“%s”方向相反：两线都从此处起；陆地应在同一侧。" : "与“%s”方向相反：两线都到此处止；陆地应在同一侧。",
                    turn.starting()
                            ? "Runs against \"%s\": both start here; land should be on one side."
                            : "Runs against \"%s\": both end here; land should be on one side.",
                    lines.id(turn.second()));
            findings.accept(Finding.ofRecord("line.direction", Severity.NOTE, first.source(), first.record(), text)
                    .about(first.id())
                    .at(turn.place().lon(), turn.place().lat()));
        }
    }

    private static Geometry line(Place from, Place to) {
        return FACTORY.createLineString(
                new Coordinate[] {new CoordinateXY(from.lon(), from.lat()), new CoordinateXY(to.lon(), to.lat())});
    }
}
