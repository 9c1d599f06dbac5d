package org.anlan.coast.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anlan.coast.survey.SplitSurvey;
import org.anlan.coast.survey.Survey;
import org.anlan.coast.tally.TallyEdit;
import org.anlan.geo.Overlaps;
import org.anlan.geo.RegionSplit;

/** A segment that a scenario changes: pieces end to end, each of one kind or gone. */
public final class ChangedSegment {

    /**
     * A piece.
     *
     * @param fromM where it starts, metres from the start of the segment
     * @param toM where it ends
     * @param kind what it is; empty = gone
     */
    private record Piece(double fromM, double toM, Optional<Survey.Kind> kind) {}

    /** Hears of every stretch that a site covers. */
    interface Listener {
        /** Coast of some length that was of one kind and is now of another; empty = gone. */
        void covered(Survey.Kind was, Optional<Survey.Kind> now, double lengthM);
    }

    private final Survey.Segment segment;
    private final List<Overlaps.Range> twice;
    private List<Piece> pieces;

    /**
     * A segment as it is.
     *
     * @param twice what of it is drawn by an earlier segment too, and does not count
     */
    public ChangedSegment(Survey.Segment segment, List<Overlaps.Range> twice) {
        this.segment = segment;
        this.twice = twice;
        this.pieces = List.of(new Piece(0, segment.lengthM(), Optional.of(segment.kind())));
    }

    /** Lays a site on it. */
    void cover(List<Overlaps.Range> ranges, Function<Survey.Kind, Optional<Survey.Kind>> change, Listener listener) {
        for (Overlaps.Range range : ranges) {
            List<Piece> next = new ArrayList<>();
            for (Piece piece : pieces) {
                double from = Math.max(piece.fromM(), range.fromM());
                double to = Math.min(piece.toM(), range.toM());
                if (piece.kind().isEmpty() || from >= to) {
                    next.add(piece);
                    continue;
                }
                Optional<Survey.Kind> now = change.apply(piece.kind().get());
                add(next, piece.fromM(), from, piece.kind());
                add(next, from, to, now);
                add(next, to, piece.toM(), piece.kind());
                listener.covered(piece.kind().get(), now, lengthM(from, to));
            }
            pieces = next;
        }
    }

    private static void add(List<Piece> pieces, double fromM, double toM, Optional<Survey.Kind> kind) {
        if (toM > fromM) {
            pieces.add(new Piece(fromM, toM, kind));
        }
    }

    private double lengthM(double fromM, double toM) {
        return toM - fromM - SplitSurvey.within(twice, fromM, toM);
    }

    /** Its lengths by place as the survey has them. */
    public Map<TallyEdit.Place, Double> before(List<RegionSplit.Stretch> places) {
        return lengths(List.of(new Piece(0, segment.lengthM(), Optional.of(segment.kind()))), places);
    }

    /** Its lengths by place after all sites. */
    public Map<TallyEdit.Place, Double> after(List<RegionSplit.Stretch> places) {
        return lengths(pieces, places);
    }

    /** The line of the segment, to be split by place. */
    public Survey.Segment segment() {
        return segment;
    }

    private Map<TallyEdit.Place, Double> lengths(List<Piece> of, List<RegionSplit.Stretch> places) {
        Map<TallyEdit.Place, Double> lengths = new HashMap<>();
        for (RegionSplit.Stretch place : places) {
            for (Piece piece : of) {
                double from = Math.max(place.fromM(), piece.fromM());
                double to = Math.min(place.toM(), piece.toM());
                if (piece.kind().isPresent() && to > from && SplitSurvey.counts(twice, lengthM(from, to))) {
                    lengths.merge(
                            new TallyEdit.Place(
                                    place.region().orElse(""), piece.kind().get()),
                            lengthM(from, to),
                            Double::sum);
                }
            }
        }
        return lengths;
    }
}
