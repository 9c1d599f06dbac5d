package org.anlan.coast.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.anlan.base.Text;
import org.anlan.coast.Regions;
import org.anlan.coast.SurveySource;
import org.anlan.geo.Overlaps;
import org.anlan.geo.RegionSplit;

/**
 * A survey cut into stretches, each with what it belongs to. Coast drawn twice is in it once: the stretch of the segment that was kept first.
 *
 * @param segments the segments of the survey
 * @param stretches stretches of the segments, one segment after another
 * @param regionNames name by code of the regions it was split by
 * @param source scale and source of the survey
 * @param warnings coast drawn twice, regions that overlap, several scales
 */
public record SplitSurvey(
        List<Survey.Segment> segments,
        List<Stretch> stretches,
        Map<String, String> regionNames,
        SurveySource source,
        List<Text> warnings) {

    /**
     * A stretch of a segment.
     *
     * @param segment position of its segment
     * @param region code of the region; blank when no region takes it or the survey was not split by place
     * @param lengthM its length
     */
    public record Stretch(int segment, String region, double lengthM) {}

    /** The survey as it is, not split by place. */
    public static SplitSurvey whole(Survey survey) {
        return cut(
                survey,
                Map.of(),
                new ArrayList<>(),
                segment -> List.of(new RegionSplit.Stretch(Optional.empty(), 0, segment.lengthM(), false)));
    }

    /** The survey split among regions. */
    public static SplitSurvey byRegion(Survey survey, Regions regions) {
        return cut(survey, regions.names(), new ArrayList<>(), segment -> regions.split()
                .split(segment.line()));
    }

    private interface Cutter {
        List<RegionSplit.Stretch> cut(Survey.Segment segment);
    }

    private static SplitSurvey cut(Survey survey, Map<String, String> names, List<Text> warnings, Cutter cutter) {
        Map<Integer, List<Overlaps.Range>> repeated = repeated(survey, warnings);
        List<Stretch> stretches = new ArrayList<>();
        Set<String> overlapping = new TreeSet<>();
        for (int i = 0; i < survey.segments().size(); i++) {
            Survey.Segment segment = survey.segments().get(i);
            List<Overlaps.Range> twice = repeated.getOrDefault(i, List.of());
            for (RegionSplit.Stretch part : cutter.cut(segment)) {
                if (part.overlapping()) {
                    part.region().map(names::get).ifPresent(overlapping::add);
                }
                double lengthM = part.toM() - part.fromM() - within(twice, part.fromM(), part.toM());
                if (counts(twice, lengthM)) {
                    stretches.add(new Stretch(i, part.region().orElse(""), lengthM));
                }
            }
        }
        if (!overlapping.isEmpty()) {
            warnings.add(Text.of(
                    "有区域相互重叠，重叠处的岸线归入更深的一个：%s",
                    "Regions overlap; coast in the overlap goes to the one it lies deeper in: %s",
                    String.join(", ", overlapping)));
        }
        warnings.addAll(survey.source().warnings());
        return new SplitSurvey(survey.segments(), stretches, names, survey.source(), warnings);
    }

    /** What is drawn twice, by the number of the segment that repeats it; told in a warning. */
    public static Map<Integer, List<Overlaps.Range>> repeated(Survey survey, List<Text> warnings) {
        Overlaps overlaps = Overlaps.find(
                survey.segments().stream().map(Survey.Segment::line).toList(), Overlaps.DEFAULT_TOLERANCE_M);
        Map<Integer, List<Overlaps.Range>> repeated = overlaps.repeated();
        if (!repeated.isEmpty()) {
            String ids = String.join(
                    ", ",
                    repeated.keySet().stream()
                            .sorted()
                            .map(i -> survey.segments().get(i).id())
                            .limit(20)
                            .toList());
            warnings.add(Text.of(
                    "有 %1$s 米岸线画了两次，只计一次：%2$s",
                    "%1$s m of coast are drawn twice and counted once: %2$s",
                    String.format(Locale.ROOT, "%.2f", overlaps.repeatedM()),
                    ids));
        }
        return repeated;
    }

    /** Whether a stretch of a segment counts: what is left of one that is drawn twice may be nothing. */
    public static boolean counts(List<Overlaps.Range> twice, double lengthM) {
        return twice.isEmpty() || lengthM > Overlaps.DEFAULT_TOLERANCE_M;
    }

    /** Metres of a range that are drawn twice. */
    public static double within(List<Overlaps.Range> repeated, double fromM, double toM) {
        return repeated.stream()
                .mapToDouble(r -> Math.max(0, Math.min(toM, r.toM()) - Math.max(fromM, r.fromM())))
                .sum();
    }
}
