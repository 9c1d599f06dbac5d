package org.anlan.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anlan.base.Text;
import org.locationtech.jts.geom.Envelope;

/**
 * What coordinate system a file that declares none may be in, judged by its numbers and by where each answer would put it. A guess is
 * shown on the map against the home area and applied only by a person. The datum cannot be told from numbers: CGCS2000 is assumed, and
 * a file of Xian 1980 or Beijing 1954 looks the same, 50-120 m off.
 *
 * @param candidates every answer the numbers allow, nearest to the home area first
 */
public record CrsGuess(List<Candidate> candidates) {

    /** What lies no farther than this from home, in metres, may belong there: bays and neighbouring counties do. */
    public static final double NEAR_M = 50_000;

    /**
     * One possible answer.
     *
     * @param crs the coordinate system
     * @param swapped x and y of the file must be exchanged first (the file holds latitude or northing as x)
     * @param reason why the numbers allow it
     * @param area the extent it would give, longitude/latitude in degrees
     * @param distanceM metres between that extent and the home area; 0 when they meet
     */
    public record Candidate(Crs crs, boolean swapped, Text reason, Envelope area, double distanceM) {}

    /** Copies the list. */
    public CrsGuess {
        candidates = List.copyOf(candidates);
    }

    /**
     * Judges an extent.
     *
     * @param file the extent in the file's own numbers, x from/to and y from/to
     * @param home where the installation's area lies, longitude/latitude in degrees; a null envelope when unknown
     */
    public static CrsGuess of(Envelope file, Envelope home) {
        List<Candidate> found = new ArrayList<>();
        if (finite(file)) {
            new CrsTrial(file, home, false).collect(found);
            new CrsTrial(file, home, true).collect(found);
        }
        found.sort(Comparator.comparingDouble(Candidate::distanceM)
                .thenComparing(Candidate::swapped)
                .thenComparing(c -> c.crs().kind()));
        return new CrsGuess(found);
    }

    /**
     * The answer that is beyond doubt: unswapped degrees or an easting with its zone, within 50 km of home while every other answer lies
     * ten times as far. An easting without zone is never beyond doubt: neighbouring meridians look alike.
     */
    public Optional<Candidate> confident() {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Candidate best = candidates.get(0);
        boolean telling = best.crs().geographic() || best.crs().zonePrefix();
        boolean alone = candidates.stream().skip(1).allMatch(c -> c.distanceM() > 10 * NEAR_M);
        return telling && !best.swapped() && best.distanceM() <= NEAR_M && alone ? Optional.of(best) : Optional.empty();
    }

    /** Metres between two longitude/latitude extents; 0 when they meet, infinite when one is a null envelope. */
    public static double distanceM(Envelope area, Envelope home) {
        return ExtentDistance.metres(area, home);
    }

    private static boolean finite(Envelope e) {
        return !e.isNull() && Double.isFinite(e.getMinX() + e.getMaxX()) && Double.isFinite(e.getMinY() + e.getMaxY());
    }
}
