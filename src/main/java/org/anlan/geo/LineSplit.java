package org.anlan.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits one polyline by region. A piece of length L is looked at in its middle: no point of it is farther than L/2 from there, so a
 * signed distance changes by L/2 at most, and when the best region leads by L the whole piece is its own. Otherwise the piece is
 * halved, down to a millimetre.
 */
final class LineSplit {

    private static final double SMALLEST_M = 0.001;
    private static final double SLIVER_M = 0.01;
    private static final double TIE_M = 0.01;
    /** Pieces shorter than this are tried for a tie: two regions share the border that the line runs along. */
    private static final double TIE_PIECE_M = 2;
    /** The scale of the plane changes along a piece by far less than this. */
    private static final double SLACK = 1.001;

    private static final int MOST_LOOKS = 200_000;

    private final MeasuredLine line;
    private final double toleranceM;
    private final double offsetM;
    private final boolean nowhere;
    private final RegionDepth depth;
    private final double[] place = new double[2];
    private final List<RegionSplit.Stretch> found = new ArrayList<>(2);
    private int looks;

    LineSplit(MeasuredLine line, List<RegionShape> candidates, double toleranceM, double offsetM) {
        this.line = line;
        this.toleranceM = toleranceM;
        this.offsetM = offsetM;
        this.nowhere = candidates.isEmpty();
        this.depth = new RegionDepth(candidates);
    }

    /** The stretches, measured from the offset on. */
    List<RegionSplit.Stretch> stretches() {
        double length = line.lengthM();
        if (length > 0 && nowhere) {
            add(0, length, Optional.empty(), false);
        } else if (length > 0) {
            piece(0, length);
            withoutSlivers();
        }
        return found;
    }

    private void piece(double from, double to) {
        double length = to - from;
        look((from + to) / 2, 2 * length);
        double half = length / 2 * SLACK;
        boolean beyond = depth.bestM() - half > toleranceM;
        boolean alone = depth.leadM() >= length * SLACK && depth.bestM() + half <= toleranceM;
        if (beyond || alone || length <= SMALLEST_M || looks > MOST_LOOKS) {
            add(from, to, winner(), depth.otherM() < -TIE_M);
        } else if (length < TIE_PIECE_M && length >= Math.min(line.lengthM(), TIE_PIECE_M / 2) && tie(from, to)) {
            add(from, to, Optional.of(lowerCode()), false);
        } else {
            double middle = (from + to) / 2;
            piece(from, middle);
            piece(middle, to);
        }
    }

    private void look(double metres, double reachM) {
        looks++;
        line.place(metres, place);
        depth.look(place[0], place[1], reachM);
    }

    private Optional<String> winner() {
        return depth.bestM() <= toleranceM ? Optional.of(depth.best().code()) : Optional.empty();
    }

    /** Whether the same two regions are equally near at both ends and in the middle; looks at the middle last. */
    private boolean tie(double from, double to) {
        return even(from) && even(to) && even((from + to) / 2);
    }

    private boolean even(double metres) {
        look(metres, 2 * TIE_M);
        return depth.leadM() <= TIE_M && depth.bestM() <= toleranceM;
    }

    private String lowerCode() {
        String best = depth.best().code();
        String other = depth.other().code();
        return best.compareTo(other) <= 0 ? best : other;
    }

    private void add(double from, double to, Optional<String> region, boolean overlapping) {
        add(new RegionSplit.Stretch(region, offsetM + from, offsetM + to, overlapping));
    }

    /** Adds a stretch at the end, or lengthens the last one when the region is the same. */
    private void add(RegionSplit.Stretch next) {
        int last = found.size() - 1;
        if (last >= 0 && found.get(last).region().equals(next.region())) {
            found.set(last, joined(found.get(last), next, next.region()));
        } else {
            found.add(next);
        }
    }

    /** Gives every sliver to its longer neighbour. */
    private void withoutSlivers() {
        if (found.size() < 2) {
            return;
        }
        List<RegionSplit.Stretch> all = new ArrayList<>(found);
        found.clear();
        for (int i = 0; i < all.size(); i++) {
            RegionSplit.Stretch stretch = all.get(i);
            boolean sliver = stretch.lengthM() < SLIVER_M;
            double before = found.isEmpty() ? 0 : found.get(found.size() - 1).lengthM();
            double after = i + 1 < all.size() ? all.get(i + 1).lengthM() : 0;
            if (sliver && before >= after && !found.isEmpty()) {
                int last = found.size() - 1;
                found.set(last, joined(found.get(last), stretch, found.get(last).region()));
            } else if (sliver && i + 1 < all.size()) {
                all.set(i + 1, joined(stretch, all.get(i + 1), all.get(i + 1).region()));
            } else {
                add(stretch);
            }
        }
    }

    private static RegionSplit.Stretch joined(
            RegionSplit.Stretch first, RegionSplit.Stretch second, Optional<String> region) {
        boolean overlapping = first.overlapping() || second.overlapping();
        return new RegionSplit.Stretch(region, first.fromM(), second.toM(), overlapping);
    }
}
