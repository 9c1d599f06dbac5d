package org.anlan.coast.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anlan.base.Text;
import org.anlan.coast.ChangeFigure;
import org.anlan.coast.Regions;
import org.anlan.geo.Overlaps;
import org.anlan.geo.RegionSplit;

/**
 * Lays one survey on another: each stretch of the older line has the type of the newer line that lies nearest, if one lies within the tolerance; what of the
 * newer line has no older one within the tolerance is new. Where both surveys drew the same line, borders of types are found to a millimetre.
 */
public final class SurveyMatch {

    /**
     * A stretch of one of the surveys.
     *
     * @param segment the segment it is part of
     * @param from type in the older survey; empty = new coast
     * @param to type in the newer survey; empty = gone
     * @param region code of its region; blank when none takes it
     * @param fromM where it starts, metres from the start of the segment
     * @param toM where it ends
     * @param lengthM its length, without what was drawn before
     */
    public record Stretch(
            Survey.Segment segment,
            Optional<ChangeFigure.Type> from,
            Optional<ChangeFigure.Type> to,
            String region,
            double fromM,
            double toM,
            double lengthM) {}

    private final Regions regions;
    private final double toleranceM;
    private final List<Text> warnings = new ArrayList<>();

    /** Matches within a tolerance, metres, and splits by these regions. */
    public SurveyMatch(Regions regions, double toleranceM) {
        this.regions = regions;
        this.toleranceM = toleranceM;
    }

    /** What the reader should know of the matches made so far. */
    public List<Text> warnings() {
        return warnings;
    }

    /** The stretches of both surveys, each with what it was or became. */
    public List<Stretch> stretches(Survey older, Survey newer) {
        List<Stretch> found = new ArrayList<>();
        Lines then = new Lines(older, toleranceM);
        Lines now = new Lines(newer, toleranceM);
        lay(older, now, (segment, matched) -> Optional.of(new Types(Optional.of(segment.type()), matched)), found);
        // what has an older line beside it is told by that
        lay(
                newer,
                then,
                (segment, matched) -> matched.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Types(Optional.empty(), Optional.of(segment.type()))),
                found);
        return found;
    }

    private record Types(Optional<ChangeFigure.Type> from, Optional<ChangeFigure.Type> to) {}

    private interface Telling {
        Optional<Types> of(Survey.Segment segment, Optional<ChangeFigure.Type> matched);
    }

    private void lay(Survey survey, Lines on, Telling telling, List<Stretch> found) {
        Map<Integer, List<Overlaps.Range>> repeated = SplitSurvey.repeated(survey, warnings);
        for (int i = 0; i < survey.segments().size(); i++) {
            Survey.Segment segment = survey.segments().get(i);
            List<Overlaps.Range> twice = repeated.getOrDefault(i, List.of());
            List<RegionSplit.Stretch> places = regions.split().split(segment.line());
            for (RegionSplit.Stretch matched : on.split(segment)) {
                telling.of(segment, matched.region().map(on::named))
                        .ifPresent(types -> add(segment, types, matched, places, twice, found));
            }
        }
    }

    /** Adds a stretch, cut where the region changes. */
    private static void add(
            Survey.Segment segment,
            Types types,
            RegionSplit.Stretch matched,
            List<RegionSplit.Stretch> places,
            List<Overlaps.Range> twice,
            List<Stretch> found) {
        for (RegionSplit.Stretch place : places) {
            double from = Math.max(matched.fromM(), place.fromM());
            double to = Math.min(matched.toM(), place.toM());
            double lengthM = to - from - SplitSurvey.within(twice, from, to);
            if (to > from && SplitSurvey.counts(twice, lengthM)) {
                String region = place.region().orElse("");
                found.add(new Stretch(segment, types.from(), types.to(), region, from, to, lengthM));
            }
        }
    }

    /** The lines of a survey, ready to be followed, each with the number of its type. */
    private static final class Lines {

        private final List<ChangeFigure.Type> types = new ArrayList<>();
        private final RegionSplit split;

        Lines(Survey survey, double toleranceM) {
            Map<ChangeFigure.Type, String> numbers = new HashMap<>();
            List<RegionSplit.Region> lines = new ArrayList<>();
            for (Survey.Segment segment : survey.segments()) {
                String number = numbers.computeIfAbsent(segment.type(), type -> {
                    types.add(type);
                    return Integer.toString(types.size() - 1);
                });
                lines.add(new RegionSplit.Region(number, segment.line()));
            }
            split = new RegionSplit(lines, toleranceM);
        }

        ChangeFigure.Type named(String number) {
            return types.get(Integer.parseInt(number));
        }

        List<RegionSplit.Stretch> split(Survey.Segment segment) {
            return split.split(segment.line());
        }
    }
}
