package org.anlan.geo;

import java.util.List;

/**
 * How a place lies to a few regions: the signed distance to each border (negative inside), and of these the smallest and the smallest
 * of another code. One object per thread; it is filled anew for every place.
 */
final class RegionDepth {

    private final List<RegionShape> candidates;
    private RegionShape best;
    private RegionShape other;
    private double bestM;
    private double otherM;

    /** Questions to these regions, at least one. */
    RegionDepth(List<RegionShape> candidates) {
        this.candidates = candidates;
    }

    /**
     * Looks at one place, longitude and latitude in degrees.
     *
     * @param reachM a lead of more than this need not be known exactly, metres
     */
    void look(double x, double y, double reachM) {
        LocalScale scale = LocalScale.at(y);
        RegionShape first = best == null ? candidates.get(0) : best;
        best = first;
        bestM = first.signedDistanceM(x, y, scale, Double.POSITIVE_INFINITY);
        other = null;
        otherM = Double.POSITIVE_INFINITY;
        for (RegionShape region : candidates) {
            if (region != first) {
                take(region, region.signedDistanceM(x, y, scale, bestM + reachM));
            }
        }
    }

    private void take(RegionShape region, double s) {
        int order = region.code().compareTo(best.code());
        if (s < bestM || (s == bestM && order < 0)) {
            if (order != 0) {
                other = best;
                otherM = bestM;
            }
            best = region;
            bestM = s;
        } else if (order != 0 && s < otherM) {
            other = region;
            otherM = s;
        }
    }

    /** The region the place lies deepest in or nearest to; of two the same, the lower code. */
    RegionShape best() {
        return best;
    }

    /** The next best with another code. Only where {@link #otherM()} is finite. */
    RegionShape other() {
        return other;
    }

    /** Signed metres to the border of the best. */
    double bestM() {
        return bestM;
    }

    /** Signed metres to the border of the next best with another code; infinite when there is none. */
    double otherM() {
        return otherM;
    }

    /** By how much the best is better. */
    double leadM() {
        return otherM - bestM;
    }
}
