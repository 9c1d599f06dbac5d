package org.anlan.coast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anlan.base.Text;
import org.anlan.geo.LineOverlaps;
import org.anlan.geo.RegionSplit;

/**
 * A survey cut into stretches, each with what it belongs to. Coast drawn twice is in it once: the stretch of the segment that was kept first.
 *
 * @param segments the segments of the survey
 * @param stretches stretches of the segments, one segment after another
 * @param regionNames name by code of the regions it was split by
 * @param warnings coast drawn twice, regions that overlap
 */
record SplitSurvey(
        List<Survey.Segment> segments, List<Stretch> stretches, Map<String, String> regionNames, List<Text> warnings) {

    /** Lines closer than this count as the same line. */
    private static final double SAME_LINE_M = 0.01;

    /**
     * A stretch of a segment.
     *
     * @param segment position of its segment
     * @param region code of the region; blank when no region takes it or the survey was not split by place
     * @param protection code of the protection class; blank when it has none
     * @param space code of the function space; blank when it has none
     * @param lengthM its length
     */
    record Stretch(int segment, String region, String protection, String space, double lengthM) {}

    /** A part of a line that another line draws already, in metres from the line's start. */
    private record Repeated(double fromM, double toM) {}

    /** The survey as it is, not split by place. */
    static SplitSurvey whole(Survey survey) {
        return cut(
                survey,
                Map.of(),
                new ArrayList<>(),
                segment -> List.of(new RegionSplit.Stretch(Optional.empty(), 0, segment.lengthM(), false)));
    }

    /** The survey split among regions. */
    static SplitSurvey byRegion(Survey survey, Regions regions) {
        return cut(survey, regions.names(), new ArrayList<>(), segment -> regions.split()
                .split(segment.line()));
    }

    private interface Cutter {
        List<RegionSplit.Stretch> cut(Survey.Segment segment);
    }

    private static SplitSurvey cut(Survey survey, Map<String, String> names, List<Text> warnings, Cutter cutter) {
        Map<Integer, List<Repeated>> repeated = repeated(survey, warnings);
        List<Stretch> stretches = new ArrayList<>();
        Set<String> overlapping = new TreeSet<>();
        for (int i = 0; i < survey.segments().size(); i++) {
            Survey.Segment segment = survey.segments().get(i);
            List<Repeated> twice = repeated.getOrDefault(i, List.of());
            for (RegionSplit.Stretch part : cutter.cut(segment)) {
                if (part.overlapping()) {
                    part.region().map(names::get).ifPresent(overlapping::add);
                }
                double lengthM = part.toM() - part.fromM() - within(twice, part.fromM(), part.toM());
                if (twice.isEmpty() || lengthM > SAME_LINE_M) {
                    stretches.add(
                            new Stretch(i, part.region().orElse(""), segment.protection(), segment.space(), lengthM));
                }
            }
        }
        if (!overlapping.isEmpty()) {
            warnings.add(Text.of(
                    "有区域相互重叠，重叠处的岸线归入更深的一个：%s",
                    "Regions overlap; coast in the overlap goes to the one it lies deeper in: %s",
                    String.join(", ", overlapping)));
        }
        return new SplitSurvey(survey.segments(), stretches, names, warnings);
    }

    private static Map<Integer, List<Repeated>> repeated(Survey survey, List<Text> warnings) {
        List<LineOverlaps.Overlap> overlaps = LineOverlaps.find(
                survey.segments().stream().map(Survey.Segment::line).toList(), SAME_LINE_M);
        Map<Integer, List<Repeated>> repeated = new HashMap<>();
        for (LineOverlaps.Overlap overlap : overlaps) {
            repeated.computeIfAbsent(overlap.repeated(), i -> new ArrayList<>())
                    .add(new Repeated(overlap.fromM(), overlap.toM()));
        }
        double totalM = 0;
        Map<Integer, List<Repeated>> merged = new TreeMap<>();
        for (Map.Entry<Integer, List<Repeated>> entry : repeated.entrySet()) {
            List<Repeated> once = union(entry.getValue());
            merged.put(entry.getKey(), once);
            totalM += once.stream().mapToDouble(r -> r.toM() - r.fromM()).sum();
        }
        if (totalM > 0) {
            String ids = String.join(
                    ", ",
                    merged.keySet().stream()
                            .map(i -> survey.segments().get(i).id())
                            .limit(20)
                            .toList());
            warnings.add(Text.of(
                    "有 %1$s 米岸线画了两次，只计一次：%2$s",
                    "%1$s m of coast are drawn twice and counted once: %2$s",
                    String.format(Locale.ROOT, "%.2f", totalM),
                    ids));
        }
        return merged;
    }

    /** Three lines over each other repeat the same part twice; it is still taken off once. */
    private static List<Repeated> union(List<Repeated> parts) {
        List<Repeated> sorted = parts.stream()
                .sorted((a, b) -> Double.compare(a.fromM(), b.fromM()))
                .toList();
        List<Repeated> merged = new ArrayList<>();
        for (Repeated part : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && part.fromM() <= merged.get(last).toM()) {
                merged.set(
                        last,
                        new Repeated(
                                merged.get(last).fromM(),
                                Math.max(merged.get(last).toM(), part.toM())));
            } else {
                merged.add(part);
            }
        }
        return merged;
    }

    private static double within(List<Repeated> repeated, double fromM, double toM) {
        return repeated.stream()
                .mapToDouble(r -> Math.max(0, Math.min(toM, r.toM()) - Math.max(fromM, r.fromM())))
                .sum();
    }
}
