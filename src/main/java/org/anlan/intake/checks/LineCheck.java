package org.anlan.intake.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.anlan.base.Finding;
import org.anlan.base.Severity;
import org.anlan.base.Text;
import org.anlan.geo.Crossing;
import org.anlan.geo.Gap;
import org.anlan.geo.LineTopology;
import org.anlan.geo.Overlap;
import org.anlan.geo.Overlaps;

/**
 * How the lines of a hand-in lie to each other: drawn twice, ends that should meet and do not, crossings. Lines of different scopes (survey years) are not
 * compared: each survey draws the whole coast anew.
 */
final class LineCheck implements FeatureCheck {

    private final int scope;
    private final boolean overlaps;
    private final boolean gaps;
    private final Map<Object, Lines> byScope = new HashMap<>();

    /** The lines of one scope. */
    private static final class Lines {
        final LineTopology topology = new LineTopology();
        final List<Origin> origins = new ArrayList<>();

        Finding finding(String code, int feature, Finding.Place at, Text text) {
            Origin origin = origins.get(feature);
            return Finding.ofRecord(code, Severity.WARNING, origin.source(), origin.record(), text)
                    .about(origin.id())
                    .at(at.lon(), at.lat());
        }

        String id(int feature) {
            return origins.get(feature).id();
        }
    }

    private record Origin(String id, String source, int record) {}

    /**
     * @param scope position of the layer's scope field; -1 when it has none
     * @param overlaps whether to find what is drawn twice
     * @param gaps whether to find ends that nearly meet, and crossings
     */
    LineCheck(int scope, boolean overlaps, boolean gaps) {
        this.scope = scope;
        this.overlaps = overlaps;
        this.gaps = gaps;
    }

    @Override
    public void feature(Checked feature, Consumer<Finding> findings) {
        feature.geometry().ifPresent(line -> {
            Object key = scope < 0 || feature.values()[scope] == null ? "" : feature.values()[scope];
            Lines lines = byScope.computeIfAbsent(key, k -> new Lines());
            lines.topology.add(line);
            lines.origins.add(new Origin(feature.id(), feature.source(), feature.record()));
        });
    }

    @Override
    public void end(Consumer<Finding> findings) {
        for (Lines lines : byScope.values()) {
            if (overlaps) {
                findOverlaps(lines, findings);
            }
            if (gaps) {
                findGapsAndCrossings(lines, findings);
            }
        }
    }

    private static void findOverlaps(Lines lines, Consumer<Finding> findings) {
        for (Overlap overlap :
                lines.topology.overlaps(Overlaps.DEFAULT_TOLERANCE_M).pairs()) {
            findings.accept(lines.finding(
                    "line.overlap",
                    overlap.repeated(),
                    overlap.place(),
                    Text.of(
                            "有 %s 米与“%s”重叠；统计时只计一次。",
                            "%s m lie over \"%s\"; figures count them once.",
                            metres(overlap.lengthM()),
                            lines.id(overlap.kept()))));
        }
    }

    private static void findGapsAndCrossings(Lines lines, Consumer<Finding> findings) {
        for (Gap gap : lines.topology.gaps(LineTopology.DEFAULT_GAP_M)) {
            findings.accept(lines.finding(
                    "line.gap",
                    gap.first(),
                    gap.place(),
                    Text.of(
                            "端点与“%2$s”相距 %1$s 米，没有相接。",
                            "An end is %1$s m from \"%2$s\" and does not meet it.",
                            metres(gap.distanceM()),
                            lines.id(gap.second()))));
        }
        for (Crossing crossing : lines.topology.crossings()) {
            findings.accept(lines.finding(
                    "line.crossing",
                    crossing.first(),
                    crossing.place(),
                    Text.of("与“%s”相交。", "Crosses \"%s\".", lines.id(crossing.second()))));
        }
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
