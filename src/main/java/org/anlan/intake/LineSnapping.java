package org.anlan.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.anlan.catalog.Catalog;
import org.anlan.catalog.CheckCall;
import org.anlan.catalog.LayerDefinition;
import org.anlan.format.FeatureReader;
import org.anlan.format.SourceFeature;
import org.anlan.geo.LineSnap;
import org.anlan.geo.RepairKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;

/**
 * Joins ends of lines that nearly meet, where that is allowed. It goes over the lines once before they pass, so that the passage itself can take them one by
 * one: each end then knows where it goes. The lines of one scope of one layer are joined with each other, whatever part of the file they come from.
 */
final class LineSnapping {

    private final Map<Where, Line> lines = new HashMap<>();
    private final Map<List<Object>, LineSnap> scopes = new HashMap<>();
    private final Map<List<Object>, Double> tolerances = new HashMap<>();

    private long looked;

    /** A record of the file. */
    private record Where(int part, int record) {}

    /** A line among those of its scope. */
    private record Line(LineSnap snap, int feature) {}

    private LineSnapping() {}

    /** Looks at the lines of all parts whose ends may be moved. */
    static LineSnapping of(List<PartPlan> plans, Catalog catalog, Progress progress) throws IOException {
        LineSnapping snapping = new LineSnapping();
        for (PartPlan plan : plans) {
            double toleranceM = toleranceM(plan.layer());
            if (plan.repairs().contains(RepairKind.SNAP) && toleranceM > 0) {
                snapping.look(plan, toleranceM, catalog, progress);
            }
        }
        snapping.scopes.forEach((scope, snap) -> snap.join(snapping.tolerances.get(scope)));
        return snapping;
    }

    /** How far an end may be moved: the widest of what the layer's checks call a gap or a dangle; 0 where it has no such checks. */
    private static double toleranceM(LayerDefinition layer) {
        return Stream.of("line-gap", "line-dangle")
                .flatMap(name -> layer.check(name).stream())
                .flatMapToDouble((CheckCall call) -> DoubleStream.of(call.number(0)))
                .max()
                .orElse(0);
    }

    private void look(PartPlan plan, double toleranceM, Catalog catalog, Progress progress) throws IOException {
        FindingLog unheard = new FindingLog(); // the passage tells all of it again
        ShapeMaker shapes = new ShapeMaker(plan, new RepairCount());
        FeatureMaker values = new FeatureMaker(plan, catalog);
        Optional<Integer> scopeAt = plan.layer().scopeField().map(plan.layer()::indexOf);
        try (FeatureReader reader = plan.source().read()) {
            for (Optional<SourceFeature> next = reader.next(); next.isPresent(); next = reader.next()) {
                SourceFeature feature = next.get();
                if (++looked % Passage.TELL_EVERY == 0) {
                    progress.at(
                            Progress.Step.READING,
                            0,
                            Optional.empty()); // nothing has passed yet, but who wants to cancel may
                }
                Optional<Geometry> line = shapes.make(feature, unheard).filter(Lineal.class::isInstance);
                if (line.isPresent()) {
                    Object[] made = values.make(feature, unheard).values();
                    Object scope = scopeAt.map(at -> made[at]).orElse("");
                    List<Object> key = List.of(plan.layer().id(), scope);
                    LineSnap snap = scopes.computeIfAbsent(key, k -> new LineSnap());
                    tolerances.put(key, toleranceM);
                    lines.put(new Where(plan.index(), feature.record()), new Line(snap, snap.add(line.get())));
                }
            }
        }
    }

    /** The shape with its ends joined, which is counted and told; the very same where nothing had to be done. */
    Geometry snapped(PartPlan plan, int record, Geometry shape, RepairCount repairs, FindingLog log) {
        Line line = lines.get(new Where(plan.index(), record));
        Optional<LineSnap.Joined> joined =
                line == null ? Optional.empty() : line.snap().joined(line.feature(), shape);
        joined.ifPresent(j -> {
            repairs.made(RepairKind.SNAP);
            log.add(RepairFinding.snapped(plan.source().name(), record, shape, j.line(), j.movedM()));
        });
        return joined.map(LineSnap.Joined::line).orElse(shape);
    }
}
