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

    RegionDepth(List<RegionShape> candidates) {
        this.candidates = candidates;
    }

    /** Looks at one place, longitude and latitude in degrees. */
    void look(double x, double y) {
        LocalScale scale = LocalScale.at(y);
        best = null;
        other = null;
        bestM = Double.POSITIVE_INFINITY;
        otherM = Double.POSITIVE_INFINITY;
        for (RegionShape region : candidates) {
            double s = region.signedDistanceM(x, y, scale);
            boolean sameCode = best != null && best.code().equals(region.code());
            if (s < bestM) {
                if (!sameCode) {
                    other = best;
                    otherM = bestM;
                }
                best = region;
                bestM = s;
            } else if (!sameCode && s < otherM) {
                other = region;
                otherM = s;
            }
        }
    }

    /** The region the place lies deepest in or nearest to; of two the same, the first given. Only when the distance is finite. */
    RegionShape best() {
        return best;
    }

    /** The next best with another code. Only when its distance is finite. */
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
